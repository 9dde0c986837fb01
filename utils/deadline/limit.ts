/** A procedure's time limit (thời hạn giải quyết), as the catalogue of procedures words it by channel: `online:3working-day`. */
import type { Channel } from '../dossier/sighting';
import type { Limit } from './due-date';

const WORDED = /^(online|post|in-person):(\d+(?:[.,]\d+)?)(working-day|day|hour|month)$/;

/**
 * The limit for a channel; without a channel the one that all channels share.
 * @returns null when none is given, or several differ: a limit is not guessed
 */
export function limitOf(timeLimits: readonly string[], channel?: Channel): Limit | null {
  const words = timeLimits.flatMap((text) => {
    const [, by, count = '', unit] = WORDED.exec(text) ?? [];
    const limit = { count: Number(count.replace(',', '.')), unit: unit as Limit['unit'] };
    return by && (!channel || by === channel) ? [limit] : [];
  });
  const [first, ...rest] = words;
  if (!first) return null;
  return rest.every(({ count, unit }) => count === first.count && unit === first.unit) ? first : null;
}
