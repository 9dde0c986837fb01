/** Due dates, lateness, fees, receipts, results. */
import { describe, it } from 'vitest';
import { holdRow, type Row } from './told';

const unknown = 'cannot-tell: info not-known-yet';

describe('overdue and due-soon alone leave a dossier in sync', () => {
  const both = (more: string, clock = '14:00'): string =>
    `m processing 09:00${more}; p processing ${clock}${more}`;
  it.each<Row>([
    ['far from due', both(' dueAt=2026-11-20'), 'in-sync'],
    ['due today', both(' dueAt=2026-11-10T17:00'), 'in-sync: info due-soon mp'],
    ['due today, no hour', both(' dueAt=2026-11-10'), 'in-sync: info due-soon mp'],
    ['due in two working days', both(' dueAt=2026-11-12'), 'in-sync: info due-soon mp'],
    ['due in three', both(' dueAt=2026-11-13'), 'in-sync'],
    ['overdue', both(' dueAt=2026-11-06T17:00'), 'in-sync: warning overdue mp'],
    [
      'overdue, and the portal does not know of the receipt',
      'm processing 09:00 dueAt=2026-11-06T17:00; p submitted 14:00',
      'out-of-sync: error status-disagrees mp, warning overdue m',
    ],
    [
      'overdue, and one calls it in time: said as a question',
      both(' dueAt=2026-11-06T17:00 overdueShown=false'),
      'in-sync: info overdue mp',
    ],
    [
      'overdue, one calls it so and one does not',
      'm processing 09:00 dueAt=2026-11-06T17:00 overdueShown=true; p processing 14:00 overdueShown=false',
      'in-sync: warning overdue m',
    ],
    ['due this noon, seen after', both(' dueAt=2026-11-10T11:30'), 'in-sync: warning overdue mp'],
    [
      'due this noon, last seen before',
      both(' dueAt=2026-11-10T11:30', '10:00'),
      'in-sync: info not-known-yet mp',
    ],
    [
      'ended: no longer late',
      'm resolved 09:00 dueAt=2026-11-06; p resolved 14:00 dueAt=2026-11-06',
      'in-sync',
    ],
    [
      'paused: the clock stands',
      'm paused 09:00 dueAt=2026-11-06; p paused 14:00 dueAt=2026-11-06',
      'in-sync',
    ],
    [
      'waiting for a supplement',
      'm supplement-required 09:00 dueAt=2026-11-06; p supplement-required 14:00 dueAt=2026-11-06',
      'in-sync',
    ],
    [
      'a year without an official calendar',
      'm processing 2027-03-10T09:00:00+07:00 dueAt=2027-03-08; p processing 2027-03-10T14:00:00+07:00 dueAt=2027-03-08',
      'in-sync: info not-known-yet mp',
      { now: '2027-03-10T16:00:00+07:00' },
    ],
    [
      'two systems agree, and one calls it overdue that is',
      'm processing 09:00 dueAt=2026-11-06 overdueShown=true; p processing 14:00 dueAt=2026-11-06',
      'in-sync: warning overdue mp',
    ],
  ])('%s', holdRow);
});

describe('due-date-disagrees', () => {
  const apart = 'out-of-sync: error due-date-disagrees mp';
  it.each<Row>([
    ['two days', 'm processing 09:00 dueAt=2026-11-20; p processing 14:00 dueAt=2026-11-18', apart],
    [
      'the other way round',
      'p processing 09:00 dueAt=2026-11-20; m processing 14:00 dueAt=2026-11-18',
      apart,
    ],
    [
      'within the grace',
      'm processing 13:30 dueAt=2026-11-20; p processing 14:00 dueAt=2026-11-18',
      `${unknown} mp`,
    ],
    ['days apart', 'm processing 2T09:00 dueAt=2026-11-20; p processing 14:00 dueAt=2026-11-18', apart],
    [
      'with and without an hour',
      'm processing 09:00 dueAt=2026-11-20; p processing 14:00 dueAt=2026-11-20T17:00',
      'in-sync',
    ],
    [
      'two offsets of one moment',
      'm processing 09:00 dueAt=2026-11-20T17:00:00+07:00; p processing 14:00 dueAt=2026-11-20T10:00:00Z',
      'in-sync',
    ],
    [
      'a Sunday and the Monday after',
      'm processing 09:00 dueAt=2026-11-22; p processing 14:00 dueAt=2026-11-23',
      'in-sync',
    ],
    ['only one shows it', 'm processing 09:00 dueAt=2026-11-20; p processing 14:00', 'in-sync'],
    [
      'corrected since',
      'm processing 09:00 dueAt=2026-11-20; p processing 12:00 dueAt=2026-11-18; p processing 14:00 dueAt=2026-11-20',
      'in-sync',
    ],
    [
      'both were late, by different dates',
      'm resolved 09:00 dueAt=2026-11-06; p resolved 14:00 dueAt=2026-11-09',
      apart,
    ],
  ])('%s', holdRow);
});

