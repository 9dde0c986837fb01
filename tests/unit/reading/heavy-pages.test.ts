/** Huge, deep and broken pages are read in proportion to their size, and what they say is still found. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { pageScript } from '../../../scripts/page-script';
import { MOST_LOOSE, MOST_TEXTS } from '../../../utils/reading/limits';
import { HEAVY_PAGES } from './heavy-pages';

let launched: Launched;
let script: string;
beforeAll(async () => {
  [launched, script] = await Promise.all([
    launch({ headless: true }),
    pageScript(fileURLToPath(new URL('./heavy-pages-in-page.ts', import.meta.url))),
  ]);
}, 60_000);
afterAll(() => launched?.close());

/** Browsers hang of their own at some thousand tables inside of each other. */
const DEEP = /tables inside|never end/;
const sizes = (name: string): [few: number, many: number] =>
  process.env.SOI_FULL && !DEEP.test(name) ? [500, 4_000] : [125, 1_000];

it.each(Object.keys(HEAVY_PAGES) as (keyof typeof HEAVY_PAGES)[])('%s', { timeout: 60_000 }, async (name) => {
  const page = await launched.browser.newPage();
  await page.evaluate(script);
  const read = async (n: number) => {
    const runs = [];
    for (let run = 0; run < 3; run++)
      runs.push(await page.evaluate((one, parts) => window.soiReadHeavy(one, parts), name, n));
    return { ms: Math.min(...runs.map(({ ms }) => ms)), dossiers: runs[0]?.dossiers ?? 0 };
  };
  const [least, most] = sizes(name);
  const [few, many] = [await read(least), await read(most)];
  await page.close();
  // Eight times the page; work that grows with its square takes 64 times as long. The constant covers what is fixed.
  expect(many.ms).toBeLessThan(30 * few.ms + 60);
  expect(many.dossiers).toBeGreaterThanOrEqual(few.dossiers);
});

const CODE = 'H26.14-261105-0001';
const LIST = `<table><tr><th>Mã hồ sơ</th><th>Trạng thái</th></tr><tr><td>${CODE}</td><td>Đang xử lý</td></tr></table>`;
const DETAIL = '<div><p>Mã hồ sơ: H26.14-261105-0002</p><p>Trạng thái: Đang xử lý</p></div>';

it.each([
  ['a list and a card, and little more', LIST + DETAIL, 10, [CODE, 'H26.14-261105-0002'], undefined],
  ['too many texts beside a list: the list alone is read', LIST + DETAIL, MOST_LOOSE, [CODE], 'too-large'],
  ['too many texts beside a card: nothing is read', DETAIL, MOST_LOOSE, [], 'too-large'],
  ['more texts than any page of an office has: nothing is read', LIST + DETAIL, MOST_TEXTS, [], 'too-large'],
])('%s, and the reason is told', { timeout: 60_000 }, async (_, html, texts, codes, unread) => {
  const page = await launched.browser.newPage();
  await page.evaluate(script);
  const read = await page.evaluate((one, more) => window.soiReadBefore(one, more), html, texts);
  expect(read).toEqual(unread ? { codes, unread } : { codes });
  await page.close();
});
