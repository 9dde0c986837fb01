/** The last lookups of this officer, offered again in the popup. */
import type { DossierCode } from '../dossier/code';
import type { IsoInstant } from '../dossier/time';
import type { Ledger } from './database';

/** How many lookups are kept. */
export const RECENT_KEPT = 10;

/** Puts a code first among the last lookups. */
export async function remember(
  db: Ledger,
  code: DossierCode,
  at: IsoInstant = new Date().toISOString(),
): Promise<void> {
  await db.transaction('rw', db.recent, async () => {
    await db.recent.put({ code, at });
    const old = await db.recent.orderBy('at').reverse().offset(RECENT_KEPT).primaryKeys();
    await db.recent.bulkDelete(old);
  });
}

/** The last lookups, newest first. */
export async function recent(db: Ledger): Promise<DossierCode[]> {
  return db.recent.orderBy('at').reverse().limit(RECENT_KEPT).primaryKeys();
}
