/**
 * When one host may be asked next, kept in the ledger: a worker that died must not start over at full speed.
 *
 *   slots of the minute ─┐
 *   Retry-After ─────────┼─► the latest of them ─► daily cap? next day ─► quiet hours? their end
 *   back-off, circuit ───┘
 */
import type { HostPace, Ledger } from '../ledger/database';
import type { AskLimits } from '../policy/settings';

/** Why a host is not asked now: our own pace, its word, its silence, the office's hours, the office's limit. */
export type Held = 'pace' | 'told-to-wait' | 'resting' | 'quiet-hours' | 'daily-cap';

export interface Turn {
  /** Milliseconds since 1970; `now` or earlier means at once. */
  at: number;
  /** What puts it off the longest; absent when it may go at once. */
  held?: Held;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Days and hours are Vietnam's, which has no summer time. */
const ZONE_MS = 7 * 3_600_000;

const BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 64_000;
const FAILURES_TO_OPEN = 5;
/** An open circuit rests for a minute, then twice as long after each probe that fails. */
const REST_MS = 60_000;
const LONGEST_REST_MS = 16 * REST_MS;

export function dayOf(time: number): string {
  return new Date(time + ZONE_MS).toISOString().slice(0, 10);
}

/** When the day of `time` began in Vietnam, ms. */
export function startOfDay(time: number): number {
  return Date.parse(dayOf(time)) - ZONE_MS;
}

/** When the day of `time` ends in Vietnam, ms. */
export function endOfDay(time: number): number {
  return startOfDay(time) + DAY_MS;
}

function freshPace(host: string): HostPace {
  return { host, sent: [], day: '', sentToday: 0, notBefore: 0, failures: 0, restUntil: 0 };
}

export async function paceOf(db: Ledger, host: string): Promise<HostPace> {
  return (await db.hosts.get(host)) ?? freshPace(host);
}

/** When the next request to a host may go. */
export function nextTurn(pace: HostPace, limits: AskLimits, now: number): Turn {
  const { requestsPerMinute, requestsPerDay, quietHours } = limits;
  const needed = 1 + (pace.hops ?? 0);
  // Also those after now: a clock that is set back by seconds does not undo them.
  const recent = pace.sent.filter((time) => Math.abs(now - time) < MINUTE_MS).sort((x, y) => x - y);
  // So many may still stand in the minute; where one question needs more than a minute's share, none.
  const others = Math.max(0, requestsPerMinute - needed);
  const slot = recent.length <= others ? now : (recent[recent.length - others - 1] ?? now) + MINUTE_MS;
  const turn: Turn = { at: now };
  const putOff = (at: number, held: Held) => {
    if (at > turn.at) Object.assign(turn, { at, held });
  };
  putOff(slot, 'pace');
  putOff(meant(pace.notBefore, now, DAY_MS), 'told-to-wait');
  putOff(meant(pace.restUntil, now, LONGEST_REST_MS), 'resting');
  const today = Math.max(0, requestsPerDay - needed);
  if (pace.day === dayOf(turn.at) && pace.sentToday > today) putOff(endOfDay(turn.at), 'daily-cap');
  if (quietHours) putOff(endOfQuiet(turn.at, quietHours), 'quiet-hours');
  return turn;
}

/** Nothing is put off for longer: what stands further ahead was written by a clock that ran ahead, and counts for nothing. */
function meant(until: number, now: number, longest: number): number {
  return until - now <= longest ? until : 0;
}

/** The end of the quiet hours in which `time` falls, else `time`. Hours may reach over midnight: 22:00 to 05:00. */
function endOfQuiet(time: number, { from, to }: { from: string; to: string }): number {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  const midnight = startOfDay(time);
  const minute = (time - midnight) / MINUTE_MS;
  const inside = start < end ? minute >= start && minute < end : minute >= start || minute < end;
  if (!inside || start === end) return time;
  return midnight + end * MINUTE_MS + (minute >= end ? DAY_MS : 0);
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The host failed so often in a row that it is left alone, but for a probe after each rest. */
export function isOpen({ failures }: HostPace): boolean {
  return failures >= FAILURES_TO_OPEN;
}

/** Notes a request before it goes. */
export async function noteSent(db: Ledger, host: string, now: number): Promise<void> {
  await change(db, host, (pace) => {
    const day = dayOf(now);
    const sentToday = pace.day === day ? pace.sentToday : 0;
    return {
      sent: [...pace.sent.filter((time) => time > now - MINUTE_MS), now],
      day,
      sentToday: sentToday + 1,
    };
  });
}

/** Takes back the last so many requests that were noted and never went. */
export async function noteUnsent(db: Ledger, host: string, count: number): Promise<void> {
  await change(db, host, ({ sent, sentToday }) => ({
    sent: sent.slice(0, -count),
    sentToday: Math.max(0, sentToday - count),
  }));
}

/** Notes that the host answered, after so many redirects within it: whatever was held against it is over. */
export async function noteAnswered(db: Ledger, host: string, now: number, hops = 0): Promise<void> {
  await change(db, host, ({ sent }) => ({ sent: ended(sent, now), failures: 0, restUntil: 0, hops }));
}

/** A request on its way may reach the host late: its minute begins when its answer is here, or the host counts more. */
function ended(sent: readonly number[], now: number): number[] {
  return [...sent.slice(0, -1), now];
}

/**
 * Notes that the host could not answer, or did not want to. Up to five in a row: back-off of 1 s·2ⁿ with full jitter.
 * From then on the circuit is open; the one request after the rest is the probe that closes or opens it.
 * @param retryAt what the host said itself, ms
 * @param random 0 to 1
 */
export async function noteFailed(
  db: Ledger,
  host: string,
  { now, retryAt = 0, random }: { now: number; retryAt?: number; random: number },
): Promise<void> {
  await change(db, host, (pace) => {
    const failures = pace.failures + 1;
    const backOff = Math.min(BACK_OFF_MS * 2 ** (failures - 1), LONGEST_BACK_OFF_MS) * random;
    const rest = Math.min(REST_MS * 2 ** (failures - FAILURES_TO_OPEN), LONGEST_REST_MS);
    return {
      sent: ended(pace.sent, now),
      failures,
      restUntil: now + (failures < FAILURES_TO_OPEN ? backOff : rest),
      notBefore: Math.max(meant(pace.notBefore, now, DAY_MS), retryAt),
    };
  });
}

async function change(db: Ledger, host: string, how: (pace: HostPace) => Partial<HostPace>): Promise<void> {
  await db.transaction('rw', db.hosts, async () => {
    const pace = await paceOf(db, host);
    await db.hosts.put({ ...pace, ...how(pace) });
  });
}
