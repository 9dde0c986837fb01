/** How fast one host may be asked, kept in the ledger: a worker that died must not start over at full speed. */
import type { Ledger } from '../ledger/database';

/** Requests a minute to one host. */
export const PER_MINUTE = 10;
const MINUTE_MS = 60_000;

export interface Pace {
  /** Milliseconds since 1970 of the requests of the last minute. */
  sent: number[];
  /** The host said not to come back before then. */
  notBefore: number;
}

function keyOf(host: string): string {
  return `pace:${host}`;
}

function parsePace(value: unknown): Pace {
  const { sent, notBefore } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Pace>;
  return {
    sent: Array.isArray(sent) ? sent.filter((time) => typeof time === 'number') : [],
    notBefore: typeof notBefore === 'number' ? notBefore : 0,
  };
}

export async function paceOf(db: Ledger, host: string): Promise<Pace> {
  return parsePace((await db.meta.get(keyOf(host)))?.value);
}

/** When the next request may go, in milliseconds since 1970; `now` or earlier means at once. */
export function nextTurn({ sent, notBefore }: Pace, now: number): number {
  const recent = sent.filter((time) => time > now - MINUTE_MS && time <= now).sort((x, y) => x - y);
  const slot = recent.length < PER_MINUTE ? now : (recent[recent.length - PER_MINUTE] ?? now) + MINUTE_MS;
  return Math.max(slot, notBefore);
}

/** Notes a request before it goes. */
export async function noteSent(db: Ledger, host: string, now: number): Promise<void> {
  const pace = await paceOf(db, host);
  const sent = [...pace.sent.filter((time) => time > now - MINUTE_MS), now];
  await db.meta.put({ key: keyOf(host), value: { ...pace, sent } });
}

/** Notes that the host wants to be left alone until then (ms). */
export async function noteNotBefore(db: Ledger, host: string, notBefore: number): Promise<void> {
  await db.meta.put({ key: keyOf(host), value: { ...(await paceOf(db, host)), notBefore } });
}
