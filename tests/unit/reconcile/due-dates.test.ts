/** Due dates that differ, that passed, that come soon. Today is Tuesday 10 November 2026, 16:00. */
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { brief, judge, seen } from './scene';

const PROVINCE = 'province-h26';
const PORTAL = 'national-portal';

type Row = [reason: string, sightings: Sighting[], told: string[]];

const work = (system: string, clock: string, more: Partial<Sighting> = {}): Sighting =>
  seen(system, clock, { status: 'processing', ...more });

describe('due-date-disagrees', () => {
  it.each<Row>([
    [
      'another day, seen so for hours',
      [work(PROVINCE, '09:00', { dueAt: '2026-11-20' }), work(PORTAL, '14:00', { dueAt: '2026-11-18' })],
      ['out-of-sync', 'error due-date-disagrees province-h26>national-portal'],
    ],
    [
      'the portal seen first: the system of record is still named first',
      [work(PORTAL, '09:00', { dueAt: '2026-11-18' }), work(PROVINCE, '14:00', { dueAt: '2026-11-20' })],
      ['out-of-sync', 'error due-date-disagrees province-h26>national-portal'],
    ],
    [
      'seen within the grace: one may just have been changed',
      [work(PROVINCE, '13:30', { dueAt: '2026-11-20' }), work(PORTAL, '14:00', { dueAt: '2026-11-18' })],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'seen within the grace, but the state has held with this date for days',
      [
        work(PROVINCE, '13:30', { dueAt: '2026-11-20', statusAt: '2026-11-08T09:00' }),
        work(PORTAL, '14:00', { dueAt: '2026-11-18', statusAt: '2026-11-08T09:05' }),
      ],
      ['out-of-sync', 'error due-date-disagrees province-h26>national-portal'],
    ],
    [
      'the older word is of the week before, and nothing moves a due date but a supplement',
      [
        work(PROVINCE, '2026-11-03T09:00:00+07:00', { dueAt: '2026-11-20' }),
        work(PORTAL, '14:00', { dueAt: '2026-11-18' }),
      ],
      ['out-of-sync', 'error due-date-disagrees province-h26>national-portal'],
    ],
    [
      'the older word is of the week before, and a supplement was asked meanwhile: it may have been moved',
      [
        work(PROVINCE, '2026-11-03T09:00:00+07:00', { dueAt: '2026-11-20' }),
        work(PORTAL, '08:00', { dueAt: '2026-11-20', status: 'supplement-required' }),
        work(PORTAL, '14:00', { dueAt: '2026-11-25' }),
      ],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'moved an hour ago in one, seen before that in the other',
      [
        work(PROVINCE, '09:00', { dueAt: '2026-11-18' }),
        work(PORTAL, '14:30', { dueAt: '2026-11-18' }),
        work(PROVINCE, '15:00', { dueAt: '2026-11-25' }),
      ],
      ['cannot-tell', 'info not-known-yet province-h26>national-portal'],
    ],
    [
      'moved in the morning, and the portal did not follow',
      [
        work(PROVINCE, '08:00', { dueAt: '2026-11-18' }),
        work(PROVINCE, '09:00', { dueAt: '2026-11-25' }),
        work(PORTAL, '14:30', { dueAt: '2026-11-18' }),
      ],
      ['out-of-sync', 'error due-date-disagrees province-h26>national-portal'],
    ],
    [
      'a day and the same day with its hour',
      [
        work(PROVINCE, '09:00', { dueAt: '2026-11-20T17:00' }),
        work(PORTAL, '14:00', { dueAt: '2026-11-20' }),
      ],
      ['in-sync'],
    ],
    [
      'a Sunday and the Monday it moves to',
      [work(PROVINCE, '09:00', { dueAt: '2026-11-22' }), work(PORTAL, '14:00', { dueAt: '2026-11-23' })],
      ['in-sync'],
    ],
    [
      'one instant in two offsets',
      [
        work(PROVINCE, '09:00', { dueAt: '2026-11-20T17:00:00+07:00' }),
        work(PORTAL, '14:00', { dueAt: '2026-11-20T10:00:00Z' }),
      ],
      ['in-sync'],
    ],
    [
      'one shows none',
      [work(PROVINCE, '09:00', { dueAt: '2026-11-20' }), work(PORTAL, '14:00')],
      ['in-sync'],
    ],
  ])('%s', (_, sightings, told) => expect(brief(judge(sightings))).toEqual(told));
});

