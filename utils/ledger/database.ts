/** The database: its tables, their keys, its versions. The background alone writes; extension pages read it directly. */
import Dexie, { type Table } from 'dexie';
import type { DossierCode } from '../dossier/code';
import type { RuleId } from '../dossier/finding';
import type { LedgerSighting, Outcome, Sighting, SystemId } from '../dossier/sighting';
import type { IsoInstant } from '../dossier/time';

export type CodeOnSystem = [DossierCode, SystemId];

/** One unbroken run of one state on one system that has ended: the history. The run that goes on stands in `latest`. */
export interface Run {
  id?: number;
  code: DossierCode;
  system: SystemId;
  /** First and last sighting of the run. */
  at: IsoInstant;
  until: IsoInstant;
  /** The earlier of the event's own time and the first sighting. */
  since: IsoInstant;
  outcome: Outcome;
  status?: Sighting['status'];
  statusText?: string;
}

/** Two codes of one dossier, `a` before `b`. An undone link stays, so that the same page does not teach it again. */
export interface CodeLink {
  a: DossierCode;
  b: DossierCode;
  at: IsoInstant;
  by: 'page' | 'hand';
  undone?: true;
}

/** Part of a long list as it came: kept, and soon put where it belongs (see `settle`). */
export interface Arrival {
  id?: number;
  /** Found or not-found, the earliest first. */
  sightings: Sighting[];
}

/** The latest try to ask a system about a code, whatever came of it. */
export interface Try {
  code: DossierCode;
  system: SystemId;
  outcome: Outcome;
  at: IsoInstant;
  durationMs?: number;
  /** Not to be asked again before then. */
  retryAt?: IsoInstant;
  /** Held back by us, so that the system said nothing; by what ('quiet-hours', 'daily-cap', …). */
  held?: string;
  /** The system did answer, with an error of its own. */
  serverError?: true;
}

/** A question that is queued or under way; it survives the worker's death. */
export interface Asking {
  code: DossierCode;
  system: SystemId;
  since: IsoInstant;
  /** Who wants to know: 'card', 'panel', 'popup'. */
  why: string;
  /** Nobody clicked: the pages that show the dossier; without them nobody wants to know. */
  pages?: string[];
  /** Codes of the dossier under which the system has said already that it has none. */
  absentUnder?: DossierCode[];
  /** The code under which its list was empty, which is still to be proven to mean anything. */
  unproven?: DossierCode;
  /** Requests that came to nothing and are made again. */
  failures?: number;
  /** The system sends it on to another host of its own, whose turn comes then (ms since 1970). */
  otherHost?: { at: number; held?: string };
  /** Taken back while it was under way: its answer is taken in, but nothing is sent after it. */
  unwanted?: boolean;
}

/** How one host was asked of late and when it may be asked again; times in ms since 1970. Names no dossier. */
export interface HostPace {
  host: string;
  /** Requests of the last minute. */
  sent: number[];
  /** Requests of that day (YYYY-MM-DD, Vietnam). */
  day: string;
  sentToday: number;
  /** The host said not to come back before then. */
  notBefore: number;
  /** Answers in a row that were none. */
  failures: number;
  /** Left alone until then because of them. */
  restUntil: number;
  /** Further requests that its last question took: redirects within the host, and what the browser asks before. */
  hops?: number;
}

/** A system that the officer wants left alone until then. */
export interface Pause {
  system: SystemId;
  until: IsoInstant;
}

/** One request to another system: written before it goes, filled in with its answer. Without outcome it was cut off. */
export interface Activity {
  id?: number;
  at: IsoInstant;
  host: string;
  system: SystemId;
  code: DossierCode;
  why: string;
  outcome?: Outcome;
  /** Answered by sending it on within the system; what came of that is the next line. */
  sentOn?: true;
  durationMs?: number;
  bytes?: number;
}

export interface RecentLookup {
  code: DossierCode;
  at: IsoInstant;
}

/** Small things of the rooms that use the ledger, by name; their value is theirs to check when read. */
export interface MetaRow {
  key: string;
  value: unknown;
}

/** A list of dossiers to be asked for one by one; there is one at a time. */
export interface Batch {
  id: string;
  at: IsoInstant;
  state: 'running' | 'paused' | 'done' | 'cancelled';
  /** It stopped because nobody is signed in there. */
  waitsFor?: SystemId;
  /** One dossier first: nobody knows yet whether the officer is signed in everywhere. */
  careful?: true;
  /** Systems that the officer no longer wants asked for it. */
  leaveOut?: SystemId[];
}

export interface BatchItem {
  batch: string;
  /** Place in the list, from 0. */
  n: number;
  code: DossierCode;
  state: 'waiting' | 'asked' | 'done';
  /** Since when which systems are asked. */
  since?: IsoInstant;
  systems?: SystemId[];
  /** Those of earlier rounds that were asked and said something, if only that they cannot answer. */
  answered?: SystemId[];
  rounds?: number;
}

/** A finding that the officer set aside, and what it rested on then: once that changes, it is shown again. */
export interface Dismissal {
  code: DossierCode;
  /** Rule and systems; see `findingKey`. */
  finding: string;
  facts: string;
  reason: 'checked' | 'reported' | 'expected' | 'trial';
  at: IsoInstant;
}

/** A finding that came up in pilot mode: counted once for each of its facts, and what the officer said of it. */
export interface PilotFinding {
  code: DossierCode;
  finding: string;
  facts: string;
  rule: RuleId;
  at: IsoInstant;
  answer?: 'right' | 'wrong' | 'unsure';
}

