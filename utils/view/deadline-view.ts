/**
 * A dossier's deadline on its calendar: receipt, due date as systems show it or as it follows from the procedure's limit,
 * days off, make-up days, and the days on which it was seen to wait for a supplement. Nothing is concluded here that the
 * rules do not conclude: where the calendar of a year is no official one, or dates differ, no days are counted.
 */
import { addDays, CALENDARS, type Calendars, type Day, isOfficial, isWorkingDay } from '../deadline/calendar';
import { dueBounds } from '../deadline/due-bounds';
import type { DossierCode } from '../dossier/code';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import { type IsoInstant, type LocalTime, parseTime, showTime } from '../dossier/time';
import type { Run } from '../ledger/database';
import { computedDue } from '../reconcile/clock';
import type { Frame } from '../reconcile/rule';
import { standingsOf } from '../reconcile/standing';
import { isClockStopped, isEnded, isInHand } from '../reconcile/states';
import { dayAt } from './concern';
import { type Month, monthsAround } from './month-grid';
import type { Wording } from './sentence';

export type DayMark = 'receipt' | 'due' | 'due-computed' | 'today' | 'pause';

/** One date and whose word it is. */
export interface DatedLine {
  kind: 'receipt' | 'due' | 'due-computed';
  /** Where it falls: a due date on a day off counts to the next working day. */
  day: Day;
  text: string;
  movedTo?: string;
}

export interface DeadlineView {
  lines: DatedLine[];
  /** "Còn 4 ngày làm việc." */
  state: string;
  /** What the officer must know of these dates. */
  notes: string[];
  months: Month[];
  marks: Record<Day, DayMark[]>;
}

export interface DeadlineInput {
  codes: DossierCode[];
  sightings: readonly LedgerSighting[];
  history: readonly Run[];
  /** Policy's calendars, which go before those built in. */
  calendars?: Calendars;
  limitOf?: Frame['limitOf'];
  /** Milliseconds since 1970. */
  now: number;
  wording: Wording;
}

interface Dates {
  found: { system: SystemId; sighting: LedgerSighting }[];
  calendars: Calendars;
  wording: Wording;
}

function dayOf(time: LocalTime | IsoInstant): Day | undefined {
  return parseTime(time)?.slice(0, 10);
}

/** One line for each day, with the systems that show it, and the hour of those that show one. */
function linesOf(kind: 'receipt' | 'due', { found, calendars, wording }: Dates): DatedLine[] {
  const byDay = new Map<string, { day: Day; systems: string[] }>();
  for (const { system, sighting } of found) {
    const time = kind === 'due' ? sighting.dueAt : sighting.receivedAt;
    const day = time && (kind === 'due' ? dueBounds(time, calendars)?.day : dayOf(time));
    if (!time || !day) continue;
    const words = showTime(time).split(' ');
    const line = byDay.get(words.at(-1) ?? '') ?? { day, systems: [] };
    line.systems.push([wording.shortName(system), ...words.slice(0, -1)].join(' '));
    byDay.set(words.at(-1) ?? '', line);
  }
  return [...byDay].map(([date, { day, systems }]) => ({
    kind,
    day,
    text: wording.t(`deadline_${kind}`, [date, systems.join(', ')]),
    ...(showTime(day) !== date && { movedTo: showTime(day) }),
  }));
}

/** Days on which a system was seen with a stopped clock. */
function pausedDays({ sightings, history }: DeadlineInput): Day[] {
  const runs = [
    ...history.map(({ status, since, until }) => ({ status, since, until })),
    ...sightings.map(({ status, statusSince, seenAt }) => ({ status, since: statusSince, until: seenAt })),
  ].filter(({ status }) => status && isClockStopped(status));
  return runs.flatMap(({ since, until }) => {
    const [first, last] = [dayOf(since), dayOf(until)];
    const days: Day[] = [];
    for (let day = first; day && last && day <= last && days.length < 366; day = addDays(day, 1))
      days.push(day);
    return days;
  });
}

