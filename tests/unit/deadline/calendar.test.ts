import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  CALENDARS,
  dayKind,
  isOfficial,
  isWorkingDay,
} from '../../../utils/deadline/calendar';

describe('dayKind', () => {
  it.each([
    ['a Tuesday', '2026-03-10', 'working'],
    ['a Saturday', '2026-03-14', 'weekend'],
    ['a Sunday', '2026-03-15', 'weekend'],
    ['the day before Tết', '2026-02-16', 'off'],
    ['Tết', '2026-02-17', 'off'],
    ['the first day of work after Tết', '2026-02-23', 'working'],
    ['the swapped Friday after New Year', '2026-01-02', 'off'],
    ['the Saturday worked for it', '2026-01-10', 'make-up'],
    ['the swapped Monday before National Day', '2026-08-31', 'off'],
    ['the Saturday worked for that', '2026-08-22', 'make-up'],
    ['a day of a year without a calendar', '2031-09-02', 'working'],
  ])('%s, %s', (_, day, kind) => {
    expect(dayKind(day)).toBe(kind);
  });

  it('holds days of their own year alone, none both off and worked', () => {
    for (const [year, { off, makeUp }] of Object.entries(CALENDARS)) {
      for (const day of [...off, ...makeUp]) expect(day.slice(0, 4)).toBe(year);
      expect(off.filter((day) => makeUp.includes(day))).toEqual([]);
    }
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['the next day', '2026-03-10', 1, '2026-03-11'],
    ['over a weekend', '2026-03-13', 1, '2026-03-16'],
    ['a week', '2026-03-10', 5, '2026-03-17'],
    ['over Tết 2026', '2026-02-13', 1, '2026-02-23'],
    ['ten days over Tết', '2026-02-09', 10, '2026-03-02'],
    ['a make-up Saturday counts', '2026-01-09', 1, '2026-01-10'],
    ['New Year with its swap', '2025-12-31', 2, '2026-01-06'],
    ['National Day with its swap', '2026-08-21', 7, '2026-09-03'],
    ['the anniversary of the Hùng kings', '2026-04-24', 1, '2026-04-28'],
    ['30 April and 1 May', '2026-04-29', 1, '2026-05-04'],
    ['no days', '2026-03-14', 0, '2026-03-14'],
  ])('%s', (_, from, days, to) => {
    expect(addWorkingDays(from, days)).toBe(to);
  });

  it('adds up, moves on, and ends on a working day', () => {
    const day = fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2025-01-01', n));
    const count = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(day, count, count, (from, a, b) => {
        const both = addWorkingDays(from, a + b);
        expect(addWorkingDays(addWorkingDays(from, a), b)).toBe(both);
        expect(both > from).toBe(true);
        expect(isWorkingDay(both)).toBe(true);
      }),
    );
  });
});

it.each([
  ['one official year', '2026-01-05', '2026-12-30', true],
  ['two of them', '2025-12-05', '2026-01-30', true],
  ['into an estimate', '2026-12-05', '2027-01-05', false],
  ['a year without a calendar', '2031-01-05', '2031-01-06', false],
])('an official calendar: %s', (_, from, to, official) => {
  expect(isOfficial(from, to)).toBe(official);
});
