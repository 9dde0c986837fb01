/** A list of dossiers: politely, to its end, over sign-outs and restarts. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { beginBatch, currentBatch } from '../../../utils/ledger/batch-list';
import { eraseAll, prune } from '../../../utils/ledger/prune';
import { CODE, CODES as codes, fileOf, holding, newAsker, START, world } from './asker-world';
import { paths, states, worker } from './batch-world';
import { html } from './portal-server';

const many = Array.from({ length: 200 }, (_, i) => `000.00.06.H26-261117-${String(1000 + i)}`);
const PORTAL = 'national-portal';
const login = html(200, '<form><input type="password"></form>');

describe('a list', () => {
  it('is asked for to its end, each once, and never faster than a host allows', async () => {
    const times: number[] = [];
    world.portal.on('/quoc-gia', (...args) => {
      times.push(world.clock);
      holding(...many)(...args);
    });
    world.portal.on('/ha-noi', holding(...many));
    const run = worker();
    await run.start('one', [...many, ...many.slice(0, 5)]);
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 200 });
    expect(new Set(paths()).size).toBe(400);
    expect(paths()).toHaveLength(400);
    for (const [i, time] of times.entries())
      expect(time - (times[i - 10] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(60_000);
    expect(await world.db.activity.count()).toBe(400);
  }, 30_000);

  it('does not ask what the ledger knows already', async () => {
    world.portal.on('/quoc-gia', holding(...codes));
    world.portal.on('/ha-noi', holding(...codes));
    const run = worker();
    await run.start('one', codes.slice(0, 3));
    await run.end();
    await run.start('two', codes.slice(0, 4));
    await run.end();
    expect(paths()).toHaveLength(8);
    expect(await states()).toEqual({ state: 'done', done: 4 });
  });

  it('sent twice is one', async () => {
    world.portal.on('/quoc-gia', holding(...codes));
    world.portal.on('/ha-noi', holding(...codes));
    const run = worker();
    await Promise.all([run.start('one', codes.slice(0, 3)), run.start('one', codes.slice(0, 3))]);
    await run.end();
    expect(paths()).toHaveLength(6);
  });

  it('goes after a click', async () => {
    world.portal.on('/quoc-gia', holding(...codes, CODE));
    world.portal.on('/ha-noi', holding(...codes, CODE));
    const run = worker();
    await run.start('one', codes.slice(0, 5));
    const clicked = newAsker();
    await clicked.askNow(CODE, [PORTAL], 'popup');
    await clicked.idle();
    expect((await fileOf()).tries).toMatchObject([{ outcome: 'found' }]);
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 5 });
  });

  it('tries again what a host could not answer, then lets it be', async () => {
    let asked = 0;
    world.portal.on('/ha-noi', holding(...codes));
    world.portal.on('/quoc-gia', (...args) => {
      asked += 1;
      (asked < 3 ? html(502, 'x') : holding(...codes))(...args);
    });
    const run = worker();
    await run.start('one', codes.slice(0, 1));
    await run.end();
    expect(asked).toBe(3);
    expect((await fileOf(codes[0])).tries).toMatchObject([{ outcome: 'found' }, { outcome: 'found' }]);
    asked = -100;
    await run.start('two', codes.slice(1, 2));
    await run.end();
    expect(asked).toBe(-97);
    expect((await fileOf(codes[1])).tries).toContainEqual(
      expect.objectContaining({ outcome: 'unreachable' }),
    );
    expect(await states()).toEqual({ state: 'done', done: 1 });
  });
});

it('a click that was held back on a dossier of the list does not end its wait', async () => {
  world.portal.on('/quoc-gia', holding(...codes));
  world.portal.on('/ha-noi', holding(...codes));
  const [code = ''] = codes;
  const since = new Date(START).toISOString();
  await beginBatch(world.db, { id: 'one', at: since, state: 'running' }, [code]);
  await world.db.batchItems.put({ batch: 'one', n: 0, code, state: 'asked', since, systems: [PORTAL] });
  // The officer’s own click took the question over, and nobody waits so long in front of the screen.
  await world.db.tries.put({ code, system: PORTAL, outcome: 'rate-limited', at: since, held: 'daily-cap' });
  const run = worker();
  await run.look();
  await run.end();
  expect((await fileOf(code)).tries.find(({ system }) => system === PORTAL)).toMatchObject({
    outcome: 'found',
  });
  expect(await states()).toEqual({ state: 'done', done: 1 });
});

describe('the session ends in the middle', () => {
  const expireAfter = (count: number) => {
    let asked = 0;
    world.portal.on('/ha-noi', holding(...codes));
    world.portal.on('/quoc-gia', (...args) => {
      asked += 1;
      (asked > count ? login : holding(...codes))(...args);
    });
  };

  it('it stops, says where, and goes on after the sign-in without asking anything twice', async () => {
    expireAfter(4);
    const run = worker();
    await run.start('one', codes);
    await run.end();
    expect(await currentBatch(world.db)).toMatchObject({ state: 'paused', waitsFor: PORTAL });
    const stopped = paths().length;
    expect(stopped).toBeLessThan(20);
    expect(await world.db.asking.count()).toBe(0);
    // Somebody else's page says nothing of this sign-in.
    await run.signedIn('province-h26');
    expect((await states()).state).toBe('paused');
    world.portal.on('/quoc-gia', holding(...codes));
    await run.signedIn(PORTAL);
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 30 });
    expect(await currentBatch(world.db)).not.toHaveProperty('waitsFor');
    const found = (await world.db.tries.toArray()).filter(({ outcome }) => outcome === 'found');
    expect(found).toHaveLength(60);
    // Asked again are only those that met the login.
    const twice = paths().filter((path, i) => paths().indexOf(path) !== i);
    expect(twice.length).toBeLessThanOrEqual(2);
    expect(twice.every((path) => path.startsWith('/quoc-gia'))).toBe(true);
  });

  it('still signed out: one question, and it waits again', async () => {
    expireAfter(0);
    const run = worker();
    await run.start('one', codes);
    await run.end();
    const before = paths().filter((path) => path.startsWith('/quoc-gia')).length;
    await run.signedIn(PORTAL);
    await run.end();
    expect(await currentBatch(world.db)).toMatchObject({ state: 'paused', waitsFor: PORTAL });
    expect(paths().filter((path) => path.startsWith('/quoc-gia')).length - before).toBe(1);
  });

  it('or goes on without that system', async () => {
    expireAfter(0);
    const run = worker();
    await run.start('one', codes.slice(0, 8));
    await run.end();
    const before = paths().filter((path) => path.startsWith('/quoc-gia')).length;
    await run.resume(PORTAL);
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 8 });
    expect(paths().filter((path) => path.startsWith('/quoc-gia'))).toHaveLength(before);
    expect(paths().filter((path) => path.startsWith('/ha-noi'))).toHaveLength(8);
  });
});

it('the next worker goes on where the last one died', async () => {
  world.portal.on('/quoc-gia', holding(...codes));
  world.portal.on('/ha-noi', holding(...codes));
  // One dossier under way of which nothing stands in the queue, the rest never begun.
  await beginBatch(
    world.db,
    { id: 'one', at: new Date(START).toISOString(), state: 'running' },
    codes.slice(0, 4),
  );
  await world.db.batchItems.put({
    batch: 'one',
    n: 0,
    code: codes[0] ?? '',
    state: 'asked',
    since: new Date(START).toISOString(),
    systems: [PORTAL, 'province-h26'],
  });
  const next = worker();
  await next.look();
  await next.end();
  expect(await states()).toEqual({ state: 'done', done: 4 });
  expect(paths()).toHaveLength(8);
});

it('a list goes with the dossiers: by time and on demand', async () => {
  const batch = { id: 'one', at: new Date(START).toISOString(), state: 'done' as const };
  for (const forget of [
    () => eraseAll(world.db),
    () => prune(world.db, { retentionDays: 30, now: START + 31 * 86_400_000 }),
  ]) {
    await beginBatch(world.db, batch, codes);
    await forget();
    expect(await currentBatch(world.db)).toBeUndefined();
    expect(await world.db.batchItems.count()).toBe(0);
  }
});
