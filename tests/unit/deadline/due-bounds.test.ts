import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, CALENDARS, isWorkingDay } from '../../../utils/deadline/calendar';
import { dueBounds } from '../../../utils/deadline/due-bounds';
import { limitOf } from '../../../utils/deadline/limit';

const clock = (ms: number | undefined): string =>
  new Date((ms ?? 0) + 7 * 3_600_000).toISOString().slice(0, 16);

describe('dueBounds', () => {
  it.each([
    ['with its hour', '2026-11-20T15:30', '2026-11-20T15:30', '2026-11-20T15:30'],
    ['a bare date', '2026-11-20', '2026-11-20T17:00', '2026-11-20T23:59'],
    ['midnight', '2026-11-20T00:00', '2026-11-20T17:00', '2026-11-20T23:59'],
    ['a Saturday afternoon', '2026-11-21T15:30', '2026-11-23T17:00', '2026-11-23T23:59'],
    ['a make-up Saturday', '2026-08-22T15:30', '2026-08-22T15:30', '2026-08-22T15:30'],
    ['the eve of Tết, a Monday off', '2026-02-16', '2026-02-23T17:00', '2026-02-23T23:59'],
    [
      'New Year and its bridge, then a make-up Saturday later',
      '2026-01-01',
      '2026-01-05T17:00',
      '2026-01-05T23:59',
    ],
    ['an offset', '2026-11-20T08:30:00Z', '2026-11-20T15:30', '2026-11-20T15:30'],
  ])('%s', (_, dueAt, inTime, late) => {
    const bounds = dueBounds(dueAt, CALENDARS);
    expect([clock(bounds?.inTimeUntil), clock(bounds?.lateAfter)]).toEqual([inTime, late]);
    expect(bounds?.official).toBe(true);
  });

  it.each([
    ['2027-03-01', false],
    ['2030-03-01', false],
    ['2026-12-31', true],
  ])('%s rests on an official calendar: %s', (dueAt, official) => {
    expect(dueBounds(dueAt, CALENDARS)?.official).toBe(official);
  });

  it('is null for what is no time', () => expect(dueBounds('cuối tháng', CALENDARS)).toBeNull());

  it('never ends on a day off, nor before the day shown, and is in time before it is late', () => {
    const shown = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-02', n));
    fc.assert(
      fc.property(shown, fc.constantFrom('', 'T00:00', 'T08:15', 'T23:00'), (day, time) => {
        const bounds = dueBounds(`${day}${time}`, CALENDARS);
        expect(isWorkingDay(bounds?.day ?? '')).toBe(true);
        expect((bounds?.day ?? '') >= day).toBe(true);
        expect(bounds?.inTimeUntil).toBeLessThanOrEqual(bounds?.lateAfter ?? 0);
      }),
    );
  });
});

describe('limitOf', () => {
  it.each<[string, string[], Parameters<typeof limitOf>[1], string | null]>([
    ['of the channel', ['online:3working-day', 'in-person:5working-day'], 'online', '3 working-day'],
    ['shared by all channels', ['online:3day', 'in-person:3day', 'post:3day'], undefined, '3 day'],
    ['channels differ and none is known', ['online:3day', 'in-person:5day'], undefined, null],
    ['two of one channel: not guessed', ['online:3day', 'online:20day'], 'online', null],
    ['none for the channel', ['in-person:5working-day'], 'online', null],
    ['half a day', ['online:0.5working-day'], 'online', '0.5 working-day'],
    ['hours', ['online:4hour'], 'online', '4 hour'],
    ['months', ['online:2month'], 'online', '2 month'],
    ['other words', ['online:ngay'], 'online', null],
    ['nothing', [], 'online', null],
  ])('%s', (_, limits, channel, expected) => {
    const limit = limitOf(limits, channel);
    expect(limit && `${limit.count} ${limit.unit}`).toBe(expected);
  });
});
