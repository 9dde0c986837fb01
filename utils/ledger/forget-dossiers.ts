/** Takes single dossiers out of the ledger, with everything that names them; sums that name nobody stay. */
import Dexie, { type Table } from 'dexie';
import type { DossierCode } from '../dossier/code';
import type { Ledger } from './database';
import { forgetSpared } from './papers';
import { forgetPilot } from './pilot';

/** @param codes all codes of each dossier that is to go @returns how many rows went */
export async function forgetDossiers(db: Ledger, codes: readonly DossierCode[]): Promise<number> {
  return db.transaction('rw', db.tables, async () => {
    const byCode = [db.latest, db.changes, db.tries, db.asking].flatMap((table: Table) =>
      codes.map((code) => beginningWith(table, '[code+system]', code).delete()),
    );
    const gone = await Promise.all([
      ...byCode,
      ...codes.map((code) => beginningWith(db.dismissals, '[code+finding]', code).delete()),
      db.links.where('a').anyOf(codes).delete(),
      db.links.where('b').anyOf(codes).delete(),
      db.recent.where('code').anyOf(codes).delete(),
      forgetPilot(db, await pilotRows(db, codes)),
      forgetSpared(db, codes),
    ]);
    return gone.reduce((sum, count) => sum + count, 0);
  });
}

/** The rows whose compound key begins with the code. */
function beginningWith(table: Table, index: string, code: DossierCode) {
  return table.where(index).between([code], [code, Dexie.maxKey]);
}

async function pilotRows(db: Ledger, codes: readonly DossierCode[]) {
  const rows = await Promise.all(
    codes.map((code) => beginningWith(db.pilot, '[code+finding+facts]', code).toArray()),
  );
  return rows.flat();
}
