import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { link } from '../../../utils/ledger/links';
import { record } from '../../../utils/ledger/record';
import { separate } from '../../../utils/ledger/separate-codes';
import { CODE, fileOf, holding, NOTHING_FOUND, newAsker, OTHER, START, world } from './asker-world';
import { dossierPage } from './page-parser';
import { html } from './portal-server';

const LOCAL = 'HS-2026-000777';

describe('asking on a click', () => {
  it('asks what can be asked, names what can only be opened, and writes the answers down', async () => {
    world.portal.on('/quoc-gia', holding());
    world.portal.on('/ha-noi', holding(CODE));
    const asker = newAsker();
    expect(await asker.askNow(CODE, undefined, 'card')).toEqual({
      asked: ['national-portal', 'province-h26'],
      openOnly: ['coordination'],
      fresh: [],
      paused: [],
    });
    await asker.idle();
    const file = await fileOf();
    expect(file.asking).toEqual([]);
    expect(file.sightings.map(({ system, outcome, status, via }) => [system, outcome, status, via])).toEqual([
      ['national-portal', 'not-found', undefined, 'lookup'],
      ['province-h26', 'found', 'processing', 'lookup'],
    ]);
    expect(file.tries.map(({ outcome }) => outcome)).toEqual(['not-found', 'found']);
    expect(file.tries[0]?.durationMs).toBeTypeOf('number');
  });

  it('says that it asks before it asks, and tells when an answer is there', async () => {
    let standing: unknown;
    world.portal.on('/quoc-gia', async (...args) => {
      standing = (await fileOf()).asking;
      holding(CODE)(...args);
    });
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'popup');
    expect(world.changes).toEqual([[CODE]]);
    await asker.idle();
    expect(standing).toEqual([
      { code: CODE, system: 'national-portal', since: new Date(START).toISOString(), why: 'popup' },
    ]);
    expect(world.changes).toEqual([[CODE], [CODE]]);
  });

  it('asks no host that the officer did not allow: it can be opened', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    const asked: string[] = [];
    const mayReach = async (hostname: string) => asked.push(hostname) > 99;
    const asker = newAsker({ mayReach });
    expect(await asker.askNow(CODE, ['national-portal'], 'card')).toMatchObject({
      asked: [],
      openOnly: ['national-portal'],
    });
    await asker.idle();
    expect([asked, world.portal.requests]).toEqual([['127.0.0.1'], []]);
  });

  it('asks no system that is switched off or unknown', async () => {
    world.disabled = ['national-portal'];
    const answer = await newAsker().askNow(CODE, ['national-portal', 'made-up'], 'card');
    expect(answer).toEqual({ asked: [], openOnly: [], fresh: [], paused: [] });
    expect(await world.db.asking.count()).toBe(0);
  });

  it('a failure leaves what was known and is a try', async () => {
    world.portal.on('/quoc-gia', html(200, '<form><input type="password"></form>'));
    await record(world.db, [
      {
        code: CODE,
        system: 'national-portal',
        outcome: 'found',
        status: 'processing',
        via: 'page',
        seenAt: new Date(START - 60_000).toISOString(),
      },
    ]);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    const file = await fileOf();
    expect(file.sightings).toMatchObject([{ outcome: 'found', via: 'page' }]);
    expect(file.tries).toMatchObject([{ outcome: 'not-signed-in' }]);
  });
});

