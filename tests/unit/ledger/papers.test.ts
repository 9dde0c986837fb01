import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import {
  countSpared,
  noteNumbers,
  numbersOf,
  papersOf,
  rememberPapers,
  sparedPapers,
} from '../../../utils/ledger/papers';
import { eraseAll, prune } from '../../../utils/ledger/prune';
import { at, CODE, OTHER } from './seen-dossier';

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`papers-test-${opened}`);
});
afterEach(() => db.delete());

const DAY_MS = 86_400_000;

it('the latest page of a procedure holds, each paper once; others stay unknown', async () => {
  await rememberPapers(db, '1.004884', ['birth-certificate', 'identity-card', 'birth-certificate']);
  await rememberPapers(db, '1.004884', ['birth-certificate', 'birth-certificate']);
  await rememberPapers(db, '1.001193', []);
  expect([...(await papersOf(db, ['1.004884', '1.001193', '1.000894', '1.004884']))]).toEqual([
    ['1.004884', ['birth-certificate']],
    ['1.001193', []],
  ]);
});

it('what stands in the store and is no paper is left out', async () => {
  await db.meta.put({ key: 'papers:1.004884', value: ['identity-card', 'Nguyễn Văn Mẫu', 5] });
  expect((await papersOf(db, ['1.004884'])).get('1.004884')).toEqual(['identity-card']);
});

it('a name finds its number in any case', async () => {
  await noteNumbers(db, new Map([['Thủ tục đăng ký khai sinh', '1.001193']]));
  expect((await numbersOf(db, ['THỦ TỤC ĐĂNG KÝ KHAI SINH', 'khác'])).get('THỦ TỤC ĐĂNG KÝ KHAI SINH')).toBe(
    '1.001193',
  );
});

it('a paper of a dossier counts once, however often its page is opened', async () => {
  await countSpared(db, CODE, ['birth-certificate', 'identity-card'], at(0));
  await countSpared(db, CODE, ['birth-certificate'], at(1));
  await countSpared(db, OTHER, ['birth-certificate'], at(2));
  expect(await sparedPapers(db)).toEqual({ 'birth-certificate': 2, 'identity-card': 1 });
});

it('after the retention the dossier is forgotten and the number stays', async () => {
  await countSpared(db, CODE, ['birth-certificate'], at(0));
  await countSpared(db, OTHER, ['birth-certificate'], at(30));
  const now = Date.parse(at(10)) + 30 * DAY_MS;
  expect(await prune(db, { retentionDays: 30, now })).toBe(1);
  expect(JSON.stringify(await db.meta.toArray())).not.toContain(CODE);
  expect(await sparedPapers(db)).toEqual({ 'birth-certificate': 2 });
  expect(await prune(db, { retentionDays: 30, now: now + DAY_MS })).toBe(1);
  expect(await sparedPapers(db)).toEqual({ 'birth-certificate': 2 });
});

it('a dossier seen again in time stays the same dossier', async () => {
  await countSpared(db, CODE, ['birth-certificate'], at(0));
  await countSpared(db, CODE, ['birth-certificate'], at(30));
  await prune(db, { retentionDays: 30, now: Date.parse(at(10)) + 30 * DAY_MS });
  await countSpared(db, CODE, ['birth-certificate'], at(40));
  expect(await sparedPapers(db)).toEqual({ 'birth-certificate': 1 });
});

it('erasing leaves nothing of it', async () => {
  await countSpared(db, CODE, ['birth-certificate'], at(0));
  await rememberPapers(db, '1.004884', ['birth-certificate']);
  await eraseAll(db);
  expect(await sparedPapers(db)).toEqual({});
  expect((await papersOf(db, ['1.004884'])).size).toBe(0);
});
