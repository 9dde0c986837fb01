/**
 * Sightings of one dossier on one system, folded into the latest state and since when it holds.
 *
 *   10:00 processing, 11:00 processing, 12:00 resolved, 13:00 resolved (statusAt 11:40)
 *   → resolved, first seen 12:00, since 11:40, seen 13:00
 */
import { fold } from './fold';
import { isSameValue } from './limit';
import { baseProcedureCode } from './procedure-code';
import type { FactTimes, LedgerSighting, Sighting, TimedFact } from './sighting';
import type { CanonicalStatus } from './status';
import { type IsoInstant, type LocalTime, nowInstant, toInstant } from './time';

/** States that end the work: in them `resolvedAt` is when the state began. */
const ENDED: CanonicalStatus[] = ['resolved', 'returned', 'rejected', 'stopped', 'withdrawn', 'cancelled'];
/** What stays true of a dossier whatever page shows it. */
const STANDING_FACTS = [
  'otherCode',
  'receivedAt',
  'procedureCode',
  'procedureName',
  'channel',
  'fee',
  'limit',
] as const;
/** What stays true while the state does not change. */
const STATE_FACTS = ['statusAt', 'resolvedAt', 'dueAt'] as const;

/** What may change while the state does not: each with its own times. */
const TIMED_FACTS: TimedFact[] = ['dueAt', 'payment', 'procedureCode', 'fee', 'limit'];

type FactValue = NonNullable<Sighting[TimedFact]>;

/** How much a sighting says of the state: a failed lookup nothing, a page without a status only that it is there. */
function weight(sighting: Sighting): 0 | 1 | 2 {
  if (sighting.outcome === 'not-found') return 2;
  if (sighting.outcome !== 'found') return 0;
  return sighting.status || sighting.statusText ? 2 : 1;
}

/** Equal for two sightings of one state. Unknown words are the same state only when they are the same words. */
function stateOf(sighting: Sighting): string {
  const { outcome, status, statusText } = sighting;
  return status && status !== 'unknown' ? status : `${outcome} ${fold(statusText ?? '')}`;
}

/** The event's own time as the page words it: when the state began, or the end of the work where the state is an end. */
export function eventTime(sighting: Sighting): LocalTime | undefined {
  const ended = sighting.status && ENDED.includes(sighting.status) ? sighting.resolvedAt : undefined;
  if (!sighting.statusAt || !ended) return sighting.statusAt ?? ended;
  return toInstant(ended, 'end') < toInstant(sighting.statusAt, 'end') ? ended : sighting.statusAt;
}

function since(sighting: Sighting, firstSeenAt: IsoInstant): IsoInstant {
  const event = eventTime(sighting);
  const began = event ? toInstant(event, 'end') : Number.NaN;
  return began < toInstant(firstSeenAt) ? nowInstant(began) : firstSeenAt;
}

function startRun(sighting: Sighting): LedgerSighting {
  return { ...sighting, firstSeenAt: sighting.seenAt, statusSince: since(sighting, sighting.seenAt) };
}

function withFacts<T extends Sighting>(to: T, from: Sighting, fields: readonly (keyof Sighting)[]): T {
  const missing = fields.filter((field) => to[field] === undefined && from[field] !== undefined);
  return missing.length ? { ...to, ...Object.fromEntries(missing.map((field) => [field, from[field]])) } : to;
}

/** Order of two sightings of one system: by time; at one instant by state, so that their order of arrival is nothing. */
function compareStates(a: Sighting, b: Sighting): number {
  const between = toInstant(a.seenAt) - toInstant(b.seenAt);
  return between || (stateOf(a) < stateOf(b) ? -1 : stateOf(a) > stateOf(b) ? 1 : 0);
}

function compareSightings(a: Sighting, b: Sighting): number {
  const event = (one: Sighting) => toInstant(eventTime(one) ?? '1990-01-01');
  return compareStates(a, b) || event(a) - event(b);
}

/**
 * The run after one more sighting of the same code on the same system; sightings may come late. The latest state wins
 * whatever the order. A late sighting never moves `since` back (what lay between is not known); one of another state
 * inside the run breaks it. Failed lookups change nothing once a state is known.
 * @param absentAt when the system was last seen not to have the dossier, before `previous`: no state of before comes back
 */
export function foldRun(
  previous: LedgerSighting | undefined,
  sighting: Sighting,
  absentAt?: IsoInstant,
): LedgerSighting {
  const again = shownAgain(previous, sighting);
  return again ?? withTimes(foldState(previous, sighting, absentAt), previous, sighting);
}

/** A late not-found from before a page showed the dossier again, without a state: which one it has now, nobody knows. */
function shownAgain(previous: LedgerSighting | undefined, sighting: Sighting): LedgerSighting | undefined {
  if (!previous?.shownAt || sighting.outcome !== 'not-found') return undefined;
  if (compareStates(sighting, previous) < 0 || !isAfter(previous.shownAt, sighting)) return undefined;
  const { code, system, outcome, via, shownAt } = previous;
  return startRun({ code, system, outcome, via, seenAt: shownAt });
}

function isAfter(instant: IsoInstant, { seenAt }: Sighting): boolean {
  return toInstant(instant) > toInstant(seenAt);
}

/** Keeps when a page without a state showed the dossier last; nothing where the state itself was seen later. */
function withShown(run: LedgerSighting, shownAt: IsoInstant | undefined): LedgerSighting {
  const latest = shownAt && isAfter(shownAt, { ...run, seenAt: run.shownAt ?? run.seenAt });
  return latest ? { ...run, shownAt } : run;
}

