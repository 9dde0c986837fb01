/**
 * The side panel beside a dossier that is out of sync: its picture, setting a finding aside until its facts change,
 * linking codes, writing to support; what the popup lists for today, and the number on the toolbar's button.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForReaders } from '../../scripts/browser/reader-state';
import type { DossierView } from '../../utils/view/dossier-view';
import { PERSONAL_MARKERS } from '../sandbox';
import type { Shown, State } from '../sandbox/world/types';
import { eventually, type Officer, startOfficer } from './officer';

let officer: Officer;
let list: Page;
let views: DossierView[];
let code: string;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The province's list, read after the portal's and coordination's own pages were: there is something to compare. */
beforeAll(async () => {
  officer = await startOfficer();
  for (const place of officer.sandbox.pages.filter(
    ({ system, kind }) => system === 'coordination' && kind === 'list',
  )) {
    await (await officer.reads(place.url, place.holds.length)).page.close();
  }
  const place = officer.place('province-h26', 'list');
  const read = await officer.reads(place.url, place.holds.length);
  list = read.page;
  views = read.states.flatMap(({ views: shown }) => shown);
  const wrong = views.filter(({ concern }) => concern === 'out-of-sync');
  code = wrong.find((view) => doneOnOneSide(view.code))?.code ?? '';
});
afterAll(() => officer?.close());

/** Whether the province or coordination says "done" and the other does not: that is out of sync whatever the time of day. */
function doneOnOneSide(wanted: string): boolean {
  const { coordination, 'province-h26': province } = officer.sandbox.world.truth(wanted);
  return Boolean(coordination && province) && isDone(coordination) !== isDone(province);
}

const isDone = (shown: Shown | null | undefined) => ALIKE.done.includes(shown?.state ?? 'submitted');

/** States that are as far ahead or behind as each other: taken for one another they are other facts of the same case. */
const ALIKE: Record<'done' | 'early', readonly [State, State]> = {
  done: ['resolved', 'returned'],
  early: ['accepted', 'submitted'],
};

async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.evaluate(axeSource);
    const here = await page.evaluate(async () => {
      const { violations: all } = await (
        window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run();
      return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    found.push(...here.map((one) => `${value} ${one}`));
  }
  return found;
}

const text = (page: Page) => page.evaluate(() => document.body.innerText);

/** The panel as a tab of its own, on a dossier chosen for that very tab. */
async function panelOn(chosen: string): Promise<Page> {
  const panel = await officer.extensionPage('sidepanel');
  await panel.evaluate(async (wanted) => {
    const tab = await chrome.tabs.getCurrent();
    await chrome.storage.session.set({ panelDossiers: { [String(tab?.id)]: wanted } });
  }, chosen);
  await panel.waitForFunction(
    (wanted) => document.querySelector('#dossier-code')?.textContent?.includes(wanted),
    { timeout: 10_000 },
    chosen,
  );
  await panel.waitForSelector('#timeline');
  return panel;
}

/** Brings the panel back to the front: it shows the dossier of the tab at hand. */
async function front(panel: Page): Promise<void> {
  await panel.bringToFront();
  await panel.waitForSelector('#timeline');
}

/** Presses a button by its words, with the keyboard alone. */
async function press(page: Page, words: string, within = 'body'): Promise<void> {
  await page.evaluate(
    (name, scope) => {
      const all = [...(document.querySelector(scope)?.querySelectorAll('button') ?? [])];
      const found = all.find((one) => one.textContent?.trim() === name || one.ariaLabel === name);
      if (!found) throw new Error(`no button ${name}`);
      found.focus();
    },
    words,
    within,
  );
  await page.keyboard.press('Enter');
}

const viewNow = async (fits: (view: DossierView) => boolean): Promise<DossierView> => {
  await list.bringToFront();
  const states = await waitForReaders(list, officer.extensionId, (all) =>
    all.some(({ views: shown }) => shown.some((view) => view.code === code && fits(view))),
  );
  return states.flatMap(({ views: shown }) => shown).find((view) => view.code === code) as DossierView;
};

/** The number on the toolbar's button of the list's tab. */
async function badge(): Promise<string> {
  const worker = await officer.worker();
  return worker.evaluate(
    async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
    },
    `${new URL(list.url()).origin}/*`,
  );
}

