/** Every outcome on every connector, from a real browser against portals that can be put into each condition. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../utils/dossier/sighting';
import type { Dial, LoggedRequest, SandboxSystem } from '../sandbox';
import { type Asking, NOBODYS, NOBODYS_ANYWHERE, setPolicy, startAsking } from './asking';
import { hiddenHeap } from './heap';
import { type Officer, startOfficer } from './officer';
import { CONNECTORS } from './outcome-cases';

let officer: Officer;
let asking: Asking;

/** What an administrator brings: the API host of a ministry's iGate, and pages that may be asked by. */
const POLICY = {
  requestsPerMinute: 60,
  askInTabs: ['motcua.moh.gov.vn', 'dla.mplis.gov.vn'],
  systems: {
    'ministry-g18': {
      hosts: ['apiigate.moh.gov.vn'],
      connector: { platform: 'igate', api: 'apiigate.moh.gov.vn' },
    },
  },
};

beforeAll(async () => {
  officer = await startOfficer();
  await setPolicy(officer, POLICY);
  asking = await startAsking(officer);
});
afterAll(() => officer?.close());

beforeEach(async () => {
  officer.sandbox.dials.reset();
  await asking.forgive();
});

const codeOf = (system: SandboxSystem, at: number): string => {
  const held = officer.sandbox.world.held(system).filter(({ code }) => /^[GH]\d\d\./.test(code));
  return held[at]?.code ?? '';
};
const stateOf = (system: SandboxSystem, code: string) =>
  officer.sandbox.world.held(system).find((one) => one.code === code)?.state;

const withPage = new Map<SandboxSystem, Page>();
/** What is asked by a page needs one open. */
async function openPage(system: SandboxSystem): Promise<void> {
  const byPage = system === 'land' || system === 'ministry-g18';
  if (!byPage || withPage.has(system)) return;
  withPage.set(system, await officer.at(officer.place(system, 'list').url));
}

/** Answers that take the whole time limit: asked while other systems are looked at, so that nobody waits for them. */
const slow: { name: string; outcome: Outcome; said: Promise<Outcome>; tookMs: Promise<number> }[] = [];
async function beginSlow(system: SandboxSystem, dial: Omit<Dial, 'host'>, outcome: Outcome): Promise<void> {
  await openPage(system);
  const { dials, requests } = officer.sandbox;
  dials.set({ host: system, ...dial });
  const before = requests.length;
  const code = codeOf(system, 2);
  const started = Date.now();
  const said = asking.ask(system, code);
  slow.push({
    name: `${system}: ${Object.keys(dial)}`,
    outcome,
    said: said.then((one) => one.outcome),
    tookMs: said.then(() => Date.now() - started),
  });
  const isOurs = ({ method, path, search }: LoggedRequest) =>
    method !== 'OPTIONS' &&
    (path.endsWith('/AdvancedSearchHoSoTiepNhan') || decodeURIComponent(search).includes(code));
  const arrived = () => requests.slice(before).some(isOurs);
  while (!arrived()) await new Promise((resolve) => setTimeout(resolve, 20));
  dials.reset();
}

/** Bytes before any answer that is none. */
let before: Awaited<ReturnType<typeof hiddenHeap>>;
const MEGABYTE = 1_000_000;

it('warm: a page was parsed before anything is measured', async () => {
  for (const at of [4, 5]) await asking.ask('national-portal', codeOf('national-portal', at));
  before = await hiddenHeap(officer.browser);
});

describe('answers that never end are begun', () => {
  it('by systems that are not looked at yet', async () => {
    await beginSlow('ministry-g11', { hang: true }, 'unreachable');
    await beginSlow('land', { hang: true }, 'unreachable');
    await beginSlow('ministry-g18', { badAnswer: 'endless' }, 'unreadable');
  });
});

describe.each(CONNECTORS)('%s: %s', (_, system, cases) => {
  beforeAll(() => openPage(system));

  it('found, with the state it shows', async () => {
    const code = codeOf(system, 0);
    const { outcome, status } = await asking.ask(system, code);
    expect(outcome).toBe('found');
    // Some steps have names that are no state: unknown, but never another one.
    expect([stateOf(system, code), 'unknown']).toContain(status);
  });

  it('not there', async () => {
    const { outcome } = await asking.ask(system, NOBODYS[system] ?? NOBODYS_ANYWHERE);
    expect(outcome).toBe('not-found');
  });

  it.each(cases)('%s', async (_name, dial, expected) => {
    officer.sandbox.dials.set({ host: system, ...dial });
    expect((await asking.ask(system, codeOf(system, 1))).outcome).toBe(expected);
  });

  it('pages that were redesigned give no wrong state', async () => {
    officer.sandbox.dials.set({ host: system, redesign: true });
    const code = codeOf(system, 3);
    const { outcome, status } = await asking.ask(system, code);
    expect(['found', 'unreadable']).toContain(outcome);
    if (status !== undefined) expect([stateOf(system, code), 'unknown']).toContain(status);
  });

  if (system === 'province-h26')
    it('answers of these that never end are begun in their turn', async () => {
      await beginSlow('national-portal', { hang: true }, 'unreachable');
      await beginSlow('province-h26', { badAnswer: 'endless' }, 'unreadable');
    });
});

it('answers that never end are given up within the time limit', async () => {
  for (const { name, outcome, said, tookMs } of slow) {
    expect([name, await said]).toEqual([name, outcome]);
    expect([name, (await tookMs) < 18_000]).toEqual([name, true]);
  }
}, 30_000);

it('twenty megabytes and endless answers leave nothing behind in memory', async () => {
  const after = await hiddenHeap(officer.browser);
  expect((after.worker - before.worker) / MEGABYTE).toBeLessThan(4);
  expect((after.parser - before.parser) / MEGABYTE).toBeLessThan(4);
});

it('nothing of an answer was loaded, and a redirect to a host of nobody’s was not followed', () => {
  const { requests, violations } = officer.sandbox;
  expect(requests.filter(({ host }) => host === 'www.vidu.gov.vn')).toEqual([]);
  expect(violations).toEqual([]);
});

it('the diary has a line for every request that the systems saw from us', async () => {
  const activity = await asking.rows<Record<string, unknown>>('activity');
  expect(activity.length).toBeGreaterThan(60);
  for (const { host, outcome, durationMs, bytes } of activity) {
    expect(host).toMatch(/\.gov\.vn$/);
    expect(outcome).toBeTypeOf('string');
    expect(durationMs).toBeGreaterThanOrEqual(0);
    expect(bytes).toBeGreaterThanOrEqual(0);
  }
});
