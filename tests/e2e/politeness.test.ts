/** What the systems see of us, counted by them: never more than their share, however much is asked here. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { markOf } from '../../scripts/tour/open-card';
import { type Asking, attended, setPolicy, startAsking } from './asking';
import { codesOf, LIVE_URL, rows } from './live-stage';
import { eventually, type Officer, startOfficer } from './officer';
import { letPass, mostWithin, turnClock, turnedTimes } from './turned-clock';

let officer: Officer;
let asking: Asking;

const HANOI = 'dichvucong.hanoi.gov.vn';
const PORTAL = 'dichvucong.gov.vn';
const MINUTE_MS = 60_000;
const PER_MINUTE = 10;
const LISTED = 200;
/** As many as a list of some work, or of much; and a day's share that neither keeps within. */
const [MANY, PER_DAY] = process.env.SOI_FULL ? [200, 150] : [45, 30];

beforeAll(async () => {
  officer = await startOfficer();
  await turnClock(officer);
  asking = await startAsking(officer);
});
afterAll(() => officer?.close());
beforeEach(async () => {
  officer.sandbox.dials.reset();
  await asking.forgive();
});

/** Requests to a host that were ours: no page of it made them. */
const ours = (host: string) =>
  officer.sandbox.requests.filter((one) => one.host === host && one.dest === 'empty' && one.mode === 'cors');

/** Begins a list and waits until it is done. */
async function workThrough(codes: string[]): Promise<void> {
  const id = crypto.randomUUID();
  await asking.page.evaluate((payload) => chrome.runtime.sendMessage({ name: 'batch/start', payload }), {
    id,
    codes,
  });
  await eventually(
    'the end of the list',
    async () =>
      (await asking.rows<{ id: string; state: string }>('batches')).some(
        (one) => one.id === id && one.state === 'done',
      ),
    150_000,
  );
}

const madeUp = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `H26.18-260105-${String(from + n).padStart(4, '0')}`);

it(`${MANY} dossiers never go over a host’s share of a minute and of a day`, async () => {
  await setPolicy(officer, {
    requestsPerDay: PER_DAY,
    systems: { 'national-portal': { enabled: false }, coordination: { enabled: false } },
  });
  await eventually('the policy', async () => {
    const reply = await asking.page.evaluate(
      (payload) => chrome.runtime.sendMessage({ name: 'dossier/ask', payload }),
      { code: 'H26.18-260105-9999', systems: ['national-portal'], why: 'popup' },
    );
    return (reply as { answer?: { asked: string[] } }).answer?.asked.length === 0;
  });
  const codes = madeUp(1_000, MANY);
  await workThrough(codes);
  const asked = ours(HANOI).filter(({ search }) => codes.some((code) => search.includes(code)));
  expect(new Set(asked.map(({ search }) => search)).size).toBe(codes.length);
  const times = await turnedTimes(officer, asked);
  expect(mostWithin(times, MINUTE_MS)).toBeLessThanOrEqual(PER_MINUTE);
  const dayOf = (time: number) => new Date(time + 7 * 3_600_000).toISOString().slice(0, 10);
  const days = [...new Set(times.map(dayOf))];
  expect(days).toHaveLength(2);
  for (const day of days)
    expect(times.filter((time) => dayOf(time) === day).length).toBeLessThanOrEqual(PER_DAY);
}, 180_000);

it('a storm of 429: its own word is obeyed, then it is left alone but for one probe at a time', async () => {
  const { dials } = officer.sandbox;
  const before = ours(HANOI).length;
  const asked = () => ours(HANOI).length - before;
  dials.set({ host: HANOI, fail: 429, retryAfter: 30 });
  const codes = madeUp(2_000, 6);
  await workThrough(codes);
  const times = await turnedTimes(officer, ours(HANOI).slice(before));
  expect(times).toHaveLength(5);
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(29_000);
  // The list does not wait for it any longer, and says so of each.
  const tries = await asking.rows<{ outcome: string; code: string; system: string }>('tries');
  const said = tries.filter(({ code, system }) => codes.includes(code) && system === 'province-h26');
  expect(said.map(({ outcome }) => outcome)).toEqual(codes.map(() => 'rate-limited'));
  // From the fifth failure on the rest grows: a minute, two, four.
  for (const [nth, minutes] of [1, 2, 4].entries()) {
    await letPass(officer, minutes * MINUTE_MS - 20_000);
    await workThrough(madeUp(2_100 + 10 * nth, 2));
    expect(asked()).toBe(5 + nth);
    await letPass(officer, 20_000);
    await workThrough(madeUp(2_200 + 10 * nth, 2));
    expect(asked()).toBe(6 + nth);
  }
}, 120_000);

