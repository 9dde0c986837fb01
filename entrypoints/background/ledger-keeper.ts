/**
 * Keeps the ledger usable. What fails is mended and tried once more; where nothing helps, the caller is told so and
 * goes on with what it has in its hands.
 *
 *   cut off → opened again · full → the older half goes, then all · broken → begun anew · hopeless → null
 */
import { nowInstant } from '../../utils/dossier/time';
import type { Ledger } from '../../utils/ledger/database';
import { beginAnew, markOf, putMark, reopen, troubleOf, works } from '../../utils/ledger/mend';
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
  /** Does something with the ledger. @returns null when it can neither be read nor written now */
  attempt<T>(deed: (db: Ledger) => Promise<T>): Promise<{ done: T } | null>;
  /** Tells whether the ledger is the one that it was, and works. @returns whether something had to be mended */
  check(): Promise<boolean>;
  /** The officer erased everything: what follows is no loss. */
  erase(deed: () => Promise<void>): Promise<void>;
}

export function createLedgerKeeper({
  db,
  purgeToShare,
  now,
}: {
  db: () => Ledger;
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
    if (anew) await markNew();
    return anew;
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
        await purgeToShare(db(), SHARE);
        await note({ full: { at: at(), fresh: false } });
        if (await works(db())) return true;
      } catch {
        // Not even forgetting is possible: all goes.
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
    if (now() < restUntil) return Promise.resolve(false);
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
  const look = async (): Promise<boolean> => {
    const known = await ledgerMark();
    const mark = await markOf(db());
    if (known !== undefined && known === mark) return false;
    const lost = known !== undefined && mark === null;
    if (lost) await note({ damaged: { at: at() } });
    await markNew();
    return lost;
  };

  const tryOnce = async <T>(deed: () => Promise<T>): Promise<{ done: T } | { failed: unknown }> => {
    try {
      return { done: await deed() };
    } catch (error) {
      if (troubleOf(error) === null) throw error;
      return { failed: error };
    }
  };

  const attempt: LedgerKeeper['attempt'] = async (deed) => {
    if (now() < restUntil) return null;
    const first = await tryOnce(() => deed(db()));
    const last = 'failed' in first && (await mend(first.failed)) ? await tryOnce(() => deed(db())) : first;
    if ('failed' in last) return null;
    await wroteWell();
    return last;
  };

  return {
    attempt,
    check() {
      checked ??= attempt(look).then((outcome) => outcome === null || outcome.done);
      return checked;
    },
    async erase(deed) {
      await setLedgerMark(undefined);
      await deed();
      await noteLedger({ damaged: undefined, full: undefined, purged: undefined });
      await markNew();
    },
  };
}
