/** A made-up ledger as a whole: its size, its trouble, files that go out and come in. */
import type { Sources } from '../../../components/shared/sources';
import type { LedgerNotices } from '../../../utils/platform/ledger-notices';
import { movable } from './movable';

/** @param done writes a deed down */
export function madeUpLedger(done: (...deed: unknown[]) => Promise<boolean>) {
  return {
    ledgerNotices: movable<LedgerNotices>({}),
    noticesRead: () => done('noticesRead').then(() => undefined),
    keptSize: () => Promise.resolve({ bytes: 12_340_000, sightings: 30_120 }),
    checkLedger: () => done('checkLedger'),
    exportLedger: () => done('exportLedger').then(() => 'done' as const),
    importLedger: () => done('importLedger').then(() => ({ outcome: 'done' as const, taken: 3, tooOld: 1 })),
  } satisfies Partial<Sources>;
}
