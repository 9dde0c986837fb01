/** When a system may be asked without a click. Off until policy, or the officer where policy leaves it open, names the host. */
import type { SystemId } from '../dossier/sighting';
import type { Ledger } from '../ledger/database';
import type { Settings } from '../policy/settings';
import type { System } from '../systems/system';

/** A system that the officer has not opened for so long may have ended his session: it must not be kept alive. */
const OPENED_MS = 15 * 60_000;
/** How exactly the time of opening is kept. */
const OPENED_STEP_MS = 30_000;

const keyOf = (system: SystemId) => `opened:${system}`;

/** Notes that the officer has a page of this system before him (ms). */
export async function noteOpened(db: Ledger, system: SystemId, now: number): Promise<void> {
  if (now - (await openedAt(db, system)) < OPENED_STEP_MS) return;
  await db.meta.put({ key: keyOf(system), value: now });
}

/** When he last had one, ms; 0: never. */
export async function openedAt(db: Ledger, system: SystemId): Promise<number> {
  const value = (await db.meta.get(keyOf(system)))?.value;
  return typeof value === 'number' ? value : 0;
}

export interface Circumstances {
  /** Host of the request. */
  host: string;
  /** Somebody uses this machine now: neither idle nor locked. */
  attended: boolean;
  /** A page that shows the dossier still stands in its tab. */
  shown: boolean;
  /** ms; see `openedAt`. */
  openedAt: number;
  now: number;
}

/** True when this request may go although nobody clicked. */
export function mayAskAlone(
  { connector, guarded }: System,
  {
    askAutomatically,
    askGuardedAutomatically,
  }: Pick<Settings, 'askAutomatically' | 'askGuardedAutomatically'>,
  { host, attended, shown, openedAt: opened, now }: Circumstances,
): boolean {
  if (!connector?.harmless || !attended || !shown || !askAutomatically.includes(host)) return false;
  if (guarded && !askGuardedAutomatically) return false;
  return opened <= now && now - opened < OPENED_MS;
}
