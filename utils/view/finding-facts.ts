/**
 * What a finding rests on, as a text that changes when those facts do and does not when they are only seen again. A
 * finding that was set aside, or answered for in pilot mode, is known again by it.
 *
 *   status-disagrees province-h26 national-portal → "province-h26 resolved since 09:05 · national-portal processing since …"
 */
import type { Finding, RuleId } from '../dossier/finding';
import { fold } from '../dossier/fold';
import { baseProcedureCode } from '../dossier/procedure-code';
import type { LedgerSighting, SystemId } from '../dossier/sighting';

type Fact = 'state' | 'due' | 'payment' | 'procedure' | 'fee' | 'limit' | 'overdue' | 'receipt' | 'result';

/** Which facts of its systems a rule's finding rests on. */
const FACTS: Record<RuleId, Fact[]> = {
  'status-disagrees': ['state'],
  'done-but-supplement-owed': ['state'],
  'missing-on-system': ['state'],
  'wrong-system': ['state'],
  'due-date-disagrees': ['due'],
  'false-overdue': ['state', 'due', 'overdue'],
  'payment-disagrees': ['payment'],
  'receipt-missing': ['state', 'payment', 'receipt'],
  'result-missing': ['state', 'result'],
  'procedure-disagrees': ['procedure', 'fee', 'limit'],
  'incomplete-on-system': ['state', 'due', 'procedure'],
  overdue: ['due', 'overdue'],
  'due-soon': ['due'],
  'moved-backwards': ['state'],
  'no-progress': ['state'],
  'not-known-yet': ['state'],
};

/** The day alone: a list shows it, a detail page the hour. Without a due date the one computed follows from the receipt. */
function dueOf({ dueAt, receivedAt }: LedgerSighting): string | undefined {
  return dueAt?.slice(0, 10) ?? (receivedAt && `from ${receivedAt.slice(0, 10)}`);
}

/** A state that was left and came back is another fact: the run's beginning says so. */
function stateOf({ outcome, status, statusText, firstSeenAt }: LedgerSighting): string {
  const said = status && status !== 'unknown' ? status : `${outcome} ${fold(statusText ?? '')}`;
  return `${said} since ${firstSeenAt}`;
}

const READ: Record<Fact, (sighting: LedgerSighting) => string | number | boolean | undefined> = {
  state: stateOf,
  due: dueOf,
  payment: ({ payment }) => payment,
  procedure: ({ procedureCode }) => procedureCode && (baseProcedureCode(procedureCode) ?? procedureCode),
  fee: ({ fee }) => fee,
  limit: ({ limit }) => limit && `${limit.count} ${limit.unit}`,
  overdue: ({ overdueShown }) => overdueShown,
  receipt: ({ receipt }) => receipt,
  result: ({ result }) => result,
};

/** Under which codes a system holds the dossier; where it holds none, under which it was not found. */
function wordsOf(system: SystemId, sightings: readonly LedgerSighting[]): LedgerSighting[] {
  const own = sightings.filter((one) => one.system === system);
  const found = own.filter(({ outcome }) => outcome === 'found');
  return (found.length ? found : own).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** One name for what a rule says of the same systems, whatever the facts. */
export function findingKey({ rule, systems }: Pick<Finding, 'rule' | 'systems'>): string {
  return [rule, ...systems].join(' ');
}

/** Few systems say fee or limit: what was set aside before they were known here stands as it is without them. */
const SELDOM: ReadonlySet<Fact> = new Set(['fee', 'limit']);

function worded(fact: Fact, value: string | number | boolean | undefined): string[] {
  return value === undefined && SELDOM.has(fact) ? [] : [`${fact}=${value ?? ''}`];
}

/** @param sightings the dossier's, of all systems and codes */
export function factsOf(
  { rule, systems }: Pick<Finding, 'rule' | 'systems'>,
  sightings: readonly LedgerSighting[],
): string {
  return systems
    .flatMap((system) =>
      wordsOf(system, sightings).map((sighting) =>
        [system, ...FACTS[rule].flatMap((fact) => worded(fact, READ[fact](sighting)))].join(' '),
      ),
    )
    .join('; ');
}
