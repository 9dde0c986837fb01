import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Circumstances, mayAskAlone, noteOpened, openedAt } from '../../../utils/lookup/automatic';
import { DEFAULT_SETTINGS } from '../../../utils/policy';
import type { Settings } from '../../../utils/policy/settings';
import { CATALOGUE, systemById } from '../../../utils/systems';
import type { System } from '../../../utils/systems/system';
import { CODE, holding, newAsker, START, world } from './asker-world';
import { html, redirect } from './portal-server';

const MINUTE = 60_000;
const HOST = 'dichvucong.gov.vn';

describe('a request nobody clicked for', () => {
  const portal = systemById(CATALOGUE, 'national-portal') as System;
  const defence = systemById(CATALOGUE, 'ministry-g11') as System;
  const land = systemById(CATALOGUE, 'land') as System;
  const named: Partial<Settings> = {
    askAutomatically: [HOST, 'motcua.mod.gov.vn', 'dla.mplis.gov.vn'],
  };
  const both = { ...named, askGuardedAutomatically: true };
  const opened = START - MINUTE;
  it.each<[string, System, Partial<Settings>, Partial<Circumstances>, boolean]>([
    ['nobody named the host: the default', portal, {}, {}, false],
    ['named, and he works on it', portal, named, {}, true],
    ['named is another host', portal, { askAutomatically: ['x.gov.vn'] }, {}, false],
    ['the machine is idle or locked', portal, named, { attended: false }, false],
    ['never opened', portal, named, { openedAt: 0 }, false],
    ['no page shows the dossier any more', portal, named, { shown: false }, false],
    ['opened fifteen minutes ago', portal, named, { openedAt: START - 15 * MINUTE }, false],
    ['opened just within fifteen minutes', portal, named, { openedAt: START - 15 * MINUTE + 1 }, true],
    ['opened in the future: a clock turned back', portal, named, { openedAt: START + MINUTE }, false],
    ['defence, without its own switch', defence, named, { host: 'motcua.mod.gov.vn' }, false],
    ['defence, with its own switch', defence, both, { host: 'motcua.mod.gov.vn' }, true],
    [
      'the switch alone names nobody',
      defence,
      { askGuardedAutomatically: true },
      { host: 'motcua.mod.gov.vn' },
      false,
    ],
    ['asking is not declared free of effects', land, named, { host: 'dla.mplis.gov.vn' }, false],
    ['no way to ask', { ...portal, connector: undefined }, named, {}, false],
  ])('%s: %s', (_, system, settings, more, may) => {
    const circumstances = { host: HOST, attended: true, shown: true, openedAt: opened, now: START, ...more };
    expect(mayAskAlone(system, { ...DEFAULT_SETTINGS, ...settings }, circumstances)).toBe(may);
  });

  it('police and defence are the guarded ones', () => {
    expect(CATALOGUE.filter(({ guarded }) => guarded).map(({ id }) => id)).toEqual([
      'ministry-g01',
      'ministry-g11',
    ]);
  });

  it('only queries that read are declared harmless', () => {
    for (const { id, connector } of CATALOGUE) {
      if (connector?.harmless && connector.kind !== 'html')
        expect([id, connector.method]).toEqual([id, 'GET']);
    }
  });
});

