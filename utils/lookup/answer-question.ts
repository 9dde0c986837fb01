/**
 * One request for the question that is next in a host's line, and what becomes of it. Everything is written before the
 * request goes (pace, activity) and, in one step, when its answer is there: a worker may die between any two lines.
 */
import type { DossierCode } from '../dossier/code';
import type { Outcome, Reading, Sighting, SystemId } from '../dossier/sighting';
import { nowInstant, toInstant } from '../dossier/time';
import { dropActivity, fillActivity, noteActivity } from '../ledger/activity';
import { dropAsking, dropBatch, endAsking, noteAbsent, noteFailure, noteUnproven } from '../ledger/asking';
import type { Activity, Asking, Ledger } from '../ledger/database';
import { find, type LedgerFile } from '../ledger/find';
import { pausedSystems } from '../ledger/pauses';
import { sightingOf } from '../ledger/sighting-of';
import type { Settings } from '../policy/settings';
import { systemById } from '../systems';
import type { Procedures } from '../systems/procedures';
import type { System } from '../systems/system';
import type { LookupAnswer } from './answer';
import { type AskPorts, ask, prove } from './ask';
import { canAskNow } from './can-ask';
import { codesFor } from './codes-for';
import type { Served, Waiting } from './host-lines';
import { isOpen, nextTurn, noteAnswered, noteFailed, noteSent, noteUnsent, paceOf, type Turn } from './pace';
import { reasonOf } from './reasons';
import { requestOf } from './request';
import { isAnnounced } from './tab-answer';

export interface AskerOptions {
  db: Ledger;
  settings(): Promise<Settings> | Settings;
  ports: Omit<AskPorts, 'now' | 'onHop'> & {
    /** The catalogue of procedures, as far as these readings or sightings need it. */
    procedures(said: readonly Pick<Reading, 'procedureCode' | 'procedureName'>[]): Promise<Procedures>;
    /** Waits so many milliseconds; a timer by default. */
    wait?(ms: number): Promise<void>;
    /** A wait may outlive this worker: wake one then (ms since 1970) and let it `resume`. */
    wakeAt?(time: number): void;
    /** A request is on its way to this system: time to make ready for its answer. */
    meanwhile?(system: System): void;
    /** Whether Chrome lets us ask this host: where the officer did not allow it, its answer could not be read. Absent: any. */
    mayReach?(hostname: string): Promise<boolean>;
    /** Whether a page is open by which this system is asked; only systems that are asked so. */
    isTabOpen?(system: System): Promise<boolean>;
    /** Whether a request to this host may go now although nobody clicked, for these pages. Absent: never. */
    mayAskAlone?(system: System, host: string, pages: readonly string[]): Promise<boolean>;
    /** 0 to 1; what spreads the tries of many browsers after a failure. */
    random?(): number;
  };
  now(): number;
  /** These dossiers' views may say something else now. */
  onChange(codes: DossierCode[]): void | Promise<void>;
}

export interface Question extends Waiting {
  code: DossierCode;
  system: SystemId;
  why: string;
  /** Nobody waits for the answer after that (ms since 1970). */
  wantedUntil: number;
}

/** What is to be asked for; `announced`: requests that the browser makes of its own before it. */
interface Wanted {
  system: System;
  code: DossierCode;
  announced: number;
  /** The question is whether somebody is signed in. */
  proving: boolean;
  /** The pages whose question it is, where nobody clicked. */
  pages: readonly string[];
}

/** A request that was made: what was answered, and the diary's line of it. */
interface Made {
  answer: LookupAnswer;
  activity: Activity;
  /** Further requests to the host: redirects within it, and what the browser asks before. */
  hops: number;
  /** One of them came when the host's share was used up, and was not followed: when it could have been. */
  refused?: Turn & { elsewhere: boolean };
}

/** Chrome's alarms are at least so far away; a worker that dies with a question in hand is woken then at the latest. */
export const LOOK_AGAIN_MS = 30_000;

/** A host that answers so is in trouble, or wants to be left alone. */
const FAILURES: ReadonlySet<Outcome> = new Set(['unreachable', 'rate-limited', 'captcha']);

/** What may go better a while later without anybody doing anything. */
const RETRIED: ReadonlySet<Outcome> = new Set(['unreachable', 'rate-limited']);

/** A question whose redirect there was no room for: known now, it is kept. */
const HOP_TRIES = 3;

