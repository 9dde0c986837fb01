/** Puts sightings where they belong: into the latest state of each code on each system, and into the history behind it. */
import type { DossierCode } from '../dossier/code';
import { isSameValue } from '../dossier/limit';
import type { LedgerSighting, Sighting, SystemId } from '../dossier/sighting';
import { type CodeOnSystem, type Ledger, type Run, runsOnSystems } from './database';
import { type History, insertSighting } from './runs-of-system';

const MINUTE_MS = 60_000;

/** Within a transaction of the caller's. @returns the codes of which a view may now say something else */
export async function foldIn(db: Ledger, sightings: readonly Sighting[]): Promise<DossierCode[]> {
  const bySystem = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const key = keyOf(sighting);
    bySystem.set(key, [...(bySystem.get(key) ?? []), sighting]);
  }
  const groups = [...bySystem.values()].map((group) => group.sort((x, y) => (x.seenAt < y.seenAt ? -1 : 1)));
  const keys = groups.map((group): CodeOnSystem => [group[0]?.code ?? '', group[0]?.system ?? '']);
  const before = await db.latest.bulkGet(keys);
  const runs = await runsOf(
    db,
    groups.filter((group, i) => isLate(before[i], group)),
  );
  const touched = new Set<Run>();
  const after = groups.map((group, i) => {
    const start: History = { latest: before[i], ended: runs.get(keyOf(group[0])) ?? [], touched };
    return group.reduce(insertSighting, start).latest;
  });
  await Promise.all([
    db.latest.bulkPut(after.flatMap((latest) => latest ?? [])),
    touched.size > 0 ? db.changes.bulkPut([...touched]) : undefined,
  ]);
  return after.flatMap((latest, i) => (latest && differs(before[i], latest) ? [latest.code] : []));
}

function keyOf(row: { code: DossierCode; system: SystemId } | undefined): string {
  return `${row?.code}\n${row?.system}`;
}

/** Only what comes late is put among the runs that ended: else they need not be read. */
function isLate(known: LedgerSighting | undefined, group: readonly Sighting[]): boolean {
  return known !== undefined && group.some(({ seenAt }) => seenAt < known.seenAt);
}

async function runsOf(db: Ledger, groups: readonly Sighting[][]): Promise<Map<string, Run[]>> {
  const keys = groups.flatMap(([first]): CodeOnSystem[] => (first ? [[first.code, first.system]] : []));
  const runs = new Map<string, Run[]>();
  for (const run of await runsOnSystems(db, keys))
    runs.set(keyOf(run), [...(runs.get(keyOf(run)) ?? []), run]);
  return runs;
}

function differs(before: LedgerSighting | undefined, after: LedgerSighting): boolean {
  if (!before) return true;
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof LedgerSighting>;
  for (const field of fields) {
    // Times of values follow the values and `seenAt`; that it was shown once more is no news.
    if (field === 'facts' || field === 'shownAt') continue;
    if (field === 'seenAt') {
      if (minute(before.seenAt) !== minute(after.seenAt)) return true;
    } else if (!isSameValue(before[field], after[field])) return true;
  }
  return false;
}

function minute(instant: string): number {
  return Math.floor(Date.parse(instant) / MINUTE_MS);
}
