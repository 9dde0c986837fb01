/** What a system calls overdue, and whether it is. Today is Tuesday 10 November 2026, 16:00. */
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { brief, judge, seen } from './scene';

const PROVINCE = 'province-h26';
const PORTAL = 'national-portal';
const MINISTRY = 'ministry-g15';

type Row = [reason: string, sightings: Sighting[], told: string[]];

const work = (system: string, clock: string, more: Partial<Sighting> = {}): Sighting =>
  seen(system, clock, { status: 'processing', ...more });

describe('false-overdue', () => {
  const accuses = (more: Partial<Sighting> = {}, clock = '14:00'): Sighting =>
    work(PORTAL, clock, { overdueShown: true, ...more });

  it.each<Row>([
    [
      'its own due date has not come',
      [accuses({ dueAt: '2026-11-20' }), work(PROVINCE, '14:00', { dueAt: '2026-11-20' })],
      ['out-of-sync', 'error false-overdue national-portal'],
    ],
    [
      'it shows no date, the ministry’s has not come',
      [accuses(), work(MINISTRY, '09:00', { dueAt: '2026-11-20' })],
      ['out-of-sync', 'error false-overdue ministry-g15>national-portal'],
    ],
    [
      'the ministry’s date was seen only after the portal called it overdue',
      [accuses({}, '09:00'), work(MINISTRY, '14:00', { dueAt: '2026-11-20' })],
      ['cannot-tell', 'warning false-overdue ministry-g15>national-portal'],
    ],
    [
      'resolved before the due date, and the portal has not heard: both are said',
      [
        accuses({ dueAt: '2026-11-09' }),
        seen(MINISTRY, '13:00', { status: 'resolved', dueAt: '2026-11-09', resolvedAt: '2026-11-06T10:00' }),
      ],
      [
        'out-of-sync',
        'error status-disagrees ministry-g15>national-portal',
        'error false-overdue ministry-g15>national-portal',
      ],
    ],
    [
      'resolved after the due date: rightly overdue',
      [
        accuses({ status: 'resolved', dueAt: '2026-11-05' }),
        seen(MINISTRY, '09:00', { status: 'resolved', dueAt: '2026-11-05', resolvedAt: '2026-11-06T10:00' }),
      ],
      ['in-sync'],
    ],
    [
      'done on the day, and called late by its own page',
      [
        accuses({ status: 'resolved', dueAt: '2026-11-05', resolvedAt: '2026-11-05T10:00' }),
        seen(PROVINCE, '14:00', { status: 'resolved' }),
      ],
      ['out-of-sync', 'error false-overdue national-portal'],
    ],
    [
      'waiting for a supplement since before the due date',
      [
        accuses({ status: 'supplement-required', statusAt: '2026-11-03T08:00', dueAt: '2026-11-05' }),
        seen(PROVINCE, '14:00', { status: 'supplement-required' }),
      ],
      ['out-of-sync', 'error false-overdue national-portal'],
    ],
    [
      'paused only after the due date',
      [
        accuses({ status: 'paused', statusAt: '2026-11-09T08:00', dueAt: '2026-11-05' }),
        work(PROVINCE, '14:00'),
      ],
      ['in-sync'],
    ],
    [
      'the due date has passed and the work goes on: rightly overdue',
      [accuses({ dueAt: '2026-11-05' }), work(PROVINCE, '14:00', { dueAt: '2026-11-05' })],
      ['in-sync', 'warning overdue national-portal>province-h26'],
    ],
    [
      'on the due day before closing',
      [accuses({ dueAt: '2026-11-10' }), work(PROVINCE, '14:00')],
      ['out-of-sync', 'error false-overdue national-portal', 'info due-soon national-portal'],
    ],
    [
      'a Sunday’s due date, called overdue on the Monday',
      [
        seen(PORTAL, '2026-11-09T10:00:00+07:00', {
          status: 'processing',
          overdueShown: true,
          dueAt: '2026-11-08',
        }),
        work(PROVINCE, '2026-11-09T10:00:00+07:00'),
      ],
      ['out-of-sync', 'error false-overdue national-portal', 'info not-known-yet national-portal'],
    ],
    [
      'the portal kept the old date, the ministry moved it days ago: both are said',
      [
        accuses({ dueAt: '2026-11-05' }),
        work(MINISTRY, '09:00', { dueAt: '2026-11-20', statusAt: '2026-11-04T09:00' }),
      ],
      [
        'out-of-sync',
        'error false-overdue ministry-g15>national-portal',
        'error due-date-disagrees ministry-g15>national-portal',
      ],
    ],
    [
      'words that say overdue and nothing else',
      [
        seen(PORTAL, '14:00', { statusText: 'Quá hạn 2 ngày' }),
        work(MINISTRY, '09:00', { dueAt: '2026-11-20' }),
      ],
      ['out-of-sync', 'error false-overdue ministry-g15>national-portal'],
    ],
    [
      'in time, and said so',
      [work(PORTAL, '14:00', { overdueShown: false, dueAt: '2026-11-20' }), work(PROVINCE, '14:00')],
      ['in-sync'],
    ],
  ])('%s', (_, sightings, told) => expect(brief(judge(sightings))).toEqual(told));

  it('says nothing in a year without an official calendar, and why', () => {
    const now = '2027-03-01T09:00:00+07:00';
    const judgement = judge(
      [
        seen(PORTAL, now, { status: 'processing', overdueShown: true, dueAt: '2027-03-10' }),
        work(PROVINCE, now),
      ],
      { now },
    );
    expect(brief(judgement)).toEqual(['in-sync', 'info not-known-yet national-portal']);
    expect(judgement.findings[0]?.reason.key).toBe('rule_not_known_yet_calendar_reason');
  });
});
