/** Forgetting: what is kept counts as personal data, so it goes on time and on demand. */
import type { IsoInstant } from '../dossier/time';
import { type Ledger, rowsOfCodes } from './database';
import { pruneSpared } from './papers';
import { prunePilot } from './pilot';

const DAY_MS = 86_400_000;

/** Deletes everything last seen, tried or looked up more than `retentionDays` before `now` (ms). Answers how many rows went. */
export async function prune(
  db: Ledger,
  { retentionDays, now }: { retentionDays: number; now: number },
): Promise<number> {
  const before: IsoInstant = new Date(now - retentionDays * DAY_MS).toISOString();
  return db.transaction('rw', db.tables, async () => {
    const gone = await Promise.all([
      db.latest.where('seenAt').below(before).delete(),
      db.changes.where('until').below(before).delete(),
      db.tries.where('at').below(before).delete(),
      db.asking.where('since').below(before).delete(),
      db.recent.where('at').below(before).delete(),
      db.activity.where('at').below(before).delete(),
      db.dismissals.where('at').below(before).delete(),
      pruneBatches(db, before),
    ]);
    return (
      gone.reduce((sum, count) => sum + count, 0) +
      (await pruneLinks(db, before)) +
      (await pruneSpared(db, before)) +
      (await prunePilot(db, before))
    );
  });
}

/** A list goes with all its dossiers. */
async function pruneBatches(db: Ledger, before: IsoInstant): Promise<number> {
  const old = await db.batches.where('at').below(before).primaryKeys();
  await db.batches.bulkDelete(old);
  return db.batchItems.where('batch').anyOf(old).delete();
}

/** Old links of which neither code is known any more, undone ones too. */
async function pruneLinks(db: Ledger, before: IsoInstant): Promise<number> {
  const links = await db.links.filter(({ at }) => at < before).toArray();
  if (links.length === 0) return 0;
  const codes = [...new Set(links.flatMap(({ a, b }) => [a, b]))];
  const known = new Set((await rowsOfCodes(db.latest, codes)).map(({ code }) => code));
  const idle = links.filter(({ a, b }) => !known.has(a) && !known.has(b));
  await db.links.bulkDelete(idle.map(({ a, b }) => [a, b]));
  return idle.length;
}

/**
 * Erases all that was ever kept of dossiers. Settings stand elsewhere and stay; so do hosts' paces and pauses, which
 * name no dossier: erasing must not be a way to ask faster.
 */
export async function eraseAll(db: Ledger): Promise<void> {
  const kept = new Set([db.hosts.name, db.pauses.name]);
  const tables = db.tables.filter(({ name }) => !kept.has(name));
  await db.transaction('rw', tables, () => Promise.all(tables.map((table) => table.clear())));
}
