/**
 * When a dossier is due, from its receipt and the procedure's limit. Counting starts the day after receipt; what comes
 * after closing time, or on a day off, counts as received at the next opening. "Ngày làm việc" are working days, "ngày"
 * calendar days, but a due date never falls on a day off.
 */
import type { Limit } from '../dossier/limit';
import { type LocalTime, toInstant } from '../dossier/time';
import {
  addDays,
  addWorkingDays,
  CALENDARS,
  type Calendars,
  type Day,
  isOfficial,
  isWorkingDay,
  nextWorkingDay,
} from './calendar';
import {
  addWorkingMinutes,
  closing,
  minutesADay,
  type Point,
  pointOf,
  timeOf,
  WORKING_HOURS,
  type WorkingHours,
  workingMinutes,
} from './working-hours';

/** A stretch during which the clock stood still: from the request for a supplement to its answer. */
export interface Pause {
  from: LocalTime;
  /** Absent while it lasts: then no due date can be told. */
  to?: LocalTime;
}

export interface DueDate {
  /** Local time, a working minute. */
  dueAt: LocalTime;
  /** False when a year it passes has no official calendar: no verdict may rest on it. */
  certain: boolean;
}

export interface DueOptions {
  pauses?: Pause[];
  hours?: WorkingHours;
  calendars?: Calendars;
}

function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  // The last day of the target month where it has no such day (Bộ luật Dân sự 2015, Điều 148).
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/** When a dossier counts as received: at once in a working day before closing, else at the next opening. */
export function countedReceipt(
  received: Point,
  hours: WorkingHours = WORKING_HOURS,
  calendars: Calendars = CALENDARS,
): Point {
  const opening = hours[0]?.from ?? 0;
  if (!isWorkingDay(received.day, calendars)) {
    return { day: nextWorkingDay(received.day, calendars), minute: opening };
  }
  if (received.minute > closing(hours)) {
    return { day: nextWorkingDay(addDays(received.day, 1), calendars), minute: opening };
  }
  return { day: received.day, minute: Math.max(received.minute, opening) };
}

function limitEnd(from: Point, { count, unit }: Limit, hours: WorkingHours, calendars: Calendars): Point {
  if (unit === 'hour') return addWorkingMinutes(from, Math.round(count * 60), hours, calendars);
  if (unit === 'working-day') {
    // Half days occur ("0,5 ngày làm việc"): the rest is counted in hours from the same minute.
    const whole = { day: addWorkingDays(from.day, Math.floor(count), calendars), minute: from.minute };
    const rest = count - Math.floor(count);
    return rest ? addWorkingMinutes(whole, Math.round(rest * minutesADay(hours)), hours, calendars) : whole;
  }
  const day = unit === 'month' ? addMonths(from.day, count) : addDays(from.day, count);
  return { day: nextWorkingDay(day, calendars), minute: from.minute };
}

/**
 * The due date from a receipt and a limit. Whole days and months end at closing time of their last day; hours end on their
 * minute. Pauses are added in working time, from the receipt on; one that begins when the dossier is late moves nothing.
 * @returns null when a time is none, the limit is not positive, or a pause still lasts.
 */
export function dueDateOf(receivedAt: LocalTime, limit: Limit, options: DueOptions = {}): DueDate | null {
  const { pauses = [], hours = WORKING_HOURS, calendars = CALENDARS } = options;
  const received = pointOf(receivedAt);
  if (!received || !(limit.count > 0)) return null;
  const counted = countedReceipt(received, hours, calendars);
  const inHours = limit.unit === 'hour' || limit.count % 1 !== 0;
  const close = closing(hours);
  const end = limitEnd(counted, limit, hours, calendars);
  let shifted = inHours ? end : { ...end, minute: close };
  for (const { from, to } of mergePauses(pauses)) {
    const [start, stop] = [pointOf(from), to === undefined ? undefined : pointOf(to)];
    if (!start || stop === null) return null;
    // Whole days end at closing time, whatever minute a pause moved them to.
    if (timeOf(start) > timeOf(inHours ? shifted : { ...shifted, minute: close })) break;
    if (!stop) return null;
    const paused = timeOf(start) > timeOf(counted) ? start : counted;
    shifted = addWorkingMinutes(shifted, workingMinutes(paused, stop, hours, calendars), hours, calendars);
  }
  const due = inHours ? shifted : { ...shifted, minute: close };
  return { dueAt: timeOf(due), certain: isOfficial(received.day, due.day, calendars) };
}

/** Overlapping pauses are one: no minute is taken off twice. One that lasts swallows what follows. */
function mergePauses(pauses: Pause[]): Pause[] {
  const merged: Pause[] = [];
  const until = ({ to }: Pause): number => (to === undefined ? Number.POSITIVE_INFINITY : toInstant(to));
  for (const pause of [...pauses].sort((a, b) => toInstant(a.from) - toInstant(b.from))) {
    const last = merged.at(-1);
    if (!last || toInstant(pause.from) > until(last)) merged.push({ ...pause });
    else if (until(pause) > until(last)) last.to = pause.to;
  }
  return merged;
}
