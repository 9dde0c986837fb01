/** Asking by an open page: every place where a page keeps its token, and where that token goes. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TabConnector } from '../../utils/systems/connector';
import { INSURANCE_CODE } from '../sandbox/portals/insurance';
import { type Asking, NOBODYS, NOBODYS_ANYWHERE, setPolicy, startAsking } from './asking';
import { type Heard, hearConsoles } from './hear-consoles';
import { eventually, type Officer, startOfficer } from './officer';
import { storeOf } from './store';

let officer: Officer;
let asking: Asking;
let consoles: Heard;

/** One call for everything, which only the page's own `fetch` can make. */
const INSURANCE: TabConnector = {
  kind: 'tab',
  calls: 'page',
  method: 'POST',
  url: 'https://dichvucong.baohiemxahoi.gov.vn/CallApiWithCurrentUser',
  carries: [],
  body: { code: '019', data: '{"MaDonvi":"","SoHoSo":"{code}"}' },
  answer: { ok: [200], notSignedIn: { status: [401] } },
  rows: '',
  codeAt: ['info.Tthoso.Sohoso'],
  fields: { dueAt: { paths: ['info.Tthoso.Ngayhentra'], date: 'iso' } },
};

const POLICY = {
  requestsPerMinute: 60,
  askInTabs: [
    'motcua.moh.gov.vn',
    'motcua.mod.gov.vn',
    'motcua.thanhhoa.gov.vn',
    'dla.mplis.gov.vn',
    'dichvucong.baohiemxahoi.gov.vn',
  ],
  systems: {
    'ministry-g18': {
      hosts: ['apiigate.moh.gov.vn'],
      connector: { platform: 'igate', api: 'apiigate.moh.gov.vn' },
    },
    'ministry-g11': { connector: { platform: 'opencps', api: 'motcua.mod.gov.vn' } },
    'province-h56': { connector: { platform: 'td', api: 'motcua.thanhhoa.gov.vn' } },
    insurance: { connector: INSURANCE },
  },
};

interface Place {
  system: string;
  url: () => string;
  code: () => string;
  /** Run in the page: what its calls carry is gone. */
  forget: () => void;
  /** What the system says of a code that it does not have. */
  absent: string;
}

const held = (system: 'ministry-g18' | 'ministry-g11' | 'land' | 'province-h26', agency: string) =>
  officer.sandbox.world.held(system).find(({ code }) => code.startsWith(agency))?.code ?? '';

const PLACES: [string, Place][] = [
  [
    'a text in the page’s storage',
    {
      system: 'ministry-g18',
      url: () => officer.place('ministry-g18', 'list').url,
      code: () => held('ministry-g18', 'G18'),
      forget: () => localStorage.removeItem('userToken'),
      absent: 'not-found',
    },
  ],
  [
    'JSON within JSON in the page’s storage',
    {
      system: 'province-h56',
      url: () => 'https://motcua.thanhhoa.gov.vn/',
      code: () => held('province-h26', 'H26.').replace('H26.', 'H56.'),
      forget: () => localStorage.setItem('persist:root', JSON.stringify({ auth: '{"data":null}' })),
      absent: 'not-found',
    },
  ],
  [
    'a hidden field',
    {
      system: 'land',
      url: () => officer.place('land', 'list').url,
      code: () => held('land', 'H15'),
      forget: () => document.querySelector('input[name=__RequestVerificationToken]')?.remove(),
      absent: 'not-found',
    },
  ],
  [
    'globals of the page, one behind a getter',
    {
      system: 'ministry-g11',
      url: () => officer.place('ministry-g11', 'list').url,
      code: () => held('ministry-g11', 'G11'),
      forget: () => Reflect.deleteProperty(globalThis, 'Liferay'),
      absent: 'not-found',
    },
  ],
  [
    'nowhere: the page’s own call',
    {
      system: 'insurance',
      url: () => 'https://dichvucong.baohiemxahoi.gov.vn/',
      code: () => INSURANCE_CODE,
      // Only the call itself can tell: without its wrapping the system turns it away.
      forget: () => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        if (frame.contentWindow) globalThis.fetch = frame.contentWindow.fetch.bind(globalThis);
      },
      // Such an answer is of no known shape.
      absent: 'unreadable',
    },
  ],
];

beforeAll(async () => {
  officer = await startOfficer();
  consoles = await hearConsoles(officer.browser);
  await setPolicy(officer, POLICY);
  asking = await startAsking(officer);
  const worker = await officer.worker();
  // Counts what is sent into pages' own worlds.
  await worker.evaluate(() => {
    const { scripting } = chrome;
    const plain = scripting.executeScript.bind(scripting);
    const sizes: number[] = [];
    Object.assign(globalThis, { sizes });
    const counted = (given: { world?: string; func?: unknown }) => {
      if (given.world === 'MAIN') sizes.push(new TextEncoder().encode(String(given.func)).length);
      return plain(given as Parameters<typeof plain>[0]);
    };
    Object.assign(scripting, { executeScript: counted });
  });
});
afterAll(() => officer?.close());

