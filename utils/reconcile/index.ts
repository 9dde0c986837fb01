/**
 * From what systems said of a dossier to what is to be said of it: in sync, out of sync, or cannot tell, and why.
 * In: the latest sighting of each system with its since (the ledger's), the clock, the grace, routing rows.
 * Out: one judgement for each dossier, in the order given. Pure; nothing is asked and nothing is worded here.
 */
import { addWorkingDays, CALENDARS, type Calendars } from '../deadline/calendar';
import { type DueBounds, dueBounds } from '../deadline/due-bounds';
import type { DossierCode } from '../dossier/code';
import type { Finding, Judgement } from '../dossier/finding';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import { type IsoInstant, type LocalTime, nowInstant, parseTime, toInstant } from '../dossier/time';
import type { GracePair, RoutingRow } from '../policy/settings';
import { type Comparison, compare, type Known } from './compare';
import { compareFacts } from './facts';
import type { PastRun } from './history';
import { holdersByCode } from './holders';
import { isWork } from './kinds';
import { overtakenCopies, unlessOvertaken } from './overtaken';
import { BUILT_IN_ROUTING, rowsFor } from './routing';
import type { Case, Frame, Rule } from './rule';
import { doneButSupplementOwed } from './rules/done-but-supplement-owed';
import { dueDateDisagrees } from './rules/due-date-disagrees';
import { dueSoon } from './rules/due-soon';
import { falseOverdue } from './rules/false-overdue';
import { incompleteOnSystem } from './rules/incomplete-on-system';
import { missingOnSystem } from './rules/missing-on-system';
import { movedBackwards } from './rules/moved-backwards';
import { noProgress } from './rules/no-progress';
import { notKnownYet } from './rules/not-known-yet';
import { overdue } from './rules/overdue';
import { paymentDisagrees } from './rules/payment-disagrees';
import { procedureDisagrees } from './rules/procedure-disagrees';
import { receiptMissing } from './rules/receipt-missing';
import { resultMissing } from './rules/result-missing';
import { statusDisagrees } from './rules/status-disagrees';
import { wrongSystem } from './rules/wrong-system';
import { type Dossier, SKEW_MS, type Standing, standingsOf } from './standing';

/**
 * Rules about what systems say of each other's dossier, what tells most first. An error makes the dossier out of sync, a
 * warning leaves it at cannot-tell.
 */
export const DISAGREEMENTS: Rule[] = [
  doneButSupplementOwed,
  statusDisagrees,
  missingOnSystem,
  falseOverdue,
  dueDateDisagrees,
  receiptMissing,
  paymentDisagrees,
  resultMissing,
  procedureDisagrees,
  wrongSystem,
  incompleteOnSystem,
];

/** Rules about time, or about one system alone: they leave the verdict as it is. */
export const REMARKS: Rule[] = [overdue, dueSoon, movedBackwards, noProgress];

/** What is known of one dossier: all its codes, the latest sighting of each (code, system). */
export interface SightedDossier {
  codes: DossierCode[];
  sightings: LedgerSighting[];
  /** The states that systems left since, where they are known. */
  history?: PastRun[];
}

export interface ReconcileInput {
  now: IsoInstant | number;
  files: SightedDossier[];
  /** A system may lag so long before it counts as out of sync. */
  graceMinutes: number;
  /** Pairs of systems with a grace of their own. */
  gracePairs?: GracePair[];
  /** Rows of policy; the built-in row of the national portal always counts. */
  routing?: RoutingRow[];
  /** Days off by year; a year that is not among them is counted as one without an official calendar. */
  calendars?: Calendars;
  /** Systems that can hold a dossier of these codes; by default read from the codes. */
  holders?: (codes: DossierCode[]) => SystemId[];
  /** A procedure's limit, to compute the due date where no system shows one; without it none is computed. */
  limitOf?: Frame['limitOf'];
}

/** Never less than the skew of clocks. */
function graceOfPairs(minutes: number, pairs: GracePair[]): Frame['graceOf'] {
  const usual = Math.max(minutes * 60_000, SKEW_MS);
  if (!pairs.length) return () => usual;
  const own = new Map<string, number>();
  for (const { systems, minutes: theirs } of pairs) {
    const grace = Math.max(theirs * 60_000, SKEW_MS);
    own.set(systems.join(), grace).set([...systems].reverse().join(), grace);
  }
  return (one, other) => own.get(`${one},${other}`) ?? usual;
}

/** Due dates come in few days: each is worked out once a call. */
function boundsOnce(calendars: Calendars): Frame['boundsOf'] {
  const known = new Map<LocalTime, DueBounds | null>();
  return (dueAt) => {
    let bounds = known.get(dueAt);
    if (bounds === undefined) {
      bounds = dueBounds(dueAt, calendars);
      known.set(dueAt, bounds);
    }
    return bounds;
  };
}

