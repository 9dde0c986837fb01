/** Pages as front-ends keep changing them: no mark is ever another dossier's, and none is painted twice. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForReaders } from '../../scripts/browser/reader-state';
import { ghosts, type Instant, instantOf, misplaced } from './live-snapshot';
import { codesOf, hasRead, LIVE_URL, officerOfMarks, opened, type Row, rightly, rows } from './live-stage';
import { eventually, type Officer } from './officer';

let officer: Officer;
beforeAll(async () => {
  officer = await officerOfMarks();
});
afterAll(() => officer?.close());

it('a list that is drawn row by row is read when it is whole', async () => {
  const { page, client } = await opened(officer);
  const list = rows(60);
  await page.evaluate((given) => window.live.gradually(given, 5, 60), list);
  const [state] = await hasRead(
    officer,
    page,
    list.map(({ code }) => code),
  );
  // Read in between at most, not with every portion.
  expect(state?.settled).toBeLessThanOrEqual(4);
  await rightly(client, 8);
  await page.close();
});

it('of a long list those on the screen are told first', async () => {
  const { page } = await opened(officer);
  const list = rows(1_200);
  await page.evaluate(async (given) => {
    await window.live.gradually(given, given.length, 0);
    scrollTo(0, document.documentElement.scrollHeight);
  }, list);
  const [state] = await hasRead(officer, page, codesOf(list));
  // Views stand in the order of the messages, 500 dossiers each.
  const told = state?.views.map(({ code }) => code) ?? [];
  for (const code of codesOf(list).slice(-20)) expect(told.indexOf(code)).toBeLessThan(500);
  // More than one message holds changed at once: every one of them is looked at again.
  const worker = await officer.worker();
  await worker.evaluate(async (codes) => {
    await new Promise<void>((done, fail) => {
      const opening = indexedDB.open('so-ho-so');
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const db = opening.result;
        const change = db.transaction(['latest', 'arrivals'], 'readwrite');
        for (const table of ['latest', 'arrivals']) change.objectStore(table).clear();
        change.oncomplete = () => done(db.close());
      };
    });
    for (const { id } of await chrome.tabs.query({}))
      if (id) await chrome.tabs.sendMessage(id, { push: 'ledger-changed', codes }).catch(() => undefined);
  }, codesOf(list));
  await waitForReaders(page, officer.extensionId, (all) =>
    all.every(
      ({ views }) => views.length > 0 && views.every(({ lines }) => lines.every(({ seenText }) => !seenText)),
    ),
  );
  await page.close();
});

it('rows filled anew for other dossiers never keep an old mark, at no instant of a long scroll', async () => {
  const { page, client } = await opened(officer);
  const list = rows(400);
  await page.evaluate((given) => window.live.virtual(given), list);
  await hasRead(
    officer,
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
  await hasRead(officer, page, shown);
  await page.close();
});

it('rows filled anew while nothing scrolls lose their marks before the page is shown so', async () => {
  const { page, client } = await opened(officer);
  await page.evaluate((given) => window.live.gradually(given, 100, 0), rows(12));
  await hasRead(
    officer,
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
  const { page, client } = await opened(officer);
  await page.evaluate((given) => window.live.gradually(given, 100, 0), rows(12));
  await hasRead(
    officer,
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
  const { page, client } = await opened(officer);
  for (const [at, path] of ['/trang-song', '/trang-song/khac', '/trang-song'].entries()) {
    const list = rows(15, at * 100);
    await page.evaluate((to, given) => window.live.route(to, given), path, list);
    await hasRead(
      officer,
      page,
      list.map(({ code }) => code),
    );
    const { marks } = await rightly(client, 8);
    expect(marks.every(({ code }) => list.some((row) => row.code === code))).toBe(true);
  }
  await page.close();
});

it('a dialog that opens adds what it says to its dossier; closed, the list stands as before', async () => {
  const { page, client } = await opened(officer);
  const list = rows(10);
  const codes = list.map(({ code }) => code);
  await page.evaluate((given) => window.live.gradually(given, 100, 0), list);
  await hasRead(officer, page, codes);
  await rightly(client, 8);
  await page.evaluate((row) => window.live.dialog(row), list[3] as Row);
  await waitForReaders(page, officer.extensionId, ([state]) =>
    Boolean(state?.readings.some(({ code, receivedAt }) => code === codes[3] && receivedAt === '2026-11-05')),
  );
  const [behind] = await hasRead(officer, page, codes);
  expect(behind?.readings.filter(({ receivedAt }) => receivedAt)).toHaveLength(1);
  await page.evaluate(() => document.querySelector<HTMLElement>('dialog button')?.click());
  await waitForReaders(page, officer.extensionId, ([state]) =>
    Boolean(state?.readings.length === 10 && state.readings.every(({ receivedAt }) => !receivedAt)),
  );
  await rightly(client, 8);
  await page.close();
});

it('back and forward: marks stand again without a reload, once each', async () => {
  const { page, client } = await opened(officer);
  const list = rows(12);
  await page.evaluate((given) => {
    addEventListener('pageshow', ({ persisted }) => {
      document.title = persisted ? 'từ bộ nhớ' : 'tải lại';
    });
    return window.live.gradually(given, 100, 0);
  }, list);
  await hasRead(
    officer,
    page,
    list.map(({ code }) => code),
  );
  await rightly(client, 8);
  await page.goto(`${LIVE_URL}/khac`, { waitUntil: 'load' });
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
  await hasRead(
    officer,
    page,
    rows(12, 300).map(({ code }) => code),
  );
  await page.close();
});

/** Of two hundred letters each: all together 10 MB, or 2. */
const PARAGRAPHS = process.env.SOI_FULL ? 50_000 : 10_000;

