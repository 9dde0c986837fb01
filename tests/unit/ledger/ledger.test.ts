import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldSightings } from '../../../utils/dossier/runs';
import type { Sighting } from '../../../utils/dossier/sighting';
import { endAsking, startAsking } from '../../../utils/ledger/asking';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { find } from '../../../utils/ledger/find';
import { link, unlink } from '../../../utils/ledger/links';
import { eraseAll, prune } from '../../../utils/ledger/prune';
import { recent, remember } from '../../../utils/ledger/recent';
import { record } from '../../../utils/ledger/record';

const CODE = '000.00.06.H26-261116-0007';
const OTHER = 'H26.14-261116-0007';
const THIRD = 'G18.99-261116-1800007';
const PORTAL = 'national-portal';
const HANOI = 'province-h26';

function at(minute: number): string {
  return new Date(Date.UTC(2026, 10, 22, 1, minute)).toISOString();
}

function seen(minute: number, more: Partial<Sighting> = {}): Sighting {
  return {
    code: CODE,
    system: PORTAL,
    outcome: 'found',
    status: 'processing',
    statusText: 'Đang xử lý',
    via: 'page',
    seenAt: at(minute),
    ...more,
  };
}

const ended = { status: 'resolved', statusText: 'Đã xử lý xong' } as const;

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`ledger-test-${opened}`);
});
afterEach(async () => {
  await db.delete();
});

async function latest(code = CODE, system = PORTAL) {
  return db.latest.get([code, system]);
}

describe('recording what systems say', () => {
  it('keeps the latest word of each system, and since when it holds', async () => {
    await record(db, [seen(0)]);
    await record(db, [seen(5)]);
    await record(db, [seen(7, { system: HANOI, ...ended })]);
    expect(await latest()).toMatchObject({ status: 'processing', seenAt: at(5), firstSeenAt: at(0) });
    expect(await latest(CODE, HANOI)).toMatchObject({ status: 'resolved', firstSeenAt: at(7) });
  });

  it('an older sighting never overwrites a newer one', async () => {
    await record(db, [seen(5, ended)]);
    await record(db, [seen(1)]);
    expect(await latest()).toMatchObject({ status: 'resolved', seenAt: at(5) });
  });

  it('times with another offset are compared as instants', async () => {
    await record(db, [seen(5, ended)]);
    await record(db, [seen(0, { seenAt: '2026-11-22T08:04:00+07:00' })]);
    expect(await latest()).toMatchObject({ status: 'resolved' });
    await record(db, [seen(0, { seenAt: '2026-11-22T08:06:00+07:00' })]);
    expect(await latest()).toMatchObject({ status: 'processing', seenAt: at(6) });
  });

  it('a failed lookup leaves what was last seen and is known as a try', async () => {
    await record(db, [seen(0)]);
    await record(db, [
      { code: CODE, system: PORTAL, outcome: 'not-signed-in', via: 'lookup', seenAt: at(9) },
    ]);
    expect(await latest()).toMatchObject({ status: 'processing', seenAt: at(0) });
    const [file] = await find(db, [CODE]);
    expect(file?.tries).toEqual([{ code: CODE, system: PORTAL, outcome: 'not-signed-in', at: at(9) }]);
  });

  it('a true not-found is a word of that system', async () => {
    await record(db, [
      seen(0),
      { code: CODE, system: PORTAL, outcome: 'not-found', via: 'lookup', seenAt: at(9) },
    ]);
    expect(await latest()).toMatchObject({ outcome: 'not-found', seenAt: at(9) });
    expect((await latest())?.status).toBeUndefined();
  });

  it('500 sightings of as many dossiers are one transaction, and none is lost', async () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      seen(i % 60, { code: `000.00.06.H26-261116-${String(1000 + i)}` }),
    );
    expect(await record(db, many)).toHaveLength(500);
    expect(await db.latest.count()).toBe(500);
  });

  it('a sighting that cannot be stored leaves nothing of its batch', async () => {
    const broken = { ...seen(1, { code: OTHER }), statusText: (() => 'x') as unknown as string };
    await expect(record(db, [seen(0), broken])).rejects.toThrow();
    expect(await db.latest.count()).toBe(0);
  });

  const orders: Sighting[] = [
    seen(0),
    seen(10),
    seen(20, ended),
    seen(30, ended),
    seen(40, { status: 'supplement-required', statusText: 'Yêu cầu bổ sung' }),
    seen(50),
  ];

  it('in whatever order and batches sightings come, the latest is the same and never begins too early', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(orders, { minLength: 1 }),
        fc.integer({ min: 1, max: 6 }),
        async (sightings, size) => {
          await eraseAll(db);
          for (let i = 0; i < sightings.length; i += size) await record(db, sightings.slice(i, i + size));
          const truth = foldSightings(sightings);
          const stored = await latest();
          expect(stored).toMatchObject({ status: truth?.status, seenAt: truth?.seenAt });
          expect((stored?.firstSeenAt ?? '') >= (truth?.firstSeenAt ?? '')).toBe(true);
          expect((stored?.statusSince ?? '') >= (truth?.statusSince ?? '')).toBe(true);
          if (size === 6) expect(stored).toEqual(truth);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('the history never overlaps and ends with the latest state, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(orders, { minLength: 1 }), async (sightings) => {
        await eraseAll(db);
        for (const sighting of sightings) await record(db, [sighting]);
        const stored = await latest();
        if (!stored) throw new Error('nothing stored');
        const ended = await db.changes.toArray();
        ended.sort((x, y) => (x.at < y.at ? -1 : 1));
        const runs = [...ended, { at: stored.firstSeenAt, until: stored.seenAt }];
        for (const [i, run] of runs.entries()) {
          const next = runs[i + 1];
          expect(run.at <= run.until).toBe(true);
          if (next) expect(run.until < next.at).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the history in the order of time has one run for each state that ended', async () => {
    for (const sighting of orders) await record(db, [sighting]);
    const runs = await db.changes.toArray();
    expect(runs.map(({ status, at: from, until }) => [status, from, until])).toEqual([
      ['processing', at(0), at(10)],
      ['resolved', at(20), at(30)],
      ['supplement-required', at(40), at(40)],
    ]);
    expect(await latest()).toMatchObject({ status: 'processing', firstSeenAt: at(50) });
  });
});

