/** Pages as front-ends keep changing them: no mark is ever another dossier's, and none is painted twice. */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { inReaders, readerStates, waitForReaders } from '../../scripts/browser/reader-state';
import { ghosts, type Instant, instantOf, misplaced } from './live-snapshot';
import { eventually, type Officer, startOfficer } from './officer';

interface Row {
  at: number;
  code: string;
  status: string;
}

/** What the page's own script offers (sandbox/client/live.js). */
interface Live {
  gradually(rows: Row[], portion: number, everyMs: number): Promise<void>;
  virtual(rows: Row[]): void;
  route(path: string, rows: Row[]): Promise<void>;
  dialog(row: Row): void;
  frame(rows: Row[], how: 'srcdoc' | 'blank'): void;
}
declare global {
  interface Window {
    live: Live;
  }
}

const URL = 'https://dichvucong.hanoi.gov.vn/trang-song';
let officer: Officer;

/** Made-up rows; the sequence tells the place. */
const rows = (count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    at: i,
    code: `H26.18-261105-${String(from + i).padStart(4, '0')}`,
    status: i % 2 ? 'Đang xử lý' : 'Đã tiếp nhận',
  }));

beforeAll(async () => {
  officer = await startOfficer();
  const options = await officer.extensionPage('options');
  await options.evaluate(() => chrome.storage.local.set({ ownSettings: { showCannotTell: true } }));
  await options.close();
});
afterAll(() => officer?.close());

async function opened(path = ''): Promise<{ page: Page; client: CDPSession }> {
  const page = await officer.at(URL + path);
  const client = await page.createCDPSession();
  await client.send('DOMSnapshot.enable');
  return { page, client };
}

/** Reloads the extension as the button of chrome://extensions does; Chrome takes it again in developer mode alone. */
async function renewExtension(): Promise<void> {
  const page = await officer.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: {
        updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
        reload(id: string, how: { failQuietly: boolean }): Promise<unknown>;
      };
    };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload(id, { failQuietly: true });
  }, officer.extensionId);
  await page.close();
}

const read = (page: Page, codes: string[]) =>
  waitForReaders(page, officer.extensionId, (all) => {
    const seen = all.flatMap(({ readings }) => readings.map(({ code }) => code));
    const viewed = all.flatMap(({ views }) => views.map(({ code }) => code));
    return (
      seen.length === codes.length && codes.every((code) => seen.includes(code) && viewed.includes(code))
    );
  });

/** Waits until marks are painted and they are all right. */
const rightly = (client: CDPSession, least: number): Promise<Instant> =>
  eventually(`${least} marks, each at its own row`, async () => {
    const instant = await instantOf(client);
    const wrong = ghosts(instant).length + misplaced(instant).length;
    return instant.marks.length >= least && wrong === 0 && instant;
  });

it('a list that is drawn row by row is read when it is whole', async () => {
  const { page, client } = await opened();
  const list = rows(60);
  await page.evaluate((given) => window.live.gradually(given, 5, 60), list);
  const [state] = await read(
    page,
    list.map(({ code }) => code),
  );
  // Read in between at most, not with every portion.
  expect(state?.settled).toBeLessThanOrEqual(4);
  await rightly(client, 8);
  await page.close();
});

it('rows filled anew for other dossiers never keep an old mark, at no instant of a long scroll', async () => {
  const { page, client } = await opened();
  const list = rows(400);
  await page.evaluate((given) => window.live.virtual(given), list);
  await read(
    page,
    list.slice(0, 12).map(({ code }) => code),
  );
  await rightly(client, 8);
  const instants: Instant[] = [];
  const scrolled = page.evaluate(async () => {
    const box = document.getElementById('virtual');
    for (let step = 0; step < 90; step++) {
      box?.scrollBy(0, step % 9 === 8 ? 900 : 30);
      await new Promise((next) => requestAnimationFrame(next));
      if (step % 15 === 14) await new Promise((next) => setTimeout(next, 450));
    }
  });
  let running = true;
  void scrolled.then(() => {
    running = false;
  });
  while (running) instants.push(await instantOf(client));
  expect(instants.length).toBeGreaterThan(20);
  expect(instants.flatMap(ghosts)).toEqual([]);
  // Marks come again where the list rests.
  expect(instants.some(({ marks }) => marks.length > 0)).toBe(true);
  const rest = await rightly(client, 8);
  const shown = rest.rows.map(({ code }) => code);
  await read(page, shown);
  await page.close();
});

