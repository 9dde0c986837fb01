/** What disagrees about a dossier, which rule says so, from which sightings, how bad, what to do. Types only. */
import type { DossierCode } from './code';
import type { Limit } from './limit';
import type { Payment, SystemId } from './sighting';
import type { CanonicalStatus } from './status';
import type { IsoInstant, LocalTime } from './time';

export type Verdict = 'in-sync' | 'out-of-sync' | 'cannot-tell';
export type Severity = 'error' | 'warning' | 'info';

/** Names of the rules; each is one file in `reconcile/rules/`. */
export type RuleId =
  | 'status-disagrees'
  | 'done-but-supplement-owed'
  | 'missing-on-system'
  | 'wrong-system'
  | 'due-date-disagrees'
  | 'false-overdue'
  | 'payment-disagrees'
  | 'receipt-missing'
  | 'result-missing'
  | 'procedure-disagrees'
  | 'incomplete-on-system'
  /** About time or about one system alone: these never make a dossier out of sync. */
  | 'overdue'
  | 'due-soon'
  | 'moved-backwards'
  | 'no-progress'
  /** Not a disagreement: why nothing can be said, and whom to ask. */
  | 'not-known-yet';

/** What fills a sentence: plain words, or a thing that the view words in the interface's language. */
export type WordParam =
  | string
  | { system: SystemId }
  /** Several systems, worded as a list. */
  | { systems: SystemId[] }
  /** A status: the system's own words where there are any, else the canonical label. */
  | { status: CanonicalStatus; text?: string }
  | { time: LocalTime | IsoInstant }
  | { minutes: number }
  | { payment: Payment }
  /** What a procedure costs and how long it may take, as far as they matter here: at least one. */
  | { terms: { fee?: number; limit?: Limit } };

/** A sentence of `_locales`: its key and what fills $1, $2, … */
export interface Words {
  key: string;
  params: WordParam[];
}

/** Gives the sentence of a key in the interface's language, `$1`… filled. A key that is missing is a bug and throws. */
export type Translate = (key: string, params?: string[]) => string;

export interface Finding {
  rule: RuleId;
  severity: Severity;
  /** The systems that disagree, the one ahead first. */
  systems: SystemId[];
  /** The systems to ask again. */
  ask: SystemId[];
  reason: Words;
  remedy: Words;
}

/** All codes of one dossier, what is to be said of it, and why. */
export interface Judgement {
  codes: DossierCode[];
  verdict: Verdict;
  findings: Finding[];
}
