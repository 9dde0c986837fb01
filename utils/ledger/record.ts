/**
 * Writing sightings down. Time decides, not the order of arrival: an older sighting never overwrites a newer one, it
 * only fills the history. A failed lookup says nothing of the dossier and goes to `tries` alone.
 */
import type { DossierCode } from '../dossier/code';
import type { LedgerSighting, Sighting, SystemId } from '../dossier/sighting';
import { type CodeLink, type CodeOnSystem, type Ledger, type Run, runsOnSystems, type Try } from './database';
import { groupCodes, linkKey } from './links';
import { type History, insertSighting } from './runs-of-system';

const MINUTE_MS = 60_000;

/**
 * Records sightings in one transaction. Answers the codes (linked ones too) of which a view may now say something else;
 * seen again within the same minute and unchanged is no change.
 */
export async function record(db: Ledger, sightings: readonly Sighting[]): Promise<DossierCode[]> {
  if (sightings.length === 0) return [];
  return db.transaction('rw', db.latest, db.changes, db.links, db.tries, async () => {
    const parts = await Promise.all([
      recordTries(db, sightings),
      learnLinks(db, sightings),
      recordSeen(db, sightings),
    ]);
    const changed = [...new Set(parts.flat())];
    return changed.length ? (await groupCodes(db, changed)).flat() : changed;
  });
}

async function recordSeen(db: Ledger, sightings: readonly Sighting[]): Promise<DossierCode[]> {
  const bySystem = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    if (sighting.outcome !== 'found' && sighting.outcome !== 'not-found') continue;
    const seen = { ...sighting, seenAt: new Date(sighting.seenAt).toISOString() };
    const key = keyOf(seen);
    bySystem.set(key, [...(bySystem.get(key) ?? []), seen]);
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

async function recordTries(db: Ledger, sightings: readonly Sighting[]): Promise<DossierCode[]> {
  const latest = new Map<string, Try>();
  for (const { code, system, outcome, via, seenAt } of sightings) {
    if (via !== 'lookup') continue;
    const key = `${code}\n${system}`;
    const at = new Date(seenAt).toISOString();
    if ((latest.get(key)?.at ?? '') <= at) latest.set(key, { code, system, outcome, at });
  }
  const tries = [...latest.values()];
  // Most sightings are a page's: nothing is read for them.
  if (tries.length === 0) return [];
  const stored = await db.tries.bulkGet(tries.map(({ code, system }) => [code, system]));
  const newer = tries.filter((attempt, i) => (stored[i]?.at ?? '') < attempt.at);
  await db.tries.bulkPut(newer);
  return newer.map(({ code }) => code);
}

/** A page that shows two codes teaches that they are one dossier, unless a person undid that link. */
async function learnLinks(db: Ledger, sightings: readonly Sighting[]): Promise<DossierCode[]> {
  const links = new Map<string, CodeLink>();
  for (const { code, otherCode, outcome, seenAt } of sightings) {
    if (outcome !== 'found' || !otherCode || otherCode === code) continue;
    const [a, b] = linkKey(code, otherCode);
    links.set(`${a}\n${b}`, { a, b, at: new Date(seenAt).toISOString(), by: 'page' });
  }
  const rows = [...links.values()];
  if (rows.length === 0) return [];
  const stored = await db.links.bulkGet(rows.map(({ a, b }) => [a, b]));
  const fresh = rows.filter((_, i) => !stored[i]);
  await db.links.bulkPut(fresh);
  return fresh.flatMap(({ a, b }) => [a, b]);
}

function differs(before: LedgerSighting | undefined, after: LedgerSighting): boolean {
  if (!before) return true;
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof LedgerSighting>;
  for (const field of fields) {
    // Times of values follow the values and `seenAt`.
    if (field === 'facts') continue;
    if (field === 'seenAt') {
      if (minute(before.seenAt) !== minute(after.seenAt)) return true;
    } else if (before[field] !== after[field]) return true;
  }
  return false;
}

function minute(instant: string): number {
  return Math.floor(Date.parse(instant) / MINUTE_MS);
}