describe('false-overdue: a system calls overdue what is in time', () => {
  const lie = 'out-of-sync: error false-overdue';
  it.each<Row>([
    [
      'before its own due date',
      'm processing 09:00 dueAt=2026-11-20; p processing 14:00 dueAt=2026-11-20 overdueShown=true',
      `${lie} p`,
    ],
    [
      'before the ministry’s due date',
      'm processing 09:00 dueAt=2026-11-20; p processing 14:00 overdueShown=true',
      `${lie} mp`,
    ],
    [
      'ended in time',
      'm resolved 09:00 resolvedAt=5T10:00 dueAt=2026-11-06; p resolved 14:00 overdueShown=true',
      `${lie} mp`,
    ],
    [
      'ended too late',
      'm resolved 09:00 resolvedAt=9T10:00 dueAt=2026-11-06; p resolved 14:00 overdueShown=true',
      'in-sync',
    ],
    [
      'truly late',
      'm processing 09:00 dueAt=2026-11-06; p processing 14:00 overdueShown=true',
      'in-sync: warning overdue m',
    ],
    [
      'the clock stood still',
      'm paused 5T09:00 dueAt=2026-11-06; p processing 14:00 overdueShown=true',
      `${lie} mp`,
    ],
    [
      'said to be in time',
      'm processing 09:00 dueAt=2026-11-20; p processing 14:00 overdueShown=false',
      'in-sync',
    ],
    [
      'a year without an official calendar',
      'm processing 2027-03-10T09:00:00+07:00 dueAt=2027-03-20; p processing 2027-03-10T14:00:00+07:00 overdueShown=true',
      'in-sync: info not-known-yet m',
      { now: '2027-03-10T16:00:00+07:00' },
    ],
  ])('%s', holdRow);
});

describe('fees, receipts, results', () => {
  const fee = 'out-of-sync: error payment-disagrees';
  it.each<Row>([
    [
      'paid here, unpaid there',
      'm processing 09:00 payment=paid; p processing 14:00 payment=unpaid',
      `${fee} mp`,
    ],
    [
      'paid on the payment platform',
      '$ - 09:00 payment=paid; m processing 14:00 payment=unpaid; p processing 14:00',
      `${fee} $m`,
    ],
    [
      'unpaid was seen before',
      'p processing 08:00 payment=unpaid; m processing 14:00 payment=paid',
      `${unknown} mp`,
    ],
    [
      'the state’s own time is not the payment’s',
      'm processing 14:00 payment=paid statusAt=08:00; p processing 12:00 payment=unpaid',
      `${unknown} mp`,
    ],
    [
      'the payment platform’s own time is',
      '$ - 14:00 payment=paid statusAt=08:00; m processing 12:00 payment=unpaid; p processing 12:00',
      `${fee} $m`,
    ],
    [
      'within the grace',
      'm processing 13:30 payment=paid; p processing 14:00 payment=unpaid',
      `${unknown} mp`,
    ],
    ['paid on both', 'm processing 09:00 payment=paid; p processing 14:00 payment=paid', 'in-sync'],
    [
      'refunded here, paid there',
      'm processing 09:00 payment=refunded; p processing 14:00 payment=paid',
      `${fee} mp`,
    ],
    [
      'paid, and its receipt did not come back',
      'p processing 09:00 payment=paid; m processing 14:00 receipt=false',
      'out-of-sync: error receipt-missing mp',
    ],
    [
      'paid, and the ministry still waits for the fee',
      'p processing 09:00 payment=paid; m payment-required 14:00',
      'out-of-sync: error receipt-missing mp',
    ],
    [
      'paid, and still waiting within the grace',
      'p processing 13:30 payment=paid; m payment-required 14:00',
      `${unknown} mp`,
    ],
    [
      'done here, no result there',
      'm resolved 09:00; p resolved 14:00 result=false',
      'out-of-sync: error result-missing mp',
    ],
    [
      'returned here, no result there',
      'm returned 09:00; p returned 14:00 result=false',
      'out-of-sync: error result-missing mp',
    ],
    [
      'paid on the payment platform within the grace, and both wait as before: the receipt may be on its way',
      '$ - 13:30 payment=paid; m payment-required 14:00; p payment-required 14:00',
      `${unknown} $m, info not-known-yet $p`,
    ],
    [
      'seen to wait before it was paid: to be asked again',
      '$ - 14:00 payment=paid; m payment-required 08:00; p payment-required 08:00',
      `${unknown} $m, info not-known-yet $p`,
    ],
    [
      'no receipt when it had just been paid',
      'p processing 13:30 payment=paid; m processing 14:00 receipt=false',
      `${unknown} mp`,
    ],
    [
      'done here, no result there within the grace',
      'm resolved 13:30; p resolved 14:00 result=false',
      `${unknown} mp`,
    ],
    [
      'done here, seen without a result before that',
      'm resolved 14:00; p resolved 13:30 result=false',
      `${unknown} mp`,
    ],
    ['a result on both', 'm resolved 09:00 result=true; p resolved 14:00 result=true', 'in-sync'],
  ])('%s', holdRow);
});
