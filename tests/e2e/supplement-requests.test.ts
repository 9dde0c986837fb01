/** Requests for supplements: the ready text for missing data, and what is said of a request that an officer types. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { cardText } from '../../scripts/tour/open-card';
import { eventually, type Officer, startOfficer } from './officer';
import { cardOf, click, components, detailOf, marks, press } from './papers-on-page';
import { storeOf } from './store';

const SUPPLEMENT = '#noiDungBoSung';
const SETTINGS = {
  databases: {
    'civil-status': { state: 'in-use' },
    'judicial-record': { state: 'in-use' },
    population: { state: 'not-connected' },
  },
  coveredProcedures: ['1.001193', '1.012259'],
};

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
  await settle(SETTINGS);
});
afterAll(() => officer?.close());

async function settle(settings: object, page?: Page): Promise<void> {
  const options = await officer.extensionPage('options');
  await options.evaluate((ownSettings) => chrome.storage.local.set({ ownSettings }), settings);
  await options.close();
  await page?.bringToFront();
}

async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.$eval(selector, (field) => field.scrollIntoView({ block: 'center' }));
  await page.click(selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

/** Marks beside a request: what a chip or a dot there says. */
const requestMarks = async (page: Page) =>
  (await marks(page)).filter(({ text, label }) =>
    /: (không yêu cầu nộp|kiểm tra dữ liệu)/.test(text + label),
  );

/** Lines under words that were typed. */
const lines = async (page: Page) =>
  (await painted(page)).flatMap(({ role, box }) => (role === 'i' && box ? [box] : []));

it('data missing or wrong: one click, and the request is ready; in the page’s field it is not marked, what is asked beside it is', async () => {
  const { page } = await components(officer, detailOf(officer, '1.001193').url);
  await cardOf(page, /Không yêu cầu nộp: Giấy chứng nhận kết hôn/);
  await press(page, /^Chép đề nghị bổ sung$/);
  await eventually('the word that it is copied', async () => (await cardText(page))?.includes('Đã chép.'));
  await page.keyboard.press('Escape');
  await typeInto(page, SUPPLEMENT, ' ');
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  const text = await page.$eval(SUPPLEMENT, (field) => (field as HTMLTextAreaElement).value.trim());
  expect(text).toBe(
    'Đề nghị ông/bà bổ sung Giấy chứng nhận kết hôn, vì chưa khai thác được thông tin đầy đủ, chính xác từ Cơ sở dữ liệu hộ tịch điện tử. Đồng thời đề nghị ông/bà cập nhật, điều chỉnh thông tin trong cơ sở dữ liệu này.',
  );
  await page.keyboard.type(' Bổ sung thêm phiếu lý lịch tư pháp.');
  await page.keyboard.press('Tab');
  const [mark, ...others] = await eventually('the mark of the other paper', async () => {
    const found = await requestMarks(page);
    return found.length > 0 && found;
  });
  expect(mark?.text).toBe('Phiếu lý lịch tư pháp: không yêu cầu nộp');
  expect(others).toEqual([]);
  await page.close();
});

