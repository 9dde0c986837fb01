import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { codesFor } from '../../../utils/lookup/codes-for';
import type { JsonConnector } from '../../../utils/systems/connector';
import { CODE, fileOf, newAsker, OTHER, START, world } from './asker-world';
import { type Answerer, json } from './portal-server';

/** A list that is empty to strangers too, and a queue of work that only somebody signed in gets. */
function ask(proof: Answerer, list: Answerer = json(200, { total: 0 })) {
  const connector: JsonConnector = {
    kind: 'json',
    method: 'GET',
    url: `${world.portal.origin}/dossiers?ma={code}`,
    answer: { ok: [200], notSignedIn: { status: [203] } },
    rows: 'data',
    none: { path: 'total', equals: 0 },
    proof: { url: `${world.portal.origin}/todo` },
    codeAt: ['dossierNo'],
    fields: { statusText: { paths: ['text'] } },
  };
  world.systems = world.systems.map((one) => (one.id === 'province-h26' ? { ...one, connector } : one));
  world.portal.on('/dossiers', list);
  world.portal.on('/todo', proof);
  return newAsker();
}

const paths = () => world.portal.requests.map(({ path }) => path.split('?')[0]);

it.each<[string, Answerer, string]>([
  [
    'rows of others: signed in, so it is not there',
    json(200, { total: 9, data: [{ dossierNo: OTHER }] }),
    'not-found',
  ],
  ['one row that is no array', json(200, { total: 1, data: { dossierNo: OTHER } }), 'not-found'],
  ['the session is gone', json(203, { code: 203 }), 'not-signed-in'],
  ['nothing to do, or another site: nobody can tell', json(200, { total: 0 }), 'unreadable'],
  ['rows of another shape', json(200, { total: 1, data: [{ no: 'x' }] }), 'unreadable'],
  ['no right', json(401, {}), 'not-signed-in'],
  ['in trouble', json(500, {}), 'unreachable'],
  ['wants to be left alone', json(429, {}), 'rate-limited'],
])('an empty list is proven: %s', async (_, proof, outcome) => {
  const asker = ask(proof);
  await asker.askNow(CODE, ['province-h26'], 'card');
  await asker.idle();
  expect(paths()).toEqual(['/dossiers', '/todo']);
  const file = await fileOf();
  expect(file.tries).toMatchObject([{ outcome }]);
  expect(file.sightings.map((one) => one.outcome)).toEqual(outcome === 'not-found' ? ['not-found'] : []);
  // Both requests count, and both stand in the diary.
  expect((await world.db.hosts.toArray())[0]?.sentToday).toBe(2);
  expect((await world.db.activity.toArray()).map((one) => one.outcome)).toEqual(['unreadable', outcome]);
});

it('what is found needs no proof', async () => {
  const asker = ask(json(203, {}), json(200, { total: 1, data: [{ dossierNo: CODE, text: 'Đang xử lý' }] }));
  await asker.askNow(CODE, ['province-h26'], 'card');
  await asker.idle();
  expect(paths()).toEqual(['/dossiers']);
});

it('a worker that dies between the two asks for the proof alone', async () => {
  const asker = ask(json(200, { total: 1, data: [{ dossierNo: OTHER }] }));
  await world.db.asking.put({
    code: CODE,
    system: 'province-h26',
    since: new Date(START).toISOString(),
    why: 'card',
    unproven: CODE,
  });
  await asker.resume();
  await asker.idle();
  expect(paths()).toEqual(['/todo']);
  expect((await fileOf()).tries).toMatchObject([{ outcome: 'not-found' }]);
});

it('a system of some agencies is asked of theirs alone, and of what it showed', () => {
  const connector = { kind: 'html', agencies: ['H15'], url: '', answer: { ok: [200] } } as const;
  const land = {
    id: 'land',
    connector: { ...connector, agencies: [...connector.agencies], answer: { ok: [200] } },
  };
  const daklak = '000.00.06.H15-261116-0007';
  expect(codesFor(land, { codes: [CODE, daklak], sightings: [] })).toEqual([daklak]);
  const seen = {
    code: CODE,
    system: 'land',
    outcome: 'found',
    via: 'page',
    seenAt: '',
    firstSeenAt: '',
    statusSince: '',
  } as const;
  expect(codesFor(land, { codes: [CODE], sightings: [seen] })).toEqual([CODE]);
});