/** A due date on one of the next two working days is soon. */
const SOON_DAYS = 2;

function frameOf(input: ReconcileInput): Frame & { routing: RoutingRow[] } {
  const now = typeof input.now === 'number' ? input.now : toInstant(input.now);
  const calendars = input.calendars ?? CALENDARS;
  const today = parseTime(nowInstant(now))?.slice(0, 10) ?? '';
  const routing = [...BUILT_IN_ROUTING, ...(input.routing ?? [])];
  return {
    now,
    graceOf: graceOfPairs(input.graceMinutes, input.gracePairs ?? []),
    calendars,
    boundsOf: boundsOnce(calendars),
    soonUntil: toInstant(addWorkingDays(today, SOON_DAYS, calendars), 'end'),
    routesWork: routing.some(({ system }) => isWork(system)),
    holders: input.holders ?? holdersByCode,
    computes: input.limitOf !== undefined,
    limitOf: input.limitOf ?? (() => null),
    routing,
  };
}

function isKnown(standing: Standing): standing is Known {
  return standing.status !== undefined;
}

function comparePairs(
  standings: Standing[],
  history: readonly PastRun[],
  graceOf: Frame['graceOf'],
): Comparison[] {
  const pairs: Comparison[] = [];
  const overtaken = overtakenCopies(standings, history);
  for (let i = 0; i < standings.length; i++) {
    for (let j = i + 1; j < standings.length; j++) {
      const [one, other] = [standings[i], standings[j]];
      if (!one || !other || !isKnown(one) || !isKnown(other)) continue;
      const allowed = graceOf(one.system, other.system);
      const pair = unlessOvertaken(compare(one, other, allowed, history), overtaken, allowed);
      if (pair.kind !== 'agree') pairs.push(pair);
    }
  }
  return pairs;
}

/** All that rules find of one dossier. */
function findAll(rules: Rule[], subject: Case): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const found = rule(subject);
    if (found.length) findings.push(...found);
  }
  return findings;
}

/** One thing is said of a pair: a receipt that did not come back is why the states differ. */
function withoutEchoes(findings: Finding[]): Finding[] {
  if (!findings.some(({ rule }) => rule === 'receipt-missing')) return findings;
  const key = ({ systems }: Finding): string => [...systems].sort().join();
  const receipts = findings.filter(({ rule }) => rule === 'receipt-missing').map(key);
  return findings.filter((one) => one.rule !== 'status-disagrees' || !receipts.includes(key(one)));
}

/** Late already says that nothing moves. */
function remarksOn(subject: Case): Finding[] {
  const remarks = findAll(REMARKS, subject);
  const late = remarks.some(({ rule }) => rule === 'overdue');
  return late ? remarks.filter(({ rule }) => rule !== 'no-progress') : remarks;
}

/** In sync needs two systems that are understood and no doubt about any other. */
function isComparable({ found }: Dossier): boolean {
  let known = 0;
  for (const { status } of found) if (status && status !== 'unknown') known++;
  return known >= 2;
}

function judge(codes: DossierCode[], subject: Case): Judgement {
  const disagreements = withoutEchoes(findAll(DISAGREEMENTS, subject));
  const remarks = remarksOn(subject);
  if (disagreements.some(({ severity }) => severity === 'error')) {
    return { codes, verdict: 'out-of-sync', findings: disagreements.concat(remarks) };
  }
  const doubts = notKnownYet(subject);
  const doubtful = doubts.length > 0 || disagreements.some(({ severity }) => severity === 'warning');
  const verdict = doubtful || !isComparable(subject.dossier) ? 'cannot-tell' : 'in-sync';
  return { codes, verdict, findings: disagreements.concat(doubts, remarks) };
}

/** One judgement a dossier. Never throws; sightings from the future (beyond the skew of clocks) are no evidence. */
export function reconcile(input: ReconcileInput): Judgement[] {
  const { routing, ...frame } = frameOf(input);
  return input.files.map(({ codes, sightings, history = [] }) => {
    const dossier = standingsOf(codes, sightings, frame.now);
    const { found } = dossier;
    const pairs = comparePairs(found, history, frame.graceOf);
    const facts = compareFacts(found, history, frame.graceOf, frame.boundsOf);
    const rows: Case['rows'] = (about) =>
      rowsFor(dossier, about ? routing.filter(({ system }) => about(system)) : routing);
    return judge(codes, { frame, dossier, history, pairs, facts, rows });
  });
}
