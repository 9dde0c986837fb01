import { describe, expect, it } from 'vitest';
import { type Processing, timelinessOf } from '../../../utils/deadline/on-time';

describe('rule 2.1 of the index 766', () => {
  it.each<[string, Processing, string]>([
    ['ended on the day before', { dueAt: '2026-03-11', resolvedAt: '2026-03-10T16:00' }, 'on-time'],
    ['on the due day', { dueAt: '2026-03-11', resolvedAt: '2026-03-11T16:59' }, 'on-time'],
    ['at the due minute', { dueAt: '2026-03-11T17:00', resolvedAt: '2026-03-11T17:00' }, 'on-time'],
    ['a minute late', { dueAt: '2026-03-11T17:00', resolvedAt: '2026-03-11T17:01' }, 'overdue'],
    ['a day late', { dueAt: '2026-03-11', resolvedAt: '2026-03-12T08:00' }, 'overdue'],
    ['a bare end on a bare due day', { dueAt: '2026-03-11', resolvedAt: '2026-03-11' }, 'on-time'],
    [
      'a bare end on a due day with noon',
      { dueAt: '2026-03-11T11:30', resolvedAt: '2026-03-11' },
      'cannot-tell',
    ],
    ['a Sunday’s due date is Monday’s', { dueAt: '2026-03-15', resolvedAt: '2026-03-16T10:00' }, 'on-time'],
    ['a day of Tết moves behind it', { dueAt: '2026-02-17', resolvedAt: '2026-02-23T10:00' }, 'on-time'],
    ['a make-up Saturday does not move', { dueAt: '2026-01-10', resolvedAt: '2026-01-12T08:00' }, 'overdue'],
    [
      'resolved in time counts, returned late does not',
      { dueAt: '2026-03-11', resolvedAt: '2026-03-10T16:00', returnedAt: '2026-03-20T09:00' },
      'on-time',
    ],
    [
      'returned, where resolved is not known',
      { dueAt: '2026-03-11', returnedAt: '2026-03-20T09:00' },
      'overdue',
    ],
    ['stopped in time', { dueAt: '2026-03-11', stoppedAt: '2026-03-10T09:00' }, 'on-time'],
    [
      'a day’s supplement is taken off',
      {
        dueAt: '2026-03-11',
        resolvedAt: '2026-03-12T16:00',
        supplements: [{ from: '2026-03-10T07:00', to: '2026-03-11T07:00' }],
      },
      'on-time',
    ],
    [
      'but not more than it took',
      {
        dueAt: '2026-03-11',
        resolvedAt: '2026-03-13T08:00',
        supplements: [{ from: '2026-03-10T07:00', to: '2026-03-11T07:00' }],
      },
      'overdue',
    ],
    [
      'a weekend of waiting is no working time',
      {
        dueAt: '2026-03-13',
        resolvedAt: '2026-03-16T08:00',
        supplements: [{ from: '2026-03-13T17:00', to: '2026-03-16T07:00' }],
      },
      'overdue',
    ],
    [
      'asked twice is overdue',
      {
        dueAt: '2026-03-20',
        resolvedAt: '2026-03-12T08:00',
        supplements: [
          { from: '2026-03-10T08:00', to: '2026-03-10T09:00' },
          { from: '2026-03-11T08:00', to: '2026-03-11T09:00' },
        ],
      },
      'overdue',
    ],
    [
      'stopped while the citizen owed: it waited until then',
      { dueAt: '2026-03-11', stoppedAt: '2026-04-10T09:00', supplements: [{ from: '2026-03-10T08:00' }] },
      'on-time',
    ],
    [
      'waiting ends with the work, whatever is told of later',
      {
        dueAt: '2026-03-11',
        resolvedAt: '2026-03-13T08:00',
        supplements: [{ from: '2026-03-12T09:00', to: '2026-03-20T17:00' }],
      },
      'overdue',
    ],
    [
      'the first present end counts, not the earliest',
      { dueAt: '2026-03-11', resolvedAt: '2026-03-12T08:00', stoppedAt: '2026-03-10T09:00' },
      'overdue',
    ],
    ['not ended', { dueAt: '2026-03-11' }, 'open'],
    [
      'a year without an official calendar',
      { dueAt: '2027-03-11', resolvedAt: '2027-03-12T08:00' },
      'cannot-tell',
    ],
    ['no time', { dueAt: 'mai', resolvedAt: '2026-03-12T08:00' }, 'cannot-tell'],
  ])('%s', (_, processing, expected) => {
    expect(timelinessOf(processing)).toBe(expected);
  });
});
