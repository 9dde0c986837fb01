/** Every outcome on every connector, from a real browser against portals that can be put into each condition. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../utils/dossier/sighting';
import type { Activity, Try } from '../../utils/ledger/database';
import { managedValues } from '../../utils/policy/managed-schema';
import { igateQuery } from '../../utils/systems/platforms/igate-query';
import type { Dial, SandboxSystem } from '../sandbox';
import { eventually, type Officer, startOfficer } from './officer';

let officer: Officer;
let page: Page;

/** What an administrator brings: the API host of a ministry's iGate, and pages that may be asked by. */
const POLICY = {
  requestsPerMinute: 60,
  askInTabs: ['motcua.moh.gov.vn', 'dla.mplis.gov.vn'],
  systems: {
    'ministry-g18': { hosts: ['apiigate.moh.gov.vn'], connector: igateQuery('apiigate.moh.gov.vn') },
  },
};

beforeAll(async () => {
  officer = await startOfficer();
  const worker = await officer.worker();
  // As Chrome would have handed it over; the check whether it is gone would take it away a minute after the start.
  await worker.evaluate(async (lastPolicy) => {
    await chrome.alarms.clear('policy-check');
    await chrome.storage.local.set({ lastPolicy });
  }, managedValues(POLICY));
  page = await officer.extensionPage('help');
});
afterAll(() => officer?.close());

beforeEach(async () => {
  officer.sandbox.dials.reset();
  // A host that failed in the test before would be left alone in this one.
  await store<void>('hosts', 'readwrite', 'clear');
});

