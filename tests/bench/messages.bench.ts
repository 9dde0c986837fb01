/**
 * How long a message to the background waits while the extension's pages look through a ledger of 100,000 sightings: the
 * board compares them all, the popup looks for what there is to do today.
 */
import type { Page } from 'puppeteer-core';
import { startOfficer } from '../e2e/officer';
import { type BenchSection, type Figure, median } from './section';

const DOSSIERS = 50_000;
const QUIET_ROUNDS = 100;

/** Each dossier on two systems, every fifth of them behind on one. */
async function fill(page: Page, dossiers: number): Promise<void> {
  await page.evaluate(async (count) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('so-ho-so');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = db.transaction('latest', 'readwrite');
    for (let n = 0; n < 2 * count; n++) {
      const dossier = Math.floor(n / 2);
      const ended = n % 2 === 0 && dossier % 5 === 0;
      const minutes = n % 2 === 0 ? 400 + (dossier % 5_000) : 10 + (dossier % 300);
      const seenAt = new Date(Date.now() - minutes * 60_000).toISOString();
      writing.objectStore('latest').put({
        code: `H26.18-26${String(1 + (dossier % 12)).padStart(2, '0')}05-${String(dossier).padStart(6, '0')}`,
        system: n % 2 === 0 ? 'province-h26' : 'national-portal',
        outcome: 'found',
        ...(ended
          ? { status: 'returned', statusText: 'Đã trả kết quả' }
          : { status: 'processing', statusText: 'Đang xử lý' }),
        via: 'page',
        seenAt,
        firstSeenAt: seenAt,
        statusSince: seenAt,
      });
    }
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onerror = () => reject(writing.error);
    });
    db.close();
  }, dossiers);
}

/** Messages one after the other, each answered from the ledger, until it is told to stop. */
async function begin(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const told = { stop: false };
    const took: number[] = [];
    const facts = { code: 'H26.18-260105-000000', finding: 'overdue:x', facts: 'x' };
    const ended = (async () => {
      while (!told.stop) {
        const begun = performance.now();
        await chrome.runtime.sendMessage({ name: 'pilot/answer', payload: { ...facts, answer: 'right' } });
        took.push(performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return took;
    })();
    Object.assign(window, { benchMessages: { told, ended, took } });
  });
  return () =>
    page.evaluate(async () => {
      const { benchMessages } = window as unknown as {
        benchMessages: { told: { stop: boolean }; ended: Promise<number[]> };
      };
      benchMessages.told.stop = true;
      return benchMessages.ended;
    });
}

async function during(talker: Page, deed: () => Promise<unknown>): Promise<number[]> {
  const stop = await begin(talker);
  await deed();
  const took = await stop();
  if (took.length < 3) throw new Error('hardly a message was sent meanwhile');
  return took;
}

async function run(): Promise<Figure[]> {
  const officer = await startOfficer();
  try {
    const talker = await officer.extensionPage('help');
    await fill(talker, DOSSIERS);
    const quiet = await during(talker, () =>
      talker.waitForFunction(
        (rounds) =>
          (window as unknown as { benchMessages: { took: number[] } }).benchMessages.took.length > rounds,
        {},
        QUIET_ROUNDS,
      ),
    );
    const board = await during(talker, async () => {
      const page = await officer.extensionPage('board');
      await page.waitForSelector('tbody tr', { timeout: 180_000 });
      await page.close();
    });
    const today = await during(talker, async () => {
      const page = await officer.extensionPage('popup');
      await page.waitForSelector('section[aria-labelledby=today] li', { timeout: 60_000 });
      await page.close();
    });
    const sum = `at ${2 * DOSSIERS} sightings`;
    const slowest = (took: readonly number[]) => Math.max(...took);
    return [
      { what: `a message to the background ${sum}, nothing else going on`, value: median(quiet), unit: 'ms' },
      { what: 'the slowest of them', value: slowest(quiet), unit: 'ms' },
      { what: `a message while the board compares all ${sum}`, value: median(board), unit: 'ms' },
      { what: 'the slowest of them, meanwhile', value: slowest(board), unit: 'ms', atMost: 50 },
      { what: `a message while the popup looks for today ${sum}`, value: median(today), unit: 'ms' },
      { what: 'the slowest of them, at that time', value: slowest(today), unit: 'ms', atMost: 50 },
    ];
  } finally {
    await officer.close();
  }
}

export default { name: 'messages', run } satisfies BenchSection;
