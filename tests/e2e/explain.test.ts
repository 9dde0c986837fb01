/** Why a page was read as it was, and what is said when a system's pages have a new layout. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { openCard } from '../../scripts/tour/open-card';
import { PERSONAL_MARKERS } from '../sandbox';
import { eventually, type Officer, startOfficer } from './officer';
import { press } from './papers-on-page';
import { storeOf } from './store';

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
  // Every dossier gets a mark, so that its card can be opened.
  const options = await officer.extensionPage('options');
  await options.evaluate(() => chrome.storage.local.set({ ownSettings: { showCannotTell: true } }));
  await options.close();
});
afterAll(() => officer?.close());

async function panelPage(): Promise<Page> {
  const target = await officer.browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'), {
    timeout: 10_000,
  });
  return target.asPage();
}

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

it('the card’s button opens the side panel at the explanation; nothing of it is kept, nobody is named', async () => {
  const { page, states } = await officer.reads(officer.place('province-h26', 'list').url, 10);
  const codes = states.flatMap(({ views }) => views.map(({ code }) => code));
  expect(await openCard(page, codes)).toContain('Vì sao đọc như vậy?');
  await press(page, /^Vì sao đọc như vậy\?$/);
  const panel = await panelPage();
  const shown = await eventually('the explanation', async () => {
    const text = await textOf(panel, 'details[open]');
    return text.includes('theo tiêu đề cột') && text;
  });
  expect(shown).toMatch(/Trạng thái.*theo tiêu đề cột, nhãn “[^”]+”, chữ “[^”]+”/);
  for (const marker of PERSONAL_MARKERS) expect(shown).not.toContain(marker);
  const store = JSON.stringify(await storeOf(panel));
  expect(store).not.toContain('theo tiêu đề cột');
  expect(store).not.toMatch(/"(by|leftOut)":/);
  await page.close();
});

it('a dossier that the page no longer shows is told so', async () => {
  const { page, states } = await officer.reads(officer.place('province-h26', 'list').url, 10);
  const codes = states.flatMap(({ views }) => views.map(({ code }) => code));
  await openCard(page, codes);
  await press(page, /^Vì sao đọc như vậy\?$/);
  const panel = await panelPage();
  await eventually('the explanation', async () =>
    (await textOf(panel, 'details[open]')).includes('theo tiêu đề cột'),
  );
  await page.goto('https://www.vidu.gov.vn/');
  await page.bringToFront();
  await panel.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('details[open] button')];
    buttons.find((one) => one.textContent === 'Đọc lại')?.click();
  });
  await eventually('the sentence', async () =>
    (await textOf(panel, 'details[open]')).includes('không hiện hồ sơ này'),
  );
  await page.close();
});

it('a new layout is read the general way, its cards say so, and administrators see it until it fits again', async () => {
  const url = 'https://dla.mplis.gov.vn/dc/XuLyCongViec';
  const before = await officer.reads(url, 3);
  const codes = before.states.flatMap(({ readings }) => readings.map(({ code }) => String(code)));
  expect(await openCard(before.page, codes)).not.toContain('đã đổi giao diện');
  await before.page.close();

  officer.sandbox.dials.set({ host: 'land', redesign: true });
  const after = await officer.reads(url, 3);
  const read = after.states.flatMap(({ readings }) => readings.map(({ code }) => String(code)));
  expect(new Set(read)).toEqual(new Set(codes));
  expect(await openCard(after.page, codes)).toContain('Trang đã đổi giao diện so với mẫu đã biết');
  await after.page.close();
  const options = await officer.extensionPage('options');
  const told = await eventually('the health of the land system', async () => {
    const section = await textOf(options, 'section[aria-labelledby=health]');
    return section.includes('đã đổi giao diện') && section;
  });
  expect(told).toContain('VBDLIS');
  for (const code of codes) expect(told).not.toContain(code);

  officer.sandbox.dials.reset();
  const again = await officer.reads(url, 3);
  expect(await openCard(again.page, codes)).not.toContain('đã đổi giao diện');
  await options.bringToFront();
  await eventually('no trouble any more', async () => {
    await options.evaluate(() => {
      const section = document.querySelector('section[aria-labelledby=health]');
      [...(section?.querySelectorAll('button') ?? [])].find((one) => one.textContent === 'Xem lại')?.click();
    });
    return !(await textOf(options, 'section[aria-labelledby=health]')).includes('đã đổi giao diện');
  });
  await again.page.close();
  await options.close();
});

it('the explanation says that a profile read the page', async () => {
  const { page, states } = await officer.reads('https://dla.mplis.gov.vn/dc/XuLyCongViec', 3);
  const codes = states.flatMap(({ readings }) => readings.map(({ code }) => String(code)));
  await openCard(page, codes);
  expect((await painted(page)).some(({ text }) => text === 'Vì sao đọc như vậy?')).toBe(true);
  await press(page, /^Vì sao đọc như vậy\?$/);
  const panel = await panelPage();
  await eventually('the profile named', async () =>
    (await textOf(panel, 'details[open]')).includes('theo mẫu trang của hệ thống này'),
  );
  await page.close();
});
