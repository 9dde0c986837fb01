/**
 * How long a message to the background waits while the extension's pages look through a ledger of 100,000 sightings: the
 * board compares them all, the popup looks for what there is to do today.
 */
import type { Page } from 'puppeteer-core';
import { inReaders } from '../../scripts/browser/reader-state';
import { startOfficer } from '../e2e/officer';
import { fillLedger, type Row } from './fill-ledger';
import { type BenchSection, type Figure, median } from './section';

const DOSSIERS = 50_000;
const QUIET_MS = 5_000;
const WARM_UP = 5;

/** Each dossier on two systems, every fifth of them behind on one. */
function rowsOf(dossiers: number): Row[] {
  return Array.from({ length: 2 * dossiers }, (_, n): Row => {
    const dossier = Math.floor(n / 2);
    const isProvince = n % 2 === 0;
    const minutes = isProvince ? 400 + (dossier % 5_000) : 10 + (dossier % 300);
    return {
      code: `H26.18-26${String(1 + (dossier % 12)).padStart(2, '0')}05-${String(dossier).padStart(6, '0')}`,
      system: isProvince ? 'province-h26' : 'national-portal',
      ...(isProvince && dossier % 5 === 0
        ? { status: 'returned', statusText: 'Đã trả kết quả' }
        : { status: 'processing', statusText: 'Đang xử lý' }),
      via: 'page',
      seenAt: new Date(Date.now() - minutes * 60_000).toISOString(),
    };
  });
}

/** The page's reader asks about one dossier, again and again, until it is told to stop. */
const BEGIN = `(() => {
  const bench = (globalThis.benchMessages = { stop: false, took: [] });
  const payload = { url: location.href, codes: ['H26.18-260105-000000'] };
  (async () => {
    while (!bench.stop) {
      const begun = performance.now();
      await chrome.runtime.sendMessage({ name: 'page/view', payload });
      bench.took.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
})()`;
const END = '(() => { benchMessages.stop = true; return benchMessages.took; })()';

type Bench = Awaited<ReturnType<typeof startOfficer>>;

/** What its messages took while something else went on, in ms; the first ones warm up. */
async function during(officer: Bench, page: Page, deed: () => Promise<unknown>): Promise<number[]> {
  await inReaders(page, officer.extensionId, BEGIN);
  await deed();
  const took = (await inReaders<number[]>(page, officer.extensionId, END)).flat().slice(WARM_UP);
  if (took.length < 5) throw new Error('hardly a message was sent meanwhile');
  return took;
}

async function run(): Promise<Figure[]> {
  const officer = await startOfficer();
  try {
    await fillLedger(officer, rowsOf(DOSSIERS));
    const { page } = await officer.reads(officer.place('province-h26', 'list').url, 1);
    const quiet = await during(officer, page, () => new Promise((resolve) => setTimeout(resolve, QUIET_MS)));
    // From when the page stands: that a browser opens any page at all costs others more than what this one does.
    const boardPage = await officer.extensionPage('board');
    const board = await during(officer, page, () =>
      boardPage.waitForSelector('tbody tr', { timeout: 180_000 }),
    );
    await boardPage.close();
    const popup = await officer.extensionPage('popup');
    const today = await during(officer, page, () =>
      popup.waitForSelector('section[aria-labelledby=today] li', { timeout: 60_000 }),
    );
    await popup.close();
    const opening = await during(officer, page, async () => {
      const opened = await officer.extensionPage('help');
      await opened.close();
    });
    const sum = `at ${2 * DOSSIERS} sightings`;
    const late = (took: readonly number[], share: number) =>
      [...took].sort((x, y) => x - y)[Math.floor(took.length * share)] ?? Number.NaN;
    const slowest = (took: readonly number[]) => Math.max(...took);
    // The very slowest is a garbage collection of the background's own (a profile says so): it is shown, the bound is of the rest.
    return [
      { what: `a page asks the background about a dossier ${sum}`, value: median(quiet), unit: 'ms' },
      { what: 'the slowest of them', value: slowest(quiet), unit: 'ms' },
      { what: `the same while the board compares all ${sum}`, value: median(board), unit: 'ms' },
      { what: 'of twenty of them the slowest', value: late(board, 0.95), unit: 'ms' },
      { what: 'of a hundred of them the slowest', value: late(board, 0.99), unit: 'ms', atMost: 50 },
      { what: 'the slowest of all, meanwhile', value: slowest(board), unit: 'ms' },
      { what: `the same while the popup looks for today ${sum}`, value: median(today), unit: 'ms' },
      { what: 'of twenty of those the slowest', value: late(today, 0.95), unit: 'ms' },
      { what: 'of a hundred of those the slowest', value: late(today, 0.99), unit: 'ms', atMost: 50 },
      { what: 'the slowest of all, at that time', value: slowest(today), unit: 'ms' },
      {
        what: 'the slowest while any page of the extension opens (help, without the ledger)',
        value: slowest(opening),
        unit: 'ms',
      },
    ];
  } finally {
    await officer.close();
  }
}

export default { name: 'messages', run } satisfies BenchSection;
