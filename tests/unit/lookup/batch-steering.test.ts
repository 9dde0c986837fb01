/** A list whose officer changes his mind, and one whose hosts are left alone. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { beginBatch, currentBatch, steerBatch } from '../../../utils/ledger/batch-list';
import type { BatchItem } from '../../../utils/ledger/database';
import { eraseAll } from '../../../utils/ledger/prune';
import { CODES as codes, fileOf, holding, newAsker, START, world } from './asker-world';
import { paths, states, worker } from './batch-world';
import { html } from './portal-server';

const PORTAL = 'national-portal';
const LEFT_ALONE = { sent: [], day: '', sentToday: 0, notBefore: 0, failures: 0, restUntil: 0 };
const login = html(200, '<form><input type="password"></form>');

describe('a change of mind', () => {
  it('paused it asks nobody; resumed it goes on', async () => {
    world.portal.on('/quoc-gia', holding(...codes));
    world.portal.on('/ha-noi', holding(...codes));
    const run = worker();
    await run.start('one', codes);
    await run.pause();
    await run.end();
    expect(paths().length).toBeLessThanOrEqual(10);
    expect(await world.db.asking.count()).toBe(0);
    const stopped = paths().length;
    await run.look();
    await run.end();
    expect(paths()).toHaveLength(stopped);
    await run.resume();
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 30 });
  });

  it('cancelled it is over', async () => {
    world.portal.on('/quoc-gia', holding(...codes));
    world.portal.on('/ha-noi', holding(...codes));
    const run = worker();
    await run.start('one', codes);
    await run.cancel();
    await run.resume();
    await run.end();
    expect((await states()).state).toBe('cancelled');
    expect(paths().length).toBeLessThanOrEqual(10);
  });

  it.each(['pause', 'cancel'] as const)('%s holds, whenever it is pressed', async (deed) => {
    world.portal.on('/quoc-gia', holding(...codes));
    world.portal.on('/ha-noi', holding(...codes));
    for (let moment = 0; moment < 60; moment++) {
      await eraseAll(world.db);
      const run = worker();
      const begun = run.start(`list-${moment}`, codes.slice(0, 3));
      for (let turn = 0; turn < 2 * moment; turn++) await new Promise(setImmediate);
      const { state: before } = await states();
      await run[deed]();
      const pressed = paths().length;
      await begun;
      await run.end();
      if (before !== 'running') continue;
      const { state, done } = await states();
      const ended = state === 'done' && done === 3 && paths().length === pressed;
      expect([moment, ended || state]).toEqual([
        moment,
        ended || { pause: 'paused', cancel: 'cancelled' }[deed],
      ]);
    }
  });

  it('cancelled while a host says to come back later: nobody comes back', async () => {
    let answer: () => void = () => undefined;
    world.portal.on('/ha-noi', holding(...codes));
    world.portal.on('/quoc-gia', (...args) => {
      args[1].setHeader('retry-after', '3600');
      answer = () => html(429, 'x')(...args);
    });
    const run = worker();
    await run.start('one', codes.slice(0, 3));
    await expect.poll(() => paths().filter((path) => path.startsWith('/quoc-gia')).length).toBe(1);
    await run.cancel();
    answer();
    await run.end();
    expect(paths().filter((path) => path.startsWith('/quoc-gia'))).toHaveLength(1);
    expect(await world.db.asking.count()).toBe(0);
    const said = (await world.db.activity.toArray()).map(({ outcome }) => outcome);
    expect(said).toContain('rate-limited');
  });

  it('cancelled, and the worker dies at once: the next one asks nothing of it', async () => {
    world.portal.on('/ha-noi', holding(...codes));
    const { host } = new URL(world.portal.origin);
    const since = new Date(START).toISOString();
    await beginBatch(world.db, { id: 'one', at: since, state: 'running' }, codes.slice(0, 3));
    const row = { system: PORTAL, since, why: 'batch' };
    await world.db.asking.bulkPut(codes.slice(0, 3).map((code) => ({ ...row, code })));
    await world.db.hosts.put({ ...LEFT_ALONE, host, notBefore: START });
    await steerBatch(world.db, 'one', ['running'], { state: 'cancelled' });
    const next = newAsker();
    await next.resume();
    await next.idle();
    expect(paths()).toEqual([]);
    expect(await world.db.asking.count()).toBe(0);
  });

  it('paused and resumed: what was answered, if only by a refusal, is not asked again', async () => {
    world.portal.on('/quoc-gia', html(403, 'x'));
    let held: () => void = () => undefined;
    world.portal.on('/ha-noi', (...args) => {
      held = () => holding(...codes)(...args);
    });
    const run = worker();
    await run.start('one', codes.slice(0, 1));
    const answered = () => world.db.tries.count();
    await expect.poll(answered).toBe(1);
    await run.pause();
    held();
    world.portal.on('/ha-noi', holding(...codes));
    await run.end();
    await run.resume();
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 1 });
    expect(paths().filter((path) => path.startsWith('/quoc-gia'))).toHaveLength(1);
  });

  it('all asking paused again and again: the list is not over for that', async () => {
    world.portal.on('/quoc-gia', holding(...codes));
    world.portal.on('/ha-noi', holding(...codes));
    const run = worker();
    await beginBatch(world.db, { id: 'one', at: new Date(START).toISOString(), state: 'running' }, [
      codes[0] ?? '',
    ]);
    for (let turn = 0; turn < 4; turn++) {
      const [item] = await world.db.batchItems.toArray();
      // Asked, and dropped by the pause before it was sent.
      await world.db.batchItems.put({
        ...(item as BatchItem),
        state: 'asked',
        since: new Date(START).toISOString(),
        systems: [PORTAL],
      });
      world.settings = { pauseAsking: true };
      await run.look();
    }
    world.settings = {};
    await run.look();
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 1 });
    expect(paths()).toHaveLength(2);
  });

  it('while all asking is paused it waits', async () => {
    world.portal.on('/quoc-gia', holding(...codes));
    world.portal.on('/ha-noi', holding(...codes));
    world.settings = { pauseAsking: true };
    const run = worker();
    await run.start('one', codes.slice(0, 3));
    await run.end();
    expect(paths()).toEqual([]);
    world.settings = {};
    await run.look();
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 3 });
  });
});

describe('a host that is left alone', () => {
  /** The province under another host of this machine than the portal. */
  const apart = () => {
    const { port } = new URL(world.portal.origin);
    world.systems = world.systems.map((system) =>
      system.id === 'province-h26' && system.connector?.kind === 'html'
        ? {
            ...system,
            hosts: [{ host: 'localhost', role: 'citizen', confidence: 'policy' }],
            connector: { ...system.connector, url: `http://localhost:${port}/ha-noi?ma={code}` },
          }
        : system,
    );
    world.portal.on('/ha-noi', holding(...codes));
  };
  const asked = (path: string) => paths().filter((one) => one.startsWith(path)).length;

  it('since it answers nobody: the list ends without it, and says so', async () => {
    apart();
    world.portal.on('/quoc-gia', html(502, 'x'));
    const run = worker();
    await run.start('one', codes);
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 30 });
    expect(asked('/ha-noi')).toBe(30);
    expect(asked('/quoc-gia')).toBeLessThan(15);
    expect(world.clock - START).toBeLessThan(30 * 60_000);
    expect((await fileOf(codes[29])).tries).toContainEqual(
      expect.objectContaining({ system: PORTAL, held: 'resting', retryAt: expect.any(String) }),
    );
  });

  it('where another asks for a sign-in, the list stops there all the same', async () => {
    apart();
    world.portal.on('/ha-noi', login);
    const { host } = new URL(world.portal.origin);
    const notBefore = START + 3_600_000;
    await world.db.hosts.put({ ...LEFT_ALONE, host, notBefore });
    // Nobody waits so long here.
    const run = worker(() => new Promise(() => undefined));
    await run.start('one', codes);
    await expect.poll(async () => (await currentBatch(world.db))?.waitsFor).toBe('province-h26');
    expect(asked('/ha-noi')).toBe(1);
    expect(asked('/quoc-gia')).toBe(0);
  });

  it('what the others answered is not asked for again', async () => {
    apart();
    world.portal.on('/ha-noi', html(502, 'x'));
    world.portal.on('/quoc-gia', html(403, 'x'));
    const run = worker();
    await run.start('one', codes.slice(0, 8));
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 8 });
    expect(asked('/quoc-gia')).toBe(8);
  });

  it('since it said so: the others are asked meanwhile', async () => {
    apart();
    let first = true;
    world.portal.on('/quoc-gia', (...args) => {
      if (first) args[1].setHeader('retry-after', '3600');
      (first ? html(429, 'x') : holding(...codes))(...args);
      first = false;
    });
    const run = worker(async (ms) => {
      if (ms > 600_000) await expect.poll(() => asked('/ha-noi')).toBe(30);
      world.clock += ms;
    });
    await run.start('one', codes);
    await run.end();
    expect(await states()).toEqual({ state: 'done', done: 30 });
    const found = (await world.db.tries.toArray()).filter(({ outcome }) => outcome === 'found');
    expect(found).toHaveLength(60);
    expect(world.clock - START).toBeGreaterThan(3_600_000);
  });
});
