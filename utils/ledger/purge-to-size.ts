/**
 * Forgetting for want of room: when the ledger takes more than it may, the dossiers seen longest ago go first, and none
 * that is still open or out of sync before all that are settled.
 *
 *   used 60 MB of 40 → keep 40 × 0.75 / 60 = half of the rows → diary, then settled, then open dossiers, oldest first
 */
import type { DossierCode } from '../dossier/code';
import type { IsoInstant } from '../dossier/time';
import { codesOf, type Ledger } from './database';
import { find, type LedgerFile } from './find';
import { forgetDossiers } from './forget-dossiers';

/** Down to this share of the limit, so that it is not reached again the same day. */
const LEAVE_SHARE = 0.75;
/** Dossiers judged, and dossiers deleted, between two pauses. */
const SLICE = 200;
/** Rows of the diary that the officer can see anyway; older ones go before any dossier. */
const DIARY_KEPT = 5_000;
/** The store gives room back late: as long as so many rows are not new, it is still that of the last purge. */
const GROWN = 1.1;
const PURGED = 'purged-to-size';

/** What the browser says that the ledger takes, and what it may take. */
export interface SizeLimit {
  usedBytes: number;
  limitBytes: number;
}

export interface PurgePorts {
  /** Which of these dossiers are open or out of sync: they go last. */
  stillOpen(files: readonly LedgerFile[]): Promise<boolean[]>;
  /** Lets others have their turn. */
  pause(): Promise<void>;
}

interface Aged {
  codes: DossierCode[];
  seenAt: IsoInstant;
  open: boolean;
}

/** Does nothing below the limit. @returns how many dossiers went */
export async function purgeToSize(
  db: Ledger,
  { usedBytes, limitBytes }: SizeLimit,
  ports: PurgePorts,
): Promise<number> {
  if (usedBytes <= limitBytes) return 0;
  if ((await rowsKept(db)) <= (await rowsAfterLast(db)) * GROWN) return 0;
  const gone = await purgeToShare(db, (LEAVE_SHARE * limitBytes) / usedBytes, ports);
  await db.meta.put({ key: PURGED, value: await rowsKept(db) });
  return gone;
}

/** Keeps this share of the rows, of 1. @returns how many dossiers went */
export async function purgeToShare(db: Ledger, share: number, ports: PurgePorts): Promise<number> {
  let tooMany = Math.ceil((await rowsKept(db)) * (1 - share));
  tooMany -= await shortenDiary(db, tooMany);
  let gone = 0;
  if (tooMany > 0) {
    const aged = await agesOf(db, ports);
    for (let at = 0; at < aged.length && tooMany > 0; ) {
      // No more than needed: a dossier has a row or more.
      const slice = aged.slice(at, at + Math.min(SLICE, tooMany));
      tooMany -= await forgetDossiers(
        db,
        slice.flatMap(({ codes }) => codes),
      );
      gone += slice.length;
      at += slice.length;
      await ports.pause();
    }
  }
  return gone;
}

/** All rows of all tables. */
export async function rowsKept(db: Ledger): Promise<number> {
  const counts = await Promise.all(db.tables.map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function rowsAfterLast(db: Ledger): Promise<number> {
  const value = (await db.meta.get(PURGED))?.value;
  return typeof value === 'number' ? value : 0;
}

async function shortenDiary(db: Ledger, atMost: number): Promise<number> {
  const old = Math.min(atMost, (await db.activity.count()) - DIARY_KEPT);
  if (old <= 0) return 0;
  const keys = await db.activity.orderBy('at').limit(old).primaryKeys();
  await db.activity.bulkDelete(keys);
  return keys.length;
}

/** Every dossier, the first to go first. */
async function agesOf(db: Ledger, { stillOpen, pause }: PurgePorts): Promise<Aged[]> {
  const codes = await codesOf(db);
  const done = new Set<DossierCode>();
  const aged: Aged[] = [];
  for (let at = 0; at < codes.length; at += SLICE) {
    const files = await find(
      db,
      codes.slice(at, at + SLICE).filter((code) => !done.has(code)),
    );
    const open = await stillOpen(files);
    files.forEach((file, i) => {
      for (const code of file.codes) done.add(code);
      const seenAt = file.sightings.reduce((last, one) => (one.seenAt > last ? one.seenAt : last), '');
      aged.push({ codes: file.codes, seenAt, open: open[i] ?? true });
    });
    await pause();
  }
  return aged.sort((x, y) => Number(x.open) - Number(y.open) || (x.seenAt < y.seenAt ? -1 : 1));
}
