/** The ledger as a whole, for the extension's pages: its size, its trouble, and the way out and in as a file. */
import { nowInstant } from '../../utils/dossier/time';
import type { Ledger } from '../../utils/ledger/database';
import { readTransfer } from '../../utils/ledger/read-transfer';
import { partsOf } from '../../utils/ledger/transfer-parts';
import { writeTransfer } from '../../utils/ledger/write-transfer';
import { ledgerNotices, noteLedger, watchLedgerNotices } from '../../utils/platform/ledger-notices';
import { loadProcedures } from '../../utils/platform/procedures-file';
import { sendToBackground } from '../../utils/platform/send';
import { loadSettings } from '../../utils/platform/settings-store';
import type { ImportOutcome, Progress, Sources } from './sources';
import { watchedBy } from './watched';

/** Larger than any ledger that a policy allows; a page would not get through it. */
const MOST_BYTES = 400_000_000;
/** Clocks of two machines differ. */
const SKEW_MS = 300_000;

type LedgerSources = Pick<
  Sources,
  'ledgerNotices' | 'noticesRead' | 'keptSize' | 'checkLedger' | 'exportLedger' | 'importLedger'
>;

export function ledgerSources(db: Ledger, save: (name: string, text: Blob) => void): LedgerSources {
  return {
    ledgerNotices: watchedBy(ledgerNotices, watchLedgerNotices),
    noticesRead: () => noteLedger({ damaged: undefined, full: undefined }),
    async keptSize() {
      const taken: StorageEstimate & { usageDetails?: { indexedDB?: number } } =
        await navigator.storage.estimate();
      return {
        bytes: taken.usageDetails?.indexedDB ?? taken.usage ?? 0,
        sightings: await db.latest.count(),
      };
    },
    async checkLedger() {
      const answer = await sendToBackground('ledger/check', {});
      return 'ok' in answer && answer.ok;
    },
    async exportLedger(told) {
      try {
        // What was seen just now is in its place then.
        await sendToBackground('ledger/check', {});
        const { procedures } = await loadSettings();
        const parts = await writeTransfer(db, {
          now: Date.now(),
          procedures: await loadProcedures(procedures),
          progress: (done, of) => turn(told('write', done, of)),
        });
        if (!parts) return 'stopped';
        save(
          `so-ho-so-${nowInstant(Date.now()).slice(0, 10)}.json`,
          new Blob(parts, { type: 'application/json' }),
        );
        return 'done';
      } catch (error) {
        console.warn('the ledger could not be written as a file', error);
        return 'failed';
      }
    },
    importLedger: (file, told) => takeIn(file, told),
  };
}

/** Lets the page draw between two steps. */
async function turn(goesOn: boolean): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve));
  return goesOn;
}

async function takeIn(file: Blob, told: Progress): Promise<ImportOutcome> {
  if (file.size > MOST_BYTES) return { wrong: 'format', params: [] };
  const rows = await readTransfer(await file.text(), {
    notAfter: nowInstant(Date.now() + SKEW_MS),
    progress: (done, of) => turn(told('check', done, of)),
  });
  if (!rows) return { outcome: 'stopped', taken: 0, tooOld: 0 };
  if ('wrong' in rows) return rows;
  const sum = { taken: 0, tooOld: 0 };
  let done = 0;
  const parts = partsOf(rows);
  for (const part of parts) {
    if (!(await turn(told('keep', done, parts.length)))) return { outcome: 'stopped', ...sum };
    const answer = await sendToBackground('ledger/import', { part });
    if ('refused' in answer) return { outcome: 'failed', ...sum };
    sum.taken += answer.taken;
    sum.tooOld += answer.tooOld;
    done += 1;
  }
  return { outcome: 'done', ...sum };
}
