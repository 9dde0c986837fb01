/**
 * A due date as pages show it, as two instants: in time for certain until the one, late for certain after the other.
 * Between them systems differ: a bare date ends at closing time for some and at midnight for others. A due date never
 * falls on a day off: it moves to the end of the next working day.
 */
import { type LocalTime, parseTime, toInstant } from '../dossier/time';
import { type Calendars, type Day, isOfficial, nextWorkingDay } from './calendar';
import { closing, timeOf, WORKING_HOURS, type WorkingHours } from './working-hours';

export interface DueBounds {
  /** The day it falls on, moved off days off. */
  day: Day;
  /** Milliseconds. */
  inTimeUntil: number;
  lateAfter: number;
  /** False where the calendar of its year is no official one: no verdict of lateness may rest on it. */
  official: boolean;
}

/** @returns null for what is no time */
export function dueBounds(
  dueAt: LocalTime,
  calendars: Calendars,
  hours: WorkingHours = WORKING_HOURS,
): DueBounds | null {
  const local = parseTime(dueAt);
  if (!local) return null;
  const [shown = '', clock] = local.split('T');
  const day = nextWorkingDay(shown, calendars);
  const official = isOfficial(shown, day, calendars);
  // Midnight is how some systems print a bare date.
  if (day === shown && clock !== undefined && !clock.startsWith('00:00')) {
    const at = toInstant(local);
    return { day, inTimeUntil: at, lateAfter: at, official };
  }
  return {
    day,
    inTimeUntil: toInstant(timeOf({ day, minute: closing(hours) })),
    lateAfter: toInstant(day, 'end'),
    official,
  };
}
