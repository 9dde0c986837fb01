/** Fees, receipts, results and procedures that systems show beside the state. */
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { brief, judge, seen } from './scene';

const PROVINCE = 'province-h26';
const PORTAL = 'national-portal';
const PAYMENT = 'payment';

type Row = [reason: string, sightings: Sighting[], told: string[]];

const work = (system: string, clock: string, more: Partial<Sighting> = {}): Sighting =>
  seen(system, clock, { status: 'processing', ...more });
const check = (_: string, sightings: Sighting[], told: string[]): void =>
  expect(brief(judge(sightings))).toEqual(told);

describe('payment-disagrees', () => {
  it.each<Row>([
    [
      'paid in the morning, unpaid in the afternoon',
      [work(PORTAL, '08:00', { payment: 'paid' }), work(PROVINCE, '14:00', { payment: 'unpaid' })],
      ['out-of-sync', 'error payment-disagrees national-portal>province-h26'],
    ],
    [
      'unpaid was seen before paid: it may be known by now',
      [work(PROVINCE, '08:00', { payment: 'unpaid' }), work(PORTAL, '14:00', { payment: 'paid' })],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'within the grace',
      [work(PORTAL, '13:30', { payment: 'paid' }), work(PROVINCE, '14:00', { payment: 'unpaid' })],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'paid seen again does not move since when',
      [
        work(PORTAL, '08:00', { payment: 'paid' }),
        work(PORTAL, '13:50', { payment: 'paid' }),
        work(PROVINCE, '14:00', { payment: 'unpaid' }),
      ],
      ['out-of-sync', 'error payment-disagrees national-portal>province-h26'],
    ],
    [
      'a later page that shows no fee takes nothing away, and is no sighting of it',
      [
        work(PROVINCE, '07:00', { payment: 'unpaid' }),
        work(PORTAL, '08:00', { payment: 'paid' }),
        work(PROVINCE, '14:00'),
      ],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'paid later in the same state: since then',
      [
        work(PORTAL, '08:00', { payment: 'unpaid', statusAt: '2026-11-02' }),
        work(PORTAL, '13:30', { payment: 'paid', statusAt: '2026-11-02' }),
        work(PROVINCE, '14:00', { payment: 'unpaid' }),
      ],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'refunded follows paid',
      [work(PROVINCE, '08:00', { payment: 'refunded' }), work(PORTAL, '14:00', { payment: 'paid' })],
      ['out-of-sync', 'error payment-disagrees province-h26>national-portal'],
    ],
    [
      'after a refund unpaid may be shown',
      [work(PROVINCE, '08:00', { payment: 'refunded' }), work(PORTAL, '14:00', { payment: 'unpaid' })],
      ['in-sync'],
    ],
    [
      'both paid',
      [work(PROVINCE, '08:00', { payment: 'paid' }), work(PORTAL, '14:00', { payment: 'paid' })],
      ['in-sync'],
    ],
    ['one shows no fee', [work(PROVINCE, '08:00', { payment: 'paid' }), work(PORTAL, '14:00')], ['in-sync']],
    [
      'words of a fee are no state, and still say what they say',
      [
        work(PORTAL, '08:00', { status: undefined, statusText: 'Đã thanh toán' }),
        work(PROVINCE, '14:00', { payment: 'unpaid' }),
      ],
      ['out-of-sync', 'error payment-disagrees national-portal>province-h26'],
    ],
    [
      'a cancelled payment says nothing',
      [
        work(PORTAL, '08:00', { status: undefined, statusText: 'Huỷ thanh toán' }),
        work(PROVINCE, '14:00', { payment: 'unpaid' }),
      ],
      ['cannot-tell', 'info not-known-yet national-portal'],
    ],
  ])('%s', check);
});

describe('receipt-missing', () => {
  it.each<Row>([
    [
      'paid, and the province still waits for the fee',
      [seen(PAYMENT, '08:00', { payment: 'paid' }), seen(PROVINCE, '14:00', { status: 'payment-required' })],
      ['out-of-sync', 'error receipt-missing payment>province-h26'],
    ],
    [
      'seen waiting before it was paid',
      [seen(PROVINCE, '08:00', { status: 'payment-required' }), seen(PAYMENT, '14:00', { payment: 'paid' })],
      ['cannot-tell', 'info not-known-yet payment>province-h26'],
    ],
    [
      'within the grace',
      [seen(PAYMENT, '13:30', { payment: 'paid' }), seen(PROVINCE, '14:00', { status: 'payment-required' })],
      ['cannot-tell', 'info not-known-yet payment>province-h26'],
    ],
    [
      'a second fee, asked for after the first was paid',
      [
        seen(PAYMENT, '08:00', { payment: 'paid' }),
        seen(PROVINCE, '14:00', { status: 'payment-required', statusAt: '2026-11-10T11:00' }),
      ],
      ['cannot-tell', 'info not-known-yet province-h26'],
    ],
    [
      'a second fee, seen to be asked for after work went on',
      [
        seen(PAYMENT, '08:00', { payment: 'paid' }),
        seen(PROVINCE, '10:00', { status: 'processing' }),
        seen(PROVINCE, '14:00', { status: 'payment-required' }),
      ],
      ['cannot-tell', 'info not-known-yet province-h26'],
    ],
    [
      'a page that says itself that it has no receipt',
      [
        work(PORTAL, '08:00', { payment: 'paid', receipt: true }),
        work(PROVINCE, '14:00', { receipt: false }),
      ],
      ['out-of-sync', 'error receipt-missing national-portal>province-h26'],
    ],
    [
      'the states differ by it: said once',
      [
        seen(PROVINCE, '08:00', { status: 'payment-required' }),
        work(PORTAL, '12:00', { payment: 'paid', statusAt: '2026-11-10T09:00' }),
        seen(PROVINCE, '14:00', { status: 'payment-required' }),
      ],
      ['out-of-sync', 'error receipt-missing national-portal>province-h26'],
    ],
    [
      'done while the fee is owed says more',
      [
        seen(PORTAL, '08:00', { status: 'resolved', payment: 'paid' }),
        seen(PROVINCE, '14:00', { status: 'payment-required' }),
      ],
      ['out-of-sync', 'error done-but-supplement-owed national-portal>province-h26'],
    ],
  ])('%s', check);
});

