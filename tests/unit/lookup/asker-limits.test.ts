import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { countActivity } from '../../../utils/ledger/activity';
import { link } from '../../../utils/ledger/links';
import { pauseSystem } from '../../../utils/ledger/pauses';
import { eraseAll, prune } from '../../../utils/ledger/prune';
import { record } from '../../../utils/ledger/record';
import {
  CODE,
  CODES as codes,
  fileOf,
  gated,
  holding,
  NOTHING_FOUND,
  newAsker,
  OTHER,
  START,
  world,
} from './asker-world';
import { html, redirect } from './portal-server';

const PORTAL = 'national-portal';

async function ask(code: string) {
  const asker = newAsker();
  const answer = await asker.askNow(code, [PORTAL], 'card');
  await asker.idle();
  return answer;
}

describe('an answer that is fresh enough', () => {
  it('needs no request, whoever asks', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    world.portal.on('/ha-noi', holding());
    const asker = newAsker();
    await asker.askNow(CODE, undefined, 'card');
    await asker.idle();
    world.clock += 9 * 60_000;
    expect(await asker.askNow(CODE, undefined, 'popup')).toEqual({
      asked: [],
      fresh: [PORTAL, 'province-h26'],
      openOnly: ['coordination'],
      paused: [],
    });
    world.clock += 60_000;
    expect(await asker.askNow(CODE, undefined, 'popup')).toMatchObject({
      asked: [PORTAL],
      fresh: ['province-h26'],
    });
    await asker.idle();
    expect(world.portal.requests).toHaveLength(3);
  });

  it('does not stand against an officer who names the system', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    await ask(CODE);
    expect(await ask(CODE)).toMatchObject({ asked: [PORTAL], fresh: [] });
    expect(world.portal.requests).toHaveLength(2);
  });

  it('that was no answer is not fresh', async () => {
    world.portal.on('/quoc-gia', html(500, 'x'));
    await ask(CODE);
    expect((await fileOf()).tries).toMatchObject([{ outcome: 'unreachable', serverError: true }]);
    world.clock += 2_000;
    const asker = newAsker();
    expect(await asker.askNow(CODE, undefined, 'card')).toMatchObject({ fresh: [] });
    await asker.idle();
  });
});

describe('a host that fails', () => {
  it('is left alone after five failures, asked once to see, and asked again when it is well', async () => {
    world.portal.on('/quoc-gia', html(502, 'x'));
    for (const code of codes.slice(0, 5)) await ask(code);
    expect(world.portal.requests).toHaveLength(5);
    const opened = world.clock;
    // Ten wait for the probe; it fails, and none of them is sent after it.
    const asker = newAsker();
    for (const code of codes.slice(5, 15)) await asker.askNow(code, [PORTAL], 'card');
    await asker.idle();
    expect(world.portal.requests).toHaveLength(6);
    expect(world.clock - opened).toBe(60_000);
    expect((await fileOf(codes[14])).tries).toMatchObject([
      { outcome: 'rate-limited', held: 'resting', retryAt: new Date(opened + 180_000).toISOString() },
    ]);
    // The next probe succeeds: the line flows again.
    world.clock = opened + 180_000;
    world.portal.on('/quoc-gia', holding(...codes));
    await ask(codes[20] ?? '');
    await ask(codes[21] ?? '');
    expect((await fileOf(codes[21])).tries).toMatchObject([{ outcome: 'found' }]);
    expect(world.portal.requests).toHaveLength(8);
  });

  it('a storm of 429 is stopped by the host’s own word', async () => {
    world.portal.on('/quoc-gia', html(429, 'busy', { 'retry-after': '600' }));
    const asker = newAsker();
    for (const code of codes) await asker.askNow(code, [PORTAL], 'card');
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
    expect((await fileOf(codes[7])).tries).toMatchObject([
      { held: 'told-to-wait', retryAt: new Date(START + 600_000).toISOString() },
    ]);
  });

  it('a login that is missing is no failure of the host', async () => {
    world.portal.on('/quoc-gia', redirect('/dang-nhap'));
    world.portal.on('/dang-nhap', html(200, '<input type="password">'));
    for (const code of codes.slice(0, 7)) await ask(code);
    expect(world.portal.requests.filter(({ path }) => path.startsWith('/quoc-gia'))).toHaveLength(7);
  });
});

describe('what the office allows', () => {
  it('so many a day: the rest is told when, not asked', async () => {
    world.settings = { requestsPerDay: 3 };
    world.portal.on('/quoc-gia', holding(...codes));
    for (const code of codes.slice(0, 5)) await ask(code);
    expect(world.portal.requests).toHaveLength(3);
    expect((await fileOf(codes[4])).tries).toMatchObject([
      { outcome: 'rate-limited', held: 'daily-cap', retryAt: '2026-11-22T17:00:00.000Z' },
    ]);
    world.clock = Date.UTC(2026, 10, 22, 17);
    await ask(codes[5] ?? '');
    expect(world.portal.requests).toHaveLength(4);
  });

  it('quiet hours', async () => {
    world.settings = { quietHours: { from: '09:00', to: '11:30' } };
    world.portal.on('/quoc-gia', holding(CODE));
    await ask(CODE);
    expect(world.portal.requests).toHaveLength(0);
    expect((await fileOf()).tries).toMatchObject([
      { held: 'quiet-hours', retryAt: '2026-11-22T04:30:00.000Z' },
    ]);
  });

  it('a system paused today, or all of them: nothing is sent, also of what waits in line', async () => {
    world.portal.on('/quoc-gia', holding(...codes));
    await pauseSystem(world.db, PORTAL, START + 3_600_000);
    expect(await ask(CODE)).toEqual({ asked: [], openOnly: [], fresh: [], paused: [PORTAL] });
    world.clock += 3_600_000;
    expect(await ask(CODE)).toMatchObject({ asked: [PORTAL] });
    const gate = gated();
    const asker = newAsker();
    for (const code of codes) await asker.askNow(code, [PORTAL], 'card');
    world.settings = { pauseAsking: true };
    gate.open();
    await asker.idle();
    expect(world.portal.requests).toHaveLength(2);
    expect(await world.db.asking.count()).toBe(0);
    expect(await asker.askNow(CODE, [PORTAL], 'card')).toMatchObject({ paused: [PORTAL] });
  });
});