describe('one question for many askers', () => {
  it('a page, a list, a card, the panel and the popup are one request', async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    world.portal.on('/quoc-gia', (...args) => void opened.then(() => holding(CODE)(...args)));
    const asker = newAsker({ mayAskAlone: async () => true });
    for (const why of ['page', 'batch', 'card', 'panel', 'popup', 'page'] as const) {
      expect((await asker.askNow(CODE, ['national-portal'], why)).asked).toEqual(['national-portal']);
      // Before the request goes and while it is under way.
      if (why === 'batch') await expect.poll(() => world.portal.requests.length).toBe(1);
    }
    open();
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
    expect(await world.db.activity.count()).toBe(1);
  });

  it('two tabs and the popup are one request', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    const asker = newAsker();
    const answers = await Promise.all(
      (['card', 'panel', 'popup'] as const).map((why) => asker.askNow(CODE, ['national-portal'], why)),
    );
    expect(answers.map(({ asked }) => asked)).toEqual(Array(3).fill(['national-portal']));
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
  });

  it('two codes of one dossier are one request', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    await link(world.db, CODE, OTHER);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.askNow(OTHER, ['national-portal'], 'popup');
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
  });

  it('an answer that shows both codes teaches that they are one dossier, wherever it is asked about', async () => {
    const page = dossierPage({ 'Mã hồ sơ': OTHER, 'Mã quốc gia': CODE, 'Trạng thái': 'Đang xử lý' });
    world.portal.on('/quoc-gia', html(200, page));
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'popup');
    await asker.idle();
    for (const code of [CODE, OTHER]) {
      const file = await fileOf(code);
      expect(new Set(file.codes)).toEqual(new Set([CODE, OTHER]));
      expect(file.sightings).toMatchObject([{ system: 'national-portal', status: 'processing' }]);
    }
    await separate(world.db, CODE, OTHER, new Date(START).toISOString());
    await asker.askNow(CODE, ['national-portal'], 'popup');
    await asker.idle();
    expect((await fileOf()).codes).toEqual([CODE]);
  });

  it('asked in the moment in which the answer is written: that answer is theirs too', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    const first = newAsker();
    // The second asker has looked into the ledger already when the first one's answer comes.
    const second = newAsker({
      mayAskAlone: async () => {
        world.clock += 1;
        await first.askNow(CODE, ['national-portal'], 'card');
        await first.idle();
        return true;
      },
    });
    await second.askNow(CODE, ['national-portal'], 'page');
    await second.idle();
    expect(world.portal.requests).toHaveLength(1);
    expect(await world.db.asking.count()).toBe(0);
  });

  it('asked again after the answer is asked again', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    const asker = newAsker();
    for (let i = 0; i < 2; i++) {
      await asker.askNow(CODE, ['national-portal'], 'card');
      await asker.idle();
    }
    expect(world.portal.requests).toHaveLength(2);
  });
});

describe('codes', () => {
  it('a system is asked under the code by which it was seen to name the dossier', async () => {
    world.portal.on('/quoc-gia', holding(OTHER));
    await link(world.db, CODE, OTHER);
    await record(world.db, [
      {
        code: OTHER,
        system: 'national-portal',
        outcome: 'found',
        status: 'accepted',
        via: 'page',
        seenAt: new Date(START - 60_000).toISOString(),
      },
    ]);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect(world.portal.requests.map(({ path }) => path)).toEqual([`/quoc-gia?ma=${OTHER}`]);
    expect((await fileOf()).sightings).toMatchObject([{ code: OTHER, status: 'processing' }]);
  });

  it('not there under one code, there under the other: it is there, and nothing says otherwise', async () => {
    world.portal.on('/quoc-gia', holding(OTHER));
    await link(world.db, CODE, OTHER);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect(world.portal.requests).toHaveLength(2);
    expect((await fileOf()).sightings).toMatchObject([{ code: OTHER, outcome: 'found' }]);
  });

  it('not there under one code, no answer under the other: not "not found"', async () => {
    world.portal.on('/quoc-gia', (request, response, body) => {
      const mine = request.url?.includes(CODE);
      html(mine ? 200 : 500, mine ? NOTHING_FOUND : 'x')(request, response, body);
    });
    await link(world.db, CODE, OTHER);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect((await fileOf()).sightings).toEqual([]);
    expect((await fileOf()).tries).toMatchObject([{ code: CODE, outcome: 'unreachable' }]);
  });

  it('not there under both codes: absent under both, also where it was once seen', async () => {
    world.portal.on('/quoc-gia', holding());
    await link(world.db, CODE, OTHER);
    const seenAt = new Date(START - 60_000).toISOString();
    const before = {
      system: 'national-portal',
      outcome: 'found',
      status: 'accepted',
      via: 'page',
      seenAt,
    } as const;
    await record(world.db, [{ ...before, code: OTHER }]);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    const { sightings } = await fileOf();
    expect(sightings.map(({ code, outcome }) => [code, outcome]).sort()).toEqual(
      [
        [CODE, 'not-found'],
        [OTHER, 'not-found'],
      ].sort(),
    );
  });

  it('a local code is asked of no system that did not show it', async () => {
    world.portal.on('/quoc-gia', holding(LOCAL));
    world.portal.on('/ha-noi', holding(LOCAL));
    await record(world.db, [
      {
        code: LOCAL,
        system: 'province-h26',
        outcome: 'found',
        status: 'accepted',
        via: 'page',
        seenAt: new Date(START - 60_000).toISOString(),
      },
    ]);
    const asker = newAsker();
    world.clock += 3_600_000;
    expect(await asker.askNow(LOCAL, undefined, 'card')).toMatchObject({
      asked: ['province-h26'],
      openOnly: [],
    });
    expect(await asker.askNow(LOCAL, ['national-portal'], 'card')).toMatchObject({
      asked: [],
      openOnly: ['national-portal'],
    });
    await asker.idle();
    expect(world.portal.requests.map(({ path }) => path)).toEqual([`/ha-noi?ma=${LOCAL}`]);
  });
});
