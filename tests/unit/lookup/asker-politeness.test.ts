import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteActivity } from '../../../utils/ledger/activity';
import { startAsking } from '../../../utils/ledger/asking';
import type { Asking } from '../../../utils/ledger/database';
import { eraseAll } from '../../../utils/ledger/prune';
import { endOfDay, paceOf } from '../../../utils/lookup/pace';
import { CODE, fileOf, holding, newAsker, OTHER, START, world } from './asker-world';
import { type Answerer, html, redirect } from './portal-server';

describe('politeness', () => {
  const codes = Array.from({ length: 25 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);

  it('one in flight, ten in any minute, for each host', async () => {
    let inFlight = 0;
    let most = 0;
    const times: number[] = [];
    world.portal.on('/quoc-gia', (...args) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      times.push(world.clock);
      setImmediate(() => {
        inFlight -= 1;
        holding(...codes)(...args);
      });
    });
    const asker = newAsker();
    await Promise.all(codes.map((code) => asker.askNow(code, ['national-portal'], 'card')));
    await asker.idle();
    expect(times).toHaveLength(25);
    expect(most).toBe(1);
    for (const [i, time] of times.entries()) {
      expect(time - (times[i - 10] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(60_000);
    }
  });

  it('a redirect within the system is one of the ten', async () => {
    const times: number[] = [];
    const count =
      (answer: Answerer): Answerer =>
      (...args) => {
        times.push(world.clock);
        answer(...args);
      };
    const onwards: Answerer = (request, ...rest) =>
      redirect((request.url ?? '').replace('/quoc-gia', '/chi-tiet'))(request, ...rest);
    world.portal.on('/quoc-gia', count(onwards));
    world.portal.on('/chi-tiet', count(holding(...codes)));
    world.settings = { requestsPerMinute: 9, requestsPerDay: 29 };
    const asker = newAsker();
    for (const code of codes) await asker.askNow(code, ['national-portal'], 'batch');
    await asker.idle();
    for (const [i, time] of times.entries())
      expect(time - (times[i - 9] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(60_000);
    const today = times.filter((time) => time < endOfDay(START));
    expect(today.length).toBeLessThanOrEqual(29);
    expect(today.length).toBeGreaterThan(20);
    const found = (await world.db.tries.toArray()).filter(({ outcome }) => outcome === 'found');
    expect(found).toHaveLength(codes.length);
  });

  it('a redirect that is more than the whole share: never over it, and it says so', async () => {
    world.portal.on('/quoc-gia', redirect('/chi-tiet'));
    world.portal.on('/chi-tiet', holding(CODE));
    world.settings = { requestsPerMinute: 1 };
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'batch');
    await asker.idle();
    expect(world.portal.requests.map(({ path }) => path.split('?')[0])).toEqual(Array(3).fill('/quoc-gia'));
    const retryAt = new Date(START + 180_000).toISOString();
    expect((await fileOf()).tries).toMatchObject([{ outcome: 'rate-limited', held: 'pace', retryAt }]);
    expect((await paceOf(world.db, new URL(world.portal.origin).host)).failures).toBe(0);
  });

  it('the worker’s death does not start the minute anew', async () => {
    const times: number[] = [];
    world.portal.on('/quoc-gia', (...args) => {
      times.push(world.clock);
      holding(...codes)(...args);
    });
    for (const code of codes.slice(0, 12)) {
      const asker = newAsker();
      await asker.askNow(code, ['national-portal'], 'card');
      await asker.idle();
    }
    expect((times[10] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('Retry-After within the time anybody waits is waited for', async () => {
    world.portal.on('/quoc-gia', html(429, 'busy', { 'retry-after': '30' }));
    const asker = newAsker();
    await asker.askNow(codes[0] ?? '', ['national-portal'], 'card');
    await asker.idle();
    let cameBack = 0;
    world.portal.on('/quoc-gia', (...args) => {
      cameBack = world.clock;
      holding(...codes)(...args);
    });
    await asker.askNow(codes[1] ?? '', ['national-portal'], 'card');
    await asker.idle();
    expect(cameBack).toBeGreaterThanOrEqual(START + 30_000);
    expect((await fileOf(codes[1])).tries).toMatchObject([{ outcome: 'found' }]);
  });

  it('a longer Retry-After: not asked, and it says until when', async () => {
    world.portal.on('/quoc-gia', html(429, 'busy', { 'retry-after': '3600' }));
    const retryAt = new Date(START + 3_600_000).toISOString();
    for (const code of codes.slice(0, 3)) {
      const asker = newAsker();
      await asker.askNow(code, ['national-portal'], 'card');
      await asker.idle();
      expect((await fileOf(code)).tries).toMatchObject([{ outcome: 'rate-limited', retryAt }]);
    }
    expect(world.portal.requests).toHaveLength(1);
    expect(await world.db.asking.count()).toBe(0);
  });
});

describe('the worker dies', () => {
  const dead: typeof fetch = () => new Promise<Response>(() => undefined);

  it('what was under way is asked again, once, by the next worker', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    await newAsker({ fetch: dead }).askNow(CODE, ['national-portal'], 'card');
    world.clock += 20_000;
    const next = newAsker();
    await Promise.all([next.resume(), next.resume()]);
    await next.askNow(CODE, ['national-portal'], 'popup');
    await next.idle();
    expect(world.portal.requests).toHaveLength(1);
    expect((await fileOf()).sightings).toMatchObject([{ outcome: 'found' }]);
    await next.resume();
    await next.idle();
    expect(world.portal.requests).toHaveLength(1);
  });

  it.each<[string, Partial<Asking>, boolean, string[]]>([
    ['no request was made: never asked', {}, false, []],
    ['a request was cut off: unreachable', {}, true, ['unreachable']],
    ['one came to nothing: unreachable', { failures: 1 }, false, ['unreachable']],
    ['asked under its other code: unreachable', { absentUnder: [OTHER] }, false, ['unreachable']],
    ['nobody clicked, and no request was made', { why: 'page' }, false, []],
  ])('what nobody waits for any more, and %s', async (_, more, sent, outcomes) => {
    const since = new Date(START - 601_000).toISOString();
    const row = { code: CODE, system: 'national-portal', since, why: 'card', ...more };
    await startAsking(world.db, [row]);
    if (sent) await noteActivity(world.db, { ...row, at: since, host: 'x' });
    const asker = newAsker();
    await asker.resume();
    await asker.idle();
    expect(world.portal.requests).toHaveLength(0);
    const file = await fileOf();
    expect(file.asking).toEqual([]);
    expect(file.tries.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(world.changes).toEqual([[CODE]]);
  });

  it('a system that was switched off meanwhile is not asked', async () => {
    await startAsking(world.db, [
      { code: CODE, system: 'national-portal', since: new Date(START).toISOString(), why: 'card' },
    ]);
    world.disabled = ['national-portal'];
    const asker = newAsker();
    await asker.resume();
    await asker.idle();
    expect(world.portal.requests).toHaveLength(0);
    expect(await fileOf()).toMatchObject({ asking: [], tries: [] });
    expect(world.changes).toEqual([[CODE]]);
  });

  it('the alarm came and the host still rests: the next one is set, and nothing is asked before', async () => {
    world.portal.on('/quoc-gia', html(429, 'busy', { 'retry-after': '100' }));
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    // Waits as a browser does: in the worker's own time, which an alarm does not shorten.
    let woken = 0;
    const waiting = newAsker({ wait: () => new Promise(() => undefined) });
    for (const alarm of [30_000, 60_000]) {
      world.wakes = [];
      await (woken === 0 ? waiting.askNow(CODE, ['national-portal'], 'card') : waiting.resume());
      await expect.poll(() => world.wakes).toContain(START + 100_000);
      woken = alarm;
      world.clock = START + alarm;
    }
    expect(world.portal.requests).toHaveLength(1);
  });

  it('while a request is under way an alarm is set, also after one that came meanwhile', async () => {
    const asker = newAsker({ fetch: dead });
    await asker.askNow(CODE, ['national-portal'], 'card');
    await expect.poll(() => world.db.activity.count()).toBe(1);
    expect(world.wakes).toContain(START + 30_000);
    world.clock += 30_000;
    await asker.resume();
    expect(world.wakes).toContain(START + 60_000);
  });

  it('a wait that may outlive the worker asks to be woken', async () => {
    world.portal.on('/quoc-gia', html(429, 'busy', { 'retry-after': '30' }));
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    world.wakes = [];
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect(world.wakes).toContain(START + 30_000);
  });

  it('erased while it waits in line: it is not asked', async () => {
    world.portal.on('/quoc-gia', async (...args) => {
      await eraseAll(world.db);
      holding(CODE)(...args);
    });
    const asker = newAsker();
    await Promise.all([CODE, OTHER].map((code) => asker.askNow(code, ['national-portal'], 'card')));
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
  });

  it('erased while under way: the answer leaves no trace', async () => {
    world.portal.on('/quoc-gia', async (...args) => {
      await eraseAll(world.db);
      holding(CODE)(...args);
    });
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
    expect(await world.db.latest.count()).toBe(0);
    expect(await world.db.tries.count()).toBe(0);
  });
});
