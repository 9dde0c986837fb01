/**
 * What happened to the ledger that an officer should know of. Kept beside the settings, where a broken ledger cannot
 * take it along: what was lost, what was forgotten for want of room, that nothing can be written now.
 */
import type { IsoInstant } from '../dossier/time';
import { browser } from './browser';

const NOTICES = 'ledgerNotices';
const BORN = 'ledgerBorn';

export interface LedgerNotices {
  /** The ledger could not be read and was begun anew; until the officer has read it. */
  damaged?: { at: IsoInstant };
  /** There was no room: the oldest dossiers went, or all (`fresh`); until the officer has read it. */
  full?: { at: IsoInstant; fresh: boolean };
  /** Nothing can be kept at present. */
  unwritable?: { at: IsoInstant };
  /** The last time that dossiers went because the ledger was larger than it may be. */
  purged?: { at: IsoInstant; dossiers: number };
}

/** What is stored by an older version or broken tells nothing. */
function noticesIn(value: unknown): LedgerNotices {
  const said = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const kept = Object.entries(said).filter(
    ([, one]) => typeof (one as { at?: unknown } | null | undefined)?.at === 'string',
  );
  return Object.fromEntries(kept) as LedgerNotices;
}

export async function ledgerNotices(): Promise<LedgerNotices> {
  return noticesIn((await browser.storage.local.get(NOTICES))[NOTICES]);
}

/** Adds what happened; undefined takes a notice back. */
export async function noteLedger(change: Partial<LedgerNotices>): Promise<void> {
  const before = await ledgerNotices();
  const after = Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(([, one]) => one !== undefined),
  );
  if (JSON.stringify(after) !== JSON.stringify(before)) await browser.storage.local.set({ [NOTICES]: after });
}

/** Calls back with the notices whenever they change. @returns a function that stops it */
export function watchLedgerNotices(changed: (notices: LedgerNotices) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && NOTICES in changes) changed(noticesIn(changes[NOTICES]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** The mark of the ledger that was begun last, as the settings know it; a ledger without it is another one. */
export async function ledgerMark(): Promise<string | undefined> {
  const mark = (await browser.storage.local.get(BORN))[BORN];
  return typeof mark === 'string' ? mark : undefined;
}

/** Undefined: no ledger is known, and a new one is no loss. */
export async function setLedgerMark(mark: string | undefined): Promise<void> {
  await (mark === undefined
    ? browser.storage.local.remove(BORN)
    : browser.storage.local.set({ [BORN]: mark }));
}
