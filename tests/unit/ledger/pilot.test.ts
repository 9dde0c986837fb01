/** What pilot mode counts, what stays of it, and what officers set aside or took apart. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { dismiss, dismissalsByCode } from '../../../utils/ledger/dismissals';
import { find } from '../../../utils/ledger/find';
import { link } from '../../../utils/ledger/links';
import { answerFinding, countFindings, tallies, unanswered } from '../../../utils/ledger/pilot';
import { eraseAll, prune } from '../../../utils/ledger/prune';
import { record } from '../../../utils/ledger/record';
import { separate } from '../../../utils/ledger/separate-codes';
import { at, CODE, OTHER, seen, THIRD } from './seen-dossier';

let db: Ledger;
beforeEach(() => {
  db = openLedger(`pilot-${Math.random()}`);
});
afterEach(() => db.delete());

const one = (code: string, facts = '', minute = 0) =>
  ({ code, finding: 'overdue province-h26', facts, rule: 'overdue', at: at(minute) }) as const;
const later = (days: number) => ({ retentionDays: 30, now: Date.parse(at(0)) + days * 86_400_000 });

it('a finding counts once for each of its facts, and keeps its answer when it comes up again', async () => {
  await countFindings(db, [one(CODE), one(CODE, 'other'), one(OTHER)]);
  expect(await answerFinding(db, one(CODE), 'wrong')).toBe(true);
  await countFindings(db, [one(CODE, '', 5)]);
  expect((await tallies(db)).get('overdue')).toEqual({ found: 3, right: 0, wrong: 1, unsure: 0 });
  expect((await unanswered(db)).map(({ code }) => code)).not.toContain(undefined);
  expect(await unanswered(db)).toHaveLength(2);
});

it('what was never counted cannot be answered', async () => {
  expect(await answerFinding(db, one(THIRD), 'right')).toBe(false);
  expect(await tallies(db)).toEqual(new Map());
});

it('dossiers are forgotten on time, sums by rule stay', async () => {
  await countFindings(db, [one(CODE), one(OTHER)]);
  await answerFinding(db, one(CODE), 'right');
  const before = await tallies(db);
  expect(await prune(db, later(31))).toBe(2);
  expect(await db.pilot.count()).toBe(0);
  expect(await tallies(db)).toEqual(before);
  await countFindings(db, [one(THIRD)]);
  expect((await tallies(db)).get('overdue')).toMatchObject({ found: 3, right: 1 });
});

it('a sum that cannot be read counts nothing', async () => {
  await db.meta.put({ key: 'pilot-before', value: { overdue: { found: 'many', right: -1.5 }, late: null } });
  expect((await tallies(db)).get('overdue')).toMatchObject({ found: 0, right: 0 });
});

it('what was set aside is forgotten on time and by erasing', async () => {
  const row = { code: CODE, finding: 'overdue land', facts: '', reason: 'checked', at: at(0) } as const;
  await dismiss(db, row);
  expect((await dismissalsByCode(db)).get(CODE)).toEqual([row]);
  await prune(db, later(29));
  expect(await db.dismissals.count()).toBe(1);
  await prune(db, later(31));
  expect(await db.dismissals.count()).toBe(0);
  await dismiss(db, row);
  await eraseAll(db);
  expect(await db.dismissals.count()).toBe(0);
});

it('a wrong code leaves the dossier for good, also where others joined it, and the rest stays', async () => {
  await link(db, CODE, OTHER, at(0));
  await link(db, OTHER, THIRD, at(0));
  await separate(db, CODE, THIRD, at(1));
  expect((await find(db, [CODE])).map(({ codes }) => codes)).toEqual([[CODE, OTHER]]);
  // A page that shows both does not teach the link again.
  await record(db, [seen(2, { code: OTHER, otherCode: THIRD })]);
  expect((await find(db, [CODE]))[0]?.codes).toEqual([CODE, OTHER]);
  await link(db, CODE, THIRD, at(3));
  expect((await find(db, [CODE]))[0]?.codes.sort()).toEqual([CODE, OTHER, THIRD].sort());
});
