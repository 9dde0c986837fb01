/**
 * A ledger that breaks, fills up or is of another make, in the real browser: the officer is told in popup and options,
 * settings stay, pages stay marked, and a working ledger is there afterwards.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForReaders } from '../../scripts/browser/reader-state';
import { killWorker } from './kill-worker';
import { eventually, type Officer, startOfficer } from './officer';
import { storeOf } from './store';

const userDataDir = mkdtempSync(join(tmpdir(), 'soi-ho-so-ledger-'));
let officer: Officer;

const start = async (): Promise<void> => {
  officer = await startOfficer({ launch: { userDataDir } });
};

beforeAll(start, 60_000);
afterAll(async () => {
  await officer?.close();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

async function kept(
  at: Officer,
): Promise<{ latest: unknown[]; own: unknown; notices: Record<string, unknown> }> {
  const page = await at.extensionPage('help');
  const { tables, local } = (await storeOf(page)) as {
    tables: Record<string, unknown[]>;
    local: { ownSettings?: unknown; ledgerNotices?: Record<string, unknown> };
  };
  await page.close();
  return { latest: tables.latest ?? [], own: local.ownSettings, notices: local.ledgerNotices ?? {} };
}

async function says(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('[role=alert]')?.textContent?.includes(wanted),
    { timeout: 20_000 },
    words,
  );
}

/** Popup and options tell it, and not any more once it was read. */
async function isTold(at: Officer, words: string): Promise<void> {
  const popup = await at.extensionPage('popup');
  await says(popup, words);
  await popup.close();
  const options = await at.extensionPage('options');
  await says(options, words);
  await (await options.waitForSelector('[role=alert] button'))?.click();
  await options.waitForFunction(
    (wanted) => !document.body.textContent?.includes(wanted),
    { timeout: 20_000 },
    words,
  );
  await options.close();
}

async function setOwn(at: Officer): Promise<void> {
  const page = await at.extensionPage('help');
  await page.evaluate(() => chrome.storage.local.set({ ownSettings: { graceMinutes: 77 } }));
  await page.close();
}

it('a store of another make under the same name: told, begun anew, settings kept', async () => {
  const at = officer;
  await setOwn(at);
  const { url } = at.place('province-h26', 'list');
  await at.reads(url, 3);
  const help = await at.extensionPage('help');
  await help.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('so-ho-so').onsuccess = () => {
          const opening = indexedDB.open('so-ho-so', 9_000);
          opening.onupgradeneeded = () => {
            for (const name of ['latest', 'meta', 'links', 'tries', 'changes'])
              opening.result.createObjectStore(name, { keyPath: 'number', autoIncrement: true });
          };
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
          opening.onerror = () => reject(opening.error);
        };
      }),
  );
  await help.close();
  await killWorker(at.browser);
  await at.reads(url, 3);
  await isTold(at, 'bị hỏng');
  const now = await kept(at);
  expect(now.latest.length).toBeGreaterThan(0);
  expect(now.own).toEqual({ graceMinutes: 77 });
}, 120_000);

it('no room: told, pages marked all the while, and kept again once there is room', async () => {
  const at = officer;
  await setOwn(at);
  const help = await at.extensionPage('help');
  const origin = `chrome-extension://${at.extensionId}`;
  const devtools = await help.createCDPSession();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chrome remembers for half a minute how much room there was, for as long as the store is open.
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  const { url } = at.place('coordination', 'list');
  const marked = async () => {
    const page = await at.at(url);
    const states = await waitForReaders(page, at.extensionId, (all) =>
      all.some(({ views }) => views.length > 2),
    );
    await page.close();
    return states.flatMap(({ views }) => views);
  };
  await eventually(
    'the notice that nothing can be kept',
    async () => {
      expect((await marked()).length).toBeGreaterThan(2);
      return 'unwritable' in (await kept(at)).notices;
    },
    60_000,
  );
  const popup = await at.extensionPage('popup');
  await says(popup, 'Hiện chưa lưu được');
  await popup.close();

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await eventually(
    'a ledger that keeps again',
    async () => {
      await marked();
      const now = await kept(at);
      return now.latest.length > 0 && !('unwritable' in now.notices);
    },
    60_000,
  );
  expect((await kept(at)).own).toEqual({ graceMinutes: 77 });
  const options = await at.extensionPage('options');
  while (await options.$('[role=alert] button')) {
    await options.click('[role=alert] button');
    await eventually('the next notice', async () => !(await options.$('[role=alert]')));
  }
  await options.close();
}, 180_000);

it('a store damaged between two starts: told, begun anew, settings kept, pages read into it', async () => {
  let at = officer;
  const { url } = at.place('province-h26', 'list');
  await setOwn(at);
  await at.reads(url, 3);
  await eventually('a ledger with rows', async () => (await kept(at)).latest.length > 0);
  expect((await kept(at)).notices).not.toHaveProperty('damaged');
  await at.close();

  const folder = join(userDataDir, 'Default', 'IndexedDB');
  const stores = readdirSync(folder).filter((name) => name.startsWith('chrome-extension_'));
  expect(stores.length).toBeGreaterThan(0);
  for (const store of stores)
    for (const file of readdirSync(join(folder, store)).filter((name) =>
      /\.(ldb|log|sst|db)$|MANIFEST|CURRENT/.test(name),
    ))
      writeFileSync(join(folder, store, file), 'not a database any more');

  await start();
  at = officer;
  const { page } = await at.reads(url, 3);
  expect(page.url()).toContain('hanoi');
  await isTold(at, 'bị hỏng');
  const now = await kept(at);
  expect(now.latest.length).toBeGreaterThan(0);
  expect(now.own).toEqual({ graceMinutes: 77 });
}, 180_000);
