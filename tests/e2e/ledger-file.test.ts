/** The ledger taken out as a file, erased, taken in again and merged; ledgers of older versions. In the real browser. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LedgerSighting } from '../../utils/dossier/sighting';
import { PERSONAL_MARKERS } from '../sandbox';
import { SHIPPED, tablesOf } from '../unit/ledger/shipped-versions';
import { killWorker } from './kill-worker';
import { eventually, type Officer, startOfficer } from './officer';
import { storeOf } from './store';

const KEPT = 'section[aria-labelledby=kept]';
const ERASE = 'section[aria-labelledby=erase]';
const OWN = { graceMinutes: 77 };
const folder = mkdtempSync(join(tmpdir(), 'soi-ho-so-file-'));

let officer: Officer;
let options: Page;

interface Kept {
  latest: LedgerSighting[];
  tables: Record<string, unknown[]>;
  local: Record<string, unknown>;
}

interface TransferFile {
  sightings: LedgerSighting[];
  runs: unknown[];
}

beforeAll(async () => {
  officer = await startOfficer();
  const { page } = await officer.reads(officer.place('province-h26', 'list').url, 3);
  await page.close();
  options = await officer.extensionPage('options');
  await options.evaluate((own) => chrome.storage.local.set({ ownSettings: own }), OWN);
  const client = await options.createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}, 90_000);
afterAll(async () => {
  await officer?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function kept(): Promise<Kept> {
  const { tables, local } = (await storeOf(options)) as Pick<Kept, 'tables' | 'local'>;
  const latest = (tables.latest ?? []) as LedgerSighting[];
  return { latest, tables, local };
}

const press = (section: string, at: number) =>
  options.$$eval(`${section} button`, (buttons, n) => buttons.at(n)?.click(), at);

/** Gives a file to the page as the officer would, and waits for what is said of it. */
async function takeIn(name: string, text: string, says: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const chooser = (await options.waitForSelector('#import-file')) as ElementHandle<HTMLInputElement>;
  await chooser.uploadFile(path);
  await options.waitForFunction(
    (where, words) => document.querySelector(where)?.textContent?.includes(words),
    { timeout: 20_000 },
    KEPT,
    says,
  );
}

const byKey = (rows: readonly LedgerSighting[]) =>
  [...rows].sort((x, y) => (x.code + x.system < y.code + y.system ? -1 : 1));

let before: Kept;
let file: string;

it('the file holds what was seen, and nothing of a citizen', async () => {
  before = await kept();
  expect(before.latest.length).toBeGreaterThan(2);
  await press(KEPT, 0);
  const name = await eventually('the file', async () =>
    readdirSync(folder).find((one) => one.endsWith('.json')),
  );
  file = readFileSync(join(folder, name), 'utf8');
  const { sightings } = JSON.parse(file) as TransferFile;
  expect(byKey(sightings)).toEqual(byKey(before.latest));
  for (const marker of PERSONAL_MARKERS) expect(file.toLowerCase()).not.toContain(marker.toLowerCase());
});

it('"Xoá hết" leaves no dossier, and the settings as they were', async () => {
  await press(ERASE, 0);
  await options.waitForSelector(`${ERASE} fieldset`);
  await press(ERASE, -1);
  await options.waitForFunction(
    (where) => document.querySelector(`${where} [role=status]`)?.textContent,
    {},
    ERASE,
  );
  const { tables, local } = await kept();
  const codes = before.latest.map(({ code }) => code);
  const left = JSON.stringify(tables);
  expect(codes.filter((code) => left.includes(code))).toEqual([]);
  expect(local.ownSettings).toEqual(OWN);
});

it.each([
  ['a file cut short', () => file.slice(0, file.length / 2), 'không đọc được'],
  ['another program’s file', () => '{"rows":[]}', 'không phải tệp dữ liệu của Soi Hồ Sơ'],
  [
    'a file with a row that is none',
    () => {
      const whole = JSON.parse(file) as TransferFile;
      const [first, second, ...rest] = whole.sightings;
      return JSON.stringify({ ...whole, sightings: [first, { ...second, seenAt: 'hôm qua' }, ...rest] });
    },
    'danh sách “sightings”, dòng 2, mục “seenAt”',
  ],
  [
    'a file of a later version',
    () => JSON.stringify({ ...(JSON.parse(file) as TransferFile), version: 99 }),
    'thuộc phiên bản 99',
  ],
])('%s is named, and nothing of it is taken', async (_, text, says) => {
  await takeIn('damaged.json', text(), says);
  expect((await kept()).latest).toEqual([]);
});

