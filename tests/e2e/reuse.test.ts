/**
 * Papers that the nine databases replace, as an officer meets them: at the line, in the card, in a request that is
 * typed, on the board. Databases and covered procedures are set in the options page, as without a policy.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Painted, painted } from '../../scripts/browser/painted';
import { waitForReaders } from '../../scripts/browser/reader-state';
import { cardText, openCard } from '../../scripts/tour/open-card';
import type { SandboxSystem, TourPage } from '../sandbox';
import { eventually, type Officer, startOfficer } from './officer';
import { storeOf } from './store';

const LOOK_UP = 'https://www.vidu.gov.vn/';
const COVERED = ['1.001193', '1.004884', '1.012259', '1.012783'];
const SUBMIT = 'https://dichvucong.hanoi.gov.vn/nop-ho-so?maTTHC=1.004884';
const SUPPLEMENT = '#noiDungBoSung';

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(() => officer?.close());

/** Opens a page and waits until its prompts are painted. */
async function components(url: string): Promise<{ page: Page; prompts: number }> {
  const page = await officer.at(url);
  const states = await waitForReaders(page, officer.extensionId, (all) =>
    all.some(({ settled, components: lines }) => settled > 0 && lines.length > 0),
  );
  return { page, prompts: states.reduce((sum, { prompts }) => sum + prompts, 0) };
}

async function marks(page: Page): Promise<Painted[]> {
  return (await painted(page)).filter(({ role, box }) => role === 'button' && box);
}

async function click(page: Page, { box }: Painted): Promise<void> {
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
}

/** Opens the card of the mark whose label says this. */
async function cardOf(page: Page, words: RegExp): Promise<string> {
  const mark = await eventually(`a mark that says ${words}`, async () =>
    (await marks(page)).find(({ label }) => words.test(label)),
  );
  await click(page, mark);
  return eventually(`the card of ${words}`, async () => {
    const text = await cardText(page);
    return text && words.test(text) && text;
  });
}

async function press(page: Page, words: RegExp): Promise<void> {
  const button = await eventually(`the button ${words}`, async () =>
    (await marks(page)).find(({ text }) => words.test(text)),
  );
  await click(page, button);
}

