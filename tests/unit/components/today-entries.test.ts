/** What there is to do today, from the ledger: newest seen first, in small steps, given up when nobody waits. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { todayEntries } from '../../../components/shared/today-entries';
import { unhurried } from '../../../components/shared/unhurried';
import type { Sighting } from '../../../utils/dossier/sighting';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { DEFAULT_SETTINGS } from '../../../utils/policy/defaults';
import { recordAll } from '../ledger/record-all';
import { at, HANOI, seen } from '../ledger/seen-dossier';

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`today-test-${opened}`);
});
afterEach(() => db.delete());

const known = { settings: DEFAULT_SETTINGS };
const NOW = Date.parse(at(400));
const numbered = (n: number) => `000.00.06.H26-261116-${String(1_000 + n)}`;
/** Late: its day was long before. */
const late = (minute: number, n: number, more: Partial<Sighting> = {}) =>
  seen(minute, { code: numbered(n), system: HANOI, dueAt: '2026-11-18T17:00', ...more });

it('is newest seen first, also where hundreds were seen at one instant', async () => {
  await recordAll(
    db,
    Array.from({ length: 40 }, (_, n) => late(5, n)),
  );
  await recordAll(db, [late(300, 500)]);
  await recordAll(db, [late(301, 501)]);
  await recordAll(db, [late(0, 502, { seenAt: '2026-11-19T01:00:00.000Z' })]);
  const entries = await todayEntries(db, known, NOW, () => Promise.resolve());
  expect(entries).toHaveLength(43);
  expect(entries.slice(0, 2).map(({ code }) => code)).toEqual([numbered(501), numbered(500)]);
  expect(entries.at(-1)?.code).toBe(numbered(502));
});

it('two codes of one dossier are one matter', async () => {
  await recordAll(db, [late(5, 1), late(6, 2, { otherCode: numbered(1) })]);
  const entries = await todayEntries(db, known, NOW, () => Promise.resolve());
  expect(entries.map(({ code }) => code)).toEqual([numbered(2)]);
});

it('what was seen more than a week ago is no matter of today', async () => {
  await recordAll(db, [late(0, 1, { seenAt: '2026-11-10T01:00:00.000Z' })]);
  expect(await todayEntries(db, known, NOW, () => Promise.resolve())).toEqual([]);
});

it('others have their turn between any two steps', async () => {
  await recordAll(
    db,
    Array.from({ length: 200 }, (_, n) => late(5, n)),
  );
  let turns = 0;
  await todayEntries(db, known, NOW, () => {
    turns += 1;
    return Promise.resolve();
  });
  expect(turns).toBeGreaterThanOrEqual(5);
});

it('a look that nobody waits for ends at its next step, and tells nothing', async () => {
  let steps = 0;
  let told = 0;
  const first = new Promise<void>((resolve) => {
    const watched = unhurried(async (turn) => {
      for (;;) {
        await turn();
        steps += 1;
        if (steps === 3) resolve();
      }
    }).subscribe(() => {
      told += 1;
    });
    void Promise.resolve().then(async () => {
      await first;
      watched.unsubscribe();
    });
  });
  await first;
  const turns = async (count: number) => {
    for (let n = 0; n < count; n += 1) await new Promise((resolve) => setTimeout(resolve));
  };
  await turns(5);
  const before = steps;
  await turns(20);
  expect([steps, told]).toEqual([before, 0]);
});

it('goes on hearing of what it has read, also after its turns', async () => {
  const heard: number[] = [];
  const twice = new Promise<void>((resolve) => {
    unhurried(async (turn) => {
      await turn();
      const count = await db.latest.count();
      await turn();
      return count;
    }).subscribe((count) => {
      heard.push(count);
      if (heard.length === 1) void recordAll(db, [seen(0)]);
      else resolve();
    });
  });
  await twice;
  expect(heard).toEqual([0, 1]);
});