describe.each(PLACES)('%s', (_, { system, url, code, forget, absent }) => {
  let open: Page;

  it('is not asked while no page is open, and none is opened', async () => {
    const tabs = (await officer.browser.pages()).length;
    const reply = await asking.page.evaluate(
      (payload) => chrome.runtime.sendMessage({ name: 'dossier/ask', payload }),
      { code: code(), systems: [system], why: 'popup' },
    );
    expect(reply).toMatchObject({ answer: { asked: [], openOnly: [system] } });
    expect(await officer.browser.pages()).toHaveLength(tabs);
  });

  it('found, and not there', async () => {
    open = await officer.at(url());
    await asking.page.bringToFront();
    expect((await asking.ask(system, code())).outcome).toBe('found');
    expect((await asking.ask(system, NOBODYS[system] ?? NOBODYS_ANYWHERE)).outcome).toBe(absent);
    expect(await asking.page.evaluate(() => document.visibilityState)).toBe('visible');
  });

  it('gone: not signed in', async () => {
    await open.evaluate(forget);
    expect((await asking.ask(system, code())).outcome).toBe('not-signed-in');
    await open.close();
  });
});

it('a page without its token, used last, does not hide the one that holds it', async () => {
  const { url } = officer.place('land', 'list');
  const pages = [await officer.at(url), await officer.at(url)];
  await pages[1]?.evaluate(() => document.querySelector('input[name=__RequestVerificationToken]')?.remove());
  await asking.page.bringToFront();
  expect((await asking.ask('land', held('land', 'H15'))).outcome).toBe('found');
  for (const page of pages) await page.close();
});

it('a due date of one grammar is not read in another', async () => {
  const { world } = officer.sandbox;
  const code = held('province-h26', 'H26.');
  const due = world.held('province-h26').find((one) => one.code === code)?.dueAt ?? 0;
  const rows = await asking.rows<{ code: string; system: string; dueAt?: string }>('latest');
  const said = rows.find((one) => one.system === 'province-h56')?.dueAt;
  expect(Date.parse(`${said}+07:00`)).toBe(Math.floor(due / 1000) * 1000);
});

it('what runs in a page’s own world is at most 1 kB', async () => {
  const worker = await officer.worker();
  const sizes = await worker.evaluate(() => (globalThis as unknown as { sizes: number[] }).sizes);
  expect(sizes.length).toBeGreaterThanOrEqual(2);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
});

it('cookies and tokens go to their own system alone, and are written down nowhere', async () => {
  const { requests, violations, leaks } = officer.sandbox;
  expect(violations).toEqual([]);
  expect(leaks).toEqual([]);
  const bearers = requests.filter(({ authorization }) => authorization);
  expect([...new Set(bearers.map(({ host }) => host))].sort()).toEqual([
    'apiigate.moh.gov.vn',
    'dichvucong.baohiemxahoi.gov.vn',
    'motcua.thanhhoa.gov.vn',
  ]);
  // From the pages' own origins, never from the extension.
  expect(
    requests.filter(({ origin, authorization }) => authorization && origin.startsWith('chrome')),
  ).toEqual([]);
  const kept = JSON.stringify(await storeOf(asking.page));
  expect(officer.sandbox.sessions.secretsIn(kept)).toEqual([]);
});

it('no console hears of a token or a cookie: not the worker’s, not the pages’, not the hidden document’s', async () => {
  // With the cookie, and read by the hidden document.
  expect((await asking.ask('province-h26', held('province-h26', 'H26.'))).outcome).toBe('found');
  const page = await officer.at(officer.place('ministry-g18', 'list').url);
  // What is said in each of them is heard: without that nothing could be found out here.
  const said = `heard ${crypto.randomUUID()}`;
  const [hidden] = officer.browser.targets().filter((one) => one.url().endsWith('/offscreen.html'));
  const inHidden = await hidden?.asPage();
  for (const place of [await officer.worker(), inHidden, asking.page, page])
    await place?.evaluate((words) => console.info(words), said);
  for (const part of ['background.js', 'offscreen.html', 'help.html', new URL(page.url()).host])
    await eventually(`the word from ${part}`, async () =>
      consoles.lines.some((line) => line.from.includes(part) && line.said.includes(said)),
    );
  const all = consoles.lines.map((line) => line.said).join('\n');
  expect(officer.sandbox.sessions.secretsIn(all)).toEqual([]);
});
