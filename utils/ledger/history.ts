/** The states that systems left: what they said of dossiers before their latest word. Reads only. */
import Dexie from 'dexie';
import type { DossierCode } from '../dossier/code';
import type { Ledger, Run } from './database';

/** The ended runs of each group of codes, in the groups' order; one read a code, all at once. */
export async function historyOf(db: Ledger, groups: readonly DossierCode[][]): Promise<Run[][]> {
  return db.transaction('r', db.changes, () =>
    Promise.all(
      groups.map(async (codes) => {
        const runs = await Promise.all(
          codes.map((code) =>
            db.changes.where('[code+system]').between([code, Dexie.minKey], [code, Dexie.maxKey]).toArray(),
          ),
        );
        return runs.flat();
      }),
    ),
  );
}
