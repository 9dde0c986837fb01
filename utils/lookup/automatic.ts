/** When a system may be asked without a click. Off until policy, or the officer where policy leaves it open, names the host. */
import type { DossierCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import type { Ledger } from '../ledger/database';
import type { Settings } from '../policy/settings';
import type { System } from '../systems/system';

/** At most so many dossiers of one page. */
const ALONE_A_PAGE = 20;

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

const shareOf = (tabId: number) => `alone:${tabId}`;

/**
 * Takes of a page's share what is left of it. All frames of a tab count together, and a worker's death gives none back.
 * @returns those that may be asked about
 */
export async function takeShare(
  db: Ledger,
  tabId: number,
  codes: readonly DossierCode[],
): Promise<DossierCode[]> {
  return db.transaction('rw', db.meta, async () => {
    const taken = await takenBy(db, tabId);
    const next = codes.slice(0, Math.max(0, ALONE_A_PAGE - taken.length));
    if (next.length > 0) await db.meta.put({ key: shareOf(tabId), value: [...taken, ...next] });
    return next;
  });
}

/** The tab has another page now, or is closed. @returns the dossiers of the page before, which are in view no more */
export async function renewShare(db: Ledger, tabId: number): Promise<DossierCode[]> {
  return db.transaction('rw', db.meta, async () => {
    const taken = await takenBy(db, tabId);
    await db.meta.delete(shareOf(tabId));
    return taken;
  });
}

async function takenBy(db: Ledger, tabId: number): Promise<DossierCode[]> {
  const value = (await db.meta.get(shareOf(tabId)))?.value;
  return Array.isArray(value) ? (value as DossierCode[]) : [];
}

export interface Circumstances {
  /** Host of the request. */
  host: string;
  /** Somebody uses this machine now: neither idle nor locked. */
  attended: boolean;
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
  { host, attended, openedAt: opened, now }: Circumstances,
): boolean {
  if (!connector?.harmless || !attended || !askAutomatically.includes(host)) return false;
  if (guarded && !askGuardedAutomatically) return false;
  return opened <= now && now - opened < OPENED_MS;
}
