import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAsking } from '../../../utils/ledger/asking';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { find } from '../../../utils/ledger/find';
import { link } from '../../../utils/ledger/links';
import { eraseAll } from '../../../utils/ledger/prune';
import { record } from '../../../utils/ledger/record';
import { type Asker, createAsker } from '../../../utils/lookup/asker';
import { parseProcedures } from '../../../utils/systems/procedures';
import type { System } from '../../../utils/systems/system';
import { dossierPage, parsePage } from './page-parser';
import { type Answerer, html, type Portal, startPortal } from './portal-server';

const CODE = '000.00.06.H26-261116-0007';
const OTHER = 'G18.99-261116-1800007';
const LOCAL = 'HS-2026-000777';
const NOTHING_FOUND = '<p>Không tìm thấy hồ sơ</p>';
const START = Date.UTC(2026, 10, 22, 3);

let portal: Portal;
let db: Ledger;
let clock: number;
let changes: string[][];
let wakes: number[];
let systems: System[];
let disabled: string[];
let opened = 0;

beforeEach(async () => {
  portal = await startPortal();
  opened += 1;
  db = openLedger(`asker-test-${opened}`);
  clock = START;
  changes = [];
  wakes = [];
  disabled = [];
  systems = [
    systemAt('national-portal', 'national-portal', '/quoc-gia'),
    { ...systemAt('coordination', 'coordination', '/'), connector: undefined },
    systemAt('province-h26', 'province', '/ha-noi', ['H26']),
  ];
});
afterEach(async () => {
  await portal.close();
  await db.delete();
});

function systemAt(id: string, kind: System['kind'], path: string, agencyCodes: string[] = []): System {
  return {
    id,
    name: id,
    shortName: id,
    nameEn: id,
    kind,
    agencyCodes,
    hosts: [{ host: '127.0.0.1', role: 'citizen', confidence: 'policy' }],
    connector: {
      kind: 'html',
      url: `${portal.origin}${path}?ma={code}`,
      answer: { ok: [200], notFound: { text: ['không tìm thấy hồ sơ'] } },
    },
  };
}

/** A worker's queue; a second one on the same ledger is the worker after its death. */
function newAsker(more: Partial<{ fetch: typeof fetch }> = {}): Asker {
  return createAsker({
    db,
    settings: () => ({ ...SETTINGS, systems, disabled }),
    ports: {
      fetch: more.fetch ?? ((url, init) => fetch(url, init)),
      parseHtml: parsePage,
      procedures: async () => parseProcedures(''),
      timeoutMs: 5_000,
      wait: async (ms) => {
        clock += ms;
      },
      wakeAt: (time) => {
        wakes.push(time);
      },
    },
    now: () => clock,
    onChange: (codes) => {
      changes.push(codes);
    },
  });
}

const SETTINGS = {
  graceMinutes: 60,
  askAutomatically: [],
  databases: {},
  retentionDays: 30,
  showCannotTell: false,
  language: 'vi' as const,
  problems: [],
  locked: [],
};

/** Answers each code of the table as found, everything else as not there. */
function holding(...codes: string[]): Answerer {
  return (request, response, body) => {
    const code = new URL(request.url ?? '', portal.origin).searchParams.get('ma') ?? '';
    const page = dossierPage({ 'Mã hồ sơ': code, 'Trạng thái': 'Đang xử lý' });
    html(200, codes.includes(code) ? page : NOTHING_FOUND)(request, response, body);
  };
}

async function fileOf(code = CODE) {
  const [file] = await find(db, [code]);
  if (!file) throw new Error('no file');
  return file;
}

