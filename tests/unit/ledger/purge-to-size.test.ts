/** Forgetting for want of room: what is settled and old goes first, and never twice for the same room. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { dismiss } from '../../../utils/ledger/dismissals';
import { find } from '../../../utils/ledger/find';
import { forgetDossiers } from '../../../utils/ledger/forget-dossiers';
import { link } from '../../../utils/ledger/links';
import { countSpared, sparedPapers } from '../../../utils/ledger/papers';
import { countFindings, tallies } from '../../../utils/ledger/pilot';
import { type PurgePorts, purgeToShare, purgeToSize, rowsKept } from '../../../utils/ledger/purge-to-size';
import { remember } from '../../../utils/ledger/recent';
import { record } from '../../../utils/ledger/record';
import { DEFAULT_SETTINGS } from '../../../utils/policy/defaults';
import { stillOpen } from '../../../utils/view/still-open';
import { at, CODE, ended, HANOI, OTHER, PORTAL, seen, THIRD } from './seen-dossier';

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`purge-test-${opened}`);
});
afterEach(() => db.delete());

const NOW = Date.parse(at(600));
const ports: PurgePorts = {
  stillOpen: (files) => stillOpen(db, files, { settings: DEFAULT_SETTINGS, now: NOW }),
  pause: () => Promise.resolve(),
};
const codes = async () => new Set((await db.latest.toArray()).map(({ code }) => code));
const numbered = (n: number) => `000.00.06.H26-261116-${String(n).padStart(4, '0')}`;
const returned = { status: 'returned', statusText: 'Đã trả kết quả' } as const;

it('below the limit nothing goes', async () => {
  await record(db, [seen(0)]);
  expect(await purgeToSize(db, { usedBytes: 40e6, limitBytes: 40e6 }, ports)).toBe(0);
  expect(await codes()).toEqual(new Set([CODE]));
});

it('the oldest settled dossiers go first, as many as are needed', async () => {
  for (let n = 0; n < 20; n += 1) await record(db, [seen(n, { code: numbered(n), ...returned })]);
  // 60 of 40: what stays is three quarters of 40, which is half.
  expect(await purgeToSize(db, { usedBytes: 60e6, limitBytes: 40e6 }, ports)).toBe(10);
  expect(await codes()).toEqual(new Set(Array.from({ length: 10 }, (_, n) => numbered(n + 10))));
});

it('what is open or out of sync outlives all that is settled, however old it is', async () => {
  await record(db, [seen(0, { code: numbered(0) })]);
  await record(db, [seen(1, { code: numbered(1), ...returned })]);
  // Ended here and there, but a day apart in what they say: out of sync.
  await record(db, [seen(2, { code: numbered(2), system: HANOI, ...returned })]);
  await record(db, [seen(500, { code: numbered(2), system: PORTAL, ...ended })]);
  for (let n = 3; n < 10; n += 1) await record(db, [seen(n, { code: numbered(n), ...returned })]);
  await purgeToShare(db, 0.3, ports);
  expect(await codes()).toEqual(new Set([numbered(0), numbered(2)]));
});

it('linked codes are one dossier: seen lately under one, it stays under all', async () => {
  await record(db, [seen(0, { code: OTHER, ...returned })]);
  await record(db, [seen(5, { code: THIRD, ...returned })]);
  await link(db, CODE, OTHER, at(0));
  await record(db, [seen(90, { code: CODE, ...returned })]);
  await purgeToShare(db, 0.75, ports);
  expect(await codes()).toEqual(new Set([CODE, OTHER]));
});

it('the diary is shortened before any dossier goes', async () => {
  await record(db, [seen(0, returned)]);
  const asked = { host: 'dichvucong.gov.vn', system: PORTAL, code: CODE, why: 'card' };
  await db.activity.bulkAdd(Array.from({ length: 6_000 }, (_, n) => ({ at: at(n % 60), ...asked })));
  expect(await purgeToShare(db, 0.9, ports)).toBe(0);
  // A tenth of all rows, rounded up.
  expect(await db.activity.count()).toBe(6_000 - 601);
});

it('the store gives room back late: it is not asked for again until the ledger has grown', async () => {
  for (let n = 0; n < 40; n += 1) await record(db, [seen(n, { code: numbered(n), ...returned })]);
  const full = { usedBytes: 60e6, limitBytes: 40e6 };
  expect(await purgeToSize(db, full, ports)).toBe(20);
  expect(await purgeToSize(db, full, ports)).toBe(0);
  for (let n = 40; n < 50; n += 1) await record(db, [seen(n, { code: numbered(n), ...returned })]);
  expect(await purgeToSize(db, full, ports)).toBeGreaterThan(0);
});

it('a dossier goes with all that names it; sums that name nobody stay', async () => {
  await record(db, [seen(0, { otherCode: OTHER })]);
  await record(db, [seen(5, ended)]);
  await record(db, [seen(5, { code: THIRD })]);
  await remember(db, CODE, at(0));
  await countSpared(db, CODE, ['birth-certificate'], at(0));
  await countFindings(db, [{ code: CODE, finding: 'overdue land', facts: 'x', rule: 'overdue', at: at(0) }]);
  await dismiss(db, { code: CODE, finding: 'overdue land', facts: 'x', reason: 'checked', at: at(0) });
  await forgetDossiers(db, [CODE, OTHER]);
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  expect(JSON.stringify(tables)).not.toMatch(new RegExp(`${CODE}|${OTHER}`));
  expect((await find(db, [THIRD]))[0]?.sightings).toHaveLength(1);
  expect(await sparedPapers(db)).toEqual({ 'birth-certificate': 1 });
  expect((await tallies(db)).get('overdue')?.found).toBe(1);
  expect(await rowsKept(db)).toBe(3);
});