describe('overdue and due-soon leave a dossier in sync', () => {
  it.each<Row>([
    [
      'late by both, named once',
      [
        work(PROVINCE, '09:00', { dueAt: '2026-11-05' }),
        work(PORTAL, '14:00', { dueAt: '2026-11-05T17:00' }),
      ],
      ['in-sync', 'warning overdue national-portal>province-h26'],
    ],
    [
      'due this morning',
      [work(PROVINCE, '15:00', { dueAt: '2026-11-10T11:30' }), work(PORTAL, '15:00')],
      ['in-sync', 'warning overdue province-h26'],
    ],
    [
      'due today, no hour: until midnight nobody is late',
      [work(PROVINCE, '15:00', { dueAt: '2026-11-10' }), work(PORTAL, '15:00')],
      ['in-sync', 'info due-soon province-h26'],
    ],
    [
      'midnight is a bare date',
      [work(PROVINCE, '15:00', { dueAt: '2026-11-10T00:00' }), work(PORTAL, '15:00')],
      ['in-sync', 'info due-soon province-h26'],
    ],
    [
      'due on Sunday: the Monday after counts, and Monday has passed',
      [work(PROVINCE, '15:00', { dueAt: '2026-11-08' }), work(PORTAL, '15:00')],
      ['in-sync', 'warning overdue province-h26'],
    ],
    [
      'last seen before the due date: it may be late',
      [
        work(PROVINCE, '2026-11-04T09:00:00+07:00', { dueAt: '2026-11-05' }),
        work(PORTAL, '2026-11-04T09:00:00+07:00'),
      ],
      ['in-sync', 'info not-known-yet province-h26'],
    ],
    [
      'in two working days',
      [work(PROVINCE, '15:00', { dueAt: '2026-11-12' }), work(PORTAL, '15:00')],
      ['in-sync', 'info due-soon province-h26'],
    ],
    ['in three', [work(PROVINCE, '15:00', { dueAt: '2026-11-13' }), work(PORTAL, '15:00')], ['in-sync']],
    [
      'waiting for the citizen: the clock stands',
      [
        seen(PROVINCE, '15:00', { status: 'supplement-required', dueAt: '2026-11-05' }),
        seen(PORTAL, '15:00', { status: 'supplement-required' }),
      ],
      ['in-sync'],
    ],
    [
      'done, however late',
      [
        seen(PROVINCE, '15:00', { status: 'resolved', dueAt: '2026-11-05', resolvedAt: '2026-11-09' }),
        seen(PORTAL, '15:00', { status: 'resolved' }),
      ],
      ['in-sync'],
    ],
    [
      'one of two due dates has passed: they disagree, and nobody is called late',
      [work(PROVINCE, '09:00', { dueAt: '2026-11-20' }), work(PORTAL, '14:00', { dueAt: '2026-11-05' })],
      ['out-of-sync', 'error due-date-disagrees province-h26>national-portal'],
    ],
    [
      'the system itself says in time after the date: it may know of a pause, so it is to be looked at',
      [work(PROVINCE, '15:00', { dueAt: '2026-11-05', overdueShown: false }), work(PORTAL, '15:00')],
      ['in-sync', 'info overdue province-h26'],
    ],
    [
      'the clock stood still for a week, and the date was not moved',
      [
        work(PROVINCE, '2026-11-02T09:00:00+07:00', { dueAt: '2026-11-05' }),
        seen(PROVINCE, '2026-11-03T09:00:00+07:00', { status: 'supplement-required', dueAt: '2026-11-05' }),
        work(PROVINCE, '15:00', { dueAt: '2026-11-05' }),
        work(PORTAL, '15:00'),
      ],
      ['in-sync'],
    ],
    [
      'called overdue, and no date to check that by',
      [work(PROVINCE, '15:00', { overdueShown: true }), work(PORTAL, '15:00')],
      ['in-sync', 'info overdue province-h26'],
    ],
  ])('%s', (_, sightings, told) => expect(brief(judge(sightings))).toEqual(told));

  it.each([
    [
      'the last working day before Tết, seen on the eve',
      '2026-02-13',
      '2026-02-14T09:00:00+07:00',
      'warning overdue',
    ],
    ['a day of Tết moves to the Monday after it', '2026-02-17', '2026-02-23T09:00:00+07:00', 'info due-soon'],
    ['and has passed on the Tuesday', '2026-02-17', '2026-02-24T09:00:00+07:00', 'warning overdue'],
    ['a make-up Saturday is a working day', '2026-08-22', '2026-08-24T09:00:00+07:00', 'warning overdue'],
    ['a plain Saturday is none', '2026-08-15', '2026-08-17T09:00:00+07:00', 'info due-soon'],
    ['a year without an official calendar', '2027-03-04', '2027-03-10T09:00:00+07:00', 'info not-known-yet'],
    ['a year that is in no calendar', '2029-03-01', '2029-03-10T09:00:00+07:00', 'info not-known-yet'],
  ])('%s', (_, dueAt, now, told) => {
    const judgement = judge([work(PROVINCE, now, { dueAt }), work(PORTAL, now)], { now });
    expect(brief(judgement)).toEqual(['in-sync', `${told} province-h26`]);
  });

  it('a calendar of policy makes a year official', () => {
    const now = '2027-03-10T09:00:00+07:00';
    const calendars = { '2027': { official: true, off: ['2027-03-05'], makeUp: [] } };
    const due = (dueAt: string) =>
      judge([work(PROVINCE, now, { dueAt }), work(PORTAL, now)], { now, calendars });
    expect(brief(due('2027-03-04'))).toEqual(['in-sync', 'warning overdue province-h26']);
    expect(due('2027-03-04').findings[0]?.reason.key).toBe('rule_overdue_reason');
  });
});