const count = (all: DossierView[]) => all.filter(({ concern }) => concern).length;

it('the toolbar’s button counts what there is to do about on this page', async () => {
  expect(code).not.toBe('');
  expect(count(views)).toBeGreaterThan(0);
  await eventually('the number', async () => (await badge()) === String(count(views)));
});

it('the popup lists it for today, and shows what is known without asking anybody', async () => {
  const asked = officer.sandbox.requests.length;
  const popup = await officer.extensionPage('popup');
  await popup.waitForSelector('#today');
  const more = await popup.$('#today ~ button');
  await more?.focus();
  if (more) await popup.keyboard.press('Enter');
  const listed = await popup.$$eval('#today ~ ul li', (all) => all.map((one) => one.textContent ?? ''));
  expect(listed.some((one) => one.includes(code) && one.includes('Lệch'))).toBe(true);
  expect(await violations(popup)).toEqual([]);
  await popup.evaluate((wanted) => {
    const line = [...document.querySelectorAll<HTMLElement>('#today ~ ul button')].find((one) =>
      one.textContent?.includes(wanted),
    );
    line?.focus();
  }, code);
  await popup.keyboard.press('Enter');
  await popup.waitForFunction(
    (wanted) => document.querySelector('#dossier-code')?.textContent?.includes(wanted),
    {},
    code,
  );
  expect(officer.sandbox.requests.length).toBe(asked);
  await popup.close();
});

