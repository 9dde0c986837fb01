/** A ledger that cannot be read or written: how that shows, whether it works again, and how it begins anew. */
import Dexie from 'dexie';
import { type Ledger, openLedger, rowsOfCodes } from './database';

/** What the store says when it is broken, of another make, or cut off; a bug of ours has other names. */
const TROUBLES: ReadonlySet<string> = new Set([
  'UnknownError',
  'DataError',
  'NotFoundError',
  'NotReadableError',
  'InvalidStateError',
  'VersionError',
  'SchemaError',
  'UpgradeError',
  'OpenFailedError',
  'DatabaseClosedError',
  'MissingAPIError',
  'TimeoutError',
  'AbortError',
  'InvalidAccessError',
]);

export type Trouble = 'full' | 'broken';

/** @returns null for an error that is none of the store's */
export function troubleOf(error: unknown): Trouble | null {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return 'full';
  return names.some((name) => TROUBLES.has(name)) ? 'broken' : null;
}

/** Dexie wraps what the browser said, and a bulk write carries the failures of its rows. */
function namesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown };
  const [first] = Array.isArray(failures) ? (failures as unknown[]) : [];
  return [...(typeof name === 'string' ? [name] : []), ...namesOf(inner), ...namesOf(first)];
}

/** A store that another make of the ledger left may take every row and find none. @throws where it is not ours */
export async function checkShape(db: Ledger): Promise<void> {
  if (!db.isOpen()) await db.open();
  const native = db.backendDB();
  const work = native.transaction([...native.objectStoreNames]);
  for (const { name, schema } of db.tables) {
    const store = work.objectStore(name);
    const keys = [store.keyPath, ...[...store.indexNames].map((index) => store.index(index).keyPath)].map(
      String,
    );
    const wanted = [schema.primKey, ...schema.indexes].map(({ keyPath }) => String(keyPath));
    if (keys[0] !== wanted[0] || wanted.some((key) => !keys.includes(key)))
      throw new Dexie.SchemaError(`table ${name} is of another make`);
  }
}

/** Tries what the background does all day: finding by code, and writing. @throws what the store says */
export async function tryOut(db: Ledger): Promise<void> {
  await checkShape(db);
  await Promise.all([
    rowsOfCodes(db.latest, ['?']),
    rowsOfCodes(db.tries, ['?']),
    db.changes.where('[code+system]').equals(['?', '?']).count(),
    db.links.where('a').equals('?').count(),
    db.latest.orderBy('seenAt').last(),
  ]);
  const row = { code: '?', system: '?', outcome: 'found', at: '' } as const;
  await db.transaction('rw', db.tables, async () => {
    await db.tries.put(row);
    await db.tries.delete([row.code, row.system]);
  });
}

async function works(db: Ledger): Promise<boolean> {
  try {
    await tryOut(db);
    return true;
  } catch {
    return false; // Whatever is wrong: it does not work.
  }
}

/** Opens it again: a connection that the browser cut is whole then. @returns whether it works now */
export async function reopen(db: Ledger): Promise<boolean> {
  db.close({ disableAutoOpen: false });
  return works(db);
}

/**
 * Throws away what is there and begins with nothing. The ledger given is of no use afterwards: it has taken on the make of
 * what it found. @returns the new one, or null while there is no room even for an empty one, or another page holds it
 */
export async function beginAnew(db: Ledger): Promise<Ledger | null> {
  try {
    db.close();
    await Dexie.delete(db.name);
    const fresh = openLedger(db.name);
    return (await works(fresh)) ? fresh : null;
  } catch {
    return null; // The store does not even let go: nothing can be kept now.
  }
}

const BORN = 'born';

/** The mark by which a ledger is known to be the one that it was; null where it has none. */
export async function markOf(db: Ledger): Promise<string | null> {
  const value = (await db.meta.get(BORN))?.value;
  return typeof value === 'string' ? value : null;
}

export async function putMark(db: Ledger, mark: string): Promise<void> {
  await db.meta.put({ key: BORN, value: mark });
}
