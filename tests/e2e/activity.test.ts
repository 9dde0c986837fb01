/** The diary of requests in the options, and the way to sign in, as an officer meets them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, type Officer, startOfficer } from './officer';

const DIARY = 'section[aria-labelledby=activity]';
const ERASE = 'section[aria-labelledby=erase]';

let officer: Officer;
let options: Page;
const downloads = mkdtempSync(join(tmpdir(), 'soi-ho-so-downloads-'));

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(async () => {
  await officer?.close();
  rmSync(downloads, { recursive: true, force: true });
});

const codeOf = (at: number) =>
  officer.sandbox.world.held('national-portal').filter(({ code }) => /^H26\./.test(code))[at]?.code ?? '';

/** Asks in the popup and waits until a sentence stands there and nothing moves any more: every system has answered. */
async function lookUp(code: string, sentence: string): Promise<Page> {
  const popup = await officer.extensionPage('popup');
  await (await popup.waitForSelector('#code'))?.type(code);
  await popup.keyboard.press('Enter');
  await eventually(sentence, () =>
    popup.evaluate(
      (words) => document.body.textContent?.includes(words) && !document.querySelector('li[aria-busy=true]'),
      sentence,
    ),
  );
  return popup;
}

it('not signed in: the button opens the login of that system', async () => {
  officer.sandbox.dials.set({ host: 'national-portal', sessionExpired: true });
  const popup = await lookUp(codeOf(0), 'Chưa đăng nhập');
  const login = officer.browser.waitForTarget(
    (one) => one.url().startsWith('https://xacthuc.dichvucong.gov.vn/'),
    {
      timeout: 10_000,
    },
  );
  const button = await popup.waitForSelector('button[aria-label="Mở trang đăng nhập: DVCQG"]');
  expect(await button?.evaluate((one) => one.textContent)).toBe('Đăng nhập');
  await button?.click();
  const page = await (await login).page();
  await page?.waitForSelector('input[type=password]');
  officer.sandbox.dials.reset();
  await page?.close();
  await popup.close();
});

it('a request appears with its host, why, when, how long, what came of it and its bytes', async () => {
  options = await officer.extensionPage('options');
  const code = codeOf(1);
  await (await lookUp(code, 'do tra cứu')).close();
  const cells = await eventually('the row', async () => {
    const rows = await options.$$eval(`${DIARY} tbody tr`, (all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
    const row = rows.find((one) => one.includes('dichvucong.gov.vn') && one.includes(code));
    return row?.[5] === 'có hồ sơ' ? row : null;
  });
  const [at, host, system, shown, why, , ms, bytes] = cells;
  expect(at).toMatch(/^\d\d:\d\d \d\d\/\d\d\/\d{4}$/);
  expect([host, system, shown, why]).toEqual(['dichvucong.gov.vn', 'DVCQG', code, 'cửa sổ nhỏ']);
  expect(Number(ms)).toBeGreaterThan(0);
  expect(Number(bytes)).toBeGreaterThan(500);
  const requests = officer.sandbox.requests.filter(({ dest, mode }) => dest === 'empty' && mode === 'cors');
  const today = await options.$eval(DIARY, (section) => section.textContent ?? '');
  expect(today).toContain(String(requests.length));
});

it('it can be taken away as a file', async () => {
  const client = await options.createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await options.$$eval(`${DIARY} button`, (buttons) =>
    buttons.find((one) => one.textContent?.includes('Xuất'))?.click(),
  );
  const file = await eventually('the file', async () =>
    readdirSync(downloads).find((name) => name.endsWith('.csv')),
  );
  const lines = readFileSync(join(downloads, file), 'utf8').trim().split('\n');
  const rows = await options.$$eval(`${DIARY} tbody tr`, (all) => all.length);
  expect(lines).toHaveLength(rows + 1);
  expect(lines.some((line) => line.includes('dichvucong.gov.vn') && line.includes(codeOf(1)))).toBe(true);
});

it('it is erased with the ledger', async () => {
  const press = (section: string, at: number) =>
    options.$$eval(`${section} button`, (buttons, n) => buttons.at(n)?.click(), at);
  await press(ERASE, 0);
  await options.waitForSelector(`${ERASE} fieldset`);
  await press(ERASE, -1);
  await eventually('an empty diary', async () => {
    const sections = (await options.$$(DIARY)).length;
    return sections === 1 && (await options.$$(`${DIARY} tbody tr`)).length === 0;
  });
});
