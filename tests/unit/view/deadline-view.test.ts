/** The deadline on its calendar: whose dates, what is counted, and what is not concluded. */
import { describe, expect, it } from 'vitest';
import { CALENDARS } from '../../../utils/deadline/calendar';
import type { LedgerSighting } from '../../../utils/dossier/sighting';
import { toInstant } from '../../../utils/dossier/time';
import type { Run } from '../../../utils/ledger/database';
import { translator } from '../../../utils/platform/i18n';
import { type DeadlineInput, deadlineOf } from '../../../utils/view/deadline-view';
import { monthOf, monthsAround } from '../../../utils/view/month-grid';

const CODE = 'H26.10-261101-0001';
const NAMES: Record<string, string> = { 'province-h26': 'Hà Nội', 'national-portal': 'DVCQG' };

function said(system: string, more: Partial<LedgerSighting> = {}): LedgerSighting {
  const seenAt = '2026-11-10T02:00:00.000Z';
  return {
    code: CODE,
    system,
    outcome: 'found',
    status: 'processing',
    via: 'page',
    seenAt,
    firstSeenAt: seenAt,
    statusSince: seenAt,
    ...more,
  };
}

function deadline(sightings: LedgerSighting[], more: Partial<DeadlineInput> = {}) {
  return deadlineOf({
    codes: [CODE],
    sightings,
    history: [],
    now: toInstant('2026-11-10T10:00:00+07:00'),
    wording: { t: translator('vi'), shortName: (id) => NAMES[id] ?? id },
    ...more,
  });
}
const HANOI = { receivedAt: '2026-11-05T09:12', dueAt: '2026-11-20T17:00' };

it('names each date with the systems that show it, and the hour of those that show one', () => {
  const lines = deadline([
    said('province-h26', HANOI),
    said('national-portal', { dueAt: '2026-11-20' }),
  ])?.lines;
  expect(lines?.map(({ text }) => text)).toEqual([
    'Tiếp nhận: 05/11/2026 (Hà Nội 09:12)',
    'Hẹn trả: 20/11/2026 (DVCQG, Hà Nội 17:00)',
  ]);
});

it('no receipt and no due date: nothing to show', () => expect(deadline([said('land')])).toBeNull());

describe('days are counted', () => {
  it.each([
    ['working days alone', '2026-11-10', 'Còn 8 ngày làm việc.'],
    ['on the day itself', '2026-11-20', 'Đến hạn hôm nay.'],
    ['no more after it', '2026-11-23', 'Ngày hẹn trả đã qua.'],
  ])('%s', (_, today, state) => {
    const now = toInstant(`${today}T10:00:00+07:00`);
    expect(deadline([said('province-h26', HANOI)], { now })?.state).toBe(state);
  });

  it.each<[string, LedgerSighting[]]>([
    ['systems show different days', [said('province-h26', HANOI), said('land', { dueAt: '2026-11-24' })]],
    ['the work has ended', [said('province-h26', { ...HANOI, status: 'resolved' })]],
    ['the clock stands still', [said('province-h26', { ...HANOI, status: 'supplement-required' })]],
    ['the state is not understood', [said('province-h26', { ...HANOI, status: 'unknown' })]],
    [
      'the due date is in a year without an official calendar',
      [said('province-h26', { ...HANOI, dueAt: '2027-01-05' })],
    ],
  ])('not where %s', (_, sightings) => {
    expect(deadline(sightings)?.state ?? '').not.toMatch(/Còn|hôm nay|đã qua/);
  });
});

it('a year without an official calendar is told, in words and over its months', () => {
  const shown = deadline([said('province-h26', { ...HANOI, dueAt: '2027-01-05' })]);
  expect(shown?.notes.join()).toContain('Năm 2027 chưa có lịch nghỉ chính thức');
  expect(shown?.months.map(({ year, official }) => [year, official])).toEqual([
    [2026, true],
    [2026, true],
    [2027, false],
  ]);
});

it('a due date on a day off counts to the next working day, and says so', () => {
  const shown = deadline([said('province-h26', { ...HANOI, dueAt: '2026-11-21' })]);
  expect(shown?.marks['2026-11-23']).toEqual(['due']);
  expect(shown?.notes.join()).toContain('23/11/2026');
});

describe('where no system shows a due date', () => {
  const source = { receivedAt: '2026-11-05T09:12', procedureCode: '1.004873' };
  const limitOf: DeadlineInput['limitOf'] = () => ({ count: 5, unit: 'working-day' });

  it('it is shown as computed', () => {
    const shown = deadline([said('province-h26', source)], { limitOf });
    expect(shown?.lines.at(-1)).toMatchObject({ kind: 'due-computed', day: '2026-11-12' });
    expect(shown?.lines.at(-1)?.text).toContain('tính ra');
    expect(shown?.marks['2026-11-12']).toEqual(['due-computed']);
  });

  it('none is computed once a clock was stopped, and the days are marked', () => {
    const stop: Run = {
      code: CODE,
      system: 'province-h26',
      outcome: 'found',
      status: 'supplement-required',
      at: '2026-11-06T01:00:00.000Z',
      until: '2026-11-09T01:00:00.000Z',
      since: '2026-11-06T01:00:00.000Z',
    };
    const shown = deadline([said('province-h26', source)], { limitOf, history: [stop] });
    expect(shown?.lines.map(({ kind }) => kind)).toEqual(['receipt']);
    expect(shown?.notes.join()).toContain('không tính được');
    expect(shown?.marks['2026-11-08']).toEqual(['pause']);
  });
});

describe('a month', () => {
  it.each([
    ['2026-02-01', 28, 5],
    ['2026-11-15', 30, 6],
    ['2028-02-10', 29, 5],
  ])('of %s has all its days, weeks from Monday on', (day, days, weeks) => {
    const month = monthOf(day, CALENDARS);
    const cells = month.weeks.flat();
    expect(month.weeks).toHaveLength(weeks);
    expect(cells.filter(Boolean)).toHaveLength(days);
    cells.forEach((cell, place) => {
      if (cell) expect((new Date(`${cell.day}T12:00:00Z`).getUTCDay() + 6) % 7).toBe(place % 7);
    });
  });

  it('carries its days off and its make-up days', () => {
    const calendars = { '2026': { official: true, off: ['2026-11-09'], makeUp: ['2026-11-14'] } };
    const kinds = new Map(
      monthOf('2026-11-01', calendars)
        .weeks.flat()
        .map((cell) => [cell?.date, cell?.kind]),
    );
    expect([kinds.get(9), kinds.get(14), kinds.get(15), kinds.get(10)]).toEqual([
      'off',
      'make-up',
      'weekend',
      'working',
    ]);
  });

  it('between far days only those that hold one are shown', () => {
    const names = (days: string[]) =>
      monthsAround(days, CALENDARS).map(({ year, month }) => `${year}-${month}`);
    expect(names(['2026-11-10', '2027-01-05'])).toEqual(['2026-11', '2026-12', '2027-1']);
    expect(names(['2026-01-10', '2026-11-05', '2026-11-22'])).toEqual(['2026-1', '2026-11']);
  });
});