describe('asking on a click', () => {
  it('asks what can be asked, names what can only be opened, and writes the answers down', async () => {
    portal.on('/quoc-gia', holding());
    portal.on('/ha-noi', holding(CODE));
    const asker = newAsker();
    expect(await asker.askNow(CODE, undefined, 'card')).toEqual({
      asked: ['national-portal', 'province-h26'],
      openOnly: ['coordination'],
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
    portal.on('/quoc-gia', async (...args) => {
      standing = (await fileOf()).asking;
      holding(CODE)(...args);
    });
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'popup');
    expect(changes).toEqual([[CODE]]);
    await asker.idle();
    expect(standing).toEqual([
      { code: CODE, system: 'national-portal', since: new Date(START).toISOString(), why: 'popup' },
    ]);
    expect(changes).toEqual([[CODE], [CODE]]);
  });

  it('asks no system that is switched off or unknown', async () => {
    disabled = ['national-portal'];
    const answer = await newAsker().askNow(CODE, ['national-portal', 'made-up'], 'card');
    expect(answer).toEqual({ asked: [], openOnly: [] });
    expect(await db.asking.count()).toBe(0);
  });

  it('a failure leaves what was known and is a try', async () => {
    portal.on('/quoc-gia', html(200, '<form><input type="password"></form>'));
    await record(db, [
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
  it('two tabs and the popup are one request', async () => {
    portal.on('/quoc-gia', holding(CODE));
    const asker = newAsker();
    const answers = await Promise.all(
      ['card', 'panel', 'popup'].map((why) => asker.askNow(CODE, ['national-portal'], why)),
    );
    expect(answers.map(({ asked }) => asked)).toEqual(Array(3).fill(['national-portal']));
    await asker.idle();
    expect(portal.requests).toHaveLength(1);
  });

  it('two codes of one dossier are one request', async () => {
    portal.on('/quoc-gia', holding(CODE));
    await link(db, CODE, OTHER);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.askNow(OTHER, ['national-portal'], 'popup');
    await asker.idle();
    expect(portal.requests).toHaveLength(1);
  });

  it('asked again after the answer is asked again', async () => {
    portal.on('/quoc-gia', holding(CODE));
    const asker = newAsker();
    for (let i = 0; i < 2; i++) {
      await asker.askNow(CODE, ['national-portal'], 'card');
      await asker.idle();
    }
    expect(portal.requests).toHaveLength(2);
  });
});

describe('codes', () => {
  it('a system is asked under the code by which it was seen to name the dossier', async () => {
    portal.on('/quoc-gia', holding(OTHER));
    await link(db, CODE, OTHER);
    await record(db, [
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
    expect(portal.requests.map(({ path }) => path)).toEqual([`/quoc-gia?ma=${OTHER}`]);
    expect((await fileOf()).sightings).toMatchObject([{ code: OTHER, status: 'processing' }]);
  });

  it('not there under one code, there under the other: it is there, and nothing says otherwise', async () => {
    portal.on('/quoc-gia', holding(OTHER));
    await link(db, CODE, OTHER);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect(portal.requests).toHaveLength(2);
    expect((await fileOf()).sightings).toMatchObject([{ code: OTHER, outcome: 'found' }]);
  });

  it('not there under one code, no answer under the other: not "not found"', async () => {
    portal.on('/quoc-gia', (request, response, body) => {
      const mine = request.url?.includes(CODE);
      html(mine ? 200 : 500, mine ? NOTHING_FOUND : 'x')(request, response, body);
    });
    await link(db, CODE, OTHER);
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect((await fileOf()).sightings).toEqual([]);
    expect((await fileOf()).tries).toMatchObject([{ code: CODE, outcome: 'unreachable' }]);
  });

  it('not there under both codes: absent under both, also where it was once seen', async () => {
    portal.on('/quoc-gia', holding());
    await link(db, CODE, OTHER);
    const seenAt = new Date(START - 60_000).toISOString();
    const before = {
      system: 'national-portal',
      outcome: 'found',
      status: 'accepted',
      via: 'page',
      seenAt,
    } as const;
    await record(db, [{ ...before, code: OTHER }]);
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
    portal.on('/quoc-gia', holding(LOCAL));
    portal.on('/ha-noi', holding(LOCAL));
    await record(db, [
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
    expect(await asker.askNow(LOCAL, undefined, 'card')).toEqual({ asked: ['province-h26'], openOnly: [] });
    expect(await asker.askNow(LOCAL, ['national-portal'], 'card')).toEqual({
      asked: [],
      openOnly: ['national-portal'],
    });
    await asker.idle();
    expect(portal.requests.map(({ path }) => path)).toEqual([`/ha-noi?ma=${LOCAL}`]);
  });
});

describe('politeness', () => {
  const codes = Array.from({ length: 25 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);

  it('one in flight, ten in any minute, for each host', async () => {
    let inFlight = 0;
    let most = 0;
    const times: number[] = [];
    portal.on('/quoc-gia', (...args) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      times.push(clock);
      setImmediate(() => {
        inFlight -= 1;
        holding(...codes)(...args);
      });
    });
    const asker = newAsker();
    await Promise.all(codes.map((code) => asker.askNow(code, ['national-portal'], 'card')));
    await asker.idle();
    expect(times).toHaveLength(25);
    expect(most).toBe(1);
    for (const [i, time] of times.entries()) {
      expect(time - (times[i - 10] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(60_000);
    }
  });

  it('the worker’s death does not start the minute anew', async () => {
    const times: number[] = [];
    portal.on('/quoc-gia', (...args) => {
      times.push(clock);
      holding(...codes)(...args);
    });
    for (const code of codes.slice(0, 12)) {
      const asker = newAsker();
      await asker.askNow(code, ['national-portal'], 'card');
      await asker.idle();
    }
    expect((times[10] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('Retry-After within the time anybody waits is waited for', async () => {
    portal.on('/quoc-gia', html(429, 'busy', { 'retry-after': '30' }));
    const asker = newAsker();
    await asker.askNow(codes[0] ?? '', ['national-portal'], 'card');
    await asker.idle();
    let cameBack = 0;
    portal.on('/quoc-gia', (...args) => {
      cameBack = clock;
      holding(...codes)(...args);
    });
    await asker.askNow(codes[1] ?? '', ['national-portal'], 'card');
    await asker.idle();
    expect(cameBack).toBeGreaterThanOrEqual(START + 30_000);
    expect((await fileOf(codes[1])).tries).toMatchObject([{ outcome: 'found' }]);
  });

  it('a longer Retry-After: not asked, and it says until when', async () => {
    portal.on('/quoc-gia', html(429, 'busy', { 'retry-after': '3600' }));
    const retryAt = new Date(START + 3_600_000).toISOString();
    for (const code of codes.slice(0, 3)) {
      const asker = newAsker();
      await asker.askNow(code, ['national-portal'], 'card');
      await asker.idle();
      expect((await fileOf(code)).tries).toMatchObject([{ outcome: 'rate-limited', retryAt }]);
    }
    expect(portal.requests).toHaveLength(1);
    expect(await db.asking.count()).toBe(0);
  });
});

describe('the worker dies', () => {
  const dead: typeof fetch = () => new Promise<Response>(() => undefined);

  it('what was under way is asked again, once, by the next worker', async () => {
    portal.on('/quoc-gia', holding(CODE));
    await newAsker({ fetch: dead }).askNow(CODE, ['national-portal'], 'card');
    clock += 20_000;
    const next = newAsker();
    await Promise.all([next.resume(), next.resume()]);
    await next.askNow(CODE, ['national-portal'], 'popup');
    await next.idle();
    expect(portal.requests).toHaveLength(1);
    expect((await fileOf()).sightings).toMatchObject([{ outcome: 'found' }]);
    await next.resume();
    await next.idle();
    expect(portal.requests).toHaveLength(1);
  });

  it('what nobody waits for any more ends as unreachable', async () => {
    await startAsking(db, [
      { code: CODE, system: 'national-portal', since: new Date(START - 121_000).toISOString(), why: 'card' },
    ]);
    const asker = newAsker();
    await asker.resume();
    await asker.idle();
    expect(portal.requests).toHaveLength(0);
    expect(await fileOf()).toMatchObject({ asking: [], tries: [{ outcome: 'unreachable' }] });
    expect(changes).toEqual([[CODE]]);
  });

  it('a system that was switched off meanwhile is not asked', async () => {
    await startAsking(db, [
      { code: CODE, system: 'national-portal', since: new Date(START).toISOString(), why: 'card' },
    ]);
    disabled = ['national-portal'];
    const asker = newAsker();
    await asker.resume();
    await asker.idle();
    expect(portal.requests).toHaveLength(0);
    expect(await fileOf()).toMatchObject({ asking: [], tries: [] });
    expect(changes).toEqual([[CODE]]);
  });

  it('a wait that may outlive the worker asks to be woken', async () => {
    portal.on('/quoc-gia', html(429, 'busy', { 'retry-after': '30' }));
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect(wakes).toEqual([]);
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect(wakes).toEqual([START + 30_000]);
  });

  it('erased while it waits in line: it is not asked', async () => {
    portal.on('/quoc-gia', async (...args) => {
      await eraseAll(db);
      holding(CODE)(...args);
    });
    const asker = newAsker();
    await Promise.all([CODE, OTHER].map((code) => asker.askNow(code, ['national-portal'], 'card')));
    await asker.idle();
    expect(portal.requests).toHaveLength(1);
  });

  it('erased while under way: the answer leaves no trace', async () => {
    portal.on('/quoc-gia', async (...args) => {
      await eraseAll(db);
      holding(CODE)(...args);
    });
    const asker = newAsker();
    await asker.askNow(CODE, ['national-portal'], 'card');
    await asker.idle();
    expect(portal.requests).toHaveLength(1);
    expect(await db.latest.count()).toBe(0);
    expect(await db.tries.count()).toBe(0);
  });
});