it('two tabs and the popup ask for one dossier: one request', async () => {
  // A mark beside every dossier, also where nothing is known yet.
  await setPolicy(officer, { showCannotTell: true });
  const { url, holds } = officer.place('province-h26', 'list');
  const code = holds.find((one) => /^H26\./.test(one)) ?? '';
  officer.sandbox.dials.set({ host: PORTAL, delayMs: 1_500 });
  const press = async () => {
    const { page } = await officer.reads(url, 10);
    await page.bringToFront();
    const mark = await markOf(page, [code]);
    const { x = 0, y = 0, width = 0, height = 0 } = mark?.box ?? {};
    await page.mouse.click(x + width / 2, y + height / 2);
    const button = await eventually('the card’s button', async () =>
      (await painted(page)).find(
        ({ role, text, box }) => role === 'button' && box && /Hỏi các hệ thống/.test(text),
      ),
    );
    return { page, click: () => page.mouse.click((button.box?.x ?? 0) + 5, (button.box?.y ?? 0) + 5) };
  };
  const tabs = [await press(), await press()];
  for (const { page, click } of tabs) {
    await page.bringToFront();
    await click();
  }
  const popup = await officer.extensionPage('popup');
  await (await popup.waitForSelector('#code'))?.type(code);
  await popup.keyboard.press('Enter');
  await eventually('the answer in the popup', () =>
    popup.evaluate(
      () =>
        !document.querySelector('li[aria-busy=true]') && document.body.textContent?.includes('do tra cứu'),
    ),
  );
  const asked = ours(PORTAL).filter(({ search }) => decodeURIComponent(search).includes(code));
  expect(asked).toHaveLength(1);
  for (const { page } of tabs) await page.close();
  await popup.close();
}, 60_000);

it(`${LISTED} dossiers of a page, asked for without a click and in a list: each system once, at its pace`, async () => {
  await setPolicy(officer, {
    askAutomatically: [PORTAL, HANOI],
    systems: { coordination: { enabled: false } },
  });
  await attended(officer, 'active');
  const portal = await officer.reads(officer.place('national-portal', 'list').url);
  const before = officer.sandbox.requests.length;
  const since = (host: string) =>
    officer.sandbox.requests.slice(before).filter((one) => ours(host).includes(one));
  const listed = rows(LISTED, 3_000);
  const codes = codesOf(listed);
  const page = await officer.at(LIVE_URL);
  await page.bringToFront();
  await page.evaluate((all) => window.live.gradually(all, all.length, 0), listed);
  await eventually('questions without a click', async () => since(PORTAL).length > 2);
  // From end to end: every row was in view.
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      // What is in view is told with the frame after the next.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    }
  });
  await workThrough(codes);
  const alone = (await asking.rows<{ why: string; code: string }>('activity')).filter(
    ({ why, code }) => why === 'page' && codes.includes(code),
  );
  expect(alone.length).toBeGreaterThan(2);
  expect(new Set(alone.map(({ code }) => code)).size).toBeLessThanOrEqual(20);
  const diary = await asking.rows<{ host: string; code: string; outcome?: string }>('activity');
  for (const host of [PORTAL, HANOI])
    for (const code of codes) {
      const lines = diary.filter((one) => one.host === host && one.code === code);
      const [last, ...before] = lines.map(({ outcome }) => outcome).reverse();
      // One answer, after which nobody asks; a list asks again only where a busy machine let the time run out.
      if (host === PORTAL || last !== undefined) expect(['found', 'not-found']).toContain(last);
      expect([code, before.filter((outcome) => outcome !== 'unreachable')]).toEqual([code, []]);
      const requests = since(host).filter(({ search }) => search.includes(code));
      expect([code, requests.length <= lines.length]).toEqual([code, true]);
    }
  for (const host of [PORTAL, HANOI])
    expect(mostWithin(await turnedTimes(officer, since(host)), MINUTE_MS)).toBeLessThanOrEqual(PER_MINUTE);
  await page.close();
  await portal.page.close();
}, 240_000);