it('rows filled anew while nothing scrolls lose their marks before the page is shown so', async () => {
  const { page, client } = await opened();
  await page.evaluate((given) => window.live.gradually(given, 100, 0), rows(12));
  await read(
    page,
    rows(12).map(({ code }) => code),
  );
  await rightly(client, 8);
  await page.evaluate(
    (given) => {
      document.querySelectorAll('tbody tr').forEach((row, at) => {
        const text = (row as HTMLTableRowElement).cells[1]?.firstChild;
        if (text) text.nodeValue = given[at]?.code ?? '';
      });
    },
    rows(12, 500),
  );
  // No wait: the very next look of anybody.
  expect(ghosts(await instantOf(client))).toEqual([]);
  await rightly(client, 8);
  await page.close();
});

it('rows sorted anew take their marks along', async () => {
  const { page, client } = await opened();
  await page.evaluate((given) => window.live.gradually(given, 100, 0), rows(12));
  await read(
    page,
    rows(12).map(({ code }) => code),
  );
  await rightly(client, 8);
  await page.evaluate(async () => {
    const body = document.querySelector('tbody');
    body?.replaceChildren(...[...body.children].reverse());
    // Two frames: the one that shows the new order, and its end.
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  });
  expect(misplaced(await instantOf(client))).toEqual([]);
  await page.close();
});

it('another route of a single-page application: its dossiers, none of the route before', async () => {
  const { page, client } = await opened();
  for (const [at, path] of ['/trang-song', '/trang-song/khac', '/trang-song'].entries()) {
    const list = rows(15, at * 100);
    await page.evaluate((to, given) => window.live.route(to, given), path, list);
    await read(
      page,
      list.map(({ code }) => code),
    );
    const { marks } = await rightly(client, 8);
    expect(marks.every(({ code }) => list.some((row) => row.code === code))).toBe(true);
  }
  await page.close();
});

it('a dialog that opens adds what it says to its dossier; closed, the list stands as before', async () => {
  const { page, client } = await opened();
  const list = rows(10);
  const codes = list.map(({ code }) => code);
  await page.evaluate((given) => window.live.gradually(given, 100, 0), list);
  await read(page, codes);
  await rightly(client, 8);
  await page.evaluate((row) => window.live.dialog(row), list[3] as Row);
  await waitForReaders(page, officer.extensionId, ([state]) =>
    Boolean(state?.readings.some(({ code, receivedAt }) => code === codes[3] && receivedAt === '2026-11-05')),
  );
  const [behind] = await read(page, codes);
  expect(behind?.readings.filter(({ receivedAt }) => receivedAt)).toHaveLength(1);
  await page.evaluate(() => document.querySelector<HTMLElement>('dialog button')?.click());
  await waitForReaders(page, officer.extensionId, ([state]) =>
    Boolean(state?.readings.length === 10 && state.readings.every(({ receivedAt }) => !receivedAt)),
  );
  await rightly(client, 8);
  await page.close();
});

it('back and forward: marks stand again without a reload, once each', async () => {
  const { page, client } = await opened();
  const list = rows(12);
  await page.evaluate((given) => {
    addEventListener('pageshow', ({ persisted }) => {
      document.title = persisted ? 'từ bộ nhớ' : 'tải lại';
    });
    return window.live.gradually(given, 100, 0);
  }, list);
  await read(
    page,
    list.map(({ code }) => code),
  );
  await rightly(client, 8);
  await page.goto(`${URL}/khac`, { waitUntil: 'load' });
  // The back button: the protocol's own way back would wait for a load that never comes.
  await page.evaluate(() => setTimeout(() => history.back()));
  await eventually('the page again', () =>
    // While the pages change places nobody answers: the next look does.
    page.evaluate(() => !!document.querySelector('tbody tr')).catch(() => false),
  );
  expect(await page.title(), 'it came from the cache').toBe('từ bộ nhớ');
  const { marks } = await rightly(client, 8);
  expect(new Set(marks.map(({ code }) => code)).size).toBe(marks.length);
  // What changed meanwhile is read: the page is alive, not only painted.
  await page.evaluate((given) => window.live.gradually(given, 100, 0), rows(12, 300));
  await read(
    page,
    rows(12, 300).map(({ code }) => code),
  );
  await page.close();
});

