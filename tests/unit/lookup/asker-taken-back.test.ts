/** Questions that are taken back, or taken over: what was sent is taken in, what somebody wants stays in line. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { CODE, CODES as codes, fileOf, gated, holding, holdUp, newAsker, START, world } from './asker-world';
import { html } from './portal-server';

const PORTAL = 'national-portal';

describe('taken back', () => {
  it('while it waits', async () => {
    const gate = gated();
    const asker = newAsker();
    for (const code of codes) await asker.askNow(code, [PORTAL], 'card');
    await expect.poll(() => world.portal.requests.length).toBe(1);
    await asker.takeBack(PORTAL);
    gate.open();
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
    expect(await world.db.asking.count()).toBe(0);
  });

  it('while answers come in: what was sent nevertheless is taken in', async () => {
    let hold = holdUp();
    world.portal.on('/quoc-gia', (...args) => void hold.opened.then(() => holding(...codes)(...args)));
    const asker = newAsker();
    // Taken back in the order of the codes, asked from the other end.
    for (const code of codes.toReversed()) await asker.askNow(code, [PORTAL], 'batch');
    await expect.poll(() => world.portal.requests.length).toBe(1);
    // The first drop takes long: meanwhile the line comes to its next.
    const { transaction } = world.db;
    const spy = vi.spyOn(world.db, 'transaction').mockImplementation((...args: unknown[]) => {
      const run = () => Reflect.apply(transaction, world.db, args);
      if (args[1] !== world.db.asking) return run();
      spy.mockRestore();
      hold.open();
      hold = holdUp();
      return Dexie.Promise.resolve(expect.poll(() => world.portal.requests.length).toBe(2)).then(run);
    });
    await asker.takeBack(undefined, 'batch');
    hold.open();
    await asker.idle();
    const answered = (await world.db.tries.toArray()).map(({ code }) => code);
    expect(answered.toSorted()).toEqual(codes.slice(-2));
    expect(await world.db.activity.count()).toBe(2);
    expect(await world.db.asking.count()).toBe(0);
  });

  it('while it is under way, and wanted again: goes on', async () => {
    const hold = holdUp();
    let first = true;
    world.portal.on('/quoc-gia', (...args) => {
      const answer = first ? html(502, 'x') : holding(CODE);
      first = false;
      void hold.opened.then(() => answer(...args));
    });
    const asker = newAsker();
    await asker.askNow(CODE, [PORTAL], 'batch');
    await expect.poll(() => world.portal.requests.length).toBe(1);
    await asker.takeBack(undefined, 'batch');
    await asker.askNow(CODE, [PORTAL], 'batch');
    hold.open();
    await asker.idle();
    expect((await fileOf()).tries).toMatchObject([{ outcome: 'found' }]);
    expect(world.portal.requests).toHaveLength(2);
  });

  it('by a list, and wanted by a person meanwhile: stays in line', async () => {
    const gate = gated();
    const asker = newAsker();
    for (const code of codes) await asker.askNow(code, [PORTAL], 'batch');
    await expect.poll(() => world.portal.requests.length).toBe(1);
    const wanted = codes.at(-1) ?? '';
    const taken = asker.takeBack(undefined, 'batch');
    await asker.askNow(wanted, [PORTAL], 'popup');
    await taken;
    gate.open();
    await asker.idle();
    expect((await world.db.tries.toArray()).map(({ code }) => code)).toEqual([codes[0], wanted]);
    expect(await world.db.asking.count()).toBe(0);
  });
});

it('what a dead worker left is no answer to a click', async () => {
  world.portal.on('/quoc-gia', holding(CODE));
  const old = new Date(START - 300_000).toISOString();
  await world.db.asking.put({ code: CODE, system: PORTAL, since: old, why: 'popup', failures: 1 });
  const asker = newAsker();
  await Promise.all([asker.resume(), asker.askNow(CODE, [PORTAL], 'popup')]);
  await asker.idle();
  expect((await fileOf()).tries).toMatchObject([{ outcome: 'found' }]);
});

it('a page in view does not take a question from a list, which would wait longer for it', async () => {
  const gate = gated();
  const asker = newAsker({ mayAskAlone: async () => true });
  for (const code of codes.slice(0, 2)) await asker.askNow(code, [PORTAL], 'batch');
  await asker.askNow(codes[1] ?? '', [PORTAL], 'page', [], 'a page');
  expect((await world.db.asking.toArray()).map(({ why }) => why)).toEqual(['batch', 'batch']);
  gate.open();
  await asker.idle();
  expect(await world.db.tries.count()).toBe(2);
});
