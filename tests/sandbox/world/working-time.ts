/** Office hours of the sandbox's officials: Monday to Friday, 07:30–11:30 and 13:30–17:00, at +07:00. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const VIETNAM_OFFSET = 7 * HOUR;
/** Working minutes in one day. */
export const WORKING_DAY = 450;

const SPANS: readonly (readonly [number, number])[] = [
  [7 * 60 + 30, 11 * 60 + 30],
  [13 * 60 + 30, 17 * 60],
];

/** Start of the local day (00:00 in Vietnam) that holds the instant. */
export function startOfDay(at: number): number {
  return Math.floor((at + VIETNAM_OFFSET) / DAY) * DAY - VIETNAM_OFFSET;
}

function isWorkday(dayStart: number): boolean {
  const weekday = new Date(dayStart + VIETNAM_OFFSET).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Moves by working minutes, forwards or backwards; seconds of the start are kept out, nights and weekends skipped. */
export function moveWorkingMinutes(from: number, minutes: number): number {
  const forward = minutes >= 0;
  let left = Math.abs(minutes);
  let day = startOfDay(from);
  let cursor = Math.floor((from - day) / MINUTE);
  for (;;) {
    if (isWorkday(day)) {
      const spans = forward ? SPANS : [...SPANS].reverse();
      for (const [start, end] of spans) {
        const near = forward ? Math.max(cursor, start) : Math.min(cursor, end);
        const room = forward ? end - near : near - start;
        if (room <= 0) continue;
        if (left <= room) return day + (forward ? near + left : near - left) * MINUTE;
        left -= room;
      }
    }
    day += forward ? DAY : -DAY;
    cursor = forward ? 0 : 24 * 60;
  }
}

/** 17:00 of the `days`-th working day after the day of receipt. */
export function dueAfter(received: number, days: number): number {
  let day = startOfDay(received);
  let left = days;
  while (left > 0) {
    day += DAY;
    if (isWorkday(day)) left -= 1;
  }
  return day + 17 * HOUR;
}
