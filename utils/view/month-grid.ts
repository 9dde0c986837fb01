/** Months as small calendars: weeks from Monday to Sunday, each day with what kind of day it is. */
import { addDays, type Calendars, type Day, type DayKind, dayKind } from '../deadline/calendar';

export interface GridDay {
  day: Day;
  /** Of the month, from 1. */
  date: number;
  kind: DayKind;
}

export interface Month {
  year: number;
  /** From 1. */
  month: number;
  /** Seven places each; null where the day is of another month. */
  weeks: (GridDay | null)[][];
  /** False where the days off of its year are not announced. */
  official: boolean;
}

/** @param first any day of the month */
export function monthOf(first: Day, calendars: Calendars): Month {
  const name = first.slice(0, 7);
  const start = `${name}-01`;
  // Monday is the first day of a week here; Date's is Sunday.
  const before = (new Date(`${start}T12:00:00Z`).getUTCDay() + 6) % 7;
  const cells: (GridDay | null)[] = Array.from({ length: before }, () => null);
  for (let day: Day = start; day.startsWith(name); day = addDays(day, 1)) {
    cells.push({ day, date: Number(day.slice(8)), kind: dayKind(day, calendars) });
  }
  while (cells.length % 7) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7));
  const year = Number(name.slice(0, 4));
  return { year, month: Number(name.slice(5)), weeks, official: calendars[String(year)]?.official === true };
}

/** More months than these are no small calendar: then only those that hold one of the days. */
const MOST_MONTHS = 3;

/** @returns the months from the first of these days to the last, or only those that hold one where that is too many */
export function monthsAround(days: readonly Day[], calendars: Calendars): Month[] {
  const holding = [...new Set(days.map((day) => day.slice(0, 7)))].sort();
  const [first, last] = [holding[0], holding.at(-1)];
  if (!first || !last) return [];
  const all: string[] = [];
  for (let day = `${first}-01`; day.slice(0, 7) <= last && all.length <= MOST_MONTHS; day = nextMonth(day)) {
    all.push(day.slice(0, 7));
  }
  const shown = all.length <= MOST_MONTHS ? all : holding;
  return shown.map((name) => monthOf(`${name}-01`, calendars));
}

function nextMonth(first: Day): Day {
  return `${addDays(first, 31).slice(0, 7)}-01`;
}