describe('in the queue', () => {
  const PORTAL = 'national-portal';
  it('goes after what somebody waits for', async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    world.portal.on('/quoc-gia', (...args) => void opened.then(() => holding()(...args)));
    const asker = newAsker({ mayAskAlone: async () => true });
    const codes = Array.from({ length: 6 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);
    for (const code of codes) await asker.askNow(code, [PORTAL], 'page');
    await asker.askNow(CODE, [PORTAL], 'card');
    open();
    await asker.idle();
    const paths = world.portal.requests.map(({ path }) => path);
    expect(paths).toHaveLength(7);
    expect(paths.indexOf(`/quoc-gia?ma=${CODE}`)).toBe(1);
  });

  it('is not sent where it may not be, nor again after any try, nor where the word is fresh', async () => {
    world.portal.on('/quoc-gia', html(200, '<input type="password">'));
    world.portal.on('/ha-noi', holding(CODE));
    expect(await newAsker().askNow(CODE, undefined, 'page')).toMatchObject({ asked: [] });
    const asker = newAsker({ mayAskAlone: async () => true });
    expect(await asker.askNow(CODE, undefined, 'page')).toMatchObject({ asked: [PORTAL, 'province-h26'] });
    await asker.idle();
    world.clock += 9 * MINUTE;
    expect(await asker.askNow(CODE, undefined, 'page')).toMatchObject({ asked: [], fresh: ['province-h26'] });
    await asker.idle();
    expect(world.portal.requests).toHaveLength(2);
  });

  it('is given up when the officer left while it waited', async () => {
    let there = true;
    world.portal.on('/quoc-gia', (...args) => {
      there = false;
      holding()(...args);
    });
    const asker = newAsker({ mayAskAlone: async () => there });
    for (const code of [CODE, '000.00.06.H26-261116-1000', '000.00.06.H26-261116-1001'])
      await asker.askNow(code, [PORTAL], 'page');
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
    expect(await world.db.asking.count()).toBe(0);
  });

  it('clicked for in the moment in which it is given up: the click is not lost', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    const looks = [true, false];
    const asker = newAsker({
      mayAskAlone: async () => {
        const there = looks.shift() ?? true;
        if (!there) await asker.askNow(CODE, [PORTAL], 'card');
        return there;
      },
    });
    await asker.askNow(CODE, [PORTAL], 'page');
    await asker.idle();
    expect((await world.db.activity.toArray()).map(({ why, outcome }) => [why, outcome])).toEqual([
      ['card', 'found'],
    ]);
  });

  it.each<[string, 'page' | 'card', boolean, string]>([
    ['that nobody named is not followed', 'page', false, 'unreadable'],
    ['that is named is followed', 'page', true, 'found'],
    ['is followed where the officer clicked', 'card', false, 'found'],
  ])('a redirect to another host of the system %s', async (_, why, named, outcome) => {
    const { origin, foreignOrigin } = world.portal;
    const allowed = [origin, ...(named ? [foreignOrigin] : [])].map((one) => new URL(one).host);
    const [portal] = world.systems as [System];
    const other = { host: 'localhost', role: 'citizen', confidence: 'policy' } as const;
    world.systems = [{ ...portal, hosts: [...portal.hosts, other] }];
    world.portal.on('/quoc-gia', redirect(`${foreignOrigin}/chi-tiet?ma=${CODE}`));
    world.portal.on('/chi-tiet', holding(CODE));
    const asker = newAsker({ mayAskAlone: async (_, host) => allowed.includes(host) });
    await asker.askNow(CODE, [PORTAL], why);
    await asker.idle();
    expect(world.portal.requests).toHaveLength(outcome === 'found' ? 2 : 1);
    expect(await world.db.tries.toArray()).toMatchObject([{ outcome }]);
    // Not asked again at once for the same page.
    expect(await newAsker({ mayAskAlone: async () => true }).askNow(CODE, [PORTAL], 'page')).toMatchObject({
      asked: [],
    });
  });

  it('a click makes it the officer’s own question', async () => {
    world.portal.on('/quoc-gia', holding(CODE));
    let there = true;
    const asker = newAsker({ mayAskAlone: async () => there });
    await asker.askNow(CODE, [PORTAL], 'page');
    await asker.askNow(CODE, [PORTAL], 'card');
    there = false;
    await asker.idle();
    expect(world.portal.requests).toHaveLength(1);
    expect(await world.db.activity.toArray()).toHaveLength(1);
  });
});

it('when a system was last opened outlives the worker', async () => {
  await noteOpened(world.db, 'land', START);
  await noteOpened(world.db, 'land', START + 10_000);
  expect(await openedAt(world.db, 'land')).toBe(START);
  await noteOpened(world.db, 'land', START + 40_000);
  expect(await openedAt(world.db, 'land')).toBe(START + 40_000);
});
