/** The list and the diary by the keyboard alone, and what axe says of them in both colours. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setPolicy } from './asking';
import { eventually, type Officer, startOfficer } from './officer';

let officer: Officer;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  officer = await startOfficer();
  await setPolicy(officer, { requestsPerMinute: 60 });
});
afterAll(() => officer?.close());

async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.evaluate(axeSource);
    const here = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    found.push(...here.map((one) => `${value} ${one}`));
  }
  return found;
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    return `${at.id || at.getAttribute('aria-label') || at.textContent || at.tagName}${seen ? '' : ' (unseen)'}`;
  });

/** Goes on by Tab to what is named so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (name.test(at)) {
      expect(at).not.toContain('(unseen)');
      return;
    }
    passed.push(at);
  }
  throw new Error(`${name} is not reached: ${passed.join(' | ')}`);
}

const says = (page: Page, words: string) =>
  eventually(words, () => page.evaluate((wanted) => document.body.innerText.includes(wanted), words), 30_000);

it('a list is pasted, begun, paused, taken up and taken away by the keyboard alone', async () => {
  const codes = officer.sandbox.world
    .held('province-h26')
    .flatMap(({ code }) => (/^H26\./.test(code) ? [code] : []))
    .slice(0, 6);
  const page = await officer.extensionPage('batch');
  await page.waitForSelector('#list');
  expect(await violations(page)).toEqual([]);
  await tabTo(page, /^list$/);
  for (const code of codes) {
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  }
  officer.sandbox.dials.set({ host: '*', delayMs: 2_000 });
  await tabTo(page, /Tra cứu danh sách/);
  await page.keyboard.press('Enter');
  await says(page, 'Đang tra cứu.');
  expect(await violations(page)).toEqual([]);
  // The form is gone; whoever used the keyboard is not sent back to the top of the page.
  await eventually('the focus beside what is under way', async () => (await focused(page)) !== '');
  await tabTo(page, /^Tạm dừng/);
  await page.keyboard.press('Enter');
  await says(page, 'Đã tạm dừng');
  officer.sandbox.dials.reset();
  await eventually('the focus again', async () => (await focused(page)) !== '');
  await tabTo(page, /^Tiếp tục/);
  await page.keyboard.press('Enter');
  await says(page, `Đã xong. ${codes.length}/${codes.length} hồ sơ`);
  await tabTo(page, /Chép bảng/);
  await page.keyboard.press('Enter');
  await tabTo(page, /Lưu tệp CSV/);
  expect(await violations(page)).toEqual([]);
  await page.close();
}, 90_000);

it('the diary: every button is reached, and axe has nothing to say', async () => {
  const page = await officer.extensionPage('options');
  await page.waitForSelector('section[aria-labelledby=activity] tbody tr');
  expect(await violations(page)).toEqual([]);
  await page.focus('#pause-asking');
  await tabTo(page, /Xuất/);
  await page.close();
}, 60_000);
