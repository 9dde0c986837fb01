/** Questions to other systems as the ledger sees them: written before the request goes, removed with its answer. */
import type { DossierCode } from '../dossier/code';
import type { Sighting } from '../dossier/sighting';
import type { Asking, CodeOnSystem, Ledger, Try } from './database';
import { record } from './record';

/** Writes questions down. One that is written already stays as it is. */
export async function startAsking(db: Ledger, questions: readonly Asking[]): Promise<void> {
  await db.transaction('rw', db.asking, async () => {
    const stored = await db.asking.bulkGet(questions.map(({ code, system }): CodeOnSystem => [code, system]));
    await db.asking.bulkPut(questions.filter((_, i) => !stored[i]));
  });
}

/**
 * Ends a question: what was answered (under each code that was asked), the try and the end of asking are written together, so that a
 * worker's death leaves either all or nothing. A question that was erased meanwhile leaves no trace.
 */
export async function endAsking(
  db: Ledger,
  attempt: Try,
  answers: readonly Sighting[] = [],
): Promise<DossierCode[]> {
  const tables = [db.asking, db.latest, db.changes, db.links, db.tries];
  return db.transaction('rw', tables, async () => {
    const key: CodeOnSystem = [attempt.code, attempt.system];
    if (!(await db.asking.get(key))) return [];
    await db.asking.delete(key);
    const changed = await record(db, answers);
    await db.tries.put(attempt);
    return [...new Set([attempt.code, ...changed])];
  });
}

/** Takes a question back without an answer. */
export async function dropAsking(db: Ledger, code: DossierCode, system: string): Promise<void> {
  await db.asking.delete([code, system]);
}
