/** Retry-After (RFC 9110, 10.2.3): seconds or an HTTP date. */
import type { IsoInstant } from '../dossier/time';
import type { LookupAnswer } from './answer';

const DEFAULT_MS = 60_000;
/** A page of another origin may not read the header: an hour may stand there, and is not to be cut to a minute. */
const UNSEEN_MS = 900_000;
const LONGEST_MS = 86_400_000;

/** The three forms of an HTTP date (5.6.7) begin with a day of the week; the oldest names no zone and means GMT. */
const HTTP_DATE = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d\d:\d\d:\d\d/i;

/**
 * What an answer means that wants us to come back later; null for any other.
 * @param header undefined where nobody could see whether there is one
 */
export function toldToWait(
  status: number,
  header: string | null | undefined,
  now: number,
): Pick<LookupAnswer, 'outcome' | 'retryAt' | 'serverError'> | null {
  if (status === 429) return { outcome: 'rate-limited', retryAt: retryAtOf(header, now) };
  return status === 503 && header !== null
    ? { outcome: 'unreachable', serverError: true, retryAt: retryAtOf(header, now) }
    : null;
}

/** An HTTP date is GMT; some systems write their own zone. */
const NAMES_ZONE = /(?:gmt|utc|[+-]\d\d:?\d\d)$/i;

/** When to come back, at most a day from `now` (ms); a minute from now where the header is missing or makes no sense. */
export function retryAtOf(header: string | null | undefined, now: number): IsoInstant {
  const wait = header === undefined ? UNSEEN_MS : waitOf(header?.trim() ?? '', now);
  const ms = Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_MS) : DEFAULT_MS;
  return new Date(now + ms).toISOString();
}

/** Milliseconds; NaN for what is neither: `Date.parse` alone finds a year in almost any text. */
function waitOf(text: string, now: number): number {
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, LONGEST_MS);
  if (!HTTP_DATE.test(text)) return Number.NaN;
  return Date.parse(NAMES_ZONE.test(text) ? text : `${text} GMT`) - now;
}