describe('the side panel', () => {
  it('shows who said what when, and the deadline, without a fault of access at 320 px, 200 % and in the dark', async () => {
    const panel = await panelOn(code);
    const bars = await panel.$$eval('svg[role=img] g title', (all) => all.map((one) => one.textContent));
    expect(bars.length).toBeGreaterThanOrEqual(2);
    expect(await panel.$eval('svg[role=img]', (one) => one.ariaLabel)).toContain('lệch nhau');
    const rows = await panel.$$eval('#timeline-table tbody tr', (all) =>
      all.map((one) => one.textContent ?? ''),
    );
    expect(rows.some((row) => row.includes('Hà Nội'))).toBe(true);
    for (const viewport of [
      { width: 380, height: 800 },
      { width: 320, height: 800 },
      { width: 190, height: 800, deviceScaleFactor: 2 },
    ]) {
      await panel.setViewport(viewport);
      expect(
        await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
    await panel.setViewport({ width: 320, height: 800 });
    expect(await violations(panel)).toEqual([]);
    await panel.close();
  });

  it('a finding set aside leaves badge and marks, the verdict says so, and it comes back with other facts', async () => {
    const before = await badge();
    const panel = await panelOn(code);
    const errors = (await viewNow(() => true)).findings.filter(({ severity }) => severity === 'error').length;
    await front(panel);
    for (let i = 0; i < errors; i++) {
      await press(panel, 'Gác lại', '#findings ~ ul li');
      await panel.waitForSelector('input[name=reason]');
      await panel.keyboard.press('ArrowDown');
      await panel.keyboard.press('Enter');
      await panel.waitForFunction((n) => document.querySelectorAll('#aside ~ ul li').length > n, {}, i);
    }
    expect(await text(panel)).toContain('Lệch, đã gác lại');
    expect(await text(panel)).toContain('đã báo bộ phận hỗ trợ');
    expect(await violations(panel)).toEqual([]);
    const quiet = await viewNow((view) => view.quiet === true);
    expect(quiet.verdict).toBe('out-of-sync');
    await eventually(
      'one less on the button',
      async () => Number((await badge()) || 0) === Number(before) - 1,
    );

    // Coordination takes in something else that disagrees as before, ahead or behind: other facts.
    const { world } = officer.sandbox;
    const dossier = world.find(code);
    const shown = world.truth(code);
    const [one, another] = isDone(shown.coordination) ? ALIKE.done : ALIKE.early;
    const state = shown.coordination?.state === one ? another : one;
    for (const message of dossier?.messages ?? [])
      if (message.target === 'coordination') message.arrivesAt = null;
    // Since the same time as before, so that no grace runs anew.
    const then = shown.coordination?.since ?? world.now();
    dossier?.messages.push({ target: 'coordination', state, happenedAt: then, arrivesAt: then });
    const place = officer.sandbox.pages.find(
      ({ system, kind, holds }) => system === 'coordination' && kind === 'detail' && holds.includes(code),
    );
    const again = place ?? officer.place('coordination', 'list');
    await (await officer.reads(again.url)).page.close();
    const back = await viewNow((view) => !view.quiet);
    expect(back.verdict).toBe('out-of-sync');
    await panel.close();
  });

  it('another code is linked by hand and taken apart again; what is no code is told', async () => {
    const other = views.find((view) => view.code !== code)?.code ?? '';
    const panel = await panelOn(code);
    await panel.focus('#other-code');
    await panel.keyboard.type('17-1436');
    await panel.keyboard.press('Enter');
    await panel.waitForSelector('#other-code-error');
    expect(await violations(panel)).toEqual([]);
    await panel.evaluate(() => (document.querySelector('#other-code') as HTMLInputElement).select());
    await panel.keyboard.type(other.toLowerCase());
    await panel.keyboard.press('Enter');
    await panel.waitForFunction(
      (wanted) => document.querySelector('#codes ~ ul')?.textContent?.includes(wanted),
      {},
      other,
    );
    await viewNow((view) => view.codes.includes(other));
    await front(panel);
    await press(panel, `Tách ${other}`);
    await panel.waitForFunction(() => !document.querySelector('#codes ~ ul'));
    await viewNow((view) => !view.codes.includes(other));
    await panel.close();
  });

  it('writes to support with both systems’ words, the group prefilled, and nobody’s name', async () => {
    const panel = await panelOn(code);
    await press(panel, 'Viết phản ánh', '#findings ~ ul li');
    await panel.waitForSelector('textarea');
    expect(await violations(panel)).toEqual([]);
    await press(panel, 'Chép phản ánh');
    await panel.waitForFunction(() => document.body.innerText.includes('Đã chép'));
    // What is in the clipboard is what can be pasted.
    await panel.focus('textarea');
    await panel.keyboard.press('a', { commands: ['SelectAll'] });
    await panel.keyboard.press('v', { commands: ['Paste'] });
    const copied = await panel.$eval('textarea', ({ value }) => value);
    expect(copied).toContain(code);
    expect(copied).toContain('Nhóm: Lỗi hệ thống');
    expect(copied).toMatch(/“.+”; .*Thấy lúc/);
    for (const marker of PERSONAL_MARKERS) expect(copied).not.toContain(marker);
    await panel.keyboard.press('Escape');
    await panel.waitForFunction(() => !document.querySelector('textarea'));
    await panel.close();
  });

  it('is walked by the keyboard alone: every stop shows its focus, none is a trap', async () => {
    const panel = await panelOn(code);
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const focusable = await panel.$$eval('a[href],button,input,select,textarea,summary', (all) => all.length);
    const stops: string[] = [];
    for (let i = 0; i < focusable + 2; i++) {
      await panel.keyboard.press('Tab');
      const stop = await panel.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return {
          name: `${at.tagName} ${at.ariaLabel ?? at.textContent ?? ''} ${at.id}`,
          seen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
        };
      });
      if (!stop) continue;
      expect(stop.seen, stop.name).toBe(true);
      stops.push(stop.name);
    }
    expect(new Set(stops).size).toBeGreaterThan(10);
    await panel.close();
  });
});
