/**
 * Days off and days worked (Bộ luật Lao động 2019, Điều 112; the swaps of each year by the government's notice). Data that
 * an administrator can replace. A year whose calendar is no official notice is still counted with, and says so.
 */
import type { LocalTime } from '../dossier/time';
import holidays from './holidays.json';

/** A day, `YYYY-MM-DD`, local to Vietnam. */
export type Day = LocalTime;

export interface YearCalendar {
  /** False for an estimate: no verdict of lateness may rest on it. */
  official: boolean;
  /** Days off that fall on Monday to Friday, and any other day off. */
  off: Day[];
  /** Saturdays or Sundays worked instead. */
  makeUp: Day[];
}

/** Calendars by year, "2026". */
export type Calendars = Record<string, YearCalendar>;

export const CALENDARS: Calendars = holidays;

export type DayKind = 'working' | 'weekend' | 'off' | 'make-up';

const DAY_MS = 86_400_000;

function atNoonUtc(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** @returns the day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(atNoonUtc(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Which kind of day it is; a make-up Saturday is worked. */
export function dayKind(day: Day, calendars: Calendars = CALENDARS): DayKind {
  const year = calendars[day.slice(0, 4)];
  if (year?.off.includes(day)) return 'off';
  const weekday = new Date(atNoonUtc(day)).getUTCDay();
  if (weekday !== 0 && weekday !== 6) return 'working';
  return year?.makeUp.includes(day) ? 'make-up' : 'weekend';
}

export function isWorkingDay(day: Day, calendars: Calendars = CALENDARS): boolean {
  const kind = dayKind(day, calendars);
  return kind === 'working' || kind === 'make-up';
}

/** The day itself when it is worked, else the next one that is. */
export function nextWorkingDay(day: Day, calendars: Calendars = CALENDARS): Day {
  let next = day;
  while (!isWorkingDay(next, calendars)) next = addDays(next, 1);
  return next;
}

/** @param days whole working days, 0 or more; the first one counted is the day after `day`. */
export function addWorkingDays(day: Day, days: number, calendars: Calendars = CALENDARS): Day {
  let last = day;
  for (let left = days; left > 0; left--) last = nextWorkingDay(addDays(last, 1), calendars);
  return last;
}

/** True when every year from one day to another has an official calendar. */
export function isOfficial(from: Day, to: Day, calendars: Calendars = CALENDARS): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!calendars[String(year)]?.official) return false;
  }
  return true;
}