export function keyOf({ code, system }: { code: DossierCode; system: SystemId }): string {
  return `${code}\n${system}`;
}

export async function fileOf(db: Ledger, code: DossierCode): Promise<LedgerFile> {
  return (await find(db, [code]))[0] ?? { codes: [code], sightings: [], tries: [], asking: [] };
}

/** @param leave takes a question out of its line, so that from then on the same question is a new one */
export function createAnswering(options: AskerOptions, leave: (key: string) => void) {
  const { db, settings, ports, now, onChange } = options;

  /** Pages hear of it in their own time: a slow tab must not hold up the line. */
  const tell = (codes: DossierCode[]): void => {
    if (codes.length > 0) void Promise.resolve(onChange(codes));
  };

  const serve = async (host: string, question: Question): Promise<Served> => {
    const inForce = await settings();
    const system = inForce.disabled.includes(question.system)
      ? null
      : systemById(inForce.systems, question.system);
    const [row, file, paused, pace] = await Promise.all([
      db.asking.get([question.code, question.system]),
      fileOf(db, question.code),
      pausedSystems(db, now()),
      paceOf(db, host),
    ]);
    if (!row) return 'done';
    const absentUnder = row.absentUnder ?? [];
    const codes = system ? codesFor(system, file) : [];
    const unproven = codes.find((one) => one === row.unproven);
    const code = unproven ?? codes.find((one) => !absentUnder.includes(one));
    const mayAsk = system && (await canAskNow(system, inForce, ports));
    const isPaused = inForce.pauseAsking || paused.has(question.system);
    const unbidden = row.why === 'page';
    const drop = async (): Promise<Served> => {
      if (!(await dropAsking(db, row))) return 'again';
      tell([question.code]);
      return 'done';
    };
    if (row.unwanted) return drop();
    if (unbidden && system && !(await ports.mayAskAlone?.(system, host, row.pages ?? []))) return drop();
    const wanted = system && code ? requestOf(system, code) : null;
    if (!system || !mayAsk || !code || isPaused || wanted?.url.host !== host) return drop();
    const announced = isAnnounced(system, wanted, inForce.askInTabs) ? 1 : 0;
    const own = nextTurn({ ...pace, hops: Math.max(pace.hops ?? 0, announced) }, inForce, now());
    const turn = row.otherHost && row.otherHost.at > own.at ? (row.otherHost as Turn) : own;
    if (turn.at > now()) {
      // A list has time, but does not stand still for a host that answers nobody.
      const isDead = row.why === 'batch' && turn.held === 'resting' && isOpen(pace);
      if (isDead || turn.at > question.wantedUntil) return endHeld(question, turn);
      ports.wakeAt?.(Math.max(turn.at, now() + LOOK_AGAIN_MS));
      return { waitMs: turn.at - now() };
    }
    // Chrome counts its idle half minute anew from here: no request is cut off by it.
    ports.wakeAt?.(now() + LOOK_AGAIN_MS);
    const proving = unproven !== undefined;
    const made = await request(host, question, { system, code, announced, proving, pages: row.pages ?? [] });
    const { outcome, unsent } = made.answer;
    const failed = FAILURES.has(outcome) && !made.refused && !unsent;
    // What holds the host back must be written before the question is over; that it answered need not.
    if (failed) await notePause(host, made.answer);
    const [served] = await Promise.all([
      understood(question, row, made, { code, codes, absentUnder }),
      failed || unsent || noteAnswered(db, host, now(), made.hops),
    ]);
    return served;
  };

  /** What becomes of a question whose answer is here. */
  const understood = async (
    question: Question,
    row: Asking,
    { answer, activity, refused }: Made,
    { code, codes, absentUnder }: { code: DossierCode; codes: DossierCode[]; absentUnder: DossierCode[] },
  ): Promise<Served> => {
    const tries = refused ? HOP_TRIES : (reasonOf(row.why).tries ?? 1);
    if (RETRIED.has(answer.outcome) && (row.failures ?? 0) + 1 < tries) {
      const otherHost = refused?.elsewhere ? { at: refused.at, held: refused.held } : undefined;
      return goesOn(question, await noteFailure(db, row, activity, otherHost));
    }
    if (refused) return endHeld(question, refused, activity);
    if (answer.unproven) return goesOn(question, await noteUnproven(db, row, code, activity));
    if (answer.outcome === 'not-signed-in' && row.why === 'batch') await dropBatch(db, question);
    if (answer.outcome !== 'not-found') return end(question, answer, activity, [code]);
    // Absent is what is absent under all its codes.
    const absent = [...absentUnder, code];
    if (codes.every((one) => absent.includes(one))) return end(question, answer, activity, absent);
    return goesOn(question, await noteAbsent(db, row, absent, activity));
  };

  const goesOn = (question: Question, wanted: boolean): Served => {
    if (wanted) return 'again';
    leave(keyOf(question));
    tell([question.code]);
    return 'done';
  };

  const request = async (
    host: string,
    question: Question,
    { system, code, announced, proving, pages }: Wanted,
  ): Promise<Made> => {
    const send = async (to: string): Promise<Activity> => {
      const sent = { at: nowInstant(now()), host: to, system: system.id, code, why: question.why };
      const id = await db.transaction('rw', db.hosts, db.activity, async () => {
        await noteSent(db, to, now());
        return noteActivity(db, sent);
      });
      return { id, ...sent };
    };
    if (announced > 0) await noteSent(db, host, now());
    let line = await send(host);
    let hops = announced;
    let refused: Made['refused'];
    let astray = false;
    const onHop = async (to: string): Promise<boolean> => {
      if (to === host) hops += 1;
      // Nobody clicked: a host of the system that nobody named is none to go on to.
      else astray = question.why === 'page' && !(await ports.mayAskAlone?.(system, to, pages));
      if (astray) return false;
      // The room for it was kept where it was known; else it waits with its question.
      const turn = nextTurn({ ...(await paceOf(db, to)), hops: 0 }, await settings(), now());
      refused = { ...turn, elsewhere: to !== host };
      if (turn.at > now()) return false;
      const durationMs = Math.max(0, now() - toInstant(line.at));
      // Erased meanwhile: nobody wants to know it any more.
      if (!(await fillActivity(db, { ...line, sentOn: true, durationMs, bytes: 0 }))) return false;
      refused = undefined;
      line = await send(to);
      return true;
    };
    const asking = { ...ports, now, onHop };
    const answering = proving ? prove(system, asking) : ask(system, code, asking);
    ports.meanwhile?.(system);
    const answered = await answering;
    const answer: LookupAnswer = astray ? { ...answered, outcome: 'unreadable' } : answered;
    if (answer.unsent)
      await db.transaction('rw', db.hosts, db.activity, async () => {
        await noteUnsent(db, host, 1 + announced);
        await dropActivity(db, line);
      });
    const { outcome, bytes } = answer;
    const durationMs = Math.max(0, now() - toInstant(line.at));
    return { answer, activity: { ...line, outcome, durationMs, bytes }, hops, refused };
  };

  const notePause = async (host: string, { retryAt }: LookupAnswer): Promise<void> => {
    const random = (ports.random ?? Math.random)();
    await noteFailed(db, host, { now: now(), retryAt: instantOf(retryAt), random });
  };

  /** Nobody waits until its turn: says why, and when it is worth another click. */
  const endHeld = async (
    { code, system }: Question,
    { at, held = 'pace' }: Turn,
    activity?: Activity,
  ): Promise<Served> => {
    leave(keyOf({ code, system }));
    const retryAt = nowInstant(at);
    const attempt = { code, system, outcome: 'rate-limited' as const, at: nowInstant(now()), retryAt, held };
    tell(await endAsking(db, attempt, [], activity));
    return 'done';
  };

  const end = async (
    question: Question,
    answer: LookupAnswer,
    activity: Activity,
    codes: DossierCode[],
  ): Promise<Served> => {
    const { outcome, reading, retryAt, serverError, durationMs } = answer;
    const seenAt = nowInstant(now());
    const { code, system } = question;
    const how = { system, via: 'lookup', seenAt } as const;
    const procedures = reading && (await ports.procedures([reading]));
    const sightings = codes.map(
      (each): Sighting =>
        reading && procedures
          ? sightingOf({ ...reading, code: each }, { ...how, procedures })
          : { ...how, code: each, outcome },
    );
    const why = { ...(retryAt && { retryAt }), ...(serverError && { serverError }) };
    const attempt = { code, system, outcome, at: seenAt, durationMs, ...why };
    leave(keyOf(question));
    const said = outcome === 'found' || outcome === 'not-found' ? sightings : [];
    tell(await endAsking(db, attempt, said, activity));
    return 'done';
  };

  return { serve, tell };
}

function instantOf(time: string | undefined): number | undefined {
  return time === undefined ? undefined : toInstant(time);
}
