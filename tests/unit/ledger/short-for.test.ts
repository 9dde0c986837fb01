import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { record } from '../../../utils/ledger/record';
import { codesShortFor } from '../../../utils/ledger/short-for';
import { HANOI, PORTAL, seen } from './seen-dossier';

let db: Ledger;
beforeEach(() => {
  db = openLedger('short-for-test');
});
afterEach(async () => {
  await db.delete();
});

it("staff's shorthand stands for the dossiers seen with that day and number alone, the latest first", async () => {
  for (const code of [
    'H26.14-261017-1436',
    'H15.50.05.12-261117-1436',
    'H26.14-261117-1437',
    '03706/2026/07906',
  ]) {
    await record(db, [seen(0, { code }), seen(1, { code, system: HANOI })]);
  }
  await record(db, [seen(2, { code: 'G09.20-20260917-1436', system: PORTAL })]);
  const found = await codesShortFor(db, ['17-1436', '17-1438', '26-7906']);
  expect([...found]).toEqual([
    ['17-1436', ['H15.50.05.12-261117-1436', 'H26.14-261017-1436', 'G09.20-20260917-1436']],
  ]);
  expect((await codesShortFor(db, [])).size).toBe(0);
});
