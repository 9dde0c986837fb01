/** Asking without a click: off by default; when a host is named, only what is in view, and never more than a page's share. */

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerStates, waitForReaders } from '../../scripts/browser/reader-state';
import { attended, setPolicy, startAsking } from './asking';
import { LIVE_URL, rows } from './live-stage';
import { eventually, type Officer, startOfficer } from './officer';

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(() => officer?.close());

/** Requests to the national portal that no page of it made: ours. */
const ours = () =>
  officer.sandbox.requests.filter(
    ({ host, dest, mode }) => host === 'dichvucong.gov.vn' && dest === 'empty' && mode === 'cors',
  );

describe('asking without a click', () => {
  it('is not done until a host is named', async () => {
    const portal = await officer.at(officer.place('national-portal', 'list').url);
    const list = await officer.reads(officer.place('province-h26', 'list').url, 10);
    await list.page.bringToFront();
    expect(ours()).toEqual([]);
    await list.page.close();
    await portal.close();
  });

  it('is not done for a machine that is locked, nor a system not opened', async () => {
    await setPolicy(officer, { askAutomatically: ['dichvucong.gov.vn'], requestsPerMinute: 60 });
    await attended(officer, 'locked');
    const list = await officer.reads(officer.place('province-h26', 'list').url, 10);
    await list.page.bringToFront();
    await eventually('the look at what is in view', () => list.page.evaluate(() => document.hasFocus()));
    expect(ours()).toEqual([]);
    await list.page.close();
  });

  it('asks for the dossiers in view, once each, and at most twenty', async () => {
    await attended(officer, 'active');
    const portal = await officer.reads(officer.place('national-portal', 'list').url);
    const { url } = officer.place('province-h26', 'list');
    const list = await officer.reads(url, 10);
    await list.page.bringToFront();
    const codes = list.states.flatMap(({ views }) => views.map(({ code }) => code));
    await eventually('the first questions', async () => ours().length > 2);
    await list.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await eventually('an end of questions', async () => {
      const before = ours().length;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return ours().length === before;
    });
    const asked = ours().map(({ search }) => decodeURIComponent(search));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(20);
    for (const search of asked) expect(codes.some((code) => search.includes(code))).toBe(true);
    await list.page.close();
    await portal.page.close();
  });

  it('is not done for a system whose pages stand behind others, whatever settings change', async () => {
    const { rows: kept, forgetOpened } = await startAsking(officer);
    const isOpened = async () =>
      (await kept<{ key: string }>('meta')).some(({ key }) => key === 'opened:national-portal');
    const { url } = officer.place('national-portal', 'list');
    const old = await officer.reads(url);
    const page = await officer.at(LIVE_URL);
    const worker = await officer.worker();
    await forgetOpened();
    await worker.evaluate((address) => void chrome.tabs.create({ url: address, active: false }), url);
    const restored = await eventually('a page that was never looked at', async () => {
      const pages = (await officer.browser.pages()).filter((one) => one.url() === url);
      const found = pages.find((one) => one !== old.page);
      return found && (await readerStates(found, officer.extensionId)).length > 0 && found;
    });
    await page.evaluate((all) => window.live.route('/trang-song', all), rows(5, 7_000));
    await setPolicy(officer, { askAutomatically: ['dichvucong.gov.vn'], requestsPerMinute: 59 });
    const before = ours().length;
    await waitForReaders(page, officer.extensionId, (all) => all.some(({ views }) => views.length === 5));
    // What earlier pages left would end the wait below at once.
    await worker.evaluate(() => chrome.storage.session.remove('pageShares'));
    await page.evaluate((all) => window.live.route('/trang-song/khac', all), rows(5, 7_100));
    const worked = async () =>
      (await worker.evaluate(() => chrome.storage.session.get('pageShares'))).pageShares !== undefined;
    await eventually('the look at what is in view', worked);
    expect([await isOpened(), ours().length]).toEqual([false, before]);
    await restored.bringToFront();
    await eventually('that it is opened', isOpened);
    for (const one of [page, restored, old.page]) await one.close();
  });

  it('has a share for every route of a page without reloads', async () => {
    const { forgive } = await startAsking(officer);
    await forgive();
    await attended(officer, 'active');
    const portal = await officer.reads(officer.place('national-portal', 'list').url);
    const page = await officer.at(LIVE_URL);
    await page.setViewport({ width: 1000, height: 1_600 });
    await page.bringToFront();
    const before = ours().length;
    await page.evaluate((all) => window.live.route('/trang-song', all), rows(25, 6_000));
    await eventually('a page’s share', async () => ours().length === before + 20);
    await page.evaluate((all) => window.live.route('/trang-song/khac', all), rows(5, 6_100));
    await eventually('the share of the next', async () => ours().length === before + 25);
    await page.close();
    await portal.page.close();
  });

  it.each([
    ['is closed', 5_000, (page: Page) => page.close()],
    ['leaves for another', 5_100, (page: Page) => page.goto('about:blank')],
  ])('ends when its page %s: what is in view no more is not asked', async (_, from, leave) => {
    const { rows: kept, forgive } = await startAsking(officer);
    await forgive();
    await attended(officer, 'active');
    const portal = await officer.reads(officer.place('national-portal', 'list').url);
    officer.sandbox.dials.set({ host: 'dichvucong.gov.vn', path: '/tra-cuu-ho-so', delayMs: 1_000 });
    const before = ours().length;
    const page = await officer.at(LIVE_URL);
    await page.bringToFront();
    await page.evaluate((all) => window.live.gradually(all, all.length, 0), rows(20, from));
    await eventually('the first questions', async () => ours().length > before + 1);
    expect((await kept('asking')).length).toBeGreaterThan(1);
    await leave(page);
    const made = ours().length;
    await eventually('that none waits', async () => (await kept('asking')).length === 0);
    // One may have been on its way when the page was closed.
    expect(ours().length).toBeLessThanOrEqual(made + 1);
    officer.sandbox.dials.reset();
    if (!page.isClosed()) await page.close();
    await portal.page.close();
  });
});