async function store<T>(name: string, mode: IDBTransactionMode, deed: 'getAll' | 'clear'): Promise<T> {
  return page.evaluate(
    async (table, how, what) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('so-ho-so');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const done = await new Promise<unknown>((resolve, reject) => {
        const asked = db.transaction(table, how).objectStore(table)[what]();
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      db.close();
      return done as T;
    },
    name,
    mode,
    deed,
  ) as Promise<T>;
}

/** Asks one system as the popup does. @returns what came of it, and what the ledger then says the state is */
async function ask(system: SandboxSystem, code: string): Promise<{ outcome: Outcome; status?: string }> {
  const since = new Date().toISOString();
  const answer = await page.evaluate(
    (payload) => chrome.runtime.sendMessage({ name: 'dossier/ask', payload }),
    { code, systems: [system], why: 'popup' },
  );
  expect(answer).toMatchObject({ answer: { asked: [system] } });
  const made = await eventually(
    `an answer of ${system}`,
    async () =>
      (await store<Try[]>('tries', 'readonly', 'getAll')).find(
        (one) => one.code === code && one.system === system && one.at >= since,
      ),
    20_000,
  );
  const rows = await store<{ code: string; system: string; status?: string }[]>(
    'latest',
    'readonly',
    'getAll',
  );
  const status = rows.find((one) => one.code === code && one.system === system)?.status;
  return { outcome: made.outcome, ...(made.outcome === 'found' && status !== undefined && { status }) };
}

const codeOf = (system: SandboxSystem, at: number): string => {
  const held = officer.sandbox.world.held(system).filter(({ code }) => /^[GH]\d\d\./.test(code));
  return held[at]?.code ?? '';
};
/** Of the right form, and nobody's. */
const NOBODYS = 'H26.18-260105-9999';

type Case = [string, Omit<Dial, 'host'>, Outcome];

const HTML: Case[] = [
  ['signed out: sent to the login', { sessionExpired: true }, 'not-signed-in'],
  ['signed out: the login in its place', { sessionExpired: 'html' }, 'not-signed-in'],
  ['no right', { noRight: true }, 'no-permission'],
  ['captcha', { captcha: true }, 'captcha'],
  ['the firewall’s page, with 200', { waf: true }, 'captcha'],
  ['the firewall’s page, with 403', { waf: 403 }, 'captcha'],
  ['in trouble', { fail: 502 }, 'unreachable'],
  ['busy', { fail: 429, retryAfter: 1 }, 'rate-limited'],
];

const CONNECTORS: [string, SandboxSystem, Case[]][] = [
  ['html', 'national-portal', HTML],
  ['html', 'province-h26', HTML],
  [
    'json, whose empty list proves nothing',
    'ministry-g11',
    [
      ['signed out: an empty list', { sessionExpired: true }, 'unreadable'],
      ['no right', { noRight: true }, 'no-permission'],
      ['captcha', { captcha: true }, 'captcha'],
      ['the firewall’s page', { waf: true }, 'captcha'],
      ['in trouble', { fail: 502 }, 'unreachable'],
      ['busy', { fail: 429, retryAfter: 1 }, 'rate-limited'],
      ['another shape', { otherShape: true }, 'unreadable'],
    ],
  ],
  [
    'tab, cookie and token of the page',
    'land',
    [
      ['signed out: sent to the login', { sessionExpired: true }, 'not-signed-in'],
      ['signed out: the login in its place', { sessionExpired: 'html' }, 'not-signed-in'],
      ['no right', { noRight: true }, 'no-permission'],
      ['captcha', { captcha: true }, 'captcha'],
      ['the firewall’s page', { waf: true }, 'captcha'],
      ['in trouble', { fail: 502 }, 'unreachable'],
      ['busy', { fail: 429, retryAfter: 1 }, 'rate-limited'],
      ['another shape', { otherShape: true }, 'unreadable'],
    ],
  ],
  [
    'tab, bearer token of the page',
    'ministry-g18',
    [
      ['the token is too old', { sessionExpired: true }, 'not-signed-in'],
      // A gateway that answers before the API says nothing of CORS: the page may not read it.
      ['in trouble', { fail: 502 }, 'unreachable'],
    ],
  ],
];

/** Each costs the whole time limit: one of each way of asking, all of them in the full run. */
const HANGING = process.env.SOI_FULL
  ? CONNECTORS.map(([, system]) => system)
  : ['national-portal', 'ministry-g11', 'land'];

describe.each(CONNECTORS)('%s: %s', (_, system, cases) => {
  let open: Page | undefined;
  beforeAll(async () => {
    if (system === 'land' || system === 'ministry-g18')
      open = await officer.at(officer.place(system, 'list').url);
  });
  afterAll(() => open?.close());

  it('found, with the state it shows', async () => {
    const { sandbox } = officer;
    const code = codeOf(system, 0);
    const { outcome, status } = await ask(system, code);
    const state = sandbox.world.held(system).find((one) => one.code === code)?.state;
    expect(outcome).toBe('found');
    // Some steps have names that are no state: unknown, but never another one.
    expect([state, 'unknown']).toContain(status);
  });

  it('not there', async () => {
    // Where an empty list is what strangers get too, nobody can tell.
    const { outcome } = await ask(system, NOBODYS);
    expect(outcome).toBe(system === 'ministry-g11' ? 'unreadable' : 'not-found');
  });

  it.each(cases)('%s', async (_name, dial, expected) => {
    officer.sandbox.dials.set({ host: system, ...dial });
    expect((await ask(system, codeOf(system, 1))).outcome).toBe(expected);
  });

  if (HANGING.includes(system))
    it('a host that hangs ends within the time limit', async () => {
      officer.sandbox.dials.set({ host: system, hang: true });
      const started = Date.now();
      expect((await ask(system, codeOf(system, 2))).outcome).toBe('unreachable');
      expect(Date.now() - started).toBeLessThan(18_000);
    });

  it('pages that were redesigned give no wrong state', async () => {
    officer.sandbox.dials.set({ host: system, redesign: true });
    const code = codeOf(system, 3);
    const { outcome, status } = await ask(system, code);
    const state = officer.sandbox.world.held(system).find((one) => one.code === code)?.state;
    expect(['found', 'unreadable']).toContain(outcome);
    if (status !== undefined) expect([state, 'unknown']).toContain(status);
  });
});

describe('asking by an open page', () => {
  it('is not done where none is open: nothing is opened for it', async () => {
    const tabs = (await officer.browser.pages()).length;
    const answer = await page.evaluate(
      (payload) => chrome.runtime.sendMessage({ name: 'dossier/ask', payload }),
      { code: codeOf('land', 5), systems: ['land'], why: 'popup' },
    );
    expect(answer).toMatchObject({ answer: { asked: [], openOnly: ['land'] } });
    expect(await officer.browser.pages()).toHaveLength(tabs);
  });
});

it('cookies and tokens go to their own system alone, and are written down nowhere', async () => {
  const { requests, violations } = officer.sandbox;
  expect(violations).toEqual([]);
  const bearers = requests.filter(({ authorization }) => authorization);
  expect(bearers.length).toBeGreaterThan(0);
  expect([...new Set(bearers.map(({ host }) => host))]).toEqual(['apiigate.moh.gov.vn']);
  // From the page's own origin, never from the extension.
  expect([...new Set(bearers.map(({ origin }) => origin))]).toEqual(['https://motcua.moh.gov.vn']);
  const tables = await Promise.all(
    ['activity', 'tries', 'latest', 'asking', 'hosts', 'meta'].map((name) =>
      store<unknown[]>(name, 'readonly', 'getAll'),
    ),
  );
  const local = await page.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
  );
  const written = JSON.stringify(tables) + local;
  expect(written).not.toMatch(/eyJ[\w-]{10,}\.|Bearer [\w-]{8,}|CfDJ8/);
});

it('the diary has a line for every request that the systems saw from us', async () => {
  const activity = await store<Activity[]>('activity', 'readonly', 'getAll');
  expect(activity.length).toBeGreaterThan(30);
  for (const { host, outcome, durationMs, bytes } of activity) {
    expect(host).toMatch(/\.gov\.vn$/);
    expect(outcome).toBeTypeOf('string');
    expect(durationMs).toBeGreaterThanOrEqual(0);
    expect(bytes).toBeGreaterThanOrEqual(0);
  }
});