it.each(['srcdoc', 'blank'] as const)(
  'a list in a %s frame, which has no address of its own',
  async (how) => {
    const { page } = await opened();
    const list = rows(9);
    await page.evaluate((given, kind) => window.live.frame(given, kind), list, how);
    await read(
      page,
      list.map(({ code }) => code),
    );
    const marks = await eventually('marks in the frame', async () => {
      const found = (await painted(page)).filter(
        ({ role, label }) => role === 'button' && /^H26/.test(label),
      );
      return found.length >= 5 && found;
    });
    expect(new Set(marks.map(({ label }) => label.slice(0, 18))).size).toBe(marks.length);
    await page.close();
  },
);

it('a list in an open shadow root that is filled late, and filled anew', async () => {
  const { page } = await opened();
  await page.evaluate((given) => window.live.gradually(given, 100, 0), rows(1, 900));
  const [first] = await read(page, ['H26.18-261105-0900']);
  await page.evaluate(() => document.getElementById('app')?.append(document.createElement('live-list')));
  // The empty root was met; what comes into it changes nothing in the document itself.
  await waitForReaders(page, officer.extensionId, ([state]) => (state?.settled ?? 0) > (first?.settled ?? 0));
  for (const from of [0, 200]) {
    const list = rows(6, from);
    await page.evaluate((all) => {
      (document.querySelector('live-list') as unknown as { fill(rows: Row[]): void }).fill(all);
    }, list);
    await read(page, ['H26.18-261105-0900', ...list.map(({ code }) => code)]);
  }
  await page.close();
});

it('a page that holds nothing for five minutes is left alone, until another route', async () => {
  const { page } = await opened();
  const ask = <T>(expression: string) => inReaders<T>(page, officer.extensionId, expression);
  await eventually('a reader', async () => (await readerStates(page, officer.extensionId)).length > 0);
  // Its clock is turned, and its timers are counted: how many it set, how many are still to come.
  await ask(`{
    const now = Date.now;
    Date.now = () => now() + 6 * 60_000;
    const set = setTimeout;
    globalThis.timers = { set: 0, waiting: 0 };
    setTimeout = (work, ms) => {
      timers.set++;
      timers.waiting++;
      return set(() => { timers.waiting--; work(); }, ms);
    };
  }`);
  const change = () =>
    page.evaluate(async () => {
      document.getElementById('app')?.append(document.createElement('p'));
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    });
  await eventually('a change that nobody looks at', async () => {
    await change();
    const [timers] = await ask<{ set: number; waiting: number }>('({ ...timers })');
    return timers && timers.set > 0 && timers.waiting === 0;
  });
  const list = rows(5);
  await page.evaluate((given) => window.live.route('/trang-song/khac', given), list);
  await read(
    page,
    list.map(({ code }) => code),
  );
  await page.close();
});

it('an update of the extension: the old reader goes quiet, a new one takes over, no mark stands twice', async () => {
  const { page, client } = await opened();
  const list = rows(12);
  await page.evaluate((given) => window.live.gradually(given, 100, 0), list);
  await read(
    page,
    list.map(({ code }) => code),
  );
  await rightly(client, 8);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await renewExtension();
  await page.bringToFront();
  const one = await waitForReaders(page, officer.extensionId, (all) =>
    all.some(({ views }) => views.length === 12),
  );
  expect(one, 'the old one is quiet').toHaveLength(1);
  await page.evaluate((given) => window.live.gradually(given, 100, 0), rows(12, 700));
  await waitForReaders(page, officer.extensionId, (all) =>
    all.some(({ views }) => views.some(({ code }) => code.endsWith('-0705'))),
  );
  const { marks } = await rightly(client, 8);
  expect(new Set(marks.map(({ code }) => code)).size).toBe(marks.length);
  expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(1);
  expect(errors).toEqual([]);
  await page.close();
});
