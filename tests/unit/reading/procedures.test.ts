/** A page without dossiers and components: which procedures it names, and where. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { pageScript } from '../../../scripts/page-script';

let launched: Launched;
let page: Page;
beforeAll(async () => {
  const script = await pageScript(fileURLToPath(new URL('./procedures-in-page.ts', import.meta.url)));
  launched = await launch({ headless: true });
  page = await launched.browser.newPage();
  await page.evaluate(script);
}, 60_000);
afterAll(() => launched?.close());

const procedures = (html: string) => page.evaluate((body) => window.soiProcedures(body), html);

const CODE = '1.004884';
const NAME = 'Thủ tục đăng ký lại khai sinh';
const rows = (many: number) =>
  Array.from(
    { length: many },
    (_, n) => `<tr><td>${n + 1}</td><td>1.00${4000 + n}</td><td>Thủ tục mẫu ${n}</td></tr>`,
  ).join('');
const list = (many: number) =>
  `<table><thead><tr><th>STT</th><th>Mã TTHC</th><th>Tên thủ tục</th></tr></thead><tbody>${rows(many)}</tbody></table>`;

describe('named', () => {
  it.each<[string, string, string[]]>([
    ['a number in a sentence', `<p>Mã thủ tục: ${CODE}</p>`, [`${CODE} |  @ Mã thủ tục: ${CODE}`]],
    [
      'a number before other facts',
      `<p>Mã thủ tục: ${CODE} · Thời hạn: 5 ngày làm việc · Lệ phí: 8.000 đ</p>`,
      [`${CODE} |  @ Mã thủ tục: ${CODE} · Thời hạn: 5 ngày làm việc · Lệ phí: 8.000 đ`],
    ],
    [
      'without a colon, in the next element',
      `<dl><dt>Mã TTHC</dt><dd>${CODE}</dd></dl>`,
      [`${CODE} |  @ ${CODE}`],
    ],
    [
      'an agency’s tail',
      `<p><b>Mã số TTHC:</b> ${CODE}.000.00.00.H26</p>`,
      [`${CODE} |  @ ${CODE}.000.00.00.H26`],
    ],
    [
      'cells of a form, each on a line of its own',
      `<table>\n<tr>\n<td>Mã thủ tục</td>\n<td>${CODE}</td>\n</tr>\n<tr>\n<td>Lĩnh vực</td>\n<td>Hộ tịch</td>\n</tr>\n</table>`,
      [`${CODE} |  @ ${CODE}`],
    ],
    [
      'a name under its label',
      `<div><span>Tên thủ tục:</span> <span>${NAME}</span></div>`,
      [` | ${NAME} @ ${NAME}`],
    ],
    ['a name under “Thủ tục”', `<div><label>Thủ tục:</label><p>${NAME}</p></div>`, [` | ${NAME} @ ${NAME}`]],
    [
      'a name and its number in one',
      `<div><b>Thủ tục hành chính:</b><p>${CODE} - ${NAME}</p></div>`,
      [`${CODE} | ${NAME} @ ${CODE} - ${NAME}`],
    ],
    [
      'a number and a name under labels of their own',
      `<dl><dt>Mã thủ tục</dt><dd>${CODE}</dd><dt>Tên thủ tục</dt><dd>${NAME}</dd></dl>`,
      [`${CODE} |  @ ${CODE}`, ` | ${NAME} @ ${NAME}`],
    ],
    [
      'a field that can only be read',
      `<label for="m">Mã thủ tục</label><input id="m" readonly value="${CODE}"><i>TTHC: </i>`,
      [`${CODE} |  @ input`],
    ],
    [
      'rows of a list, number and name together',
      list(2),
      ['1.004000 | Thủ tục mẫu 0 @ 1.004000', '1.004001 | Thủ tục mẫu 1 @ 1.004001'],
    ],
    [
      'the same one twice',
      `<p>Mã thủ tục: ${CODE}</p><p>Mã TTHC: ${CODE}</p>`,
      [`${CODE} |  @ Mã thủ tục: ${CODE}`],
    ],
    [
      'beside a search for dossiers',
      `<label>Mã hồ sơ</label><input><p>Mã thủ tục: ${CODE}</p>`,
      [`${CODE} |  @ Mã thủ tục: ${CODE}`],
    ],
    [
      'letters taken apart',
      `<p>${`Tên thủ tục: ${NAME}`.normalize('NFD')}</p>`,
      [` | ${NAME} @ ${`Tên thủ tục: ${NAME}`.normalize('NFD')}`],
    ],
  ])('%s', async (_, html, expected) => expect(await procedures(html)).toEqual(expected));
});

it('a number behind other words is none of a procedure', async () => {
  expect(await procedures(`<p>Thủ tục</p><p>Số tiền ${CODE}</p>`)).toEqual([' | Số tiền @ Số tiền 1.004884']);
});

describe('not named', () => {
  it.each<[string, string]>([
    ['a number without a label', `<p>Thủ tục hành chính</p><div>Số tiền</div><div>${CODE}</div>`],
    ['a number that is longer', '<p>Mã thủ tục: 1.0048841</p><p>Tên thủ tục</p>'],
    ['in the navigation', `<nav><p>Mã thủ tục: ${CODE}</p></nav>`],
    ['hidden', `<p hidden>Mã thủ tục: ${CODE}</p>`],
    ['a choice that may still change', `<label>Thủ tục:<select><option>${NAME}</option></select></label>`],
    [
      'what is typed',
      `<label for="m">Mã thủ tục: </label><input id="m" value="${CODE}"><i>Mã TTHC gồm 7 chữ số, ví dụ ${CODE}</i>`,
    ],
    ['a catalogue of many', list(30)],
    ['the citizen’s own words', `<p>Thủ tục: </p><p>Về việc: ${NAME}</p>`],
  ])('%s', async (_, html) => expect(await procedures(html)).toEqual([]));

  it('beside a dossier: its own reading says it', async () => {
    expect(await procedures(`<p>Mã hồ sơ: H26.14-261105-0001</p><p>Mã thủ tục: ${CODE}</p>`)).toEqual([]);
  });

  it('beside components: their own marks say it', async () => {
    const lines = ['Tờ khai theo mẫu', 'Giấy khai sinh'].map((text) => `<li>${text}</li>`).join('');
    expect(await procedures(`<p>Mã thủ tục: ${CODE}</p><h3>Thành phần hồ sơ</h3><ul>${lines}</ul>`)).toEqual(
      [],
    );
  });

  it.each([
    ['a menu without a label', '<ul><li>Thủ tục hành chính</li><li>Dịch vụ công</li></ul>'],
    ['money and measures', '<p>Thủ tục nhanh, phí 1.004.884 đồng</p>'],
  ])('the gate stays shut: %s', async (_, html) => expect(await procedures(html)).toBeNull());
});
