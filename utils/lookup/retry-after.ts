/** Retry-After (RFC 9110, 10.2.3): seconds or an HTTP date. */
import type { IsoInstant } from '../dossier/time';

const DEFAULT_MS = 60_000;
const LONGEST_MS = 86_400_000;

/** When to come back, at most a day from `now` (ms); a minute from now where the header is missing or makes no sense. */
export function retryAtOf(header: string | null, now: number): IsoInstant {
  const text = header?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  const ms = Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_MS) : DEFAULT_MS;
  return new Date(now + ms).toISOString();
}
