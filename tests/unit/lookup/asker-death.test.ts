/** The worker dies at any point: in a request, between two writes, while it waits. Nothing is lost, and no answer is asked for again. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createAsker } from '../../../utils/lookup/asker';
import { DEFAULT_SETTINGS } from '../../../utils/policy';
import { parseProcedures } from '../../../utils/systems/procedures';
import { holding, world } from './asker-world';
import { newLife } from './mortal-worker';
import { parsePage } from './page-parser';

const CODES = Array.from({ length: 12 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);
const SYSTEMS = ['national-portal', 'province-h26'];

/** The same numbers each run, so that a failure can be looked at again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A worker's life: asks what the officer clicks on, and ends by death or with nothing left to do. */
async function live(diesAt: number, clicks: readonly string[]): Promise<'died' | 'done'> {
  const life = newLife(world.db.name, diesAt);
  const asker = createAsker({
    db: life.db,
    settings: () =>
      life.step(async () => ({ ...DEFAULT_SETTINGS, systems: world.systems, disabled: world.disabled })),
    ports: {
      fetch: (url, init) => life.step(() => fetch(url, init)),
      parseHtml: (html) => life.step(() => parsePage(html)),
      procedures: () => life.step(async () => parseProcedures('')),
      wait: (ms) =>
        life.step(async () => {
          world.clock += ms;
        }),
      timeoutMs: 5_000,
    },
    now: () => world.clock,
    onChange: () => undefined,
  });
  const work = async () => {
    await asker.resume();
    for (const code of clicks) await asker.askNow(code, SYSTEMS, 'popup');
    await asker.idle();
    return 'done' as const;
  };
  const end = await Promise.race([work(), life.dead.then(() => 'died' as const)]);
  // A dead worker's connection is nobody's to close: what is left of it must find its steps, and stop at them.
  if (end === 'done') life.db.close();
  return end;
}

const kills = process.env.SOI_FULL ? 50 : 10;

describe(`killed at ${kills} random points`, () => {
  it.each(Array.from({ length: kills }, (_, i) => i + 1))('seed %i', async (seed) => {
    const random = numbers(seed);
    world.portal.on('/quoc-gia', holding(...CODES.slice(0, 6)));
    world.portal.on('/ha-noi', holding(...CODES.slice(6)));
    const answered = new Set<string>();
    const askedAgain: string[] = [];
    let deaths = 0;
    let known = 0;
    const clicks = CODES.slice(0, 3);
    // A life of a few hundred steps holds several requests; what was clicked is wanted for two minutes.
    while ((await live(1 + Math.floor(random() * 200), clicks)) === 'died') {
      deaths += 1;
      // A click that the worker did not live to write down is the officer's to repeat; he does so until it is.
      for (const { path } of world.portal.requests.slice(known))
        if (answered.has(path)) askedAgain.push(path);
      known = world.portal.requests.length;
      for (const { code, system } of await world.db.tries.toArray()) {
        answered.add(`${system === 'national-portal' ? '/quoc-gia' : '/ha-noi'}?ma=${code}`);
      }
      const begun = new Set(
        [...(await world.db.asking.toArray()), ...(await world.db.tries.toArray())].map(({ code }) => code),
      );
      clicks.splice(0, clicks.length, ...CODES.slice(0, 3).filter((code) => !begun.has(code)));
      if (deaths > 200) throw new Error('it never comes to an end');
    }
    expect(await world.db.asking.count()).toBe(0);
    const tries = await world.db.tries.toArray();
    expect(tries.map(({ code, system, outcome }) => [code, system, outcome]).sort()).toEqual(
      CODES.slice(0, 3)
        .flatMap((code) => [
          [code, 'national-portal', 'found'],
          [code, 'province-h26', 'not-found'],
        ])
        .sort(),
    );
    expect(askedAgain).toEqual([]);
    expect(world.portal.requests.length).toBeLessThanOrEqual(6 + deaths);
    // The diary has every request. Of each question one was answered, the last; a death cuts off one at most.
    const diary = await world.db.activity.toArray();
    expect(diary.length).toBeGreaterThanOrEqual(world.portal.requests.length);
    for (const one of tries) {
      const lines = diary.filter(({ code, system }) => code === one.code && system === one.system);
      const last = lines.map((_, at) => at === lines.length - 1);
      expect(lines.map(({ outcome }) => outcome !== undefined)).toEqual(last);
    }
    expect(diary.filter(({ outcome }) => outcome === undefined).length).toBeLessThanOrEqual(deaths);
  });
});