describe('wording of a request', () => {
  it('nothing while typing; when the field is left a mark beside it says why; the text stays', async () => {
    const { page } = await components(officer, detailOf(officer, '1.001193').url);
    const text = 'Đề nghị bổ sung bản sao giấy khai sinh của trẻ Nguyễn Văn Bí Mật, CCCD.';
    await typeInto(page, SUPPLEMENT, text);
    expect(await requestMarks(page)).toEqual([]);
    await page.keyboard.press('Tab');
    const [mark] = await eventually('the mark beside the field', async () => {
      const found = await requestMarks(page);
      return found.length > 0 && found;
    });
    // The identity card's database is not connected: it is rightly asked for.
    expect(mark?.text).toBe('Giấy khai sinh: không yêu cầu nộp');
    const field = await page.$eval(SUPPLEMENT, (one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { left, right, top, bottom };
    });
    const box = mark?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const beside = box.x >= field.right || box.y >= field.bottom || box.y + box.height <= field.top;
    expect(beside, JSON.stringify({ box, field })).toBe(true);
    if (mark) await click(page, mark);
    expect(await cardText(page)).toContain('Cơ sở dữ liệu hộ tịch điện tử');
    expect(await page.$eval(SUPPLEMENT, (one) => (one as HTMLTextAreaElement).value)).toBe(text);
    await page.keyboard.press('Escape');
    await typeInto(page, SUPPLEMENT, 'Đề nghị ký tờ khai');
    await page.keyboard.press('Tab');
    await eventually('no mark', async () => (await requestMarks(page)).length === 0);
    await page.close();
  });

  it('in a text area each paper that data replace has a line under its words, moved as it is scrolled', async () => {
    const { page } = await components(officer, detailOf(officer, '1.001193').url);
    await typeInto(page, SUPPLEMENT, 'Đề nghị bổ sung CCCD, giấy khai sinh, phiếu lý lịch tư pháp của trẻ.');
    for (let line = 0; line < 10; line += 1) await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await eventually('the mark beside the field', async () => (await requestMarks(page)).length > 0);
    // The caret's end is in view: the words are scrolled away.
    expect(await lines(page)).toEqual([]);
    await page.$eval(SUPPLEMENT, (one) => {
      one.scrollTop = 0;
    });
    const field = await page.$eval(SUPPLEMENT, (one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { left, right, top, bottom, letter: Number.parseFloat(getComputedStyle(one).fontSize) * 0.6 };
    });
    const found = await eventually('both lines', async () => {
      const all = await lines(page);
      return all.length === 2 && all;
    });
    for (const { x, y, width } of found) {
      expect(x).toBeGreaterThan(field.left);
      expect(x + width).toBeLessThan(field.right);
      expect(y).toBeGreaterThan(field.top);
      expect(y).toBeLessThan(field.bottom);
    }
    // A text area's letters are all of one width.
    expect(found[0]?.x).toBeCloseTo(field.left + 'Đề nghị bổ sung CCCD, '.length * field.letter, -1);
    expect((found[1]?.width ?? 0) / (found[0]?.width ?? 1)).toBeCloseTo(
      'phiếu lý lịch tư pháp'.length / 'giấy khai sinh'.length,
      1,
    );
    await page.close();
  });

  it('in a text editor the mark stands at the paper’s own words', async () => {
    const { page } = await components(officer, officer.place('ministry-g18', 'detail').url);
    await typeInto(page, '.editor', 'Hồ sơ thiếu phiếu lý lịch tư pháp.');
    expect(await page.$eval('.editor', (one) => one.textContent)).toContain('phiếu lý lịch');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const editor = await page.$eval('.editor', (one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { left, right, top, bottom };
    });
    await eventually('a mark in the editor', async () =>
      (await marks(page)).find(
        ({ label, box }) =>
          /Phiếu lý lịch tư pháp/.test(label) &&
          box &&
          box.y > editor.top - 12 &&
          box.y < editor.bottom &&
          box.x > editor.left,
      ),
    );
    expect(await lines(page)).toHaveLength(1);
    expect(await page.$eval('.editor', (one) => one.innerHTML)).toBe('Hồ sơ thiếu phiếu lý lịch tư pháp.');
    await page.close();
  });

  it('in the frame of an editor, which is labelled in the page around it', async () => {
    const { page } = await components(officer, detailOf(officer, '1.001193').url);
    await page.evaluate(() => {
      const box = document.createElement('div');
      box.innerHTML = '<p>Nội dung yêu cầu bổ sung</p><iframe id="editor" width="700"></iframe>';
      document.body.prepend(box);
      const inside = (document.getElementById('editor') as HTMLIFrameElement).contentDocument;
      inside?.open();
      inside?.write('<!doctype html><body contenteditable="true"><p>Hồ sơ</p></body>');
      inside?.close();
    });
    const frame = await (await page.$('#editor'))?.contentFrame();
    if (!frame) throw new Error('no frame');
    // The reader comes to a frame a moment after its text.
    const mark = await eventually('a mark in the frame', async () => {
      await frame.evaluate(() => document.body.focus());
      if (!(await frame.evaluate(() => document.body.textContent?.includes('lý lịch'))))
        await page.keyboard.type(' còn thiếu phiếu lý lịch tư pháp. ');
      await frame.evaluate(() => document.body.blur());
      return (await marks(page)).find(({ label }) => /Phiếu lý lịch tư pháp/.test(label));
    });
    expect(mark.label).toContain('Không yêu cầu nộp');
    // Painted anew when the page around it is read again.
    await eventually('one line under its words', async () => (await lines(page)).length === 1);
    await page.close();
  });

  it('in open shadow roots, when the focus only moves on inside of one', async () => {
    const { page } = await components(officer, detailOf(officer, '1.001193').url);
    await page.evaluate(() => {
      const form = document.createElement('x-form');
      form.style.display = 'block';
      const outer = form.attachShadow({ mode: 'open' });
      outer.innerHTML =
        '<style>p { margin: 40px }</style><p>Nội dung yêu cầu bổ sung</p><x-field></x-field><p>Người ký</p><input>';
      const inner = outer.querySelector('x-field')?.attachShadow({ mode: 'open' });
      if (inner) inner.innerHTML = '<textarea rows="3" cols="60"></textarea><button>Gửi</button>';
      document.body.prepend(form);
    });
    const field = await page.$('>>> textarea[rows="3"]');
    if (!field) throw new Error('no field');
    // The page is read anew a moment after it changed; until then nobody listens inside.
    await eventually('a mark at the field', async () => {
      await field.focus();
      if (!(await field.evaluate((one) => one.value)))
        await page.keyboard.type('Bổ sung phiếu lý lịch tư pháp.');
      await page.keyboard.press('Tab');
      return (await requestMarks(page)).length > 0;
    });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('x-form');
    const [mark, ...others] = await requestMarks(page);
    expect(mark?.text).toBe('Phiếu lý lịch tư pháp: không yêu cầu nộp');
    expect(others).toEqual([]);
    const boxOf = () => field.evaluate((one) => one.getBoundingClientRect().toJSON());
    const inside = async () => {
      const [line] = await eventually('one line', async () => {
        const all = await lines(page);
        return all.length === 1 && all;
      });
      const box = await boxOf();
      return !!line && line.x > box.left && line.y > box.top && line.y < box.bottom;
    };
    expect(await inside()).toBe(true);
    await page.evaluate(() => {
      (document.querySelector('x-form') as HTMLElement).style.margin = '40px';
    });
    await eventually('the line where the field went', inside);
    await page.close();
  });

  it('settings that change meanwhile: what was typed is judged anew by them', async () => {
    const { page } = await components(officer, detailOf(officer, '1.001193').url);
    await typeInto(page, SUPPLEMENT, 'Bổ sung phiếu lý lịch tư pháp');
    await page.keyboard.press('Tab');
    const said = (words: RegExp) => () =>
      requestMarks(page).then((all) => all.length === 1 && words.test(`${all[0]?.text}`));
    await eventually('the mark', said(/^Phiếu lý lịch tư pháp: không yêu cầu nộp$/));
    await settle({ ...SETTINGS, coveredProcedures: [] }, page);
    await eventually('the mark of a procedure that is not covered', said(/kiểm tra dữ liệu/));
    await settle(SETTINGS, page);
    await eventually('the first mark again', said(/không yêu cầu nộp/));
    await page.close();
  });

  it('a field that is none of these is left alone', async () => {
    const { page } = await components(officer, detailOf(officer, '1.001193').url);
    await typeInto(page, '#ghiChu', 'Bổ sung giấy khai sinh');
    await page.keyboard.press('Tab');
    await typeInto(page, SUPPLEMENT, 'Bổ sung giấy khai sinh');
    await page.keyboard.press('Tab');
    await eventually('the mark of the request', async () => (await requestMarks(page)).length === 1);
    await page.close();
  });

  it('what was typed is nowhere: not in a store, not in a request', async () => {
    const help = await officer.extensionPage('help');
    const kept = JSON.stringify(await storeOf(help));
    expect(kept).toContain('marriage-certificate');
    expect(kept).not.toContain('Bí Mật');
    expect(JSON.stringify(officer.sandbox.requests)).not.toContain('Bí Mật');
    expect(officer.sandbox.violations).toEqual([]);
    await help.close();
  });
});
