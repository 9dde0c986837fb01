/** A worker that dies at a chosen step: at that moment its transactions are rolled back and nothing of it goes on. */
import { type Ledger, openLedger } from '../../../utils/ledger/database';

export interface Life {
  db: Ledger;
  /** Steps taken so far: every call of a port and every reading and writing in the ledger. */
  steps(): number;
  dead: Promise<void>;
  /** Takes a step; once the worker is dead, never returns. */
  step<T>(deed: () => Promise<T>): Promise<T>;
}

/** @param diesAt the step at which it dies, counted from 1; Infinity: it lives */
export function newLife(name: string, diesAt: number): Life {
  let taken = 0;
  let die: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  const open = new Set<IDBTransaction>();
  const never = () => new Promise<never>(() => undefined);

  const isDead = (): boolean => {
    taken += 1;
    if (taken < diesAt) return false;
    for (const transaction of open) {
      open.delete(transaction);
      transaction.abort();
    }
    die();
    return true;
  };

  /** What was under way when its transaction was rolled back is not heard of any more. */
  const alive = <T>(deed: () => Promise<T>): Promise<T> =>
    isDead() ? never() : deed().catch((error: unknown) => (taken < diesAt ? Promise.reject(error) : never()));

  const db = openLedger(name);
  db.use({
    stack: 'dbcore',
    name: 'mortal',
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        const transaction = core.transaction(stores, mode, options) as IDBTransaction;
        open.add(transaction);
        transaction.addEventListener('complete', () => open.delete(transaction));
        transaction.addEventListener('abort', () => open.delete(transaction));
        return transaction;
      },
      table(tableName) {
        const table = core.table(tableName);
        return {
          ...table,
          get: (request) => alive(async () => table.get(request)),
          getMany: (request) => alive(async () => table.getMany(request)),
          query: (request) => alive(async () => table.query(request)),
          mutate: (request) => alive(async () => table.mutate(request)),
        };
      },
    }),
  });

  // A transaction that was committing when the worker died is rolled back too, and nobody hears of it.
  const transaction = db.transaction.bind(db) as (...how: unknown[]) => PromiseLike<unknown>;
  const heard = (...how: unknown[]) =>
    transaction(...how).then(undefined, (error: unknown) =>
      taken < diesAt ? Promise.reject(error) : never(),
    );
  Object.assign(db, { transaction: heard });

  // Dexie would tell of every forgotten connection when the test's database goes.
  db.on('versionchange', () => {
    db.close();
    return false;
  });

  return {
    db,
    steps: () => taken,
    dead,
    step: async (deed) => {
      if (isDead()) return never();
      const done = await deed();
      return taken >= diesAt ? never() : done;
    },
  };
}
