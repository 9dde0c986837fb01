/**
 * Keeps the ledger usable. What fails is mended and tried once more; where nothing helps, the caller is told so and
 * goes on with what it has in its hands.
 *
 *   cut off → opened again · full → the older half goes, then all · broken → begun anew · hopeless → null
 */
import { nowInstant } from '../../utils/dossier/time';
import type { Ledger } from '../../utils/ledger/database';
import { beginAnew, checkShape, markOf, putMark, reopen, troubleOf, tryOut } from '../../utils/ledger/mend';
import {
  type LedgerNotices,
  ledgerMark,
  ledgerNotices,
  noteLedger,
  setLedgerMark,
} from '../../utils/platform/ledger-notices';

/** After a mending that did not help nothing is tried for so long: the store gives room back some seconds later. */
const REST_MS = 3_000;
/** Full again so soon after a purge: only an empty ledger helps. */
const SOON_MS = 600_000;
/** Kept when there is no room. */
const SHARE = 0.5;

export interface LedgerKeeper {
  /** Writes to the ledger. @returns null when nothing can be kept now */
  write<T>(deed: (db: Ledger) => Promise<T>): Promise<{ done: T } | null>;
  /** Reads from it, also while nothing can be kept. @returns null when it cannot be read now */
  read<T>(deed: (db: Ledger) => Promise<T>): Promise<{ done: T } | null>;
  /**
   * Sees to it that the ledger is the one that it was, and works; once in a worker's life, or `again`.
   * @returns whether it works now
   */
  check(again?: boolean): Promise<boolean>;
  /** After an error of the ledger. @returns whether what failed may be done again */
  mend(error: unknown): Promise<boolean>;
  /** The officer erased everything: what follows is no loss. */
  erase(deed: () => Promise<void>): Promise<void>;
}

export function createLedgerKeeper({
  db,
  renew,
  purgeToShare,
  now,
}: {
  db: () => Ledger;
  /** The ledger was begun anew; null: nothing could be, and the next caller tries to open it. */
  renew: (fresh: Ledger | null) => void;
  /** @returns how many dossiers went */
  purgeToShare: (db: Ledger, share: number) => Promise<number>;
  /** ms */
  now: () => number;
}): LedgerKeeper {
  let mending: Promise<boolean> | null = null;
  let restUntil = 0;
  let purgedAt = Number.NEGATIVE_INFINITY;
  let checked: Promise<boolean> | null = null;
  let unwritable: boolean | undefined;

  const note = (change: Partial<LedgerNotices>) => noteLedger(change);
  const at = () => nowInstant(now());

  const begin = async (notice: Partial<LedgerNotices>): Promise<boolean> => {
    await note(notice);
    await setLedgerMark(undefined);
    const anew = await beginAnew(db());
    renew(anew);
    if (anew) await markNew();
    return anew !== null;
  };

  const markNew = async () => {
    const mark = crypto.randomUUID();
    await putMark(db(), mark);
    await setLedgerMark(mark);
  };

  const makeRoom = async (): Promise<boolean> => {
    if (now() - purgedAt > SOON_MS) {
      purgedAt = now();
      try {
        const gone = await purgeToShare(db(), SHARE);
        if (gone > 0) await note({ full: { at: at(), fresh: false } });
        await tryOut(db());
        return true;
      } catch {
        return false; // The store gives the room back some seconds later.
      }
    }
    return begin({ full: { at: at(), fresh: true } });
  };

  const repair = async (error: unknown): Promise<boolean> => {
    const mended =
      troubleOf(error) === 'full'
        ? await makeRoom()
        : (await reopen(db())) || (await begin({ damaged: { at: at() } }));
    if (!mended) {
      restUntil = now() + REST_MS;
      unwritable = true;
      await note({ unwritable: { at: at() } });
    }
    return mended;
  };

  const mend = (error: unknown): Promise<boolean> => {
    if (troubleOf(error) === null || now() < restUntil) return Promise.resolve(false);
    mending ??= repair(error).finally(() => {
      mending = null;
    });
    return mending;
  };

  const wroteWell = async () => {
    unwritable ??= (await ledgerNotices()).unwritable !== undefined;
    if (!unwritable) return;
    unwritable = false;
    await note({ unwritable: undefined });
  };

  /** The browser throws a damaged store away by itself, without a word: then the mark is gone. */
  const look = async (): Promise<void> => {
    await checkShape(db());
    const known = await ledgerMark();
    const mark = await markOf(db());
    if (known !== undefined && known === mark) return;
    if (known !== undefined && mark === null) await note({ damaged: { at: at() } });
    await markNew();
  };

  const tryOnce = async <T>(deed: () => Promise<T>): Promise<{ done: T } | { failed: unknown }> => {
    try {
      return { done: await deed() };
    } catch (error) {
      if (troubleOf(error) === null) throw error;
      return { failed: error };
    }
  };

  const attempt = async <T>(deed: (db: Ledger) => Promise<T>): Promise<{ done: T } | null> => {
    const first = await tryOnce(() => deed(db()));
    const last = 'failed' in first && (await mend(first.failed)) ? await tryOnce(() => deed(db())) : first;
    return 'failed' in last ? null : last;
  };

  const writeNow: LedgerKeeper['write'] = async (deed) => {
    if (now() < restUntil) return null;
    const written = await attempt(deed);
    if (written) await wroteWell();
    return written;
  };

  /** Once in a worker's life, before anything else: nothing is written where it would not be found. */
  const check = (again = false): Promise<boolean> => {
    if (again) checked = null;
    checked ??= writeNow(async (ledger) => {
      if (again) await tryOut(ledger);
      await look();
    }).then((outcome) => outcome !== null);
    return checked;
  };

  return {
    async write(deed) {
      await check();
      return writeNow(deed);
    },
    async read(deed) {
      await check();
      return attempt(deed);
    },
    check,
    mend,
    async erase(deed) {
      await setLedgerMark(undefined);
      await deed();
      await noteLedger({ damaged: undefined, full: undefined, purged: undefined });
      await markNew();
    },
  };
}