it(`a page of ${PARAGRAPHS} paragraphs is read, and answers while it is`, async () => {
  const { page } = await opened(officer);
  const list = rows(20);
  const longest = await page.evaluate(
    async (given, count) => {
      await window.live.gradually(given, 20, 0);
      const words = 'Nội dung thông báo của cơ quan '.repeat(7);
      const filler = Array.from({ length: count }, (_, n) => `<p>${n} ${words}</p>`).join('');
      document.body.insertAdjacentHTML('beforeend', `<div>${filler}</div>`);
      document.body.getBoundingClientRect();
      // How long the page’s own work waits from now on, at the longest.
      const waits: number[] = [];
      for (let last = performance.now(); waits.length < 200; last = performance.now()) {
        await new Promise((next) => setTimeout(next, 10));
        waits.push(performance.now() - last);
      }
      return Math.max(...waits);
    },
    list,
    PARAGRAPHS,
  );
  await hasRead(officer, page, codesOf(list));
  // No bound of speed: a page that hangs is one that does not answer for seconds.
  expect(longest).toBeLessThan(3_000);
  await page.close();
});

it('a page too large to be read says so on the toolbar’s button, and no longer once another page stands there', async () => {
  const { page } = await opened(officer);
  const button = async () => {
    const worker = await officer.worker();
    return worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const of = { tabId: tab?.id };
      return `${await chrome.action.getBadgeText(of)} ${await chrome.action.getTitle(of)}`;
    });
  };
  await page.bringToFront();
  await page.evaluate(async (given) => {
    await window.live.gradually(given, 5, 0);
    document.body.insertAdjacentHTML('beforeend', `<div hidden>${'<b>1</b>'.repeat(400_000)}</div>`);
  }, rows(5));
  await eventually('the sign', async () => /^\? .*quá lớn/.test(await button()), 30_000);
  await page.evaluate((given) => {
    document.querySelector('div[hidden]')?.remove();
    return window.live.gradually(given, 5, 0);
  }, rows(5));
  await eventually('no sign', async () => !(await button()).startsWith('?'), 30_000);
  await page.close();
});
