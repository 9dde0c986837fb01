/**
 * What systems say of a dossier beside its state: due date, payment, procedure, its fee and limit. Values have no order
 * like states have, so which of two is the newer is not known from them; only the times at which they were seen tell.
 *
 *   province: due 20/11, seen 09:00    portal: due 18/11, seen 14:00   → apart: five hours are more than the grace
 *   province: due 20/11, seen 13:30    portal: due 18/11, seen 14:00   → pending: either may just have been changed
 */
import type { DueBounds } from '../deadline/due-bounds';
import { limitsDiffer } from '../deadline/limit';
import { baseProcedureCode } from '../dossier/procedure-code';
import type { Payment, SystemId, TimedFact } from '../dossier/sighting';
import { type LocalTime, toInstant } from '../dossier/time';
import type { PastRun } from './history';
import { isCopy } from './kinds';
import type { Standing } from './standing';
import { isClockStopped } from './states';

export interface FactPair {
  kind: 'apart' | 'pending';
  /** The newer word where that is known, else the system of record. */
  ahead: Standing;
  behind: Standing;
  /** When the grace of the pair ends, milliseconds. */
  until: number;
}

/** Fee and limit of a procedure. */
export type Term = 'fee' | 'limit';

export interface TermsPair extends FactPair {
  /** What differs, at least one. */
  terms: Term[];
}

export interface Facts {
  due: FactPair[];
  payment: FactPair[];
  procedure: FactPair[];
  /** Of systems that do not show two procedures: of those the terms differ anyhow. */
  terms: TermsPair[];
}

export const NO_FACTS: Facts = { due: [], payment: [], procedure: [], terms: [] };

interface Times {
  since: number;
  seen: number;
}

/**
 * When a system's value began and was last seen. One that was there all through a state began with the state; but a fee
 * is paid in the middle of one, so that only where a system shows no state its time is the payment's.
 */
export function timesOf({ sighting, status, seen, since }: Standing, fact: TimedFact): Times {
  const times = sighting.facts?.[fact];
  if (!times) return { since: seen, seen };
  const began = fact !== 'payment' || !status || status === 'unknown';
  return {
    since: began && times.since === sighting.firstSeenAt ? since : toInstant(times.since),
    seen: toInstant(times.seen),
  };
}

type GraceOf = (one: SystemId, other: SystemId) => number;

/** Either may be the newer: apart when the one seen later was seen so beyond the grace, while the other still held. */
function unordered(
  a: Standing,
  b: Standing,
  [at, bt]: [Times, Times],
  grace: number,
  holds: number,
): FactPair {
  const [early, late, e, l] = at.seen <= bt.seen ? [a, b, at, bt] : [b, a, bt, at];
  const beyond = l.seen > e.since + grace;
  const both = e.seen > l.since + grace;
  if (beyond && (both || l.seen - e.seen <= holds)) {
    const [ahead, behind] = isCopy(early.system) && !isCopy(late.system) ? [late, early] : [early, late];
    return { kind: 'apart', ahead, behind, until: e.since + grace };
  }
  return { kind: 'pending', ahead: late, behind: early, until: l.since + grace };
}

/** Where a clock was stopped the due date moves: what another system showed of it counts for so long. */
const HOLDS_MS = 24 * 3_600_000;

function mayMove(found: Standing[], history: readonly PastRun[]): boolean {
  return [...found, ...history].some(
    ({ status }) => status && (isClockStopped(status) || status === 'supplemented'),
  );
}

function duePair(
  a: Standing,
  b: Standing,
  graceOf: GraceOf,
  boundsOf: BoundsOf,
  moves: () => boolean,
): FactPair | null {
  const [one, other] = [a.sighting.dueAt, b.sighting.dueAt];
  if (!one || !other || one === other) return null;
  if (one.slice(0, 10) === other.slice(0, 10) && one.length <= 19 && other.length <= 19) return null;
  const [x, y] = [boundsOf(one), boundsOf(other)];
  // A day off and the working day it moves to are one due date.
  if (!x || !y || x.day === y.day) return null;
  const times: [Times, Times] = [timesOf(a, 'dueAt'), timesOf(b, 'dueAt')];
  const holds = moves() ? HOLDS_MS : Number.POSITIVE_INFINITY;
  return unordered(a, b, times, graceOf(a.system, b.system), holds);
}

/** The mã TTHC of the national list; a system's own numbering is not compared. */
function procedurePair(a: Standing, b: Standing, graceOf: GraceOf): FactPair | null {
  const [one, other] = [a.sighting.procedureCode, b.sighting.procedureCode];
  if (!one || !other || one === other) return null;
  const [x, y] = [baseProcedureCode(one), baseProcedureCode(other)];
  if (!x || !y || x === y) return null;
  const times: [Times, Times] = [sinceReceipt(a, 'procedureCode'), sinceReceipt(b, 'procedureCode')];
  return unordered(a, b, times, graceOf(a.system, b.system), Number.POSITIVE_INFINITY);
}

