/** Puts what systems were seen to say into the ledger, as the background would have. */
import type { LedgerSighting } from '../../utils/dossier/sighting';
import type { Officer } from '../e2e/officer';

/** As many as one message to the page takes with ease. */
const PART = 10_000;

export type Row = Pick<LedgerSighting, 'code' | 'system' | 'status' | 'statusText' | 'via' | 'seenAt'>;

/** The ledger is there already: the background made it. */
export async function fillLedger(officer: Officer, rows: readonly Row[]): Promise<void> {
  const page = await officer.extensionPage('help');
  for (let from = 0; from < rows.length; from += PART)
    await page.evaluate(
      async (part) => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('so-ho-so');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const writing = db.transaction('latest', 'readwrite');
        for (const row of part)
          writing
            .objectStore('latest')
            .put({ ...row, outcome: 'found', firstSeenAt: row.seenAt, statusSince: row.seenAt });
        await new Promise((resolve, reject) => {
          writing.oncomplete = resolve;
          writing.onerror = () => reject(writing.error);
        });
        db.close();
      },
      rows.slice(from, from + PART),
    );
  await page.close();
}
