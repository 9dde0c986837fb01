/** What disagrees about a dossier, which rule says so, from which sightings, how bad, what to do. Types only. */
import type { DossierCode } from './code';
import type { SystemId } from './sighting';

export type Verdict = 'in-sync' | 'out-of-sync' | 'cannot-tell';
export type Severity = 'error' | 'warning' | 'info';

/** Names of the rules; each is one file in `reconcile/rules/`. */
export type RuleId =
  | 'status-disagrees'
  | 'done-but-supplement-owed'
  | 'missing-on-system'
  /** Not a disagreement: why nothing can be said, and whom to ask. */
  | 'not-known-yet';

/** A sentence of `_locales`: its key and what fills $1, $2, … (already worded: system names, statuses, times). */
export interface Words {
  key: string;
  params: string[];
}

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
