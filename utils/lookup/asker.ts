/**
 * The one queue of the browser for questions to other systems. It lives in the background, which may die at any time:
 * what is asked stands in the ledger before the request goes, and `resume` takes up what a dead worker left.
 *
 *   askNow → asking rows → one line a host (one in flight, ten a minute, not before Retry-After) → ask → endAsking
 */
import { type DossierCode, parseCode } from '../dossier/code';
import type { Outcome, Reading, Sighting, SystemId } from '../dossier/sighting';
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
    const key = `${question.code}\n${question.system}`;
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
      await onChange([question.code]);
      return;
    }
    let answered: { answer: LookupAnswer; code: DossierCode } | undefined;
    for (const code of codes) {
      const host = requestOf(system, code)?.url.host ?? '';
      if (!(await db.asking.get([question.code, question.system]))) return;
      if (!(await takeTurn(host))) {
        const retryAt = nowInstant((await paceOf(db, host)).notBefore);
        return end(question, { outcome: 'rate-limited', retryAt, durationMs: 0, bytes: 0 }, question.code);
      }
      const answer = await ask(system, code, { ...ports, now });
      if (answer.retryAt) await noteNotBefore(db, host, toInstant(answer.retryAt));
      // Absent under one code and untold under the other is not absent: the last answer counts.
      answered = { answer, code: answer.outcome === 'found' ? code : question.code };
      if (answer.outcome !== 'not-found') break;
    }
    if (answered) await end(question, answered.answer, answered.code);
  };

  const end = async ({ code, system }: Question, answer: LookupAnswer, named: DossierCode): Promise<void> => {
    const { outcome, reading, retryAt, durationMs } = answer;
    const seenAt = nowInstant(now());
    const sighting = reading
      ? sightingOf(
          { ...reading, code: named },
          { system, via: 'lookup', seenAt, procedures: await ports.procedures([reading]) },
        )
      : absent(named, system, outcome, seenAt);
    const attempt = { code, system, outcome, at: seenAt, durationMs, ...(retryAt && { retryAt }) };
    await onChange(await endAsking(db, attempt, sighting));
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
      if (questions.length > 0) await onChange(file.codes);
      return { asked, openOnly };
    },

    async resume() {
      const systems = await enabledSystems();
      for (const { code, system: id, since } of await db.asking.toArray()) {
        if (queued.has(`${code}\n${id}`)) continue;
        const system = systems.get(id);
        const host = system && requestOf(system, code)?.url.host;
        if (host && now() - toInstant(since) <= WANTED_MS) {
          enqueue({ code, system: id }, host);
          continue;
        }
        const attempt = { code, system: id, outcome: 'unreachable' as const, at: nowInstant(now()) };
        await onChange(await endAsking(db, attempt));
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

function absent(code: DossierCode, system: SystemId, outcome: Outcome, seenAt: string): Sighting {
  return { code, system, outcome, via: 'lookup', seenAt };
}