describe('a due date that is computed', () => {
  const limitOf = () => ({ count: 3, unit: 'working-day' as const });
  const received = { receivedAt: '2026-11-02T09:00', procedureCode: '1.004873' };

  it('is late as computed, and says so', () => {
    const judgement = judge([work(PROVINCE, '15:00', received), work(PORTAL, '15:00')], { limitOf });
    expect(brief(judgement)).toEqual(['in-sync', 'warning overdue province-h26']);
    expect(judgement.findings[0]?.reason).toMatchObject({
      key: 'rule_overdue_computed_reason',
      params: [{}, { time: '2026-11-05T17:00' }, {}, {}],
    });
  });

  it('never makes another system wrong for certain', () => {
    const limit = () => ({ count: 30, unit: 'working-day' as const });
    const judgement = judge(
      [work(PROVINCE, '15:00', received), work(PORTAL, '15:00', { overdueShown: true })],
      {
        limitOf: limit,
      },
    );
    expect(brief(judgement)).toEqual(['cannot-tell', 'warning false-overdue province-h26>national-portal']);
  });

  it.each([
    ['a shown one goes before it', { ...received, dueAt: '2026-11-27' }],
    ['the clock stood still for a time that is not known', { ...received, status: 'supplemented' as const }],
    ['no receipt is shown', { procedureCode: '1.004873' }],
  ])('not where %s', (_, more) => {
    const { findings } = judge([seen(PROVINCE, '15:00', { status: 'processing', ...more })], { limitOf });
    expect(findings.map(({ rule }) => rule)).toEqual(['not-known-yet']);
  });
});