describe('result-missing', () => {
  const done = (system: string, clock: string, more: Partial<Sighting> = {}): Sighting =>
    seen(system, clock, { status: 'resolved', ...more });
  it.each<Row>([
    [
      'resolved on both, and one says it has no result',
      [done(PROVINCE, '08:00'), done(PORTAL, '14:00', { result: false })],
      ['out-of-sync', 'error result-missing province-h26>national-portal'],
    ],
    [
      'within the grace',
      [done(PROVINCE, '13:30'), done(PORTAL, '14:00', { result: false })],
      ['cannot-tell', 'info not-known-yet province-h26>national-portal'],
    ],
    ['no word of a result is no word', [done(PROVINCE, '08:00'), done(PORTAL, '14:00')], ['in-sync']],
    [
      'not done there: that is what is said',
      [done(PROVINCE, '08:00'), work(PORTAL, '14:00', { result: false })],
      ['out-of-sync', 'error status-disagrees province-h26>national-portal'],
    ],
  ])('%s', check);
});

describe('procedure-disagrees', () => {
  it.each<Row>([
    [
      'two procedures, known since the receipt',
      [
        work(PROVINCE, '13:50', { procedureCode: '1.004873', receivedAt: '2026-11-02' }),
        work(PORTAL, '14:00', { procedureCode: '2.000815' }),
      ],
      ['out-of-sync', 'error procedure-disagrees province-h26>national-portal'],
    ],
    [
      'seen within the grace, no receipt shown',
      [
        work(PROVINCE, '13:50', { procedureCode: '1.004873' }),
        work(PORTAL, '14:00', { procedureCode: '2.000815' }),
      ],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'weeks apart: a dossier keeps its procedure',
      [
        work(PROVINCE, '2026-10-20T09:00:00+07:00', { procedureCode: '1.004873' }),
        work(PORTAL, '14:00', { procedureCode: '2.000815' }),
      ],
      ['out-of-sync', 'error procedure-disagrees province-h26>national-portal'],
    ],
    [
      'the agency’s tail is no other procedure',
      [
        work(PROVINCE, '09:00', { procedureCode: '1.004873.000.00.00.H26' }),
        work(PORTAL, '14:00', { procedureCode: '1.004873' }),
      ],
      ['in-sync'],
    ],
    [
      'two agencies’ tails are one procedure',
      [
        work(PROVINCE, '09:00', { procedureCode: '1.004873.H26' }),
        work(PORTAL, '14:00', { procedureCode: '1.004873.000.00.00.H26' }),
      ],
      ['in-sync'],
    ],
    [
      'a system’s own numbering is not compared',
      [
        work(PROVINCE, '09:00', { procedureCode: 'TP-HT-01' }),
        work(PORTAL, '14:00', { procedureCode: '1.004873' }),
      ],
      ['in-sync'],
    ],
  ])('%s', check);
});

describe('incomplete-on-system', () => {
  const full = { receivedAt: '2026-11-02T08:00', dueAt: '2026-11-27', procedureCode: '1.004873' };
  const answered = { via: 'lookup' as const };
  it.each<Row>([
    [
      'an answer without anything that the province shows: told, and in sync all the same',
      [work(PROVINCE, '09:00', full), work(PORTAL, '14:00', answered)],
      ['in-sync', 'info incomplete-on-system province-h26>national-portal'],
    ],
    ['a page: its columns are not all', [work(PROVINCE, '09:00', full), work(PORTAL, '14:00')], ['in-sync']],
    [
      'received within the grace',
      [work(PROVINCE, '13:30', { ...full, receivedAt: '2026-11-10T13:20' }), work(PORTAL, '14:00', answered)],
      ['in-sync'],
    ],
    [
      'one of three is enough',
      [work(PROVINCE, '09:00', full), work(PORTAL, '14:00', { ...answered, receivedAt: '2026-11-02' })],
      ['in-sync'],
    ],
    [
      'the other shows little more',
      [work(PROVINCE, '09:00', { receivedAt: '2026-11-02' }), work(PORTAL, '14:00', answered)],
      ['in-sync'],
    ],
  ])('%s', check);
});
