/** Asking without a click: off by default; when a host is named, only what is in view, and never more than a page's share. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('ends with its page: what is in view no more is not asked', async () => {
    const { rows: kept } = await startAsking(officer);
    await attended(officer, 'active');
    const portal = await officer.reads(officer.place('national-portal', 'list').url);
    officer.sandbox.dials.set({ host: 'dichvucong.gov.vn', path: '/tra-cuu-ho-so', delayMs: 1_000 });
    const before = ours().length;
    const page = await officer.at(LIVE_URL);
    await page.bringToFront();
    await page.evaluate((all) => window.live.gradually(all, all.length, 0), rows(20, 5_000));
    await eventually('the first questions', async () => ours().length > before + 1);
    expect((await kept('asking')).length).toBeGreaterThan(1);
    await page.close();
    const made = ours().length;
    await eventually('that none waits', async () => (await kept('asking')).length === 0);
    // One may have been on its way when the page was closed.
    expect(ours().length).toBeLessThanOrEqual(made + 1);
    await portal.page.close();
  });
});
