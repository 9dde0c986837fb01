/**
 * Papers that the nine databases replace, as an officer meets them: at the line, in the card, on the
 * board. Databases and covered procedures are set in the options page, as without a policy.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForReaders } from '../../scripts/browser/reader-state';
import { cardText, openCard } from '../../scripts/tour/open-card';
import type { SandboxSystem, TourPage } from '../sandbox';
import { eventually, type Officer, startOfficer } from './officer';
import { cardOf, components, detailOf, marks, press } from './papers-on-page';

const LOOK_UP = 'https://www.vidu.gov.vn/';
const COVERED = ['1.001193', '1.004884', '1.012259', '1.012783'];
const SUBMIT = 'https://dichvucong.hanoi.gov.vn/nop-ho-so?maTTHC=1.004884';

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(() => officer?.close());

it('before anything is set: only "check first", and whom to ask', async () => {
  const { page } = await components(officer, SUBMIT);
  const card = await cardOf(page, /kiểm tra trước khi yêu cầu nộp: Giấy khai sinh/);
  expect(card).toContain('chưa rõ tình trạng tại đơn vị');
  expect(card).toContain('Hỏi trung tâm phục vụ hành chính công');
  expect(card).toContain('Nghị quyết 66.7/2025/NQ-CP, Điều 2');
  await eventually('the summary', async () =>
    (await marks(page)).find(({ text }) => text === '1 nên kiểm tra dữ liệu'),
  );
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
    const { page } = await components(officer, SUBMIT);
    const card = await cardOf(page, /Không yêu cầu nộp: Giấy khai sinh/);
    for (const words of [
      'Cơ sở dữ liệu hộ tịch điện tử: đang khai thác tại đơn vị',
      'Vào mục Tra cứu trên cổng hộ tịch.',
      'Công bố sử dụng: Thông báo mẫu 12',
      'Thủ tục có trong danh mục áp dụng tại đơn vị.',
      'Nghị quyết 66.7/2025/NQ-CP, Điều 2',
    ])
      expect(card).toContain(words);
    await eventually('the summary', async () =>
      (await marks(page)).find(({ text }) => text === '1 không yêu cầu nộp'),
    );
    await press(page, /^Tra cứu: /);
    const tab = await officer.browser.waitForTarget((target) => target.url() === LOOK_UP, {
      timeout: 10_000,
    });
    await (await tab.page())?.close();
    await page.close();
  });

  it('in use but not covered: check first', async () => {
    const { page } = await components(officer, detailOf(officer, '1.004873').url);
    const card = await cardOf(page, /kiểm tra trước khi yêu cầu nộp: Giấy khai sinh/);
    expect(card).toContain('đang khai thác tại đơn vị');
    expect(card).toContain('Chưa rõ thủ tục này có thuộc danh mục');
    expect((await marks(page)).filter(({ label }) => /: Không yêu cầu nộp/.test(label))).toEqual([]);
    await page.close();
  });

  it('not connected: the paper is taken as before, and the card says so', async () => {
    const { page } = await components(officer, detailOf(officer, '1.001193').url);
    const card = await cardOf(page, /nhận giấy tờ như trước: Thẻ căn cước/);
    expect(card).toContain('chưa kết nối tại đơn vị');
    expect((await marks(page)).filter(({ text }) => text === 'Chép đề nghị bổ sung')).toEqual([]);
    await page.close();
  });

  it('land: an original that is handed back is taken as before', async () => {
    const place = officer.place('land', 'submit');
    const { page } = await components(officer, place.url);
    await eventually('the summary', async () =>
      (await marks(page)).find(({ text }) => text === '1 không yêu cầu nộp'),
    );
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
    const { page, prompts } = await components(officer, officer.place(system, kind).url);
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
    const { url, code } = detailOf(officer, '1.001193');
    const { page } = await components(officer, url);
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
  const { code } = detailOf(officer, '1.001193');
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

describe('a page of procedures, without any dossier', () => {
  const PROCEDURES = 'https://dichvucong.hanoi.gov.vn/thu-tuc';
  const FROM_PAGES = 'Thành phần hồ sơ (theo trang đã đọc của thủ tục này)';
  const chips = async (page: Page) =>
    (await marks(page)).filter(({ label }) => label.includes(FROM_PAGES)).map(({ text }) => text);

  it('its papers as read before: beside its number, once, and marked so in the card', async () => {
    const page = await officer.at(`${PROCEDURES}?ma=1.001193`);
    const card = await cardOf(page, /theo trang đã đọc của thủ tục này/);
    expect(card).toContain('Không yêu cầu nộp: Giấy chứng nhận kết hôn');
    expect(card).toContain('Cơ sở dữ liệu hộ tịch điện tử: đang khai thác tại đơn vị');
    expect(card).toContain('Nghị quyết 66.7/2025/NQ-CP, Điều 2');
    expect(await chips(page)).toEqual(['1 không yêu cầu nộp']);
    const number = await page.evaluate(() => {
      const cell = [...document.querySelectorAll('td')].find((td) => td.textContent === '1.001193');
      return cell?.getBoundingClientRect().toJSON();
    });
    const mark = (await marks(page)).find(({ label }) => label.includes(FROM_PAGES));
    expect(Math.abs((mark?.box?.y ?? 0) - number.y)).toBeLessThan(number.height);
    await page.close();
  });

  it('where data is missing, the text for the citizen is copied from the card', async () => {
    const page = await officer.at(`${PROCEDURES}?ma=1.001193`);
    await cardOf(page, /theo trang đã đọc của thủ tục này/);
    await press(page, /^Chép đề nghị bổ sung/);
    await eventually('the word that it is copied', async () => (await cardText(page))?.includes('Đã chép.'));
    await page.close();
  });

  it('in a list: beside those whose components were read', async () => {
    const page = await officer.at(PROCEDURES);
    await eventually('a mark at each', async () => {
      const shown = await chips(page);
      return shown.join() === '1 không yêu cầu nộp,2 nên kiểm tra dữ liệu,1 không yêu cầu nộp';
    });
    await page.close();
  });

  it('of a procedure not read yet nothing is said, and nothing is painted', async () => {
    const page = await officer.at(`${PROCEDURES}?ma=1.001612`);
    const asked = await waitForReaders(page, officer.extensionId, (all) =>
      all.some(({ procedures }) => procedures > 0),
    );
    expect(asked.map(({ prompts, settled }) => [prompts, settled])).toEqual([[0, 0]]);
    expect(await marks(page)).toEqual([]);
    await page.close();
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
    // Which dossiers the pages above showed depends on the hour: this one names a paper of another database.
    const doctor = officer.sandbox.world
      .held('ministry-g18')
      .find(({ dossier }) => dossier.procedure.code === '1.012259')?.dossier.hexId;
    const { url } = officer.place('ministry-g18', 'detail');
    await (await components(officer, url.replace(/[\da-f]{24}/, doctor ?? ''))).page.close();
    const seen = detailOf(officer, '1.001193');
    const before = await total();
    const again = await components(officer, seen.url);
    await again.page.close();
    expect(await total()).toBe(before);
    const next = await components(officer, detailOf(officer, '1.001193', [seen.code]).url);
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