/** A dossier has its procedure, and the limit that follows from it, from its receipt on. */
function sinceReceipt(standing: Standing, fact: 'procedureCode' | 'limit'): Times {
  const seen = timesOf(standing, fact);
  const received = standing.sighting.receivedAt;
  return received ? { ...seen, since: Math.min(seen.since, toInstant(received, 'end')) } : seen;
}

/** A fee may be set or changed on the way: two are apart only when each was seen after the other was there. */
function feePair(a: Standing, b: Standing, graceOf: GraceOf): FactPair | null {
  const [one, other] = [a.sighting.fee, b.sighting.fee];
  if (one === undefined || other === undefined || one === other) return null;
  const times: [Times, Times] = [timesOf(a, 'fee'), timesOf(b, 'fee')];
  return unordered(a, b, times, graceOf(a.system, b.system), Number.NEGATIVE_INFINITY);
}

function limitPair(a: Standing, b: Standing, graceOf: GraceOf): FactPair | null {
  const [one, other] = [a.sighting.limit, b.sighting.limit];
  if (!one || !other || !limitsDiffer(one, other)) return null;
  const times: [Times, Times] = [sinceReceipt(a, 'limit'), sinceReceipt(b, 'limit')];
  return unordered(a, b, times, graceOf(a.system, b.system), Number.POSITIVE_INFINITY);
}

/** Fee and limit together, so that of two systems one thing is said; what is apart goes before what is pending. */
function termsPair(a: Standing, b: Standing, graceOf: GraceOf): TermsPair | null {
  const [fee, limit] = [feePair(a, b, graceOf), limitPair(a, b, graceOf)];
  if (!fee || !limit) {
    const [pair, term]: [FactPair | null, Term] = fee ? [fee, 'fee'] : [limit, 'limit'];
    return pair && { ...pair, terms: [term] };
  }
  if (fee.kind !== limit.kind) {
    return fee.kind === 'apart' ? { ...fee, terms: ['fee'] } : { ...limit, terms: ['limit'] };
  }
  return { ...fee, terms: ['fee', 'limit'] };
}

const PAYMENT_ORDER: Record<Payment, number> = { unpaid: 0, paid: 1, refunded: 2 };

/** Fees have an order: what was paid was unpaid before, what was refunded was paid. */
function paymentPair(a: Standing, b: Standing, graceOf: GraceOf): FactPair | null {
  const [one, other] = [a.sighting.payment, b.sighting.payment];
  if (!one || !other || one === other) return null;
  const step = PAYMENT_ORDER[one] - PAYMENT_ORDER[other];
  // After a refund a system may well show "unpaid" again.
  if (Math.abs(step) > 1) return null;
  const [ahead, behind] = step > 0 ? [a, b] : [b, a];
  const until = timesOf(ahead, 'payment').since + graceOf(a.system, b.system);
  const apart = timesOf(behind, 'payment').seen > until;
  return { kind: apart ? 'apart' : 'pending', ahead, behind, until };
}

type BoundsOf = (dueAt: LocalTime) => DueBounds | null;

/** Every pair of systems whose values differ. */
export function compareFacts(
  found: Standing[],
  history: readonly PastRun[],
  graceOf: GraceOf,
  boundsOf: BoundsOf,
): Facts {
  let facts: Facts = NO_FACTS;
  const moves = () => mayMove(found, history);
  const add = <Name extends keyof Facts>(name: Name, pair: Facts[Name][number] | null): void => {
    if (!pair) return;
    if (facts === NO_FACTS) facts = { due: [], payment: [], procedure: [], terms: [] };
    const pairs: Facts[Name][number][] = facts[name];
    pairs.push(pair);
  };
  for (let i = 0; i < found.length; i++) {
    for (let j = i + 1; j < found.length; j++) {
      const [a, b] = [found[i], found[j]];
      if (!a || !b) continue;
      add('due', duePair(a, b, graceOf, boundsOf, moves));
      add('payment', paymentPair(a, b, graceOf));
      const procedure = procedurePair(a, b, graceOf);
      if (procedure) add('procedure', procedure);
      else add('terms', termsPair(a, b, graceOf));
    }
  }
  return facts;
}

/** One pair for each system behind: the one that has been apart longest tells the most. */
export function worstPerBehind<P extends { ahead: Standing; behind: Standing; until: number }>(
  pairs: P[],
): P[] {
  const worst = new Map<SystemId, P>();
  for (const pair of pairs) {
    const other = worst.get(pair.behind.system);
    if (!other || pair.until < other.until) worst.set(pair.behind.system, pair);
  }
  return [...worst.values()];
}