describe('what counts as a change', () => {
  const cases: [string, Partial<Sighting>, boolean][] = [
    ['seen again within the same minute', { seenAt: at(0).replace(':00.000', ':40.000') }, false],
    ['seen again later: the card says when', { seenAt: at(3) }, true],
    ['another status', { seenAt: at(0).replace(':00.000', ':40.000'), ...ended }, true],
    ['another due date', { seenAt: at(0).replace(':00.000', ':40.000'), dueAt: '2026-11-27' }, true],
    ['an older word of another state', { seenAt: at(-60), ...ended }, false],
  ];
  it.each(cases)('%s', async (_, more, changes) => {
    await record(db, [seen(0)]);
    expect(await record(db, [seen(0, more)])).toEqual(changes ? [CODE] : []);
  });

  it('what changes under one code is told under the other too', async () => {
    await record(db, [seen(0, { otherCode: OTHER })]);
    expect((await record(db, [seen(5, { code: OTHER, system: HANOI })])).sort()).toEqual(
      [CODE, OTHER].sort(),
    );
  });

  it('a failed try is told', async () => {
    const failed: Sighting = { code: CODE, system: PORTAL, outcome: 'captcha', via: 'lookup', seenAt: at(1) };
    expect(await record(db, [failed])).toEqual([CODE]);
    expect(await record(db, [failed])).toEqual([]);
  });
});

describe('codes of one dossier', () => {
  it('a page that shows both codes links them: one file', async () => {
    await record(db, [seen(0, { otherCode: OTHER })]);
    await record(db, [seen(1, { code: OTHER, system: HANOI, ...ended })]);
    const files = await find(db, [OTHER, CODE]);
    expect(files).toHaveLength(1);
    expect(files[0]?.codes).toEqual([OTHER, CODE]);
    expect(files[0]?.sightings.map(({ system }) => system).sort()).toEqual([PORTAL, HANOI].sort());
  });

  it('links reach through a third code', async () => {
    await link(db, CODE, OTHER);
    await link(db, THIRD, OTHER);
    const [file] = await find(db, [THIRD]);
    expect(new Set(file?.codes)).toEqual(new Set([CODE, OTHER, THIRD]));
  });

  it('an undone link stays undone when the page shows it again, and comes back by hand', async () => {
    await record(db, [seen(0, { otherCode: OTHER })]);
    await unlink(db, OTHER, CODE);
    await record(db, [seen(5, { otherCode: OTHER })]);
    expect((await find(db, [CODE]))[0]?.codes).toEqual([CODE]);
    await link(db, CODE, OTHER);
    expect((await find(db, [CODE]))[0]?.codes).toEqual([CODE, OTHER]);
  });

  it('an unknown dossier has an empty file, and no codes no files', async () => {
    expect(await find(db, [CODE])).toEqual([{ codes: [CODE], sightings: [], tries: [], asking: [] }]);
    expect(await find(db, [])).toEqual([]);
  });
});

