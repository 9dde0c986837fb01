/**
 * From what systems said of a dossier to what is to be said of it: in sync, out of sync, or cannot tell, and why.
 * In: the latest sighting of each system with its since (the ledger's), the clock, the grace, routing rows.
 * Out: one judgement for each dossier, in the order given. Pure; nothing is asked and nothing is worded here.
 */
import type { DossierCode } from '../dossier/code';
import type { Finding, Judgement, Verdict } from '../dossier/finding';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import { type IsoInstant, toInstant } from '../dossier/time';
import { type Comparison, compare, type Known } from './compare';
import { holdersByCode } from './holders';
import { BUILT_IN_ROUTING, type RoutingRow, rowsFor } from './routing';
import type { Case, Rule } from './rule';
import { doneButSupplementOwed } from './rules/done-but-supplement-owed';
import { missingOnSystem } from './rules/missing-on-system';
import { notKnownYet } from './rules/not-known-yet';
import { statusDisagrees } from './rules/status-disagrees';
import { type Standing, standingsOf } from './standing';

/** Rules that find a disagreement; one finding of severity error makes a dossier out of sync. */
export const RULES: Rule[] = [doneButSupplementOwed, statusDisagrees, missingOnSystem];

/** What is known of one dossier: all its codes, the latest sighting of each (code, system). */
export interface SightedDossier {
  codes: DossierCode[];
  sightings: LedgerSighting[];
}

export interface ReconcileInput {
  now: IsoInstant | number;
  files: SightedDossier[];
  /** A system may lag so long before it counts as out of sync. */
  graceMinutes: number;
  /** Rows of policy; the built-in row of the national portal always counts. */
  routing?: RoutingRow[];
  /** Systems that can hold a dossier of these codes; by default read from the codes. */
  holders?: (codes: DossierCode[]) => SystemId[];
}

function isKnown(standing: Standing): standing is Known {
  return standing.status !== undefined;
}

function comparePairs(standings: Standing[], grace: number): Comparison[] {
  const known = standings.filter(isKnown);
  return known.flatMap((one, i) => known.slice(i + 1).map((other) => compare(one, other, grace)));
}

/** In sync needs two systems that are understood and no doubt about any other. */
function inSyncOrNot(subject: Case, doubts: Finding[]): Verdict {
  const known = subject.dossier.found.filter(({ status }) => status && status !== 'unknown');
  return doubts.length || known.length < 2 ? 'cannot-tell' : 'in-sync';
}

/** One judgement a dossier. Never throws; sightings from the future (beyond the skew of clocks) are no evidence. */
export function reconcile(input: ReconcileInput): Judgement[] {
  const now = typeof input.now === 'number' ? input.now : toInstant(input.now);
  const grace = input.graceMinutes * 60_000;
  const routing = [...BUILT_IN_ROUTING, ...(input.routing ?? [])];
  const holders = input.holders ?? holdersByCode;
  return input.files.map(({ codes, sightings }) => {
    const dossier = standingsOf(codes, sightings, now);
    const pairs = comparePairs(dossier.found, grace);
    const subject: Case = { dossier, pairs, rows: () => rowsFor(dossier, routing), holders, now, grace };
    const disagreements = RULES.flatMap((rule) => rule(subject));
    const apart = disagreements.some(({ severity }) => severity === 'error');
    const doubts = apart ? [] : notKnownYet(subject);
    const verdict = apart ? 'out-of-sync' : inSyncOrNot(subject, doubts);
    return { codes, verdict, findings: [...disagreements, ...doubts] };
  });
}
