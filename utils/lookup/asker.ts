/**
 * The one queue of the browser for questions to other systems. It lives in the background, which may die at any time:
 * what is asked stands in the ledger before the request goes, and `resume` takes up what a dead worker left.
 *
 *   askNow → asking rows → one line a host (one in flight, ten a minute, not before Retry-After) → ask → endAsking
 */
import { type DossierCode, parseCode } from '../dossier/code';
import type { Reading, Sighting, SystemId } from '../dossier/sighting';
import { nowInstant, toInstant } from '../dossier/time';
import { dropAsking, endAsking, startAsking } from '../ledger/asking';
import type { Ledger } from '../ledger/database';
import { find, type LedgerFile } from '../ledger/find';
import { type KnownProcedures, sightingOf } from '../ledger/sighting-of';
import type { Settings } from '../policy/settings';
import type { System } from '../systems/system';
import type { LookupAnswer } from './answer';
import { type AskPorts, ask } from './ask';
import { createHostLines } from './host-lines';
import { nextTurn, noteNotBefore, noteSent, paceOf } from './pace';
import { planSystems } from './plan-systems';
import { requestOf } from './request';

export interface AskerOptions {
  db: Ledger;
  settings(): Promise<Settings> | Settings;
  ports: Omit<AskPorts, 'now'> & {
    /** The catalogue of procedures, as far as these readings need it. */
    procedures(readings: Reading[]): Promise<KnownProcedures>;
    /** Waits so many milliseconds; a timer by default. */
    wait?(ms: number): Promise<void>;
    /** A wait may outlive this worker: wake one then (ms since 1970) and let it `resume`. */
    wakeAt?(time: number): void;
  };
  now(): number;
  /** These dossiers' views may say something else now. */
  onChange(codes: DossierCode[]): void | Promise<void>;
}

export interface Asker {
  /**
   * Asks because the officer clicked. Absent `systems`: all that can hold the dossier. Answers at once; what comes back
   * goes to the ledger. `openOnly`: systems that cannot be asked by a request.
   */
  askNow(
    code: DossierCode,
    systems: readonly SystemId[] | undefined,
    why: string,
  ): Promise<{ asked: SystemId[]; openOnly: SystemId[] }>;
  /** Takes up what a worker that died had under way; what is too old to be still wanted ends as unreachable. */
  resume(): Promise<void>;
  /** Resolves when nothing is queued or under way. */
  idle(): Promise<void>;
}

/** Nobody waits longer for an answer in front of a page. */
const WANTED_MS = 120_000;

/** Chrome ends a worker after 30 idle seconds. */
const SHORT_WAIT_MS = 20_000;

interface Question {
  code: DossierCode;
  system: SystemId;
}

