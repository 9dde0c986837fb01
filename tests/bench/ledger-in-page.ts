/** What the bench of the ledger does inside a page: a ledger of many sightings, then lists recorded and single dossiers found. */
import type { Sighting } from '../../utils/dossier/sighting';
import { find, openLedger, record } from '../../utils/ledger';

declare global {
  interface Window {
    /** Fills a ledger with so many sightings, each of another code on a system. */
    benchFill(sightings: number): Promise<number>;
    /** Records a list of 500 rows as an officer meets them; ms. */
    benchRecord(round: number): Promise<number>;
    /** The same reads and writes without us, by the browser's own calls in one transaction; ms. */
    benchRaw(round: number): Promise<number>;
    /** Finds one dossier by its code; ms. */
    benchFind(at: number): Promise<number>;
    /** What the browser says that the ledger takes, in bytes. */
    benchSize(): Promise<number>;
  }
}

const db = openLedger('bench');
const SYSTEMS = ['national-portal', 'province-h26', 'coordination'];
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-11-09T07:30:00+07:00');
const LIST = 500;

const codeOf = (at: number): string =>
  `H26.${10 + (at % 80)}-2611${String(1 + (at % 9)).padStart(2, '0')}-${String(100_000 + at)}`;

function sighting(at: number, seenAt: number, more: Partial<Sighting> = {}): Sighting {
  return {
    code: codeOf(Math.floor(at / SYSTEMS.length)),
    system: SYSTEMS[at % SYSTEMS.length] ?? '',
    outcome: 'found',
    via: 'page',
    statusText: 'Đang xử lý',
    status: 'processing',
    receivedAt: '2026-11-03T08:15',
    dueAt: '2026-11-20T17:00',
    procedureCode: '1.004884',
    seenAt: new Date(seenAt).toISOString(),
    ...more,
  };
}

let filled = 0;

window.benchFill = async (sightings) => {
  const batch = 5_000;
  for (; filled < sightings; filled += batch) {
    await record(
      db,
      Array.from({ length: batch }, (_, i) => sighting(filled + i, BEGIN + ((filled + i) % 5) * DAY_MS)),
    );
  }
  return db.latest.count();
};

/** Of ten rows seven are seen again as they were, two have moved on, one is new. */
function list(round: number): Sighting[] {
  const from = (round * 7_919 * SYSTEMS.length) % (filled - LIST * SYSTEMS.length);
  const seenAt = BEGIN + 5 * DAY_MS + round * 60_000;
  return Array.from({ length: LIST }, (_, i) => {
    const at = i % 10 === 9 ? filled + (round * LIST + i) * SYSTEMS.length : from + i * SYSTEMS.length;
    return sighting(at, seenAt, i % 10 > 6 ? { statusText: 'Đã xử lý xong', status: 'resolved' } : {});
  });
}

let raw: Promise<IDBDatabase> | undefined;

function rawLedger(): Promise<IDBDatabase> {
  raw ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  return raw;
}

window.benchRaw = async (round) => {
  const rows = list(round).map((row) => ({ ...row, firstSeenAt: row.seenAt, statusSince: row.seenAt }));
  const ledger = await rawLedger();
  const start = performance.now();
  const work = ledger.transaction(['latest', 'changes'], 'readwrite', { durability: 'relaxed' });
  const [latest, changes] = [work.objectStore('latest'), work.objectStore('changes')];
  await Promise.all(
    rows.map(
      ({ code, system }) =>
        new Promise((resolve) => {
          latest.get([code, system]).onsuccess = resolve;
        }),
    ),
  );
  for (const row of rows) latest.put(row);
  const moved = rows.filter(({ status }) => status === 'resolved');
  for (const { code, system, status, seenAt } of moved)
    changes.add({ code, system, outcome: 'found', status, at: seenAt, until: seenAt, since: seenAt });
  await new Promise((resolve, reject) => {
    work.oncomplete = resolve;
    work.onabort = () => reject(work.error);
  });
  return performance.now() - start;
};

window.benchRecord = async (round) => {
  const rows = list(round);
  const start = performance.now();
  await record(db, rows);
  return performance.now() - start;
};

window.benchFind = async (at) => {
  const start = performance.now();
  const [file] = await find(db, [codeOf(Math.floor((at * 7_919) % (filled / SYSTEMS.length)))]);
  const took = performance.now() - start;
  if (file?.sightings.length !== SYSTEMS.length) throw new Error('a dossier of the ledger was not found');
  return took;
};

window.benchSize = async () => (await navigator.storage.estimate()).usage ?? 0;
