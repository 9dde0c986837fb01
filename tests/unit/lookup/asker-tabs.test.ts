import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { eraseAll } from '../../../utils/ledger/prune';
import { noteFailed } from '../../../utils/lookup/pace';
import type { TabConnector } from '../../../utils/systems/connector';
import { igateQuery } from '../../../utils/systems/platforms/igate-query';
import type { System } from '../../../utils/systems/system';
import type { TabAnswer } from '../../../utils/systems/tab-call';
import { CODE, fileOf, newAsker, START, world } from './asker-world';

const API = 'api.motcua.vidu.gov.vn';
const IGATE: TabConnector = {
  ...igateQuery(API),
  carries: [],
  url: `https://${API}/pa/dossier/search?code={code}`,
};

/** The portal is one that is asked by its open pages. */
function askedByPage(connector: TabConnector): void {
  const [portal] = world.systems as [System];
  const hosts: System['hosts'] = [
    { host: 'motcua.vidu.gov.vn', role: 'officer', confidence: 'policy' },
    { host: API, role: 'api', confidence: 'policy' },
  ];
  world.systems = [{ ...portal, hosts, connector }];
  world.settings = { askInTabs: ['motcua.vidu.gov.vn'] };
}

it('a call by an open page that the browser announces to another host is two of the ten', async () => {
  const codes = Array.from({ length: 12 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);
  const timesBy = async (connector: TabConnector) => {
    askedByPage(connector);
    const times: number[] = [];
    const asker = newAsker({
      callInTab: async () => {
        times.push(world.clock);
        return { kind: 'answered', status: 200, retryAfter: null, text: '{"content":[]}', bytes: 14 };
      },
    });
    for (const code of codes) await asker.askNow(code, ['national-portal'], 'batch');
    await asker.idle();
    await eraseAll(world.db);
    await world.db.hosts.clear();
    expect(times).toHaveLength(12);
    return times.filter((time) => time < (times[0] ?? 0) + 60_000).length;
  };
  expect(await timesBy(IGATE)).toBe(5);
  expect(await timesBy({ ...IGATE, url: IGATE.url.replace('api.', '') })).toBe(10);
});

it.each<[TabAnswer['kind'], TabAnswer, string]>([
  ['no-token', { kind: 'no-token' }, 'not-signed-in'],
  ['no-tab', { kind: 'no-tab' }, 'unreachable'],
])('%s: nothing was sent, so that nothing counts and the diary has no line', async (_, answer, outcome) => {
  askedByPage(IGATE);
  const failing = { now: START - 3_600_000, random: 0 };
  await noteFailed(world.db, API, failing);
  const asker = newAsker({ callInTab: async () => answer });
  await asker.askNow(CODE, ['national-portal'], 'card');
  await asker.idle();
  expect((await fileOf()).tries).toMatchObject([{ outcome }]);
  expect(await world.db.activity.count()).toBe(0);
  // The host said nothing: it is neither well nor worse.
  expect(await world.db.hosts.get(API)).toMatchObject({ sent: [], sentToday: 0, failures: 1 });
});