export class Ledger extends Dexie {
  declare readonly latest: Table<LedgerSighting, CodeOnSystem>;
  declare readonly changes: Table<Run, number>;
  declare readonly arrivals: Table<Arrival, number>;
  declare readonly links: Table<CodeLink, [DossierCode, DossierCode]>;
  declare readonly tries: Table<Try, CodeOnSystem>;
  declare readonly asking: Table<Asking, CodeOnSystem>;
  declare readonly recent: Table<RecentLookup, DossierCode>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly hosts: Table<HostPace, string>;
  declare readonly pauses: Table<Pause, SystemId>;
  declare readonly activity: Table<Activity, number>;
  declare readonly batches: Table<Batch, string>;
  declare readonly batchItems: Table<BatchItem, [string, number]>;
  declare readonly dismissals: Table<Dismissal, [DossierCode, string]>;
  declare readonly pilot: Table<PilotFinding, [DossierCode, string, string]>;

  constructor(name: string) {
    // A list that is lost with the machine's power is seen again; waiting for the disk would cost every list its time.
    super(name, { chromeTransactionDurability: 'relaxed', cache: 'disabled' });
    this.version(1).stores({
      latest: '[code+system], code, seenAt',
      changes: '++id, [code+system], until',
      links: '[a+b], a, b',
      tries: '[code+system], code, at',
      asking: '[code+system], code, since',
      recent: 'code, at',
      meta: 'key',
    });
    // A host's pace stood among the small things: it moves, so that an update does not ask at full speed.
    this.version(2)
      .stores({ hosts: 'host', pauses: 'system', activity: '++id, at' })
      .upgrade(async (upgrade) => {
        const paces = await upgrade.table<MetaRow, string>('meta').where('key').startsWith('pace:').toArray();
        await upgrade.table('hosts').bulkPut(paces.map(paceOfMeta));
        await upgrade.table('meta').bulkDelete(paces.map(({ key }) => key));
      });
    this.version(3).stores({ batches: 'id, at', batchItems: '[batch+n], batch, [batch+state]' });
    // A code's rows are next to each other by their key; an index of their own cost every sighting a write.
    this.version(4).stores({
      latest: '[code+system], seenAt',
      tries: '[code+system], at',
      asking: '[code+system], since',
    });
    this.version(5).stores({
      dismissals: '[code+finding], at',
      pilot: '[code+finding+facts], at, rule, [rule+answer]',
    });
    this.version(6).stores({ arrivals: '++id' });
  }
}

function paceOfMeta({ key, value }: MetaRow): HostPace {
  const { sent, notBefore } = (typeof value === 'object' && value !== null ? value : {}) as Partial<HostPace>;
  return {
    host: key.slice('pace:'.length),
    sent: Array.isArray(sent) ? sent.filter((time) => typeof time === 'number') : [],
    day: '',
    sentToday: 0,
    notBefore: typeof notBefore === 'number' ? notBefore : 0,
    failures: 0,
    restUntil: 0,
  };
}

/** The ledger of this browser profile. It opens by itself with the first query. */
export function openLedger(name = 'so-ho-so'): Ledger {
  return new Ledger(name);
}

/** Codes that are further apart than this many rows each are read one by one. */
const ROWS_A_CODE = 4;

/**
 * The rows of these codes: in one read where they stand close together or the table is small, else one read a code, all at
 * once. Cursors over many keys take ten times as long.
 */
export async function rowsOfCodes<Row extends { code: DossierCode }, Key>(
  table: Table<Row, Key>,
  codes: readonly DossierCode[],
): Promise<Row[]> {
  const rowsBetween = (first: DossierCode, last: DossierCode) =>
    table.where('[code+system]').between([first, Dexie.minKey], [last, Dexie.maxKey]);
  const sorted = [...new Set(codes)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = ROWS_A_CODE * sorted.length;
  const near =
    sorted.length > 1
      ? await rowsBetween(first, last)
          .limit(most + 1)
          .primaryKeys()
      : [];
  if (sorted.length > 1 && near.length <= most) {
    const wanted = new Set(sorted);
    const rows = near.length > 0 ? await rowsBetween(first, last).toArray() : [];
    return rows.filter(({ code }) => wanted.has(code));
  }
  const reads = sorted.map((code) => rowsBetween(code, code).toArray());
  return (await Promise.all(reads)).flat();
}

/** The ended runs of these codes on these systems. */
export async function runsOnSystems(db: Ledger, keys: readonly CodeOnSystem[]): Promise<Run[]> {
  const reads = keys.map(([code, system]) => db.changes.where({ code, system }).toArray());
  return (await Promise.all(reads)).flat();
}

/** Keys read at a time: some milliseconds, for which every other question waits. */
const KEYS = 500;

/** Every code that a system was seen to speak of, each once, in order. */
export async function codesOf(db: Ledger): Promise<DossierCode[]> {
  const codes: DossierCode[] = [];
  let last: CodeOnSystem | typeof Dexie.minKey = Dexie.minKey;
  for (;;) {
    const keys: CodeOnSystem[] = await db.latest.where(':id').above(last).limit(KEYS).primaryKeys();
    for (const [code] of keys) if (code !== codes.at(-1)) codes.push(code);
    const end = keys.at(-1);
    if (!end || keys.length < KEYS) return codes;
    last = end;
  }
}
