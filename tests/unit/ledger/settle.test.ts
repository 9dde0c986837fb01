/** A long list is put down as it came and put where it belongs afterwards: what is known of a dossier is the same all the while. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { find } from '../../../utils/ledger/find';
import { historyOf } from '../../../utils/ledger/history';
import { eraseAll } from '../../../utils/ledger/prune';
import { record } from '../../../utils/ledger/record';
import { settle, settleNext } from '../../../utils/ledger/settle';
import { at, CODE, ended, HANOI, OTHER, PORTAL, seen } from './seen-dossier';

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`settle-test-${opened}`);
});
afterEach(() => db.delete());

const numbered = (n: number) => `H26.18-261116-${String(1_000 + n)}`;
/** A list of so many other dossiers, with these sightings among them. */
const list = (minute: number, ...among: Sighting[]) => [
  ...Array.from({ length: 260 }, (_, n) => seen(minute, { code: numbered(n) })),
  ...among,
  ...Array.from({ length: 240 }, (_, n) => seen(minute, { code: numbered(260 + n) })),
];
const atOnce = () => Promise.resolve();

/** What is known of a dossier: its file, and its ended runs wherever they stand. */
async function known(code: string) {
  const [file] = await find(db, [code]);
  const [runs = []] = await historyOf(db, [file?.codes ?? []]);
  const all = [...runs, ...(file?.ended ?? [])].map(({ id: _, ...run }) => run);
  return {
    codes: file?.codes,
    sightings: [...(file?.sightings ?? [])].sort((x, y) => (x.system < y.system ? -1 : 1)),
    runs: all.sort((x, y) => (x.system + x.at < y.system + y.at ? -1 : 1)),
  };
}

it('500 sightings of as many dossiers are found at once, and all have their place afterwards', async () => {
  await record(db, list(0));
  expect(await db.latest.count()).toBe(0);
  const files = await find(db, [numbered(0), numbered(499)]);
  expect(files.map(({ sightings }) => sightings.length)).toEqual([1, 1]);
  expect(new Set(await settle(db, atOnce)).size).toBe(500);
  expect(await db.latest.count()).toBe(500);
  expect(await db.arrivals.count()).toBe(0);
});

it('is told in its order: what comes after a long list waits behind it', async () => {
  await record(db, [seen(0)]);
  await record(db, list(5, seen(5, ended)));
  expect(await record(db, [seen(9, ended)])).toEqual([]);
  const before = await known(CODE);
  expect(before.sightings).toMatchObject([{ status: 'resolved', firstSeenAt: at(5), seenAt: at(9) }]);
  expect(before.runs).toMatchObject([{ status: 'processing', at: at(0), until: at(0) }]);
  await settle(db, atOnce);
  expect(await known(CODE)).toEqual(before);
});

it('a worker that dies between two parts loses nothing and tells nothing twice', async () => {
  await record(db, list(0));
  await record(db, list(5, seen(5, { otherCode: OTHER })));
  for (let part = 0; part < 3; part += 1) await settleNext(db);
  db.close();
  db = openLedger(db.name);
  await settle(db, atOnce);
  expect(await db.latest.count()).toBe(501);
  expect(await db.changes.count()).toBe(0);
  expect(await known(OTHER)).toMatchObject({ codes: [OTHER, CODE], sightings: [{ seenAt: at(5) }] });
});

it('others have their turn after each part, and what they record is not forgotten', async () => {
  await record(db, list(0));
  let turns = 0;
  await settle(db, async () => {
    turns += 1;
    if (turns === 3) await record(db, [seen(7)]);
  });
  expect(turns).toBeGreaterThan(10);
  expect(await db.latest.get([CODE, PORTAL])).toMatchObject({ seenAt: at(7) });
});

it('an erased ledger stays empty though a list was on its way', async () => {
  await record(db, list(0));
  await settleNext(db);
  await eraseAll(db);
  expect(await settle(db, atOnce)).toEqual([]);
  expect(await db.latest.count()).toBe(0);
});

it('a failed lookup in a long list is a try and no word of the system', async () => {
  const failed = {
    code: CODE,
    system: PORTAL,
    outcome: 'unreachable',
    via: 'lookup',
    seenAt: at(6),
  } as const;
  await record(db, list(5, failed));
  const [file] = await find(db, [CODE]);
  expect(file).toMatchObject({ sightings: [], tries: [{ outcome: 'unreachable' }] });
});

it('a list with a time that is none leaves nothing of it', async () => {
  await expect(record(db, list(0, seen(0, { seenAt: 'yesterday' })))).rejects.toThrow();
  expect(await db.arrivals.count()).toBe(0);
});

const states: Partial<Sighting>[] = [
  {},
  ended,
  { status: 'supplement-required', statusText: 'Yêu cầu bổ sung' },
  { outcome: 'not-found', status: undefined, statusText: undefined },
  { status: undefined, statusText: undefined, dueAt: '2026-11-20' },
];

it('before and after it has its place, a dossier seen in order of time has the same file and history', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          state: fc.constantFrom(...states),
          system: fc.constantFrom(PORTAL, HANOI),
          alone: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      async (steps) => {
        await eraseAll(db);
        for (const [i, { state, system, alone }] of steps.entries()) {
          const one = seen(i * 10, { ...state, system });
          await record(db, alone ? [one] : list(i * 10, one));
        }
        const before = await known(CODE);
        await settle(db, atOnce);
        expect(await known(CODE)).toEqual(before);
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);
