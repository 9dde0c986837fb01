/**
 * Working time of an office within its days: 07:00–11:30 and 13:30–17:00 by default, 8 hours. Times are local to Vietnam;
 * arithmetic is on minutes of the day, so the machine's zone plays no part.
 */
import { type IsoInstant, type LocalTime, parseTime } from '../dossier/time';
import { addDays, CALENDARS, type Calendars, type Day, isWorkingDay, nextWorkingDay } from './calendar';

/** Spells of work in a day, minutes after midnight, in order. */
export type WorkingHours = { from: number; to: number }[];

export const WORKING_HOURS: WorkingHours = [
  { from: 7 * 60, to: 11 * 60 + 30 },
  { from: 13 * 60 + 30, to: 17 * 60 },
];

/** A point of local time: the day and the minutes after its midnight. */
export interface Point {
  day: Day;
  minute: number;
}

/** A bare date stands at the start of its day. Null for what is no time. */
export function pointOf(time: LocalTime | IsoInstant): Point | null {
  const local = parseTime(time);
  if (!local) return null;
  const [day = '', clock = '00:00'] = local.split('T');
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return { day, minute: hour * 60 + minute };
}

export function timeOf({ day, minute }: Point): LocalTime {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export function closing(hours: WorkingHours = WORKING_HOURS): number {
  return hours.at(-1)?.to ?? 24 * 60;
}

/** Minutes worked in one full day. */
export function minutesADay(hours: WorkingHours = WORKING_HOURS): number {
  return hours.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Minutes worked between two minutes of one working day. */
function workedWithin(from: number, to: number, hours: WorkingHours): number {
  return hours.reduce(
    (sum, spell) => sum + Math.max(0, Math.min(to, spell.to) - Math.max(from, spell.from)),
    0,
  );
}

/** Working minutes from one point to a later one; 0 when it is not later. */
export function workingMinutes(
  from: Point,
  to: Point,
  hours: WorkingHours = WORKING_HOURS,
  calendars: Calendars = CALENDARS,
): number {
  let sum = 0;
  for (let day = from.day; day <= to.day; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendars)) continue;
    const start = day === from.day ? from.minute : 0;
    const end = day === to.day ? to.minute : 24 * 60;
    sum += workedWithin(start, end, hours);
  }
  return sum;
}

/** The point reached after so many working minutes; 0 gives the point itself. */
export function addWorkingMinutes(
  from: Point,
  minutes: number,
  hours: WorkingHours = WORKING_HOURS,
  calendars: Calendars = CALENDARS,
): Point {
  let left = minutes;
  if (left <= 0) return from;
  let { day, minute } = from;
  for (;;) {
    if (isWorkingDay(day, calendars)) {
      for (const spell of hours) {
        const start = Math.max(minute, spell.from);
        if (start >= spell.to) continue;
        if (left <= spell.to - start) return { day, minute: start + left };
        left -= spell.to - start;
      }
    }
    day = nextWorkingDay(addDays(day, 1), calendars);
    minute = 0;
  }
}
