/** A list in a real browser: the session ends in the middle, the worker is killed, and the server counts what it was asked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activity, Batch } from '../../utils/ledger/database';
import type { SandboxSystem } from '../sandbox';
import { type Asking, setPolicy, startAsking } from './asking';
import { killWorker } from './kill-worker';
import { codesOf, hasRead, LIVE_URL, type Row, rows } from './live-stage';
import { eventually, type Officer, startOfficer } from './officer';

let officer: Officer;
let page: Page;
let asking: Asking;

beforeAll(async () => {
  officer = await startOfficer();
  await setPolicy(officer, { requestsPerMinute: 60 });
  asking = await startAsking(officer);
  page = await officer.extensionPage('batch');
});
afterAll(() => officer?.close());

/** Questions to a host that were ours, by the code they ask for. */
function asked(host: string): string[] {
  return officer.sandbox.requests
    .filter((one) => one.host === host && one.dest === 'empty' && one.mode === 'cors')
    .map(({ search }) => decodeURIComponent(search));
}

async function begin(codes: string[]): Promise<void> {
  await page.reload();
  const list = await page.waitForSelector('#list');
  await list?.evaluate((area, text) => {
    const { value } = Object.getOwnPropertyDescriptors(HTMLTextAreaElement.prototype);
    value?.set?.call(area, text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, codes.join('\n'));
  await page.click('button[type=submit]');
}

const says = (words: string, withinMs = 40_000) =>
  eventually(
    words,
    () => page.evaluate((wanted) => document.body.textContent?.includes(wanted), words),
    withinMs,
  );

const hanoi = (from: number, count: number) =>
  officer.sandbox.world
    .held('province-h26')
    .map(({ code }) => code)
    .filter((code) => /^H26\./.test(code))
    .slice(from, from + count);

/** Of the right form, so that a longer list has something to ask for. */
const nobodys = (count: number) => Array.from({ length: count }, (_, n) => `H26.18-260105-${9_000 + n}`);

const KILLS = process.env.SOI_FULL ? 50 : 10;

describe('a list', () => {
  it(`killed at ${KILLS} random points: all is answered, and only what a death cut off is asked once more`, async () => {
    const codes = [...hanoi(0, 12), ...nobodys(process.env.SOI_FULL ? 90 : 12)];
    // Slow enough that some kills fall into a request, and all of them before the end.
    officer.sandbox.dials.set({ host: '*', delayMs: 260 });
    await begin(codes);
    await says('Đang tra cứu.');
    /** Each falls between its order and the report of it, the next worker may begin before; not every report comes. */
    const orders: { from: number; to: number }[] = [];
    let deaths = 0;
    let seed = 42;
    while (deaths < KILLS) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      await new Promise((resolve) => setTimeout(resolve, 50 + (seed % 500)));
      const ordered = Date.now();
      if (await killWorker(officer.browser)) deaths += 1;
      orders.push({ from: ordered, to: Date.now() });
      // Chrome's alarm would wake it within half a minute; a message does it now.
      await page.evaluate(() => void chrome.runtime.sendMessage({}).catch(() => undefined));
    }
    // Every death fell into the work.
    expect(await asking.rows<Batch>('batches')).toMatchObject([{ state: 'running' }]);
    await says(`Đã xong. ${codes.length}/${codes.length} hồ sơ`, 150_000);
    officer.sandbox.dials.reset();
    const diary = await asking.rows<Activity>('activity');
    for (const host of ['dichvucong.hanoi.gov.vn', 'dichvucong.gov.vn']) {
      const seen = asked(host);
      let cutOff = 0;
      for (const code of codes) {
        const lines = diary.filter((one) => one.host === host && one.code === code);
        const answered = lines.map(({ outcome }) => outcome === 'found' || outcome === 'not-found');
        // One answer, after which nobody asks; before it only requests that have none.
        expect([host, code, answered]).toEqual([host, code, lines.map((_, at) => at === lines.length - 1)]);
        for (const [at, { outcome }] of lines.slice(0, -1).entries()) {
          expect([host, code, outcome]).toEqual([host, code, undefined]);
          const [from, to] = [lines[at], lines[at + 1]].map((line) => Date.parse(line?.at ?? ''));
          const wasCut = orders.some((order) => order.to >= Number(from) && order.from <= Number(to));
          expect(wasCut).toBe(true);
          cutOff += 1;
        }
        // The system saw no more than the diary says, and the answered one for certain.
        const requests = seen.filter((search) => search.includes(code)).length;
        expect(requests).toBeGreaterThanOrEqual(1);
        expect(requests).toBeLessThanOrEqual(lines.length);
      }
      // One in flight: a death cuts off one at most.
      expect(cutOff).toBeLessThanOrEqual(orders.length);
    }
  }, 400_000);

  it('the session ends in the middle: it stops, says so, and goes on after the sign-in', async () => {
    const codes = hanoi(12, 10);
    const before = asked('dichvucong.gov.vn').length;
    officer.sandbox.dials.set({ host: '*', delayMs: 100 });
    await begin(codes);
    await eventually('the first answers', async () => asked('dichvucong.gov.vn').length >= before + 3);
    officer.sandbox.dials.set({ host: 'dichvucong.gov.vn', sessionExpired: true });
    await says('Chưa đăng nhập');
    const stopped = asked('dichvucong.gov.vn').length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(asked('dichvucong.gov.vn')).toHaveLength(stopped);
    // Signed in again, the officer lands on a page of that system.
    officer.sandbox.dials.reset();
    const portal = await officer.at(officer.place('national-portal', 'list').url);
    await page.bringToFront();
    await says(`Đã xong. ${codes.length}/${codes.length} hồ sơ`, 60_000);
    expect(asked('dichvucong.gov.vn').length - before).toBeLessThanOrEqual(codes.length + 3);
    await portal.close();
  }, 150_000);

  it('the result is a table of what each system says', async () => {
    const cells = await page.$$eval('tbody tr', (rows) => rows.map((row) => row.textContent ?? ''));
    expect(cells).toHaveLength(10);
    for (const cell of cells) expect(cell).toContain('Hà Nội');
  });

  it('goes on too after a sign-in that loads no new page', async () => {
    const live = await officer.at(LIVE_URL);
    const shows = async (path: string, list: Row[]) => {
      await live.evaluate((to, given) => window.live.route(to, given), path, list);
      await hasRead(officer, live, codesOf(list));
    };
    await shows('/trang-song', rows(3, 9_000));
    await shows('/trang-song/dang-nhap', []);
    officer.sandbox.dials.set({ host: 'dichvucong.hanoi.gov.vn', sessionExpired: true });
    await page.bringToFront();
    await begin(nobodys(120).slice(-4));
    await says('Chưa đăng nhập');
    officer.sandbox.dials.reset();
    await live.bringToFront();
    await shows('/trang-song', rows(3, 9_000));
    await page.bringToFront();
    await says('Đã xong. 4/4 hồ sơ', 60_000);
    await live.close();
  }, 150_000);
});

it('the browser is closed in the middle: signed in again, the list goes on where it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'soi-ho-so-restart-'));
  const codes = nobodys(40).slice(-8);
  const first = await startOfficer({ launch: { userDataDir: folder } });
  const { sandbox } = first;
  try {
    const { page: door, rows } = await startAsking(first);
    sandbox.dials.set({ host: '*', delayMs: 150 });
    await door.evaluate((payload) => chrome.runtime.sendMessage({ name: 'batch/start', payload }), {
      id: crypto.randomUUID(),
      codes,
    });
    await eventually('some answers', async () => (await rows('tries')).length >= 4);
    await first.browser.close();
    sandbox.dials.reset();
    const second = await startOfficer({ standing: sandbox, launch: { userDataDir: folder } });
    try {
      const ledger = await startAsking(second);
      const isDone = async () => {
        const [batch] = await ledger.rows<Batch>('batches');
        // The session went with the browser. The officer opens the system that the list waits for.
        if (batch?.waitsFor) {
          const { url } = second.place(batch.waitsFor as SandboxSystem, 'list');
          await (await second.reads(url)).page.close();
        }
        return batch?.state === 'done';
      };
      await eventually('the end of the list', isDone, 90_000);
      const diary = await ledger.rows<Activity>('activity');
      const isAnswer = ({ outcome }: Activity) => outcome === 'found' || outcome === 'not-found';
      expect(new Set(diary.filter(isAnswer).map(({ code }) => code))).toEqual(new Set(codes));
      const seen = sandbox.requests.filter(({ mode, dest }) => mode === 'cors' && dest === 'empty');
      for (const host of new Set(diary.map((line) => line.host))) {
        for (const code of codes) {
          const lines = diary.filter((line) => line.host === host && line.code === code);
          // One answer, after which nobody asks; before it what was cut off, and what met the login.
          const last = lines.length - 1;
          expect([host, code, lines.map(isAnswer)]).toEqual([host, code, lines.map((_, at) => at === last)]);
          const requests = seen.filter(
            ({ host: of, search }) => of === host && decodeURIComponent(search).includes(code),
          );
          // The way to the login may name the code too.
          const told = lines.length + lines.filter(({ outcome }) => outcome === 'not-signed-in').length;
          expect(requests.length).toBeLessThanOrEqual(told);
        }
      }
    } finally {
      await second.close();
    }
  } finally {
    await first.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}, 150_000);
