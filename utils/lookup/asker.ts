/**
 * The one queue of the browser for questions to other systems. It lives in the background, which may die at any time:
 * what is asked stands in the ledger before the request goes, and `resume` takes up what a dead worker left.
 *
 *   askNow → paused? fresh? → asking rows → one line a host (most wanted first) → answer-question → endAsking
 */
import { type DossierCode, parseCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import { nowInstant, toInstant } from '../dossier/time';
import { dropAsking, endAsking, endUnwanted, startAsking, wasSent } from '../ledger/asking';
import type { Asking } from '../ledger/database';
import type { LedgerFile } from '../ledger/find';
import { pausedSystems } from '../ledger/pauses';
import type { Settings } from '../policy/settings';
import type { System } from '../systems/system';
import {
  type AskerOptions,
  createAnswering,
  fileOf,
  keyOf,
  LOOK_AGAIN_MS,
  type Question,
} from './answer-question';
import { canAskNow } from './can-ask';
import { codesFor } from './codes-for';
import { isFresh, wasTried } from './freshness';
import { createHostLines } from './host-lines';
import { nextTurn } from './pace';
import { planSystems } from './plan-systems';
import { holdersByProcedure } from './procedure-holders';
import { reasonOf, type Why } from './reasons';
import { requestOf } from './request';

/** A line that moves again within so long is only full. */
const PUT_OFF_MS = 120_000;

export type { AskerOptions } from './answer-question';

/** What becomes of each system that was to be asked. */
export interface Asked {
  asked: SystemId[];
  /** Cannot be asked by a request, or not without a click. */
  openOnly: SystemId[];
  /** The ledger's own word is young enough. */
  fresh: SystemId[];
  /** The officer or the office wants them left alone. */
  paused: SystemId[];
}

export interface Asker {
  /**
   * Asks because somebody wants to know. Absent `systems`: all that can hold the dossier and of which the ledger's word
   * is not fresh; systems that are named are asked in any case. Answers at once; what comes back goes to the ledger.
   * @param page where nobody clicked: the page that shows it, without which nobody wants to know
   */
  askNow(
    code: DossierCode,
    systems: readonly SystemId[] | undefined,
    why: Why,
    leaveOut?: readonly SystemId[],
    page?: string,
  ): Promise<Asked>;
  /**
   * Takes up what a worker that died had under way. What is too old to be still wanted ends as unreachable where a request
   * was made for it; where none was, it was never asked.
   */
  resume(): Promise<void>;
  /** Takes back what waits: for a system or all, for one reason or any; what is under way comes to its end. */
  takeBack(system?: SystemId, why?: Why): Promise<void>;
  /** Systems whose host is left alone for longer than a minute's share would have it. */
  putOff(): Promise<ReadonlySet<SystemId>>;
  /** Settings or pauses changed, or a page is gone: whoever waits looks again. */
  wake(): void;
  /** Resolves when nothing is queued or under way. */
  idle(): Promise<void>;
}

export function createAsker(options: AskerOptions): Asker {
  const { db, settings, ports, now } = options;
  const wait = ports.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const answering = createAnswering(options, (key) => lines.remove(key));
  const lines = createHostLines<Question>(answering.serve, wait);

  const enabled = ({ systems, disabled }: Settings): Map<SystemId, System> =>
    new Map(systems.filter(({ id }) => !disabled.includes(id)).map((system) => [system.id, system]));

  const enqueue = (row: Asking, host: string): void => {
    const { code, system, why } = row;
    const { rank, wantedMs } = reasonOf(why);
    lines.add(host, {
      key: keyOf(row),
      code,
      system,
      why,
      rank,
      wantedUntil: toInstant(row.since) + wantedMs,
    });
  };

  const mayAskUnbidden = async (
    system: System,
    host: string,
    file: LedgerFile,
    inForce: Settings,
    pages: readonly string[],
  ): Promise<boolean> =>
    !wasTried(system.id, file, inForce, now()) && ((await ports.mayAskAlone?.(system, host, pages)) ?? false);

  let resuming: Promise<void> = Promise.resolve();
  const resume = (): Promise<void> => {
    resuming = takeUp();
    return resuming;
  };

  const takeUp = async (): Promise<void> => {
    // The alarm that brought us here is spent: who waits for its turn sets the next.
    lines.wake();
    const systems = enabled(await settings());
    for (const row of await db.asking.toArray()) {
      if (lines.isServed(keyOf(row))) ports.wakeAt?.(now() + LOOK_AGAIN_MS);
      if (lines.has(keyOf(row))) continue;
      const { code, system: id, unwanted } = row;
      const system = systems.get(id);
      const host = system && requestOf(system, code)?.url.host;
      if (!host || unwanted) {
        await dropAsking(db, row);
        answering.tell([code]);
      } else if (now() - toInstant(row.since) <= reasonOf(row.why).wantedMs) {
        enqueue(row, host);
      } else if (await wasSent(db, row, (await fileOf(db, code)).codes)) {
        const attempt = { code, system: id, outcome: 'unreachable' as const, at: nowInstant(now()) };
        answering.tell(await endAsking(db, attempt));
      } else if (await dropAsking(db, row)) answering.tell([code]);
    }
  };

  return {
    async askNow(code, wanted, why, leaveOut = [], page = undefined) {
      // What a dead worker left is no answer to this click.
      await resuming.catch(() => undefined);
      const pages = page === undefined ? [] : [page];
      const inForce = await settings();
      const [file, left] = await Promise.all([fileOf(db, code), pausedSystems(db, now())]);
      const systems = enabled(inForce);
      const parsed = file.codes.flatMap((each) => parseCode(each) ?? []);
      const found = file.sightings.filter(({ outcome }) => outcome === 'found');
      const all = [...systems.values()];
      const byProcedure = holdersByProcedure(found, await ports.procedures(found), all);
      const seen = found.map(({ system }) => system);
      const plan = wanted ?? planSystems(parsed, { systems: all, disabled: [] }, seen, byProcedure);
      const answer: Asked = { asked: [], openOnly: [], fresh: [], paused: [] };
      const questions: { row: Asking; host: string }[] = [];
      const since = nowInstant(now());
      for (const id of new Set(plan)) {
        const system = systems.get(id);
        if (!system || leaveOut.includes(id)) continue;
        const can = codesFor(system, file).length > 0 && (await canAskNow(system, inForce, ports));
        const host = can ? requestOf(system, code)?.url.host : undefined;
        if (!host) answer.openOnly.push(id);
        else if (inForce.pauseAsking || left.has(id)) answer.paused.push(id);
        else if (!wanted && isFresh(id, file, inForce, now())) answer.fresh.push(id);
        else if (why === 'page' && !(await mayAskUnbidden(system, host, file, inForce, pages)))
          answer.openOnly.push(id);
        else {
          answer.asked.push(id);
          // The same dossier may be asked already under its other code.
          const same = file.asking.find((row) => row.system === id);
          // A list asks for it already, and would wait longer.
          if (why === 'page' && same?.why === 'batch' && !same.unwanted) continue;
          const row = {
            code: same?.code ?? code,
            system: id,
            since,
            why,
            ...(page !== undefined && { pages }),
          };
          questions.push({ row, host });
        }
      }
      const rows = questions.map(({ row }) => row);
      const goesBefore = (known: Asking, other: Asking) =>
        reasonOf(other.why).rank < reasonOf(known.why).rank;
      // First the alarm: a worker that dies with the question written is woken for it.
      if (rows.length > 0) ports.wakeAt?.(now() + LOOK_AGAIN_MS);
      await startAsking(db, rows, file.tries, goesBefore);
      for (const { row, host } of questions) enqueue(row, host);
      if (questions.length > 0) answering.tell(file.codes);
      return answer;
    },

    resume,

    async takeBack(only, reason) {
      const rows = (await db.asking.toArray()).filter(
        (row) => (!only || row.system === only) && (!reason || row.why === reason),
      );
      const dropped: DossierCode[] = [];
      for (const row of rows) {
        // Looked at one by one: while one is dropped, the lines go on, and what was sent is to be taken in.
        if (lines.isServed(keyOf(row))) {
          await endUnwanted(db, row);
          continue;
        }
        lines.remove(keyOf(row));
        if (await dropAsking(db, row)) dropped.push(row.code);
        // Somebody else wants it by now: it stands in line again.
        else await resume();
      }
      answering.tell(dropped);
      lines.wake();
    },

    async putOff() {
      const inForce = await settings();
      const resting = new Set<string>();
      for (const pace of await db.hosts.toArray())
        if (nextTurn(pace, inForce, now()).at > now() + PUT_OFF_MS) resting.add(pace.host);
      const hostOf = (system: System) => requestOf(system, 'X')?.url.host ?? '';
      return new Set(inForce.systems.filter((system) => resting.has(hostOf(system))).map(({ id }) => id));
    },

    wake: lines.wake,
    idle: lines.idle,
  };
}
