/**
 * Works a list of dossiers through the queue, a few at a time and after everything else. Where somebody must sign in, the
 * list stops and says so; signed in, it goes on. All that is known of it stands in the ledger.
 */
import type { DossierCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import { nowInstant } from '../dossier/time';
import {
  backInLine,
  beginBatch,
  currentBatch,
  isMade,
  itemsOf,
  putItem,
  steerBatch,
} from '../ledger/batch-list';
import type { Asking, Batch, BatchItem, CodeOnSystem, Ledger, Try } from '../ledger/database';
import type { Settings } from '../policy/settings';
import { fileOf, LOOK_AGAIN_MS } from './answer-question';
import type { Asker } from './asker';

export interface BatchOptions {
  db: Ledger;
  settings(): Promise<Settings> | Settings;
  asker: Asker;
  now(): number;
  /** The worker may die before the list is done: wake one then (ms since 1970) and let it `look`. */
  wakeAt?(time: number): void;
}

export interface BatchRunner {
  /** @param id made up by who asks, so that a message sent twice is one list */
  start(id: string, codes: readonly DossierCode[]): Promise<void>;
  pause(): Promise<void>;
  /** @param leaveOut a system that the rest of the list is not asked of */
  resume(leaveOut?: SystemId): Promise<void>;
  cancel(): Promise<void>;
  /** The officer has a page of this system before him: a list that waits for his sign-in there goes on. */
  signedIn(system: SystemId): Promise<void>;
  /** Something may have been answered: takes note and asks for the next. Calls wait for one another. */
  look(): Promise<void>;
}

/** Dossiers under way at once: enough that every host has one waiting. */
const UNDER_WAY = 5;
/** A dossier whose questions were dropped so often (a tab closed, data erased) is let go. */
const ROUNDS = 3;

export function createBatchRunner({ db, settings, asker, now, wakeAt }: BatchOptions): BatchRunner {
  let looking: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  const inTurn = (deed: () => Promise<void>): Promise<void> => {
    const done = looking.then(deed);
    // Whoever asked hears of a failure; the next deed is not its victim.
    looking = done.catch(() => undefined);
    return done;
  };

  const stop = async (
    { id }: Batch,
    from: Batch['state'][],
    change: Parameters<typeof steerBatch>[3],
  ): Promise<void> => {
    if (await steerBatch(db, id, from, change)) await asker.takeBack(undefined, 'batch');
  };

  /** @returns false when the list stopped here */
  const settle = async (batch: Batch, item: BatchItem): Promise<boolean> => {
    const { since = '', systems = [], answered = [], rounds = 0 } = item;
    const file = await fileOf(db, item.code);
    if (file.asking.some(({ system }) => systems.includes(system))) return true;
    const made = file.tries.filter((one) => systems.includes(one.system) && isMade(one, since));
    if (await stopsAtLogin(batch, made)) return false;
    const known = [...answered, ...made.map(({ system }) => system)];
    const again = systems.some((system) => !known.includes(system)) && rounds + 1 < ROUNDS;
    await putItem(db, {
      ...item,
      state: again ? 'waiting' : 'done',
      answered: known,
      rounds: rounds + 1,
    });
    if (batch.careful && !again) await steerBatch(db, batch.id, ['running'], { state: 'running' });
    return true;
  };

  const stopsAtLogin = async (batch: Batch, made: readonly Try[]): Promise<boolean> => {
    const signedOut = made.find(({ outcome }) => outcome === 'not-signed-in');
    if (signedOut) await stop(batch, ['running'], { state: 'paused', waitsFor: signedOut.system });
    return signedOut !== undefined;
  };

  /** What was said to the dossiers under way so far, whatever else is still to come. */
  const triesOf = async (asked: BatchItem[]): Promise<Try[]> => {
    const keys = asked.flatMap(({ code, systems = [], since = '' }) =>
      systems.map((system) => ({ key: [code, system] as CodeOnSystem, since })),
    );
    const tries = await db.tries.bulkGet(keys.map(({ key }) => key));
    return tries.flatMap((one, at) => (one && isMade(one, keys[at]?.since ?? '') ? one : []));
  };

  const askNext = async (batch: Batch, item: BatchItem): Promise<void> => {
    wakeAt?.(now() + LOOK_AGAIN_MS);
    const since = nowInstant(now());
    const leaveOut = [...(batch.leaveOut ?? []), ...(item.answered ?? [])];
    const { asked } = await asker.askNow(item.code, undefined, 'batch', leaveOut);
    // Noted afterwards: a worker that dies in between asks again, and what was asked already is known as such.
    const state = asked.length > 0 ? 'asked' : 'done';
    // Stopped while it was asked: it is not wanted any more.
    if (!(await putItem(db, { ...item, since, systems: asked, state })))
      await asker.takeBack(undefined, 'batch');
  };

  const lookNow = async (): Promise<void> => {
    const batch = await currentBatch(db);
    if (batch?.state !== 'running') return;
    // Its questions are dropped meanwhile: that is no round of theirs.
    if ((await settings()).pauseAsking) return backInLine(db, batch.id);
    const pending = await db.asking.toArray();
    const before = await itemsOf(db, batch.id);
    if (await stopsAtLogin(batch, await triesOf(before.filter(({ state }) => state === 'asked')))) return;
    for (const item of before) {
      const { code, state, systems = [] } = item;
      const waits = pending.some((row) => row.code === code && systems.includes(row.system));
      if (state === 'asked' && !waits && !(await settle(batch, item))) return;
    }
    while (await isRunning(batch)) {
      const careful = (await currentBatch(db))?.careful;
      const items = await itemsOf(db, batch.id);
      const next = items.find(({ state }) => state === 'waiting');
      const asked = items.filter(({ state }) => state === 'asked');
      if (!next && asked.length === 0 && items.length > 0)
        await steerBatch(db, batch.id, ['running'], { state: 'done' });
      const underWay = await goingOn(asked);
      if (!next || underWay >= (careful ? 1 : UNDER_WAY)) return;
      await askNext(batch, next);
    }
  };

  /** Without those that wait for hosts alone that are left alone for long: for them the list does not stand still. */
  const goingOn = async (asked: BatchItem[]): Promise<number> => {
    const putOff = await asker.putOff();
    const rows = await db.asking.toArray();
    const stalls = ({ code }: BatchItem): boolean => {
      const own = rows.filter((row) => row.code === code);
      const waits = ({ system, otherHost }: Asking) => putOff.has(system) || (otherHost?.at ?? 0) > now();
      return own.length > 0 && own.every(waits);
    };
    return asked.filter((item) => !stalls(item)).length;
  };

  const isRunning = async ({ id }: Batch): Promise<boolean> => {
    const batch = await currentBatch(db);
    return batch?.id === id && batch.state === 'running';
  };

  /** At once, not in turn: whoever stops a list does not wait for what it has begun. */
  const halt = async (from: Batch['state'][], state: 'paused' | 'cancelled'): Promise<void> => {
    const batch = await currentBatch(db);
    if (batch) await stop(batch, from, { state });
  };

  const goOn = (waitsFor: SystemId | undefined, leaveOut?: SystemId): Promise<void> =>
    inTurn(async () => {
      const batch = await currentBatch(db);
      if (batch?.state !== 'paused' || (waitsFor !== undefined && batch.waitsFor !== waitsFor)) return;
      const left = [...(batch.leaveOut ?? []), ...(leaveOut === undefined ? [] : [leaveOut])];
      await steerBatch(db, batch.id, ['paused'], { state: 'running', leaveOut: left, careful: true });
      await lookNow();
    });

  return {
    start: (id, codes) =>
      inTurn(async () => {
        const before = await currentBatch(db);
        if (before && before.id !== id) await asker.takeBack(undefined, 'batch');
        await beginBatch(db, { id, at: nowInstant(now()), state: 'running', careful: true }, [
          ...new Set(codes),
        ]);
        await lookNow();
      }),
    pause: () => halt(['running'], 'paused'),
    resume: (leaveOut) => goOn(undefined, leaveOut),
    cancel: () => halt(['running', 'paused'], 'cancelled'),
    signedIn: (system) => goOn(system),
    look() {
      // One that has not begun yet will see all there is to see.
      next ??= inTurn(() => {
        next = null;
        return lookNow();
      });
      return next;
    },
  };
}
