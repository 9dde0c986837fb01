/**
 * The built extension on live pages, beside the same page on a host that is of no system and so gets nothing from us. Both
 * in one browser, in turn. Processor time of the page's main thread, medians.
 */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { launch } from '../../scripts/browser/launch';
import { waitForReaders } from '../../scripts/browser/reader-state';
import { build, EXTENSION } from '../../scripts/build';
import { dossierList, listRows } from './dossier-list';
import { MainThread } from './main-thread';
import { type BenchSection, type Figure, median } from './section';

const WITH = 'https://dichvucong.gov.vn/danh-sach';
const WITHOUT = 'https://danh-sach.example/';
const ROWS = 5_000;
const MORE = 2_000;
const ROUNDS = 7;
const OPENINGS = 5;
const ROUTES = 100;

/** A page that stands at the address without a server. */
async function open(browser: Browser, url: string, body: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() !== url) return void request.abort();
    const html = `<!doctype html><meta charset=utf-8><title>Danh sách</title>${body}`;
    return void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  });
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** The list is read and its marks are set. */
const isRead = (page: Page, extensionId: string, more = 0) =>
  waitForReaders(page, extensionId, (all) => all.some(({ settled }) => settled > more), 60_000);

/** Rows appended at once, until they are laid out and two frames have been shown. Afterwards they are gone again. */
async function append(page: Page, thread: MainThread, rows: string): Promise<number> {
  const { ms } = await thread.took(() =>
    page.evaluate(async (html) => {
      document.querySelector('tbody')?.insertAdjacentHTML('beforeend', html);
      document.body.getBoundingClientRect();
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    }, rows),
  );
  await page.evaluate((count) => {
    const body = document.querySelector('tbody');
    for (let n = 0; n < count; n++) body?.lastElementChild?.remove();
  }, MORE);
  await thread.collectGarbage();
  return ms;
}

/**
 * The same on a page that had come to rest, so that no reading of what was before falls into it; a page that only waited works
 * more slowly at first, so it is done once before.
 */
async function appendAtRest(page: Page, thread: MainThread, rows: string): Promise<number> {
  await page.bringToFront();
  await thread.atRest();
  await append(page, thread, rows);
  return append(page, thread, rows);
}

/** Bytes in use after the garbage is gone: the engine's and the document's side of what scripts hold. */
async function heldBytes(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.enable');
  for (let n = 0; n < 3; n++) await client.send('HeapProfiler.collectGarbage');
  const { usedSize, ...more } = await client.send('Runtime.getHeapUsage');
  return usedSize + ('embedderHeapUsedSize' in more ? Number(more.embedderHeapUsedSize) : 0);
}

/** The same once nothing is on its way any more: two looks a second apart that agree. */
async function restingBytes(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const bytes = await heldBytes(client);
    if (Math.abs(before - bytes) < 20_000) return bytes;
    before = bytes;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function detached(client: CDPSession): Promise<number> {
  await heldBytes(client);
  await client.send('DOM.enable');
  const { detachedNodes: found } = await client.send('DOM.getDetachedDomNodes');
  return found.length;
}

/**
 * Nodes that are out of the document and still held, more than at first, after so many routes of a single-page app. At first
 * there are those of our own layer, which waits outside of the page for its first mark.
 */
async function detachedNodes(browser: Browser, extensionId: string): Promise<number> {
  const page = await open(browser, WITH, `<main>${dossierList(20)}</main>`);
  await isRead(page, extensionId);
  const client = await page.createCDPSession();
  const before = await detached(client);
  for (let route = 0; route < ROUTES; route++) {
    await page.evaluate(
      (html, path) => {
        history.pushState(null, '', path);
        const main = document.querySelector('main');
        if (main) main.innerHTML = html;
      },
      dossierList(20 + (route % 7)),
      `#${route}`,
    );
    // Every tenth route is read to its end, the others are left before that.
    const [state] = await waitForReaders(page, extensionId, (all) => all.length > 0);
    if (route % 10 === 9) await isRead(page, extensionId, state?.settled);
  }
  const after = await detached(client);
  await page.close();
  return after - before;
}

/** The list open on a host of a system, read whole. */
async function openRead(browser: Browser, extensionId: string, list: string): Promise<Page> {
  const page = await open(browser, WITH, list);
  const [state] = await isRead(page, extensionId);
  if (Object.keys(state?.readings ?? {}).length !== ROWS) throw new Error('the list was not read whole');
  return page;
}

/**
 * What a read list holds more than a bare one, bytes. The page's own share is twenty times that, and differs by some MB from
 * one opening to the next: the middle of several of each.
 */
async function memory(browser: Browser, extensionId: string, list: string): Promise<number> {
  const held = { with: [] as number[], without: [] as number[] };
  for (let opening = 0; opening < OPENINGS; opening++) {
    const bare = await open(browser, WITHOUT, list);
    held.without.push(await restingBytes(bare));
    await bare.close();
    const read = await openRead(browser, extensionId, list);
    held.with.push(await restingBytes(read));
    await read.close();
  }
  return median(held.with) - median(held.without);
}

async function live(): Promise<Figure[]> {
  build();
  const { browser, extensionId, close } = await launch({ extension: EXTENSION, headless: true });
  try {
    const list = dossierList(ROWS);
    const bare = await open(browser, WITHOUT, list);
    const read = await openRead(browser, extensionId, list);
    const took = { with: [] as number[], without: [] as number[] };
    const threads = { with: await MainThread.of(read), without: await MainThread.of(bare) };
    const rows = listRows(ROWS, ROWS + MORE);
    for (let round = 0; round < ROUNDS + 2; round++) {
      for (const [which, page] of [
        ['without', bare],
        ['with', read],
      ] as const) {
        const ms = await appendAtRest(page, threads[which], rows);
        if (round >= 2) took[which].push(ms);
      }
    }
    await bare.close();
    await read.close();
    return [
      {
        what: `appending ${MORE} rows, with the extension / without`,
        value: median(took.with) / median(took.without),
        unit: '×',
        atMost: 1.15,
      },
      {
        what: `memory of the extension in a page of ${ROWS} rows`,
        value: (await memory(browser, extensionId, list)) / 1e6,
        unit: 'MB',
        atMost: 8,
      },
      {
        what: `detached nodes after ${ROUTES} routes`,
        value: await detachedNodes(browser, extensionId),
        unit: 'nodes',
        atMost: 0,
      },
    ];
  } finally {
    await close();
  }
}

export default { name: 'live', run: live } satisfies BenchSection;
