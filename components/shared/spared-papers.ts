/** How many papers were not asked for, by the database that holds their data. */
import type { PaperId } from '../../utils/dossier/paper';
import type { Ledger } from '../../utils/ledger/database';
import { sparedPapers } from '../../utils/ledger/papers';
import { databaseOf } from '../../utils/reuse/databases';
import type { SparedCount } from './sources';

/** @returns databases with at least one paper, most papers first */
export async function sparedByDatabase(db: Ledger): Promise<SparedCount[]> {
  const sums = new Map<string, number>();
  for (const [paper, count] of Object.entries(await sparedPapers(db))) {
    const { id } = databaseOf(paper as PaperId);
    sums.set(id, (sums.get(id) ?? 0) + count);
  }
  return [...sums]
    .map(([database, papers]) => ({ database, papers }))
    .sort((one, other) => other.papers - one.papers);
}