function foldState(
  previous: LedgerSighting | undefined,
  sighting: Sighting,
  absentAt: IsoInstant | undefined,
): LedgerSighting {
  if (!previous) return startRun(sighting);
  const late = compareStates(sighting, previous) < 0;
  const [before, now] = [weight(previous), weight(sighting)];
  const foundBoth = previous.outcome === 'found' && sighting.outcome === 'found';

  if (now === 0) return before > 0 || late ? previous : continueRun(previous, sighting);
  if (before === 0) return startRun(sighting);
  // A page without a status says the dossier is there; its state stays what was seen, when it was seen.
  if (now === 1 && foundBoth && before === 2) {
    return withShown(withFacts(previous, sighting, STANDING_FACTS), sighting.seenAt);
  }
  const isPast = absentAt !== undefined && toInstant(sighting.seenAt) < toInstant(absentAt);
  if (now === 2 && foundBoth && before === 1 && isPast) return previous;
  if (now === 2 && foundBoth && before === 1) {
    return withShown(startRun(withFacts(sighting, previous, STANDING_FACTS)), previous.seenAt);
  }
  if (!late) {
    const next = continueRun(previous, sighting);
    return foundBoth ? withShown(next, previous.shownAt) : next;
  }

  const broken =
    stateOf(sighting) !== stateOf(previous) && toInstant(sighting.seenAt) >= toInstant(previous.firstSeenAt);
  const latest = broken ? lastOf(previous) : previous;
  return foundBoth ? withFacts(latest, sighting, STANDING_FACTS) : latest;
}

/** Of a run found broken only the last sighting is sure; times of events may be of what came before the break. */
function lastOf(run: LedgerSighting): LedgerSighting {
  const { statusAt: _statusAt, resolvedAt: _resolvedAt, ...rest } = run;
  return startRun(rest);
}

/** One value in other words: a list shows the day, a detail page the hour; a code with the agency's tail. */
function isSameFact(fact: TimedFact, one: FactValue, other: FactValue): boolean {
  if (isSameValue(one, other)) return true;
  if (typeof one !== 'string' || typeof other !== 'string' || fact === 'payment') return false;
  if (fact === 'dueAt') return one.slice(0, 10) === other.slice(0, 10);
  const base = baseProcedureCode(one);
  return base !== null && base === baseProcedureCode(other);
}

/** Gives each timed value of the folded run its times; a payment stays true until a page says otherwise. */
function withTimes(
  run: LedgerSighting,
  previous: LedgerSighting | undefined,
  sighting: Sighting,
): LedgerSighting {
  if (run.outcome !== 'found') return run;
  const facts: Partial<Record<TimedFact, FactTimes>> = {};
  const values: Partial<Record<TimedFact, FactValue>> = {};
  for (const fact of TIMED_FACTS) {
    const known = previous?.outcome === 'found' ? previous[fact] : undefined;
    const said = sighting.outcome === 'found' ? sighting[fact] : undefined;
    const kept = fact === 'payment' ? (run[fact] ?? known) : run[fact];
    const times = known === undefined ? undefined : timesOf(previous, fact);
    if (said === undefined || !isNews(sighting, times)) {
      if (kept === undefined) continue;
      if (times && known !== undefined && isSameValue(kept, known))
        facts[fact] = broken(fact, times, known, said, sighting);
      else facts[fact] = { since: sighting.seenAt, seen: sighting.seenAt };
      values[fact] = kept;
    } else {
      const goesOn = times && known !== undefined && isSameFact(fact, known, said);
      facts[fact] = { since: goesOn ? times.since : sighting.seenAt, seen: sighting.seenAt };
      values[fact] = said;
    }
  }
  const { facts: _facts, ...bare } = run;
  return Object.keys(facts).length ? { ...bare, ...(values as Partial<Sighting>), facts } : bare;
}

function timesOf(run: LedgerSighting | undefined, fact: TimedFact): FactTimes | undefined {
  return run && (run.facts?.[fact] ?? { since: run.seenAt, seen: run.seenAt });
}

function isNews({ seenAt }: Sighting, times: FactTimes | undefined): boolean {
  return !times || toInstant(seenAt) >= toInstant(times.seen);
}

/** A late sighting of another value breaks the run that it lies in. */
function broken(
  fact: TimedFact,
  times: FactTimes,
  known: FactValue,
  said: FactValue | undefined,
  { seenAt }: Sighting,
): FactTimes {
  const inside = said !== undefined && toInstant(seenAt) >= toInstant(times.since);
  return inside && !isSameFact(fact, known, said) ? { since: times.seen, seen: times.seen } : times;
}

function continueRun(previous: LedgerSighting, sighting: Sighting): LedgerSighting {
  const facts = previous.outcome === 'found' && sighting.outcome === 'found' ? STANDING_FACTS : [];
  if (stateOf(previous) !== stateOf(sighting)) return startRun(withFacts(sighting, previous, facts));
  const { firstSeenAt, statusSince } = previous;
  const latest = since(sighting, firstSeenAt);
  return {
    ...withFacts(sighting, previous, [...facts, ...STATE_FACTS]),
    firstSeenAt,
    statusSince: toInstant(latest) < toInstant(statusSince) ? latest : statusSince,
  };
}

/** All sightings of one code on one system, in any order, as one run; exact, since it sees them all. Undefined for none. */
export function foldSightings(sightings: Sighting[]): LedgerSighting | undefined {
  let run: LedgerSighting | undefined;
  for (const sighting of [...sightings].sort(compareSightings)) run = foldRun(run, sighting);
  return run;
}
