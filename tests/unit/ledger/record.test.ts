import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldSightings } from '../../../utils/dossier/runs';
import type { Sighting } from '../../../utils/dossier/sighting';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { find } from '../../../utils/ledger/find';
import { eraseAll } from '../../../utils/ledger/prune';
import { record } from '../../../utils/ledger/record';
import { at, CODE, ended, HANOI, OTHER, PORTAL, seen } from './seen-dossier';

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`record-test-${opened}`);
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
