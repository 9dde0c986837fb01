/** A list of dossiers that is worked through one by one, kept so that a restart of the browser goes on where it was. */
import type { DossierCode } from '../dossier/code';
import type { Batch, BatchItem, CodeOnSystem, Ledger, Try } from './database';

/** Begins a list; the one before it is forgotten. The same list sent twice is one. */
export async function beginBatch(db: Ledger, batch: Batch, codes: readonly DossierCode[]): Promise<void> {
  await db.transaction('rw', db.batches, db.batchItems, async () => {
    if (await db.batches.get(batch.id)) return;
    await Promise.all([db.batches.clear(), db.batchItems.clear()]);
    await db.batches.put(batch);
    await db.batchItems.bulkPut(
      codes.map((code, n): BatchItem => ({ batch: batch.id, n, code, state: 'waiting' })),
    );
  });
}

/** The list at hand, if there is one. */
export async function currentBatch(db: Ledger): Promise<Batch | undefined> {
  return db.batches.toCollection().last();
}

/** Its dossiers in their order. */
export async function itemsOf(db: Ledger, batch: string): Promise<BatchItem[]> {
  return db.batchItems.where('batch').equals(batch).sortBy('n');
}

/**
 * Changes the list's state; dossiers under way go back in line where the list stops.
 * @param from the states that this follows: whoever stopped the list meanwhile is not overruled
 * @returns whether it was changed
 */
export async function steerBatch(
  db: Ledger,
  id: string,
  from: readonly Batch['state'][],
  change: Pick<Batch, 'state' | 'waitsFor' | 'leaveOut' | 'careful'>,
): Promise<boolean> {
  return db.transaction('rw', db.batches, db.batchItems, db.asking, db.tries, async () => {
    const batch = await db.batches.get(id);
    if (!batch || !from.includes(batch.state)) return false;
    const { waitsFor: _, careful: __, ...kept } = batch;
    await db.batches.put({ ...kept, ...change });
    if (change.state === 'running') return true;
    // A worker that dies right after this must not go on with them.
    await db.asking.filter(({ why }) => why === 'batch').modify({ unwanted: true });
    await backInLine(db, id);
    return true;
  });
}

/** Puts what is under way back in line; what was answered so far is not asked for again. */
export async function backInLine(db: Ledger, id: string): Promise<void> {
  await db.transaction('rw', db.batchItems, db.tries, async () => {
    for (const item of await db.batchItems.where({ batch: id, state: 'asked' }).toArray()) {
      const { code, systems = [], since = '', answered = [] } = item;
      const tries = await db.tries.bulkGet(systems.map((system): CodeOnSystem => [code, system]));
      const made = tries.flatMap((one) => (one && isMade(one, since) ? one : []));
      const known = made.filter(({ outcome }) => outcome !== 'not-signed-in').map(({ system }) => system);
      await db.batchItems.put({ ...item, state: 'waiting', answered: [...answered, ...known] });
    }
  });
}

/** A try that was held back answers nothing: somebody else waited for it no longer. Of a host that answers nobody it is the answer. */
export const isMade = ({ at, held }: Try, since: string): boolean =>
  at >= since && (held === undefined || held === 'resting');

/** Writes what became of a dossier. @returns whether the list runs: of one that was stopped meanwhile none is under way */
export async function putItem(db: Ledger, item: BatchItem): Promise<boolean> {
  return db.transaction('rw', db.batches, db.batchItems, async () => {
    const runs = (await db.batches.get(item.batch))?.state === 'running';
    if (!runs && item.state === 'asked') return false;
    // A list that was erased or replaced meanwhile does not come back.
    await db.batchItems
      .where('[batch+n]')
      .equals([item.batch, item.n])
      .modify((_, row) => {
        row.value = item;
      });
    return runs;
  });
}
