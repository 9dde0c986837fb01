import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay } from '../../../utils/deadline/calendar';
import { dueDateOf, type Pause } from '../../../utils/deadline/due-date';
import { addWorkingMinutes, type Point, workingMinutes } from '../../../utils/deadline/working-hours';
import type { Limit } from '../../../utils/dossier/limit';

const days = (count: number): Limit => ({ count, unit: 'working-day' });

describe('dueDateOf', () => {
  it.each<[string, string, Limit, string]>([
    ['counting starts the day after', '2026-03-10T08:00', days(1), '2026-03-11T17:00'],
    ['five working days', '2026-03-10T08:00', days(5), '2026-03-17T17:00'],
    ['after closing counts as the next morning', '2026-03-10T17:05', days(1), '2026-03-12T17:00'],
    ['at closing is still the day', '2026-03-10T17:00', days(1), '2026-03-11T17:00'],
    ['received on a Sunday', '2026-03-15T09:00', days(1), '2026-03-17T17:00'],
    ['received on a make-up Saturday', '2026-01-10T09:00', days(1), '2026-01-12T17:00'],
    ['the last day before Tết', '2026-02-13T09:00', days(2), '2026-02-24T17:00'],
    ['a bare date', '2026-03-10', days(1), '2026-03-11T17:00'],
    ['calendar days', '2026-03-10T08:00', { count: 3, unit: 'day' }, '2026-03-13T17:00'],
    [
      'calendar days never end on a day off',
      '2026-03-10T08:00',
      { count: 5, unit: 'day' },
      '2026-03-16T17:00',
    ],
    ['calendar days into Tết', '2026-02-10T08:00', { count: 8, unit: 'day' }, '2026-02-23T17:00'],
    ['a month', '2026-03-10T08:00', { count: 1, unit: 'month' }, '2026-04-10T17:00'],
    ['a month without that day', '2026-01-30T08:00', { count: 1, unit: 'month' }, '2026-03-02T17:00'],
    ['hours over lunch', '2026-03-10T10:30', { count: 4, unit: 'hour' }, '2026-03-10T16:30'],
    ['hours into the next day', '2026-03-10T15:00', { count: 4, unit: 'hour' }, '2026-03-11T09:00'],
    ['hours over a weekend', '2026-03-13T16:00', { count: 2, unit: 'hour' }, '2026-03-16T08:00'],
    ['half a working day', '2026-03-10T08:00', days(0.5), '2026-03-10T14:00'],
    ['a day and a half', '2026-03-10T08:00', days(1.5), '2026-03-11T14:00'],
  ])('%s', (_, received, limit, due) => {
    expect(dueDateOf(received, limit)?.dueAt).toBe(due);
  });

  it.each<[string, Pause[], string | undefined]>([
    ['a whole working day', [{ from: '2026-03-11T07:00', to: '2026-03-11T17:00' }], '2026-03-18T17:00'],
    ['over a weekend', [{ from: '2026-03-13T17:00', to: '2026-03-16T07:00' }], '2026-03-17T17:00'],
    [
      'half a day moves it to the next day’s end',
      [{ from: '2026-03-11T13:30', to: '2026-03-11T17:00' }],
      '2026-03-18T17:00',
    ],
    [
      'pauses that overlap count once',
      [
        { from: '2026-03-11T07:00', to: '2026-03-12T17:00' },
        { from: '2026-03-12T07:00', to: '2026-03-12T17:00' },
      ],
      '2026-03-19T17:00',
    ],
    [
      'the same in two offsets',
      [
        { from: '2026-03-11T00:00:00Z', to: '2026-03-12T10:00:00Z' },
        { from: '2026-03-12T13:30', to: '2026-03-12T17:00' },
      ],
      '2026-03-19T17:00',
    ],
    ['before the receipt', [{ from: '2026-03-05T07:00', to: '2026-03-09T17:00' }], '2026-03-17T17:00'],
    [
      'from before the receipt: what is after it counts',
      [{ from: '2026-03-05T07:00', to: '2026-03-11T17:00' }],
      '2026-03-19T17:00',
    ],
    ['begun when it was late', [{ from: '2026-03-18T07:00', to: '2026-03-20T17:00' }], '2026-03-17T17:00'],
    ['begun when it was late, and lasting', [{ from: '2026-03-18T07:00' }], '2026-03-17T17:00'],
    [
      'begun in the time that another gave',
      [
        { from: '2026-03-18T07:00', to: '2026-03-18T17:00' },
        { from: '2026-03-11T07:00', to: '2026-03-11T17:00' },
      ],
      '2026-03-19T17:00',
    ],
    ['a pause that lasts: no due date', [{ from: '2026-03-11T07:00' }], undefined],
  ])('pauses: %s', (_, pauses, due) => {
    expect(dueDateOf('2026-03-10T08:00', days(5), { pauses })?.dueAt).toBe(due);
  });

  it('is not certain where a year has no official calendar', () => {
    expect(dueDateOf('2026-03-10', days(5))?.certain).toBe(true);
    expect(dueDateOf('2026-12-28', days(10))?.certain).toBe(false);
  });

  it.each([
    ['no time', 'hôm qua', days(5)],
    ['no limit', '2026-03-10', days(0)],
    ['a limit below nothing', '2026-03-10', days(-1)],
  ])('null for %s', (_, received, limit) => {
    expect(dueDateOf(received, limit)).toBeNull();
  });

  it('never falls on a day off, and never comes earlier for a longer limit or a later receipt', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-02', n));
    const clock = fc.constantFrom('00:10', '07:00', '09:15', '12:00', '16:59', '17:01', '23:50');
    const unit = fc.constantFrom<Limit['unit']>('working-day', 'day', 'hour', 'month');
    const count = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(day, clock, unit, count, (from, time, kind, n) => {
        const due = (on: string, limit: number): string =>
          dueDateOf(`${on}T${time}`, { count: limit, unit: kind })?.dueAt ?? '';
        expect(isWorkingDay(due(from, n).slice(0, 10))).toBe(true);
        expect(due(from, n) >= `${from}T${time}`).toBe(true);
        expect(due(from, n + 1) >= due(from, n)).toBe(true);
        expect(due(addDays(from, 1), n) >= due(from, n)).toBe(true);
      }),
    );
  });
});