describe('asking', () => {
  const question = { code: CODE, system: PORTAL, since: at(0), why: 'popup' };

  it('stands in the file while it lasts; the first asker stays', async () => {
    await startAsking(db, [question]);
    await startAsking(db, [{ ...question, since: at(1), why: 'card' }]);
    expect((await find(db, [CODE]))[0]?.asking).toEqual([question]);
  });

  it('ends together with its answer and its try', async () => {
    await startAsking(db, [question]);
    const attempt = { code: CODE, system: PORTAL, outcome: 'found', at: at(1), durationMs: 40 } as const;
    expect(await endAsking(db, attempt, [seen(1, { via: 'lookup' })])).toEqual([CODE]);
    expect((await find(db, [CODE]))[0]).toMatchObject({
      asking: [],
      tries: [attempt],
      sightings: [{ code: CODE }],
    });
  });

  it('an answer to a question that was erased meanwhile leaves no trace', async () => {
    await startAsking(db, [question]);
    await eraseAll(db);
    await endAsking(db, { code: CODE, system: PORTAL, outcome: 'found', at: at(1) }, [seen(1)]);
    expect((await find(db, [CODE]))[0]).toMatchObject({ asking: [], tries: [], sightings: [] });
  });
});

describe('forgetting', () => {
  const now = Date.UTC(2026, 10, 22, 1);
  const old = (days: number) => new Date(now - days * 86_400_000).toISOString();

  it('purges by the last time seen, with history, tries, links and lookups', async () => {
    await record(db, [seen(0, { code: OTHER, otherCode: THIRD, seenAt: old(40) })]);
    await record(db, [seen(0, { code: OTHER, ...ended, seenAt: old(31) })]);
    await record(db, [{ code: OTHER, system: HANOI, outcome: 'captcha', via: 'lookup', seenAt: old(31) }]);
    await remember(db, OTHER, old(31));
    await record(db, [seen(0, { seenAt: old(29) })]);
    await remember(db, CODE, old(29));
    expect(await prune(db, { retentionDays: 30, now })).toBe(5);
    expect(await find(db, [OTHER])).toEqual([{ codes: [OTHER], sightings: [], tries: [], asking: [] }]);
    expect(await db.changes.count()).toBe(0);
    expect(await recent(db)).toEqual([CODE]);
    expect(await latest()).toBeDefined();
  });

  it('a run that is still seen keeps its beginning however old it is', async () => {
    await record(db, [seen(0, { seenAt: old(90) })]);
    await record(db, [seen(0, { seenAt: old(1) })]);
    await prune(db, { retentionDays: 30, now });
    expect(await latest()).toMatchObject({ firstSeenAt: old(90) });
  });

  it('erases everything', async () => {
    await record(db, [seen(0, { otherCode: OTHER })]);
    await startAsking(db, [{ code: CODE, system: HANOI, since: at(0), why: 'card' }]);
    await remember(db, CODE, at(0));
    await db.meta.put({ key: 'pace:dichvucong.gov.vn', value: {} });
    await eraseAll(db);
    const counts = await Promise.all(db.tables.map((table) => table.count()));
    expect(counts).toEqual(counts.map(() => 0));
  });
});

describe('the last lookups', () => {
  it('are ten, newest first, each once', async () => {
    const codes = Array.from({ length: 12 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);
    for (const [i, code] of codes.entries()) await remember(db, code, at(i));
    await remember(db, codes[5] ?? '', at(30));
    const list = await recent(db);
    expect(list).toHaveLength(10);
    expect(list.slice(0, 2)).toEqual([codes[5], codes[11]]);
    expect(new Set(list).size).toBe(10);
  });
});
