/** Frames without an address, shadow roots, a page that holds nothing, and a reader that an update cut off. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { inReaders, readerStates, waitForReaders } from '../../scripts/browser/reader-state';
import { hasRead, officerOfMarks, opened, type Row, rightly, rows } from './live-stage';
import { eventually, type Officer } from './officer';

let officer: Officer;
beforeAll(async () => {
  officer = await officerOfMarks();
});
afterAll(() => officer?.close());

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

it.each(['srcdoc', 'blank'] as const)(
  'a list in a %s frame, which has no address of its own',
  async (how) => {
    const { page } = await opened(officer);
    const list = rows(9);
    await page.evaluate((given, kind) => window.live.frame(given, kind), list, how);
    await hasRead(
      officer,
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
  const { page } = await opened(officer);
  await page.evaluate((given) => window.live.gradually(given, 100, 0), rows(1, 900));
  const [first] = await hasRead(officer, page, ['H26.18-261105-0900']);
  await page.evaluate(() => document.getElementById('app')?.append(document.createElement('live-list')));
  // The empty root was met; what comes into it changes nothing in the document itself.
  await waitForReaders(page, officer.extensionId, ([state]) => (state?.settled ?? 0) > (first?.settled ?? 0));
  for (const from of [0, 200]) {
    const list = rows(6, from);
    await page.evaluate((all) => {
      (document.querySelector('live-list') as unknown as { fill(rows: Row[]): void }).fill(all);
    }, list);
    await hasRead(officer, page, ['H26.18-261105-0900', ...list.map(({ code }) => code)]);
  }
  await page.close();
});

it('a page that holds nothing for five minutes is left alone, until another route', async () => {
  const { page } = await opened(officer);
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
  await hasRead(
    officer,
    page,
    list.map(({ code }) => code),
  );
  await page.close();
});

it('an update of the extension: the old reader goes quiet, a new one takes over, no mark stands twice', async () => {
  const { page, client } = await opened(officer);
  const list = rows(12);
  await page.evaluate((given) => window.live.gradually(given, 100, 0), list);
  await hasRead(
    officer,
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
