/** What breaks a ledger is known by its name, and a store of another make is thrown away, not written into. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { openLedger } from '../../../utils/ledger/database';
import { beginAnew, markOf, putMark, reopen, troubleOf, tryOut } from '../../../utils/ledger/mend';
import { record } from '../../../utils/ledger/record';
import { seen } from './seen-dossier';

function otherMake(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 9_000);
    opening.onupgradeneeded = () => {
      for (const table of ['latest', 'meta', 'links', 'tries', 'changes'])
        opening.result.createObjectStore(table, { keyPath: 'number', autoIncrement: true });
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => reject(opening.error);
  });
}

const failing = (deed: Promise<unknown>): Promise<unknown> =>
  deed.then(
    () => null,
    (error: unknown) => error,
  );

it('a store of another make is trouble, does not work when opened again, and works when begun anew', async () => {
  await otherMake('other-make');
  const db = openLedger('other-make');
  expect(troubleOf(await failing(tryOut(db)))).toBe('broken');
  expect(await reopen(db)).toBe(false);
  const fresh = await beginAnew(db);
  if (!fresh) throw new Error('not begun anew');
  await record(fresh, [seen(0)]);
  expect(await fresh.latest.count()).toBe(1);
  await fresh.delete();
});

it('a whole ledger works, keeps its mark, and is tried out without a trace', async () => {
  const db = openLedger('whole');
  expect(await markOf(db)).toBeNull();
  await putMark(db, 'one');
  await tryOut(db);
  expect(await reopen(db)).toBe(true);
  expect(await markOf(db)).toBe('one');
  expect(await db.tries.count()).toBe(0);
  await db.delete();
});

const named = (name: string) => Object.assign(new Error('x'), { name });
it.each([
  ['the browser’s own word for no room', named('QuotaExceededError'), 'full'],
  ['no room inside an abort', new Dexie.AbortError('x', named('QuotaExceededError')), 'full'],
  [
    'a bulk write whose rows found no room',
    { name: 'BulkError', failures: [named('QuotaExceededError')] },
    'full',
  ],
  ['an unreadable store', named('UnknownError'), 'broken'],
  ['a bug of ours', new TypeError('x'), null],
  ['no error at all', undefined, null],
] as const)('%s', (_, error, trouble) => {
  expect(troubleOf(error)).toBe(trouble);
});
