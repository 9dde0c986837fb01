/** Systems that the officer wants left alone for a while. */
import type { SystemId } from '../dossier/sighting';
import { nowInstant } from '../dossier/time';
import type { Ledger } from './database';

/** @param until ms since 1970 */
export async function pauseSystem(db: Ledger, system: SystemId, until: number): Promise<void> {
  await db.pauses.put({ system, until: nowInstant(until) });
}

export async function endPause(db: Ledger, system: SystemId): Promise<void> {
  await db.pauses.delete(system);
}

/** The systems that are left alone at `now` (ms). */
export async function pausedSystems(db: Ledger, now: number): Promise<Set<SystemId>> {
  const rows = await db.pauses.toArray();
  return new Set(rows.filter(({ until }) => until > nowInstant(now)).map(({ system }) => system));
}
