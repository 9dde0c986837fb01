/** The popup and the side panel as an officer uses them: keyboard alone, answers as they come, errors in words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { markOf } from '../../scripts/tour/open-card';
import { eventually, type Officer, startOfficer } from './officer';

let officer: Officer;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(() => officer?.close());

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

const asked = () =>
  officer.sandbox.requests.filter(({ dest, mode }) => dest === 'empty' && mode === 'cors').length;

describe('popup', () => {
  it('looks a code up by the keyboard, in any case and with spaces, and shows each answer', async () => {
    const code = officer.place('province-h26', 'detail').holds[0] ?? '';
    const popup = await officer.extensionPage('popup');
    await popup.waitForSelector('#code');
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('code');
    await popup.keyboard.type(`  ${code.toLowerCase().replaceAll('-', ' – ')} `);
    await popup.keyboard.press('Enter');
    const lines = await eventually('both systems’ answers', () =>
      popup.evaluate(() => {
        const texts = [...document.querySelectorAll('li[aria-busy=false]')].map(
          (one) => one.textContent ?? '',
        );
        return texts.filter((text) => text.includes('do tra cứu')).length >= 2 && texts;
      }),
    );
    expect(lines.join(' ')).toContain('Hà Nội');
    expect(lines.join(' ')).toContain('DVCQG');
    expect(await axe(popup)).toEqual([]);
    await popup.close();
    const again = await officer.extensionPage('popup');
    await again.waitForFunction(
      (wanted) => document.body.textContent?.includes(wanted),
      { timeout: 10_000 },
      code,
    );
    await again.close();
  });

  it.each(['xin chào', '1.004873', 'H26.18-261305-0123', '001099000001'])(
    'bad input %s gets one sentence that names what a code looks like, and asks no system',
    async (text) => {
      const before = asked();
      const popup = await officer.extensionPage('popup');
      await popup.waitForSelector('#code');
      await popup.keyboard.type(text);
      await popup.keyboard.press('Enter');
      const alert = await eventually('the sentence', () =>
        popup.evaluate(() => document.querySelector('[role=alert]')?.textContent),
      );
      expect(alert).toMatch(/H26\.\d+-\d{6}-\d{4}/);
      expect(asked()).toBe(before);
      await popup.close();
    },
  );

  it('has no fault of access, at 200 % and in the dark, and is walked by the keyboard alone', async () => {
    const code = officer.place('province-h26', 'detail').holds[0] ?? '';
    const popup = await officer.extensionPage('popup');
    await popup.waitForSelector('#code');
    // Enlarged, the popup's window holds no more than 800 × 600 points of the screen.
    await popup.setViewport({ width: 400, height: 300, deviceScaleFactor: 2 });
    const look = async (what: string) => {
      expect(
        await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      for (const value of ['light', 'dark']) {
        await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        expect(await axe(popup), `${what}, ${value}`).toEqual([]);
      }
    };
    await popup.keyboard.type('xin chào');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[role=alert]');
    await look('an error');
    await popup.evaluate(() => document.querySelector<HTMLInputElement>('#code')?.select());
    await popup.keyboard.type(code);
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.querySelectorAll('li[aria-busy=false]').length >= 2);
    await look('answers');
    await popup.focus('#code');
    const stops = new Set<string>();
    const focusable = await popup.$$eval('a[href],button,input,select,summary', (all) => all.length);
    for (let i = 0; i < focusable + 1; i++) {
      await popup.keyboard.press('Tab');
      const stop = await popup.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return {
          name: `${at.tagName} ${at.ariaLabel ?? at.textContent ?? ''}`,
          seen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
        };
      });
      if (!stop) continue;
      expect(stop.seen, stop.name).toBe(true);
      stops.add(stop.name);
    }
    expect(stops.size).toBeGreaterThan(3);
    await popup.close();
  });

  it('says "not signed in", never "not found", when the session is gone', async () => {
    // Another dossier: of the one asked a moment ago the ledger's word is fresh.
    const code = officer.place('province-h26', 'list').holds.at(-1) ?? '';
    officer.sandbox.dials.set({ host: 'national-portal', sessionExpired: true });
    const popup = await officer.extensionPage('popup');
    await popup.waitForSelector('#code');
    await popup.keyboard.type(code);
    await popup.keyboard.press('Enter');
    const text = await eventually('the outcome', () =>
      popup.evaluate(() =>
        [...document.querySelectorAll('li[aria-busy=false]')]
          .map((one) => one.textContent ?? '')
          .find((one) => one.includes('DVCQG') && /đăng nhập/i.test(one)),
      ),
    );
    expect(text).not.toMatch(/không có hồ sơ/i);
    officer.sandbox.dials.reset();
    await popup.close();
  });
});

describe('side panel', () => {
  it('opens from the card on the dossier clicked and shows the card’s content', async () => {
    const { page, states } = await officer.reads(officer.place('province-h26', 'list').url, 10);
    const other = await officer.reads(officer.place('coordination', 'list').url, 20);
    await page.bringToFront();
    const codes = states.flatMap(({ views }) => views.map(({ code }) => code));
    const mark = await markOf(page, codes);
    expect(mark?.box).toBeTruthy();
    const box = mark?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const code = codes.find((one) => mark?.label.includes(one)) ?? '';
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const button = await eventually('the panel button', async () =>
      (await painted(page)).find(({ role, text, box: at }) => role === 'button' && text === 'Bảng bên' && at),
    );
    const at = button.box ?? box;
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    const target = await officer.browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'), {
      timeout: 10_000,
    });
    const panel = await target.asPage();
    const text = await eventually('the dossier in the panel', () =>
      panel.evaluate((wanted) => {
        const all = document.body.textContent ?? '';
        return all.includes(wanted) && all;
      }, code),
    );
    expect(text).toContain('Điều phối');
    expect(text).toContain('Hà Nội');
    expect(await axe(panel)).toEqual([]);

    // The panel stands beside the page now: once the card is closed it goes along with the cursor.
    await page.keyboard.press('Escape');
    const next = await markOf(
      page,
      codes.filter((one) => one !== code && !mark?.label.includes(one)),
    );
    const under = codes.find((one) => next?.label.includes(one)) ?? '';
    expect(under).not.toBe('');
    await page.mouse.move(1, 1);
    await page.mouse.move(
      (next?.box?.x ?? 0) + (next?.box?.width ?? 0) / 2,
      (next?.box?.y ?? 0) + (next?.box?.height ?? 0) / 2,
    );
    await panel.waitForFunction(
      (wanted) => document.querySelector('#dossier-code')?.textContent?.includes(wanted),
      { timeout: 10_000 },
      under,
    );
    await other.page.close();
    await page.close();
  });
});

it.each(['options', 'board', 'help'])('%s has no accessibility violation, light or dark', async (name) => {
  const page = await officer.extensionPage(name);
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.waitForSelector('h1');
    expect(await axe(page), value).toEqual([]);
  }
  await page.close();
});

it('under a modal dialog the card shows no dead button, and a click on the mark opens the side panel', async () => {
  const list = officer.place('province-h26', 'list');
  await (await officer.reads(list.url, list.holds.length)).page.close();
  const place = officer.sandbox.pages.find(
    ({ system, kind, holds }) =>
      system === 'coordination' && kind === 'detail' && list.holds.includes(holds[0] ?? ''),
  );
  const code = place?.holds[0] ?? '';
  const { page } = await officer.reads(place?.url ?? '');
  expect(await page.evaluate(() => document.querySelector('dialog:modal') !== null)).toBe(true);
  const { box } = (await markOf(page, [code])) ?? {};
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  await page.mouse.move(at.x, at.y);
  await eventually('the card', async () => (await painted(page)).find(({ role }) => role === 'dialog'));
  const pressable = (await painted(page)).filter(
    ({ role, text, box: shown }) => role === 'button' && shown && /Mở|Hỏi|×|Bảng bên/.test(text),
  );
  expect(pressable).toEqual([]);
  await page.mouse.click(at.x, at.y);
  const target = await officer.browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'), {
    timeout: 10_000,
  });
  const panel = await target.asPage();
  await panel.waitForFunction(
    (wanted) => document.body.textContent?.includes(wanted),
    { timeout: 10_000 },
    code,
  );
  await page.close();
});