it('taken in again, everything is as it was', async () => {
  await takeIn('whole.json', file, `Đã nhập ${before.latest.length} dòng`);
  const { latest, tables } = await kept();
  expect(byKey(latest)).toEqual(byKey(before.latest));
  expect(tables.changes).toHaveLength(before.tables.changes?.length ?? 0);
});

it('another ledger is merged: the later word stands, the earlier is history, and nothing is lost', async () => {
  const whole = JSON.parse(file) as TransferFile;
  const [known, later] = byKey(whole.sightings);
  if (!known || !later) throw new Error('two dossiers are needed');
  const hourBefore = new Date(Date.parse(known.seenAt) - 3_600_000).toISOString();
  const { facts: _facts, ...bare } = known;
  const earlier: LedgerSighting = {
    ...bare,
    status: 'withdrawn',
    statusText: 'Đã rút hồ sơ',
    seenAt: hourBefore,
    firstSeenAt: hourBefore,
    statusSince: hourBefore,
  };
  const unseen = { ...earlier, code: known.code.replace(/\d{4}$/, '9999') };
  const theirs = { ...whole, sightings: [earlier, unseen], runs: [] };
  await takeIn('other.json', JSON.stringify(theirs), 'Đã nhập 2 dòng');
  const { latest, tables } = await kept();
  expect(latest).toHaveLength(before.latest.length + 1);
  expect(latest.find(({ code }) => code === known.code)).toMatchObject({
    status: known.status,
    seenAt: known.seenAt,
  });
  expect(latest.find(({ code }) => code === later.code)).toEqual(later);
  expect(tables.changes).toContainEqual(
    expect.objectContaining({ code: known.code, status: 'withdrawn', at: hourBefore }),
  );
});

/** Puts a ledger of a shipped version in the place of this one, with one row in each table that a dossier may be in. */
async function putLedgerOf(version: number, row: LedgerSighting): Promise<void> {
  await options.evaluate(
    async (number, tables, latest) => {
      await new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('so-ho-so');
        deleting.onsuccess = resolve;
        deleting.onerror = () => reject(deleting.error);
      });
      const { ledgerBorn } = await chrome.storage.local.get('ledgerBorn');
      const { code, system, seenAt: at } = latest;
      const rows: Record<string, unknown> = {
        latest,
        changes: { code, system, outcome: 'found', at, until: at, since: at },
        links: { a: code, b: `${code}9`, at, by: 'hand' },
        tries: { code, system, outcome: 'found', at },
        recent: { code, at },
        meta: { key: 'born', value: ledgerBorn },
      };
      await new Promise<void>((resolve, reject) => {
        // Dexie counts in tens.
        const opening = indexedDB.open('so-ho-so', number * 10);
        opening.onupgradeneeded = () => {
          for (const [name, words] of Object.entries(tables)) {
            const [key = '', ...indexes] = words.split(', ').map((one) => {
              const parts = one.replace(/^\+\+|[[\]]/g, '').split('+');
              return parts.length > 1 ? parts : (parts[0] ?? '');
            });
            const store = opening.result.createObjectStore(name, {
              keyPath: words.startsWith('++') ? words.slice(2).split(',')[0] : key,
              autoIncrement: words.startsWith('++'),
            });
            for (const path of indexes)
              store.createIndex(Array.isArray(path) ? `[${path.join('+')}]` : path, path);
            if (rows[name]) store.put(rows[name]);
          }
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      });
    },
    version,
    tablesOf(version),
    row,
  );
  await killWorker(officer.browser);
}

it.each(SHIPPED.map((_, at) => at + 1))(
  'a ledger of version %i is opened with its rows, and nobody is told of damage',
  async (version) => {
    const [row] = byKey(before.latest);
    if (!row) throw new Error('a dossier is needed');
    await putLedgerOf(version, row);
    const popup = await officer.extensionPage('popup');
    await popup.waitForFunction(
      (code) => document.querySelector('ul')?.textContent?.includes(code),
      { timeout: 20_000 },
      row.code,
    );
    await popup.close();
    // The background has opened it too, and tried it.
    await options.evaluate(() => chrome.runtime.sendMessage({ name: 'ledger/check', payload: {} }));
    const { latest, tables, local } = await kept();
    expect(latest).toEqual([row]);
    for (const name of ['changes', 'links', 'tries', 'recent']) expect(tables[name], name).toHaveLength(1);
    expect(tables.arrivals).toEqual([]);
    expect(local.ledgerNotices ?? {}).not.toHaveProperty('damaged');
    expect(local.ownSettings).toEqual(OWN);
  },
);
