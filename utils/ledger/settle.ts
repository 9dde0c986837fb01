/**
 * Long lists are put down as they came, which takes one write for many rows, and put where they belong afterwards, part by
 * part: between two parts every other question has its turn. A worker that dies in between goes on with its next life.
 */
import type { DossierCode } from '../dossier/code';
import type { Ledger } from './database';
import { foldIn } from './fold-in';
import { groupCodes } from './links';

/** Puts the next part where it belongs. @returns the codes that now say something else; null: none is left */
export async function settleNext(db: Ledger): Promise<DossierCode[] | null> {
  return db.transaction('rw', db.latest, db.changes, db.arrivals, async () => {
    const next = await db.arrivals.orderBy(':id').first();
    if (next?.id === undefined) return null;
    const [changed] = await Promise.all([foldIn(db, next.sightings), db.arrivals.delete(next.id)]);
    return changed;
  });
}

/** All parts, with a pause after each. @returns the codes, linked ones too, of which a view may now say something else */
export async function settle(db: Ledger, pause: () => Promise<void>): Promise<DossierCode[]> {
  const changed = new Set<DossierCode>();
  for (;;) {
    const codes = await settleNext(db);
    if (!codes) return changed.size > 0 ? (await groupCodes(db, [...changed])).flat() : [];
    for (const code of codes) changed.add(code);
    await pause();
  }
}
