/** The gate lets in whatever the reader may read, wherever on a long page it stands, and next to nothing else. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { pageScript } from '../../../scripts/page-script';
import { pageWithoutDossiers } from '../../bench/dossier-list';

let launched: Launched;
let page: Page;
beforeAll(async () => {
  const script = await pageScript(fileURLToPath(new URL('./gate-in-page.ts', import.meta.url)));
  launched = await launch({ headless: true });
  page = await launched.browser.newPage();
  await page.evaluate(script);
}, 60_000);
afterAll(() => launched?.close());

const CODE = 'H26.14-261105-0001';
const LONG = pageWithoutDossiers(3_000);

it.each([
  ['a code at the end of a long page', `${LONG}<p>${CODE}</p>`],
  ['a code in its midst', `${LONG}<p>${CODE}</p>${LONG}`],
  ['a code before all elements', `${CODE}${LONG}`],
  ['a code after all elements', `${LONG}${CODE}`],
  ['an insurance code', `<p>Hồ sơ 12345/2026/01234 đã nhận</p>`],
  ['a label of a code of any shape', `${LONG}<p>Mã hồ sơ: TN-2026-000123</p>`],
  ['a label in letters taken apart', `<p>${'Mã hồ sơ'.normalize('NFD')}</p>`],
  ['a label without accents', '<th>Ma ho so</th>'],
  ['a label over two lines', '<th>Mã số<br>\n hồ sơ</th>'],
  ['component lines', '<h3>Thành phần hồ sơ</h3>'],
  ['a code with zero-width marks', `<p>H\u200b2\u200b6.14-261105-0001</p>`],
  ['a code in full-width forms', '<p>Ｈ２６.14-261105-0001</p>'],
  ['a code in pieces', '<p><b>H</b><b>26</b>.14-261105-0001</p>'],
  ['a code in a field', `<input value="${CODE}">`],
  ['a code in a text area', `<textarea>${CODE}</textarea>`],
])('in: %s', async (_, html) => {
  expect(await page.evaluate((body) => window.soiGate(body), html)).toBe(true);
});

it('in: a code in an open shadow root amid a long page', async () => {
  const html = `${LONG}<x-dossier></x-dossier>${LONG}`;
  expect(await page.evaluate((body, root) => window.soiGate(body, root), html, `<p>${CODE}</p>`)).toBe(true);
});

it('in: a code in an open shadow root of a plain element', async () => {
  const html = `${LONG}<div class="x"></div>${LONG}`;
  expect(await page.evaluate((body, root) => window.soiGate(body, root, '.x'), html, `<p>${CODE}</p>`)).toBe(
    true,
  );
});

it('in: a code in pieces, wherever the text of a long page is cut', async () => {
  const missed = await page.evaluate((code) => {
    const before: number[] = [];
    // Every border of a bulk lies before some piece of the code in one of these pages.
    for (let elements = 960; elements <= 1_010; elements++) {
      const pieces = [...code].map((char) => `<i>${char}</i>`).join('');
      if (!window.soiGate(`${'<i></i>'.repeat(elements)}${pieces}${'<i></i>'.repeat(1_100)}`))
        before.push(elements);
    }
    return before;
  }, CODE);
  expect(missed).toEqual([]);
});

it.each([
  ['news with days and numbers', LONG],
  ['words of the field that are no labels', '<p>Hướng dẫn nộp hồ sơ, tiếp nhận và trả kết quả</p>'],
  ['zero-width marks without a code', '<p>Tin\u200b tức\u00ad</p>'],
  ['an empty page', ''],
])('out: %s', async (_, html) => {
  expect(await page.evaluate((body) => window.soiGate(body), html)).toBe(false);
});
