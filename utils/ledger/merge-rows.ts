/**
 * Taking rows of another ledger in, by this one's own rules: what is not known is taken as it is; what both know is told
 * again sighting by sighting, so that time decides. The same rows a second time change nothing.
 */
import type { DossierCode } from '../dossier/code';
import { isSameValue } from '../dossier/limit';
import type { FactTimes, LedgerSighting, Sighting, TimedFact } from '../dossier/sighting';
import { type IsoInstant, type LocalTime, nowInstant, parseTime, toInstant } from '../dossier/time';
import { type CodeOnSystem, type Ledger, type Run, runsOnSystems } from './database';
import { groupCodes } from './links';
import { type History, insertSighting } from './runs-of-system';
import type { TransferRows } from './transfer-schema';

export interface Merged {
  /** Codes of which a view may now say something else. */
  changed: DossierCode[];
  /** Rows that are older than what is kept at all. */
  tooOld: number;
}

/** One transaction: all of these rows, or none. @param before what was last seen earlier is not taken */
export async function mergeRows(db: Ledger, rows: TransferRows, before: IsoInstant): Promise<Merged> {
  const sightings = rows.sightings.filter(({ seenAt }) => seenAt >= before);
  const tooOld = rows.sightings.length - sightings.length;
  const tables = [db.latest, db.changes, db.links, db.dismissals];
  const changed = await db.transaction('rw', tables, async () => {
    const parts = await Promise.all([
      mergeSightings(db, sightings, rows.runs),
      mergeLinks(db, rows.links),
      mergeDismissals(
        db,
        rows.dismissals.filter(({ at }) => at >= before),
      ),
    ]);
    const codes = [...new Set(parts.flat())];
    return codes.length > 0 ? (await groupCodes(db, codes)).flat() : codes;
  });
  return { changed, tooOld };
}

const keyOf = ({ code, system }: Pick<Sighting, 'code' | 'system'>): string => `${code}\n${system}`;

async function mergeSightings(
  db: Ledger,
  theirs: readonly LedgerSighting[],
  theirRuns: readonly Run[],
): Promise<DossierCode[]> {
  const keys = theirs.map(({ code, system }): CodeOnSystem => [code, system]);
  const mine = await db.latest.bulkGet(keys);
  const known = keys.filter((_, i) => mine[i]);
  const myRuns = byKey(await runsOnSystems(db, known));
  const runs = byKey(theirRuns);
  const latest: LedgerSighting[] = [];
  const begun: Run[] = [];
  const gone: number[] = [];
  const changed: DossierCode[] = [];
  theirs.forEach((their, i) => {
    const key = keyOf(their);
    const history = runs.get(key) ?? [];
    const known = mine[i];
    const before = known && { latest: known, ended: myRuns.get(key) ?? [] };
    const after = before
      ? together(before, { latest: their, ended: history })
      : { latest: their, ended: history };
    const kept = new Map((before?.ended ?? []).map((run) => [wordsOf(run), run.id]));
    const fresh = after.ended.filter((run) => !kept.delete(wordsOf(run)));
    if (before && isSame(before.latest, after.latest) && fresh.length + kept.size === 0) return;
    latest.push(after.latest);
    begun.push(...fresh);
    gone.push(...[...kept.values()].flatMap((id) => id ?? []));
    changed.push(their.code);
  });
  await Promise.all([db.latest.bulkPut(latest), db.changes.bulkDelete(gone)]);
  await db.changes.bulkPut(begun);
  return changed;
}

interface Known {
  latest: LedgerSighting;
  ended: Run[];
}

function byKey(runs: readonly Run[]): Map<string, Run[]> {
  const groups = new Map<string, Run[]>();
  for (const run of runs) groups.set(keyOf(run), [...(groups.get(keyOf(run)) ?? []), run]);
  return groups;
}

/** What two ledgers saw, told again from the beginning in the order of time. */
function together(mine: Known, theirs: Known): Known {
  const known = new Set(mine.ended.map(wordsOf));
  if (isSame(mine.latest, theirs.latest) && theirs.ended.every((run) => known.has(wordsOf(run)))) return mine;
  const told = [mine, theirs].flatMap(({ latest, ended }) => sightingsIn(latest, ended)).sort(byTime);
  const start: History = { latest: undefined, ended: [], touched: new Set() };
  const { latest, ended } = told.reduce(insertSighting, start);
  return { latest: latest ? notTooEarly(latest, [mine.latest, theirs.latest]) : mine.latest, ended };
}

/**
 * A ledger keeps when a value began, not what stood there before: of two times the later one counts, since between them
 * another value may have stood.
 */
