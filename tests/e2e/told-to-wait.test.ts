/** What an API on another host tells the page that asks it, in headers that the page itself may not read. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Try } from '../../utils/ledger/database';
import type { Dial } from '../sandbox';
import { type Asking, setPolicy, startAsking } from './asking';
import { type Officer, startOfficer } from './officer';

let officer: Officer;
let asking: Asking;

const SYSTEM = 'ministry-g18';
const API = 'apiigate.moh.gov.vn';
const HOUR_S = 3_600;

beforeAll(async () => {
  officer = await startOfficer();
  await setPolicy(officer, {
    askInTabs: ['motcua.moh.gov.vn'],
    systems: { [SYSTEM]: { hosts: [API], connector: { platform: 'igate', api: API } } },
  });
  asking = await startAsking(officer);
  await officer.at(officer.place(SYSTEM, 'list').url);
});
afterAll(() => officer?.close());
beforeEach(async () => {
  officer.sandbox.dials.reset();
  await asking.forgive();
});

const codes = () => officer.sandbox.world.held(SYSTEM).filter(({ code }) => code.startsWith('G18'));
const calls = () =>
  officer.sandbox.requests.filter((one) => one.host === API && one.method === 'GET' && one.search).length;
const tried = async (code: string) =>
  (await asking.rows<Try>('tries')).find((one) => one.code === code && one.system === SYSTEM);

it.each<[string, Omit<Dial, 'host'>, string]>([
  ['busy', { fail: 429, retryAfter: HOUR_S }, 'rate-limited'],
  ['in trouble', { fail: 503, retryAfter: HOUR_S }, 'unreachable'],
  ['a gateway is busy', { fail: 429, retryAfter: HOUR_S, bare: true }, 'rate-limited'],
])('%s: left alone for as long as it says', async (_, dial, outcome) => {
  const [first = '', second = ''] = codes().map(({ code }) => code);
  officer.sandbox.dials.set({ host: API, ...dial });
  const before = Date.now();
  expect((await asking.ask(SYSTEM, first)).outcome).toBe(outcome);
  const wait = Date.parse((await tried(first))?.retryAt ?? '') - before;
  expect(Math.abs(wait / 1_000 - HOUR_S)).toBeLessThan(20);
  officer.sandbox.dials.reset();
  const made = calls();
  expect((await asking.ask(SYSTEM, second)).outcome).toBe('rate-limited');
  expect(await tried(second)).toMatchObject({ held: 'told-to-wait' });
  expect(calls()).toBe(made);
});

it('a gateway says that the session is gone', async () => {
  officer.sandbox.dials.set({ host: API, sessionExpired: true, bare: true });
  expect((await asking.ask(SYSTEM, codes()[2]?.code ?? '')).outcome).toBe('not-signed-in');
});