export function createAsker({ db, settings, ports, now, onChange }: AskerOptions): Asker {
  const lines = createHostLines();
  const queued = new Set<string>();
  const wait = ports.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));

  const enabledSystems = async (): Promise<Map<SystemId, System>> => {
    const { systems, disabled } = await settings();
    return new Map(systems.filter(({ id }) => !disabled.includes(id)).map((system) => [system.id, system]));
  };

  const fileOf = async (code: DossierCode): Promise<LedgerFile> =>
    (await find(db, [code]))[0] ?? { codes: [code], sightings: [], tries: [], asking: [] };

  const enqueue = (question: Question, host: string): void => {
    const key = keyOf(question);
    if (queued.has(key)) return;
    queued.add(key);
    lines.add(host, async () => {
      try {
        await answerQuestion(question);
      } finally {
        queued.delete(key);
      }
    });
  };

  /** Waits for the host's turn. False when it is further away than anybody waits. */
  const takeTurn = async (host: string): Promise<boolean> => {
    const give = now() + WANTED_MS;
    for (;;) {
      const at = nextTurn(await paceOf(db, host), now());
      if (at > give) return false;
      if (at <= now()) break;
      if (at - now() > SHORT_WAIT_MS) ports.wakeAt?.(at);
      await wait(at - now());
    }
    await noteSent(db, host, now());
    return true;
  };

  const answerQuestion = async (question: Question): Promise<void> => {
    const system = (await enabledSystems()).get(question.system);
    const codes = system ? codesFor(system.id, await fileOf(question.code)) : [];
    if (!system || codes.length === 0) {
      await dropAsking(db, question.code, question.system);
      tell([question.code]);
      return;
    }
    const absentUnder: DossierCode[] = [];
    for (const code of codes) {
      const host = requestOf(system, code)?.url.host ?? '';
      if (!(await db.asking.get([question.code, question.system]))) return;
      const answer = (await takeTurn(host))
        ? await ask(system, code, { ...ports, now })
        : await toldToWait(host);
      if (answer.retryAt) await noteNotBefore(db, host, toInstant(answer.retryAt));
      if (answer.outcome !== 'not-found') return end(question, answer, [code]);
      absentUnder.push(code);
      // Absent is what is absent under all its codes.
      if (absentUnder.length === codes.length) return end(question, answer, absentUnder);
    }
  };

  const toldToWait = async (host: string): Promise<LookupAnswer> => {
    const retryAt = nowInstant((await paceOf(db, host)).notBefore);
    return { outcome: 'rate-limited', retryAt, durationMs: 0, bytes: 0 };
  };

  const end = async (question: Question, answer: LookupAnswer, codes: DossierCode[]): Promise<void> => {
    const { outcome, reading, retryAt, durationMs } = answer;
    const seenAt = nowInstant(now());
    const { system } = question;
    const how = { system, via: 'lookup', seenAt } as const;
    const procedures = reading && (await ports.procedures([reading]));
    const sightings = codes.map(
      (code): Sighting =>
        reading && procedures
          ? sightingOf({ ...reading, code }, { ...how, procedures })
          : { ...how, code, outcome },
    );
    const attempt = {
      code: question.code,
      system,
      outcome,
      at: seenAt,
      durationMs,
      ...(retryAt && { retryAt }),
    };
    // From here on the same question is a new one.
    queued.delete(keyOf(question));
    tell(await endAsking(db, attempt, outcome === 'found' || outcome === 'not-found' ? sightings : []));
  };

  /** Pages hear of it in their own time: a slow tab must not hold up the line. */
  const tell = (codes: DossierCode[]): void => {
    if (codes.length > 0) void Promise.resolve(onChange(codes));
  };

  return {
    async askNow(code, wanted, why) {
      const file = await fileOf(code);
      const systems = await enabledSystems();
      const parsed = file.codes.flatMap((each) => parseCode(each) ?? []);
      const seen = file.sightings.filter(({ outcome }) => outcome === 'found').map(({ system }) => system);
      const plan = wanted ?? planSystems(parsed, { systems: [...systems.values()], disabled: [] }, seen);
      const asked: SystemId[] = [];
      const openOnly: SystemId[] = [];
      const questions: { question: Question; host: string }[] = [];
      for (const id of new Set(plan)) {
        const system = systems.get(id);
        if (!system) continue;
        const host = codesFor(id, file).length > 0 ? requestOf(system, code)?.url.host : undefined;
        if (!host) {
          openOnly.push(id);
          continue;
        }
        asked.push(id);
        // The same dossier may be asked already under its other code.
        const same = file.asking.find((row) => row.system === id);
        questions.push({ question: { code: same?.code ?? code, system: id }, host });
      }
      const since = nowInstant(now());
      await startAsking(
        db,
        questions.map(({ question }) => ({ ...question, since, why })),
      );
      for (const { question, host } of questions) enqueue(question, host);
      if (questions.length > 0) tell(file.codes);
      return { asked, openOnly };
    },

    async resume() {
      const systems = await enabledSystems();
      for (const { code, system: id, since } of await db.asking.toArray()) {
        if (queued.has(keyOf({ code, system: id }))) continue;
        const system = systems.get(id);
        const host = system && requestOf(system, code)?.url.host;
        if (host && now() - toInstant(since) <= WANTED_MS) {
          enqueue({ code, system: id }, host);
          continue;
        }
        if (!host) {
          await dropAsking(db, code, id);
          tell([code]);
          continue;
        }
        const attempt = { code, system: id, outcome: 'unreachable' as const, at: nowInstant(now()) };
        tell(await endAsking(db, attempt));
      }
    },

    idle: () => lines.idle(),
  };
}

/**
 * The codes under which a system may be asked, in order: as it was seen to name the dossier, then the codes that any
 * system understands. A local code is never asked of a system that did not show it.
 */
function codesFor(system: SystemId, { codes, sightings }: LedgerFile): DossierCode[] {
  const named = sightings
    .filter((sighting) => sighting.system === system && sighting.outcome === 'found')
    .map(({ code }) => code);
  return [...new Set([...named, ...codes.filter((code) => parseCode(code))])];
}

function keyOf({ code, system }: Question): string {
  return `${code}\n${system}`;
}