it('sent on to a host of the system whose turn has not come: one request, and when it comes', async () => {
  const { port } = new URL(world.portal.origin);
  world.systems = world.systems.map((system) => ({
    ...system,
    hosts: [...system.hosts, { host: 'localhost', role: 'citizen', confidence: 'policy' }],
  }));
  world.portal.on('/quoc-gia', redirect(`http://localhost:${port}/chi-tiet`));
  const notBefore = START + 3_600_000;
  const pace = { sent: [], day: '', sentToday: 0, notBefore, failures: 0, restUntil: 0 };
  await world.db.hosts.put({ host: `localhost:${port}`, ...pace });
  await ask(CODE);
  expect(world.portal.requests).toHaveLength(1);
  expect((await fileOf()).tries).toMatchObject([
    { held: 'told-to-wait', retryAt: new Date(notBefore).toISOString() },
  ]);
});

describe('the diary', () => {
  it('holds each request: host, why, when, how long, outcome, bytes', async () => {
    world.portal.on('/quoc-gia', holding(OTHER));
    await link(world.db, CODE, OTHER);
    const asker = newAsker();
    await asker.askNow(CODE, [PORTAL], 'panel');
    await asker.idle();
    const { host } = new URL(world.portal.origin);
    const sent = { at: new Date(START).toISOString(), host, system: PORTAL, why: 'panel' };
    expect(await world.db.activity.toArray()).toMatchObject([
      { ...sent, code: CODE, outcome: 'not-found' },
      { ...sent, code: OTHER, outcome: 'found', bytes: expect.any(Number), durationMs: expect.any(Number) },
    ]);
  });

  it('has a line for each request, also where the system sends it on', async () => {
    world.portal.on('/quoc-gia', redirect('/chi-tiet'));
    world.portal.on('/chi-tiet', (request, response, body) => {
      world.clock += 40;
      html(200, NOTHING_FOUND)(request, response, body);
    });
    await ask(CODE);
    expect(world.portal.requests).toHaveLength(2);
    const lines = await world.db.activity.toArray();
    expect(lines).toMatchObject([
      { code: CODE, why: 'card', sentOn: true, bytes: 0 },
      { code: CODE, why: 'card', outcome: 'not-found', durationMs: 40, bytes: expect.any(Number) },
    ]);
    expect(lines[0]).not.toHaveProperty('outcome');
    const [count] = await countActivity(world.db, new Date(START).toISOString());
    expect(count).toMatchObject({ requests: 2, answered: 1 });
  });

  it('erased before the system sends it on: that is not followed, and leaves no trace', async () => {
    world.portal.on('/quoc-gia', (...args) => {
      void eraseAll(world.db).then(() => redirect('/chi-tiet')(...args));
    });
    await ask(CODE);
    expect(world.portal.requests).toHaveLength(1);
    expect([await world.db.activity.count(), await world.db.tries.count()]).toEqual([0, 0]);
  });

  it('has a line for a request that was cut off', async () => {
    const dead: typeof fetch = () => new Promise<Response>(() => undefined);
    const asker = newAsker({ fetch: dead });
    await asker.askNow(CODE, [PORTAL], 'card');
    await expect.poll(() => world.db.activity.count()).toBe(1);
    expect((await world.db.activity.toArray())[0]).not.toHaveProperty('outcome');
  });

  it('goes with the dossiers: by time and on demand', async () => {
    world.portal.on('/quoc-gia', holding(...codes));
    await ask(codes[0] ?? '');
    await prune(world.db, { retentionDays: 30, now: START + 31 * 86_400_000 });
    expect(await world.db.activity.count()).toBe(0);
    await ask(codes[1] ?? '');
    await eraseAll(world.db);
    expect(await world.db.activity.count()).toBe(0);
  });

  it('erasing does not let the host be asked faster', async () => {
    world.settings = { requestsPerDay: 1 };
    world.portal.on('/quoc-gia', holding(...codes));
    await ask(codes[0] ?? '');
    await eraseAll(world.db);
    await ask(codes[1] ?? '');
    expect(world.portal.requests).toHaveLength(1);
  });
});

it('a question already known from a page is asked all the same when named', async () => {
  world.portal.on('/quoc-gia', holding(CODE));
  const seenAt = new Date(START - 1_000).toISOString();
  await record(world.db, [
    { code: CODE, system: PORTAL, outcome: 'found', status: 'returned', via: 'page', seenAt },
  ]);
  expect(await ask(CODE)).toMatchObject({ asked: [PORTAL] });
});