function notTooEarly(latest: LedgerSighting, sources: readonly LedgerSighting[]): LedgerSighting {
  const facts = { ...latest.facts };
  for (const [fact, times] of Object.entries(facts) as [TimedFact, FactTimes][]) {
    for (const source of sources) {
      const since = source.facts?.[fact]?.since ?? '';
      const known = facts[fact] ?? times;
      if (since > known.since && isSameValue(source[fact], latest[fact])) facts[fact] = { ...known, since };
    }
  }
  return latest.facts ? { ...latest, facts } : latest;
}

function byTime(one: Sighting, other: Sighting): number {
  return one.seenAt < other.seenAt ? -1 : one.seenAt > other.seenAt ? 1 : 0;
}

/** A run without this machine's number for it. */
function wordsOf({ at, until, since, outcome, status, statusText }: Run): string {
  return [at, until, since, outcome, status ?? '', statusText ?? ''].join('\n');
}

function isSame(one: LedgerSighting, other: LedgerSighting): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof LedgerSighting>;
  return [...fields].every((field) =>
    field === 'facts' ? isSameFacts(one.facts, other.facts) : isSameValue(one[field], other[field]),
  );
}

function isSameFacts(one: LedgerSighting['facts'] = {}, other: LedgerSighting['facts'] = {}): boolean {
  return (['dueAt', 'payment', 'procedureCode', 'fee', 'limit'] as const).every(
    (fact) => one[fact]?.since === other[fact]?.since && one[fact]?.seen === other[fact]?.seen,
  );
}

/** What must have been seen for a ledger to hold this, in the order of time. */
export function sightingsIn(
  { firstSeenAt, statusSince, shownAt, facts = {}, ...last }: LedgerSighting,
  runs: readonly Run[],
): Sighting[] {
  const { code, system, via, seenAt, outcome } = last;
  const seen = (at: IsoInstant, more: Partial<Sighting>): Sighting => ({
    code,
    system,
    via,
    outcome: 'found',
    ...more,
    seenAt: at,
  });
  const words = ({ status, statusText }: Pick<Sighting, 'status' | 'statusText'>) => ({
    ...(status && { status }),
    ...(statusText && { statusText }),
  });
  const state = { outcome, ...words(last) };
  const told = runs.flatMap((run) => {
    const said = { outcome: run.outcome, ...words(run) };
    const began = run.since < run.at ? { statusAt: pageTime(run.since) } : {};
    return [seen(run.at, { ...said, ...began }), seen(run.until, said)];
  });
  const began = statusSince < firstSeenAt ? { statusAt: last.statusAt ?? pageTime(statusSince) } : {};
  const beginning = seen(firstSeenAt, { ...state, ...began });
  const current: Sighting = { ...last };
  for (const [fact, times] of Object.entries(facts) as [TimedFact, FactTimes][]) {
    const value = { [fact]: last[fact] };
    if (times.since <= firstSeenAt && firstSeenAt <= times.seen) Object.assign(beginning, value);
    for (const at of new Set([times.since, times.seen]))
      if (at !== seenAt && at !== firstSeenAt) told.push(seen(at, value));
    if (times.seen < seenAt || times.since > seenAt) delete current[fact];
  }
  if (firstSeenAt !== seenAt) told.push(beginning);
  if (shownAt) told.push(seen(shownAt, {}));
  return [...told, current].sort(byTime);
}

/** As a page would word it, in whole seconds, never too early. */
function pageTime(at: IsoInstant): LocalTime {
  const time = parseTime(nowInstant(Math.ceil(toInstant(at) / 1_000) * 1_000));
  if (!time) throw new Error('an instant of the ledger is no time');
  return time;
}

/** A person's word goes before a page's, and a later one before an earlier. */
async function mergeLinks(db: Ledger, theirs: TransferRows['links']): Promise<DossierCode[]> {
  const mine = await db.links.bulkGet(theirs.map(({ a, b }) => [a, b]));
  const taken = theirs.filter((their, i) => {
    const known = mine[i];
    if (!known) return true;
    return their.by === 'hand' && (known.by === 'page' || their.at > known.at);
  });
  await db.links.bulkPut(taken);
  return taken.flatMap(({ a, b }) => [a, b]);
}

async function mergeDismissals(db: Ledger, theirs: TransferRows['dismissals']): Promise<DossierCode[]> {
  const mine = await db.dismissals.bulkGet(theirs.map(({ code, finding }) => [code, finding]));
  const taken = theirs.filter((their, i) => (mine[i]?.at ?? '') < their.at);
  await db.dismissals.bulkPut(taken);
  return taken.map(({ code }) => code);
}