/** Working days after the one day, up to the other. */
function workingDaysTo(from: Day, to: Day, calendars: Calendars): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, calendars)) count++;
  return count;
}

function unofficialYears(days: Day[], calendars: Calendars): string[] {
  return [...new Set(days.map((day) => day.slice(0, 4)))].filter((year) => !calendars[year]?.official).sort();
}

/** @returns null where no system shows a receipt or a due date */
export function deadlineOf(input: DeadlineInput): DeadlineView | null {
  const { codes, sightings, history, limitOf, now, wording } = input;
  const { t } = wording;
  const calendars = input.calendars ? { ...CALENDARS, ...input.calendars } : CALENDARS;
  const dossier = standingsOf(codes, [...sightings], now);
  const dates: Dates = { found: dossier.found, calendars, wording };
  const receipts = linesOf('receipt', dates);
  const shown = linesOf('due', dates);
  const computed = shown.length
    ? null
    : computedDue({
        dossier,
        history: [...history],
        frame: {
          computes: limitOf !== undefined,
          calendars,
          boundsOf: (time) => dueBounds(time, calendars),
          limitOf: limitOf ?? (() => null),
        },
      });
  const dues: DatedLine[] = computed
    ? [
        {
          kind: 'due-computed',
          day: computed.bounds.day,
          text: t('deadline_due_computed', [
            showTime(computed.dueAt),
            computed.systems.map(wording.shortName).join(', '),
          ]),
        },
      ]
    : shown;
  const lines = [...receipts, ...dues];
  if (lines.length === 0) return null;

  const today = dayAt(now);
  const pauses = pausedDays(input);
  const days = [...lines.map(({ day }) => day), today];
  const unofficial = unofficialYears([...days].sort(), calendars);
  const statuses = dossier.found.flatMap(({ status }) => status ?? []);
  const state = stateOf();
  const notes = [
    ...unofficial.map((year) => t('deadline_no_calendar', [year])),
    ...(new Set(shown.map(({ day }) => day)).size > 1 ? [t('deadline_dues_differ')] : []),
    ...dues.flatMap(({ movedTo }) => (movedTo ? t('deadline_moved', [movedTo]) : [])),
    ...(computed ? [t('deadline_computed_note')] : []),
    ...(pauses.length ? [t('deadline_paused_note')] : []),
    ...(dues.length === 0 ? [t(pauses.length ? 'deadline_no_due_paused' : 'deadline_no_due')] : []),
  ];
  return {
    lines,
    state,
    notes,
    months: monthsAround(days, calendars),
    marks: marksOf([
      ...lines.map(({ day, kind }): [Day, DayMark] => [day, kind]),
      [today, 'today'],
      ...pauses.map((day): [Day, DayMark] => [day, 'pause']),
    ]),
  };

  function stateOf(): string {
    if (statuses.some(isEnded)) return t('deadline_ended');
    if (statuses.some(isClockStopped)) return t('deadline_stopped');
    const due = dues[0]?.day;
    const one = new Set(dues.map(({ day }) => day)).size === 1;
    if (!due || !one || !statuses.length || !statuses.every(isInHand)) return '';
    const [first, last] = today < due ? [today, due] : [due, today];
    if (!isOfficial(first, last, calendars) || (computed && !computed.bounds.official)) return '';
    if (today === due) return t('deadline_today');
    if (today > due) return t('deadline_passed');
    return t('deadline_left', [String(workingDaysTo(today, due, calendars))]);
  }
}

function marksOf(pairs: [Day, DayMark][]): Record<Day, DayMark[]> {
  const marks: Record<Day, DayMark[]> = {};
  for (const [day, mark] of pairs) {
    const known = marks[day] ?? [];
    if (!known.includes(mark)) marks[day] = [...known, mark];
  }
  return marks;
}
