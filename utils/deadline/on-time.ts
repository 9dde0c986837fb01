/**
 * Whether a dossier was resolved on time, as the national index counts it (Bộ chỉ số 766, quy tắc 2.1): the end of
 * processing is not later than the due date; the end is the first present of "Đã xử lý xong", "Đã trả kết quả", "Dừng
 * xử lý/Từ chối"; the time spent waiting for supplements is taken off; supplements asked more than once count as overdue.
 */
import { type LocalTime, parseTime, toInstant } from '../dossier/time';
import { CALENDARS, type Calendars, isOfficial } from './calendar';
import { dueBounds } from './due-bounds';
import type { Pause } from './due-date';
import {
  addWorkingMinutes,
  closing,
  pointOf,
  timeOf,
  WORKING_HOURS,
  type WorkingHours,
  workingMinutes,
} from './working-hours';

export interface Processing {
  /** The due date given at receipt, not yet moved for supplements. */
  dueAt: LocalTime;
  /** Đã xử lý xong */
  resolvedAt?: LocalTime;
  /** Đã trả kết quả */
  returnedAt?: LocalTime;
  /** Dừng xử lý, từ chối */
  stoppedAt?: LocalTime;
  /** Each request for a supplement until its answer. */
  supplements?: Pause[];
}

/** `open`: processing has not ended. `cannot-tell`: a time is unclear or its year has no official calendar. */
export type Timeliness = 'on-time' | 'overdue' | 'open' | 'cannot-tell';

interface Options {
  hours?: WorkingHours;
  calendars?: Calendars;
}

/** Nobody waits for a supplement longer than until the end. */
function pausedMinutes(
  supplements: Pause[],
  end: LocalTime,
  hours: WorkingHours,
  calendars: Calendars,
): number {
  let sum = 0;
  for (const { from, to } of supplements) {
    const ended = to === undefined || toInstant(to) > toInstant(end, 'end');
    const [start, stop] = [pointOf(from), pointOf(ended ? end : to)];
    if (!start || !stop) return Number.NaN;
    sum += workingMinutes(start, stop, hours, calendars);
  }
  return sum;
}

/** Rule 2.1 for one dossier. Local times; a bare date of the end stands anywhere in its day. */
export function timelinessOf(processing: Processing, options: Options = {}): Timeliness {
  const { hours = WORKING_HOURS, calendars = CALENDARS } = options;
  const { dueAt, supplements = [] } = processing;
  const end = processing.resolvedAt ?? processing.returnedAt ?? processing.stoppedAt;
  if (supplements.length > 1) return 'overdue';
  if (!end) return 'open';
  const due = dueBounds(dueAt, calendars, hours);
  const ended = parseTime(end);
  if (!due || !ended) return 'cannot-tell';
  const paused = pausedMinutes(supplements, ended, hours, calendars);
  if (Number.isNaN(paused)) return 'cannot-tell';
  const first = due.day < ended.slice(0, 10) ? due.day : ended.slice(0, 10);
  const last = due.day > ended.slice(0, 10) ? due.day : ended.slice(0, 10);
  if (!due.official || (paused && !isOfficial(first, last, calendars))) return 'cannot-tell';

  const limit = paused ? extended(due.inTimeUntil, paused, hours, calendars) : due;
  if (toInstant(ended, 'end') <= limit.inTimeUntil) return 'on-time';
  // The whole day of a bare date is in time when the whole day of the end is.
  if (ended.length === 10 && ended <= limit.day && limit.inTimeUntil >= closingOf(limit.day, hours)) {
    return 'on-time';
  }
  if (toInstant(ended) > limit.lateAfter) return 'overdue';
  return ended.length > 10 && toInstant(ended) <= limit.lateAfter ? 'on-time' : 'cannot-tell';
}

function closingOf(day: LocalTime, hours: WorkingHours): number {
  return toInstant(timeOf({ day, minute: closing(hours) }));
}

/** The due date moved by the working time of the pauses; what began as closing time ends at closing time. */
function extended(
  due: number,
  minutes: number,
  hours: WorkingHours,
  calendars: Calendars,
): { day: LocalTime; inTimeUntil: number; lateAfter: number } {
  const from = pointOf(new Date(due).toISOString());
  const moved = from ? addWorkingMinutes(from, minutes, hours, calendars) : { day: '', minute: 0 };
  const end = toInstant(timeOf(moved));
  return { day: moved.day, inTimeUntil: end, lateAfter: end };
}