/** The detail of a dossier of this procedure that a system holds. */
function detailOf(procedure: string, except: string[] = []): { url: string; code: string } {
  const holding = officer.sandbox.world
    .held('province-h26')
    .find(({ code, dossier }) => dossier.procedure.code === procedure && !except.includes(code));
  if (!holding) throw new Error(`nobody applied for ${procedure}`);
  const { dossier, code } = holding;
  return { url: `https://dichvucong.hanoi.gov.vn/ho-so/chi-tiet/${dossier.numericId}`, code };
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

it('before anything is set: only "check first", and whom to ask', async () => {
  const { page } = await components(SUBMIT);
  const card = await cardOf(page, /kiểm tra trước khi yêu cầu nộp: Giấy khai sinh/);
  expect(card).toContain('chưa rõ tình trạng tại đơn vị');
  expect(card).toContain('Hỏi trung tâm phục vụ hành chính công');
  expect(card).toContain('Nghị quyết 66.7/2025/NQ-CP, Điều 2');
  expect((await marks(page)).map(({ text }) => text)).toContain('1 nên kiểm tra dữ liệu');
  await page.close();
});

it('the officer sets databases and procedures in the options', async () => {
  const options = await officer.extensionPage('options');
  await options.waitForSelector('#database-civil-status');
  for (const [id, state] of [
    ['civil-status', 'in-use'],
    ['judicial-record', 'in-use'],
    ['land', 'in-use'],
    ['population', 'not-connected'],
  ]) {
    await options.select(`#database-${id}`, String(state));
    await options.waitForFunction(
      (select, value) => (document.querySelector(select) as HTMLSelectElement).value === value,
      {},
      `#database-${id}`,
      state,
    );
  }
  await options.$eval('#database-civil-status-url', (input) => {
    (input.closest('details') as HTMLDetailsElement).open = true;
  });
  for (const [detail, text] of [
    ['url', LOOK_UP],
    ['note', 'Vào mục Tra cứu trên cổng hộ tịch.'],
    ['announcement', 'Thông báo mẫu 12'],
  ]) {
    await options.type(`#database-civil-status-${detail}`, String(text));
    await options.keyboard.press('Enter');
  }
  await options.type('#covered-procedures', COVERED.join('\n'));
  await options.keyboard.press('Tab');
  const kept = await eventually('the settings kept', async () => {
    const { ownSettings } = await options.evaluate(() => chrome.storage.local.get('ownSettings'));
    const own = ownSettings as { coveredProcedures?: string[]; databases?: Record<string, unknown> };
    return own?.coveredProcedures?.length === COVERED.length && own;
  });
  expect(kept.databases).toMatchObject({
    'civil-status': { state: 'in-use', url: LOOK_UP, announcement: 'Thông báo mẫu 12' },
    population: { state: 'not-connected' },
  });
  await options.close();
});

describe('by the state of the database', () => {
  it('in use and covered: not required, with the way to look it up and nothing of the citizen in it', async () => {
    const { page } = await components(SUBMIT);
    const card = await cardOf(page, /Không yêu cầu nộp: Giấy khai sinh/);
    for (const words of [
      'Cơ sở dữ liệu hộ tịch điện tử: đang khai thác tại đơn vị',
      'Vào mục Tra cứu trên cổng hộ tịch.',
      'Công bố sử dụng: Thông báo mẫu 12',
      'Thủ tục có trong danh mục áp dụng tại đơn vị.',
      'Nghị quyết 66.7/2025/NQ-CP, Điều 2',
    ])
      expect(card).toContain(words);
    expect((await marks(page)).map(({ text }) => text)).toContain('1 không yêu cầu nộp');
    await press(page, /^Tra cứu: /);
    const tab = await officer.browser.waitForTarget((target) => target.url() === LOOK_UP, {
      timeout: 10_000,
    });
    await (await tab.page())?.close();
    await page.close();
  });

  it('in use but not covered: check first', async () => {
    const { page } = await components(detailOf('1.004873').url);
    const card = await cardOf(page, /kiểm tra trước khi yêu cầu nộp: Giấy khai sinh/);
    expect(card).toContain('đang khai thác tại đơn vị');
    expect(card).toContain('Chưa rõ thủ tục này có thuộc danh mục');
    expect((await marks(page)).filter(({ label }) => /: Không yêu cầu nộp/.test(label))).toEqual([]);
    await page.close();
  });

  it('not connected: the paper is taken as before, and the card says so', async () => {
    const { page } = await components(detailOf('1.001193').url);
    const card = await cardOf(page, /nhận giấy tờ như trước: Thẻ căn cước/);
    expect(card).toContain('chưa kết nối tại đơn vị');
    expect((await marks(page)).filter(({ text }) => text === 'Chép đề nghị bổ sung')).toEqual([]);
    await page.close();
  });

  it('data missing or wrong: one click, and the request is ready; in the page’s field it is not marked, what is asked beside it is', async () => {
    const { page } = await components(detailOf('1.001193').url);
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

  it('land: an original that is handed back is taken as before', async () => {
    const place = officer.place('land', 'submit');
    const { page } = await components(place.url);
    const texts = (await marks(page)).map(({ text }) => text);
    expect(texts).toContain('1 không yêu cầu nộp');
    expect(await cardOf(page, /Bản gốc phải nộp lại/)).toContain('Giấy chứng nhận quyền sử dụng đất');
    await page.close();
  });
});

describe('components on every system’s pages', () => {
  const WHERE: [SandboxSystem, TourPage['kind']][] = [
    ['province-h26', 'detail'],
    ['ministry-g18', 'detail'],
    ['ministry-g11', 'detail'],
    ['land', 'detail'],
    ['coordination', 'detail'],
    ['national-portal', 'lookup'],
  ];
  it.each(WHERE)('%s %s: a mark at each line that has a prompt', async (system, kind) => {
    const { page, prompts } = await components(officer.place(system, kind).url);
    expect(prompts).toBeGreaterThan(0);
    await page.evaluate(() => {
      const list = [...document.querySelectorAll('h2,h3,h4,iframe')].filter((one) =>
        /thành phần hồ sơ/i.test(one.textContent || one.getAttribute('title') || ''),
      );
      list.at(-1)?.scrollIntoView({ block: 'start' });
    });
    await eventually('its marks', async () => {
      const shown = (await marks(page)).filter(({ label }) => label.startsWith('Thành phần hồ sơ: '));
      return shown.filter(({ label }) => !label.includes('Giấy tờ của thành phần')).length === prompts;
    });
    await page.close();
  });

  it('the card of the dossier sums its page up', async () => {
    const { url, code } = detailOf('1.001193');
    const { page } = await components(url);
    // A dossier without a verdict has no mark: seen on a second system it has one.
    const other = await officer.reads(`https://dichvucong.gov.vn/tra-cuu-ho-so?maHoSo=${code}`, 1);
    await page.bringToFront();
    const text = await eventually('the card', () => openCard(page, [code]));
    expect(text).toMatch(/Thành phần hồ sơ: \d không yêu cầu nộp/);
    await other.page.close();
    await page.close();
  });
});

it('a page that names the procedure alone: components read before are used, and marked so', async () => {
  const { code } = detailOf('1.001193');
  const panel = await officer.extensionPage('popup');
  await panel.waitForSelector('#code');
  await panel.keyboard.type(code);
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(
    () => /theo trang đã đọc của thủ tục này\): \d không yêu cầu nộp/.test(document.body.textContent ?? ''),
    { timeout: 15_000 },
  );
  await panel.close();
  const { page, states } = await officer.reads(officer.place('province-h26', 'list').url, 10);
  const known = states.flatMap(({ views }) => views).filter(({ papersText }) => papersText);
  expect(known.length).toBeGreaterThan(0);
  expect(known[0]?.papersText).toContain('theo trang đã đọc của thủ tục này');
  await page.close();
});

describe('wording of a request', () => {
  it('nothing while typing; when the field is left a mark beside it says why; the text stays', async () => {
    const { page } = await components(detailOf('1.001193').url);
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

  it('in a text editor the mark stands at the paper’s own words', async () => {
    const { page } = await components(officer.place('ministry-g18', 'detail').url);
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
    expect(await page.$eval('.editor', (one) => one.innerHTML)).toBe('Hồ sơ thiếu phiếu lý lịch tư pháp.');
    await page.close();
  });

  it('a field that is none of these is left alone', async () => {
    const { page } = await components(detailOf('1.001193').url);
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
    expect(kept).toContain('birth-certificate');
    expect(kept).not.toContain('Bí Mật');
    expect(JSON.stringify(officer.sandbox.requests)).not.toContain('Bí Mật');
    expect(officer.sandbox.violations).toEqual([]);
    await help.close();
  });
});

describe('the counter', () => {
  const total = async (): Promise<number> => {
    const board = await officer.extensionPage('board');
    const text = await eventually('the counter', () =>
      board.evaluate(() => document.getElementById('spared')?.textContent),
    );
    await board.close();
    return Number.parseInt(text, 10);
  };

  it('each paper of a dossier once, by database', async () => {
    const seen = detailOf('1.001193');
    const before = await total();
    const again = await components(seen.url);
    await again.page.close();
    expect(await total()).toBe(before);
    const next = await components(detailOf('1.001193', [seen.code]).url);
    await next.page.close();
    expect(await total()).toBe(before + 1);
    const board = await officer.extensionPage('board');
    const list = await eventually('the list', () =>
      board.evaluate(() => document.querySelector('section[aria-labelledby=spared]')?.textContent),
    );
    expect(list).toContain('Cơ sở dữ liệu hộ tịch điện tử');
    expect(list).toContain('Cơ sở dữ liệu lý lịch tư pháp');
    await board.close();
  });
});