describe('pauses', () => {
  const minute = fc.integer({ min: 0, max: 40 * 1440 });
  const at = (n: number): string => new Date(Date.UTC(2026, 2, 1) + n * 60_000).toISOString();
  const pause = fc
    .tuple(minute, minute)
    .map(([a, b]): Pause => ({ from: at(Math.min(a, b)), to: at(Math.max(a, b)) }));
  const pauses = fc.array(pause, { maxLength: 4 });
  const due = (own: Pause[]): string => dueDateOf('2026-03-05T08:00', days(6), { pauses: own })?.dueAt ?? '';

  it('never make a dossier due earlier, and one more never takes time away', () => {
    fc.assert(
      fc.property(pauses, pause, (some, more) => {
        expect(due(some) >= due([])).toBe(true);
        expect(due([...some, more]) >= due(some)).toBe(true);
        expect(isWorkingDay(due(some).slice(0, 10))).toBe(true);
      }),
    );
  });

  it('told in any order, or one of them in two parts, make the same', () => {
    fc.assert(
      fc.property(pauses, pause, (some, { from, to = from }) => {
        const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString();
        const parts = [
          { from: middle, to },
          { from, to: middle },
        ];
        expect(due([...parts, ...some].reverse())).toBe(due([...some, { from, to }]));
      }),
    );
  });
});

describe('working time', () => {
  it.each<[string, Point, Point, number]>([
    ['a day', { day: '2026-03-10', minute: 0 }, { day: '2026-03-10', minute: 1440 }, 480],
    ['lunch does not count', { day: '2026-03-10', minute: 690 }, { day: '2026-03-10', minute: 810 }, 0],
    ['a weekend does not count', { day: '2026-03-13', minute: 1020 }, { day: '2026-03-16', minute: 420 }, 0],
    ['backwards is nothing', { day: '2026-03-11', minute: 600 }, { day: '2026-03-10', minute: 600 }, 0],
  ])('%s', (_, from, to, minutes) => {
    expect(workingMinutes(from, to)).toBe(minutes);
  });

  it('adding and measuring are inverse', () => {
    const point = fc
      .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 1439 }))
      .map(([n, minute]): Point => ({ day: addDays('2025-01-02', n), minute }));
    fc.assert(
      fc.property(point, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
        expect(workingMinutes(from, addWorkingMinutes(from, minutes))).toBe(minutes);
      }),
    );
  });
});
