/**
 * The words every room uses for what a system says of a dossier (hồ sơ). Types only: nothing here has a run-time cost,
 * so that the content script may import it. The zod twins for the edges stand in `sighting-schema.ts`.
 */
import type { DossierCode } from './code';
import type { Limit } from './limit';
import type { CanonicalStatus } from './status';
import type { IsoInstant, LocalTime } from './time';

/** Id of a system in the catalogue: `national-portal`, `coordination`, `ministry-g18`, `province-h26`, `land`, … */
export type SystemId = string & { readonly __brand?: 'SystemId' };

/** Kênh tiếp nhận: at the counter, online, by post. */
export type Channel = 'in-person' | 'online' | 'post';
/** Trạng thái thanh toán. */
export type Payment = 'unpaid' | 'paid' | 'refunded';

/** What one page (or one parsed answer) says of one dossier. Texts are exactly as shown; times are as the page words them, local to Vietnam. */
export interface Reading {
  code: DossierCode;
  /** The other code of the same dossier, when the page shows both (a national code beside a local one). */
  otherCode?: DossierCode;
  statusText?: string;
  /** When the page or its history says the present state began. */
  statusAt?: LocalTime;
  receivedAt?: LocalTime;
  dueAt?: LocalTime;
  /** End of processing or day of return, as the page says. */
  resolvedAt?: LocalTime;
  /** Mã TTHC, e.g. 1.004873 */
  procedureCode?: string;
  /** Stored only when it is in the catalogue: such names may hold a citizen's name. */
  procedureName?: string;
  agency?: string;
  channel?: Channel;
  payment?: Payment;
  /** The page itself calls the dossier overdue (true) or in time (false). */
  overdueShown?: boolean;
  /** The page shows the fee's receipt (biên lai), or says that there is none. */
  receipt?: boolean;
  /** The page shows the result (kết quả giải quyết), or says that there is none. */
  result?: boolean;
}

/** What a system's own API says of one dossier: beside what pages show, the terms of its procedure. */
export interface AnswerReading extends Reading {
  /** Phí, lệ phí: whole đồng that the procedure costs for this dossier. 0 where it is free. */
  fee?: number;
  /** Thời hạn giải quyết of the procedure. */
  limit?: Limit;
}

/** Why nothing is known of a dossier on a system, or that something is. Seven failures are seven different answers. */
export type Outcome =
  | 'found'
  | 'not-found'
  | 'not-signed-in'
  | 'no-permission'
  | 'captcha'
  | 'unreachable'
  | 'unreadable'
  | 'rate-limited';

/**
 * What one system said of one dossier at one time. Immutable. `outcome` is `found` for everything a page showed; the
 * other outcomes come from lookups alone and then no other field but code, system, outcome, via and seenAt is set.
 * Times are local (Asia/Ho_Chi_Minh) unless they carry an offset; `seenAt` is an instant.
 */
export interface Sighting extends Omit<AnswerReading, 'procedureName' | 'agency'> {
  system: SystemId;
  outcome: Outcome;
  /** Canonical status; `unknown` where the words are in no table. Absent when the page shows no status. */
  status?: CanonicalStatus;
  /** Only a name that stands in the catalogue of procedures. */
  procedureName?: string;
  via: 'page' | 'lookup';
  seenAt: IsoInstant;
}

/** What is said beside the state and may change while the state does not. */
export type TimedFact = 'dueAt' | 'payment' | 'procedureCode' | 'fee' | 'limit';

/** When a value was first and last seen in the unbroken run of that value. */
export interface FactTimes {
  since: IsoInstant;
  seen: IsoInstant;
}

/** The latest sighting of a (code, system) with what the ledger derives from the run of sightings before it. */
export interface LedgerSighting extends Sighting {
  /** First sighting in the unbroken run of the present status. */
  firstSeenAt: IsoInstant;
  /** The earlier of the event's own time (statusAt, resolvedAt) and `firstSeenAt`: ahead *since* then. */
  statusSince: IsoInstant;
  /** When a page without a state last showed the dossier, where that was after `seenAt`. */
  shownAt?: IsoInstant;
  /** Of values that are there; a value without times was seen at `seenAt` alone. */
  facts?: Partial<Record<TimedFact, FactTimes>>;
}
