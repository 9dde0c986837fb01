/** A procedure's time limit (thời hạn giải quyết), as the catalogue of procedures words it by channel: `online:3working-day`. */
import type { Limit } from '../dossier/limit';
import type { Channel } from '../dossier/sighting';
import { minutesADay } from './working-hours';

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

/**
 * True where two limits are certainly not the same. Working days, calendar days and months have no exact measure in each
 * other; of hours a day has those worked, or 24 where a system words a day so.
 */
export function limitsDiffer(one: Limit, other: Limit): boolean {
  if (one.unit === other.unit) return one.count !== other.count;
  const [hours, days] = one.unit === 'hour' ? [one, other] : [other, one];
  if (hours.unit !== 'hour' || days.unit !== 'working-day') return false;
  return hours.count !== days.count * 24 && hours.count * 60 !== Math.round(days.count * minutesADay());
}
