/** The words of the sandbox's world. Times are milliseconds since 1970 (UTC); pages word them local to Vietnam. */

/** The six systems the sandbox serves, by their ids in the catalogue. */
export const SANDBOX_SYSTEMS = [
  'national-portal',
  'coordination',
  'ministry-g18',
  'ministry-g11',
  'province-h26',
  'land',
] as const;
export type SandboxSystem = (typeof SANDBOX_SYSTEMS)[number];

/** Systems of record: each dossier is worked on in one of them. */
export type Owner = 'ministry-g18' | 'ministry-g11' | 'province-h26' | 'land';
/** Systems that only know what the synchronisation job told them. */
export type Copier = 'national-portal' | 'coordination';

/** Canonical states a dossier goes through here; a subset of the product's own list, by the same names. */
export type State =
  | 'submitted'
  | 'accepted'
  | 'processing'
  | 'supplement-required'
  | 'supplemented'
  | 'payment-required'
  | 'awaiting-signature'
  | 'withdrawal-requested'
  | 'rejected'
  | 'stopped'
  | 'resolved'
  | 'returned';

export interface Happening {
  state: State;
  at: number;
}

/** One message of the synchronisation job. `arrivesAt` null: lost, or refused because the dossier was never created there. */
export interface Message {
  target: Copier;
  state: State;
  /** When it happened in the system of record. */
  happenedAt: number;
  arrivesAt: number | null;
}

export interface Person {
  name: string;
  citizenId: string;
  phone: string;
  address: string;
}

export interface Paper {
  name: string;
  /** A heading such as "a) Đối với trường hợp…" is a row of the table, not a paper. */
  heading?: boolean;
  original: number;
  copy: number;
  required: boolean;
}

export interface Procedure {
  code: string;
  name: string;
  sector: string;
  workingDays: number;
  fee: number;
  papers: Paper[];
}

export interface Dossier {
  /** Code in the system of record. */
  code: string;
  /** The other code of the same dossier, by which the national systems know it. */
  nationCode?: string;
  owner: Owner;
  index: number;
  agency: string;
  procedure: Procedure;
  applicant: Person;
  handler: string;
  channel: 'in-person' | 'online' | 'post';
  paid: boolean;
  happenings: Happening[];
  messages: Message[];
  submittedAt: number;
  /** When it will have been accepted; absent on ways that never are. */
  acceptedAt?: number;
  /** Ids by which the vendors' systems know it in URLs. */
  hexId: string;
  numericId: number;
  guid: string;
}

/** What a system shows of a dossier at a moment. */
export interface Shown {
  /** The code as that system writes it. */
  code: string;
  state: State;
  /** The state in that system's own words. */
  text: string;
  since: number;
}

export interface ShownStep {
  state: State;
  text: string;
  /** When that system came to know it. */
  at: number;
}

/** A dossier as one system holds it: what it shows, with everything its pages are made of. */
export interface Holding extends Shown {
  dossier: Dossier;
  history: ShownStep[];
  /** Day of receipt, day promised and the present step's own deadline; absent until that system knows of the receipt. */
  receivedAt?: number;
  dueAt?: number;
  stepDueAt?: number;
  /** End of processing and day of return, as the system words them. */
  finishedAt?: number;
  returnedAt?: number;
}
