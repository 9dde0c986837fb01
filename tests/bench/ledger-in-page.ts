/** What the bench of the ledger does inside a page: a ledger of many sightings, then lists recorded and single dossiers found. */
import type { Sighting } from '../../utils/dossier/sighting';
import { find, openLedger, record } from '../../utils/ledger';
import { settleNext } from '../../utils/ledger/settle';

/** What a list's rows say beside what is known: as they were, moved on, never seen before, or all of these. */
export type ListOf = 'same' | 'moved' | 'new' | 'mixed';

export interface ListTook {
  /** Until the list is kept and found; ms. */
  recorded: number;
  /** The next dossier found, while the list is not in its place yet; ms. */
  found: number;
  /** Until every row is in its place; ms, without `recorded`. */
  settled: number;
  /** The longest that anybody else had to wait meanwhile; ms. */
  longest: number;
}

declare global {
  interface Window {
    /** Fills a ledger with so many sightings, each of another code on a system. */
    benchFill(sightings: number): Promise<number>;
    /** Records a list of 500 rows, and puts them in their place. */
    benchRecord(round: number, of: ListOf): Promise<ListTook>;
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
    while (await settleNext(db));
  }
  return db.latest.count();
};

/** Of ten rows of a mixed list seven are seen again as they were, two have moved on, one is new. */
const MIXED: ListOf[] = ['same', 'same', 'same', 'same', 'same', 'same', 'same', 'moved', 'moved', 'new'];
let fresh = 0;

function list(round: number, of: ListOf): Sighting[] {
  const from = (round * 7_919 * SYSTEMS.length) % (filled - LIST * SYSTEMS.length);
  const seenAt = BEGIN + 5 * DAY_MS + round * 60_000;
  return Array.from({ length: LIST }, (_, i) => {
    const row = of === 'mixed' ? MIXED[i % MIXED.length] : of;
    if (row === 'new') fresh += SYSTEMS.length;
    const at = row === 'new' ? filled + fresh : from + i * SYSTEMS.length;
    return sighting(at, seenAt, row === 'moved' ? movedIn(round) : {});
  });
}

/** Another state than that of the round before. */
function movedIn(round: number): Partial<Sighting> {
  return round % 2
    ? { statusText: 'Đã xử lý xong', status: 'resolved' }
    : { statusText: 'Chờ bổ sung', status: 'supplement-required' };
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
  const rows = list(round, 'mixed').map((row) => ({
    ...row,
    firstSeenAt: row.seenAt,
    statusSince: row.seenAt,
  }));
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
  const moved = rows.filter(({ status }) => status !== 'processing');
  for (const { code, system, status, seenAt } of moved)
    changes.add({ code, system, outcome: 'found', status, at: seenAt, until: seenAt, since: seenAt });
  await new Promise((resolve, reject) => {
    work.oncomplete = resolve;
    work.onabort = () => reject(work.error);
  });
  return performance.now() - start;
};

window.benchRecord = async (round, of) => {
  const rows = list(round, of);
  const start = performance.now();
  await record(db, rows);
  const recorded = performance.now() - start;
  const found = await window.benchFind(round);
  let [settled, longest] = [0, 0];
  for (let more = true; more; ) {
    const begun = performance.now();
    more = (await settleNext(db)) !== null;
    settled += performance.now() - begun;
    longest = Math.max(longest, performance.now() - begun);
  }
  return { recorded, found, settled, longest };
};

window.benchFind = async (at) => {
  const start = performance.now();
  const [file] = await find(db, [codeOf(Math.floor((at * 7_919) % (filled / SYSTEMS.length)))]);
  const took = performance.now() - start;
  if (file?.sightings.length !== SYSTEMS.length) throw new Error('a dossier of the ledger was not found');
  return took;
};

window.benchSize = async () => (await navigator.storage.estimate()).usage ?? 0;
