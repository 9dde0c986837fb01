/** Fee and limit of one procedure, as two systems show them. */
import { describe, expect, it } from 'vitest';
import type { Limit, LimitUnit } from '../../../utils/dossier/limit';
import type { Sighting } from '../../../utils/dossier/sighting';
import { translator } from '../../../utils/platform/i18n';
import { sentence } from '../../../utils/view/sentence';
import { brief, judge, seen } from './scene';

const PROVINCE = 'province-h26';
const PORTAL = 'national-portal';
const COORDINATION = 'coordination';
const APART = ['out-of-sync', 'error procedure-disagrees province-h26>national-portal'];

type Row = [reason: string, sightings: Sighting[], told: string[]];

const work = (system: string, clock: string, more: Partial<Sighting> = {}): Sighting =>
  seen(system, clock, { status: 'processing', via: 'lookup', dueAt: '2026-11-27', ...more });
const fee = (system: string, clock: string, amount: number, more: Partial<Sighting> = {}): Sighting =>
  work(system, clock, { fee: amount, ...more });
const limit = (
  system: string,
  clock: string,
  [count, unit = 'working-day']: [number, LimitUnit?],
  more: Partial<Sighting> = {},
): Sighting => work(system, clock, { limit: { count, unit } satisfies Limit, ...more });
const check = (_: string, sightings: Sighting[], told: string[]): void => {
  expect(brief(judge(sightings))).toEqual(told);
  expect(brief(judge([...sightings].reverse()))).toEqual(told);
};

describe('fee', () => {
  it.each<Row>([
    ['the same', [fee(PROVINCE, '09:00', 50_000), fee(PORTAL, '14:00', 50_000)], ['in-sync']],
    [
      'another fee on each side, both seen after the other was there',
      [fee(PROVINCE, '08:00', 50_000), fee(PORTAL, '10:00', 70_000), fee(PROVINCE, '14:00', 50_000)],
      ['out-of-sync', 'error procedure-disagrees province-h26>national-portal'],
    ],
    [
      'free here, not free there',
      [fee(PORTAL, '08:00', 70_000), fee(PROVINCE, '10:00', 0), fee(PORTAL, '14:00', 70_000)],
      APART,
    ],
    ['one side shows none', [fee(PROVINCE, '09:00', 50_000), work(PORTAL, '14:00')], ['in-sync']],
    ['free here, nothing shown there', [fee(PROVINCE, '09:00', 0), work(PORTAL, '14:00')], ['in-sync']],
    [
      'within the grace',
      [fee(PROVINCE, '13:30', 50_000), fee(PORTAL, '14:00', 70_000)],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'stale: it may have been changed there since',
      [fee(PROVINCE, '08:00', 50_000), fee(PORTAL, '14:00', 70_000)],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'changed on one side a moment ago',
      [
        fee(PROVINCE, '08:00', 50_000),
        fee(PORTAL, '08:00', 50_000),
        fee(PORTAL, '13:30', 70_000),
        fee(PROVINCE, '14:00', 50_000),
      ],
      ['cannot-tell', 'info not-known-yet province-h26>national-portal'],
    ],
    [
      'caught up: only the latest counts',
      [fee(PROVINCE, '08:00', 50_000), fee(PORTAL, '10:00', 70_000), fee(PROVINCE, '14:00', 70_000)],
      ['in-sync'],
    ],
    [
      'a page that shows no fee takes nothing away, and is no sighting of it',
      [
        fee(PROVINCE, '08:00', 50_000),
        fee(PORTAL, '10:00', 70_000),
        work(PROVINCE, '14:00', { via: 'page' }),
      ],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'the state going on does not move since when',
      [
        fee(PROVINCE, '08:00', 50_000, { status: 'accepted', statusAt: '2026-11-10T08:00' }),
        fee(PORTAL, '10:00', 70_000),
        fee(PROVINCE, '14:00', 50_000),
      ],
      APART,
    ],
    [
      'not found there any more',
      [
        fee(PROVINCE, '08:00', 50_000),
        fee(COORDINATION, '10:00', 70_000),
        fee(PROVINCE, '14:00', 50_000),
        seen(COORDINATION, '15:00', { outcome: 'not-found', via: 'lookup' }),
        work(PORTAL, '15:00'),
      ],
      ['in-sync'],
    ],
    [
      'another procedure says why: it alone is told',
      [
        fee(PROVINCE, '08:00', 50_000, { procedureCode: '1.004873' }),
        fee(PORTAL, '10:00', 70_000, { procedureCode: '2.000815' }),
        fee(PROVINCE, '14:00', 50_000, { procedureCode: '1.004873' }),
      ],
      APART,
    ],
  ])('%s', check);
});

describe('limit', () => {
  it.each<Row>([
    ['the same', [limit(PROVINCE, '09:00', [5]), limit(PORTAL, '14:00', [5])], ['in-sync']],
    ['another limit', [limit(PROVINCE, '09:00', [5]), limit(PORTAL, '14:00', [3])], APART],
    [
      'known since the receipt, as the procedure is',
      [limit(PROVINCE, '13:50', [5], { receivedAt: '2026-11-02' }), limit(PORTAL, '14:00', [3])],
      APART,
    ],
    [
      'within the grace, no receipt shown',
      [limit(PROVINCE, '13:50', [5]), limit(PORTAL, '14:00', [3])],
      ['cannot-tell', 'info not-known-yet national-portal>province-h26'],
    ],
    [
      'weeks apart: a dossier keeps its limit',
      [limit(PROVINCE, '2026-10-20T09:00:00+07:00', [5]), limit(PORTAL, '14:00', [3])],
      APART,
    ],
    [
      'eight working hours are a working day',
      [limit(PROVINCE, '09:00', [8, 'hour']), limit(PORTAL, '14:00', [1])],
      ['in-sync'],
    ],
    [
      'working days and calendar days are not compared',
      [limit(PROVINCE, '09:00', [5]), limit(PORTAL, '14:00', [5, 'day'])],
      ['in-sync'],
    ],
    [
      'months and days are not compared',
      [limit(PROVINCE, '09:00', [1, 'month']), limit(PORTAL, '14:00', [20, 'day'])],
      ['in-sync'],
    ],
    ['one side shows none', [limit(PROVINCE, '09:00', [5]), work(PORTAL, '14:00')], ['in-sync']],
    [
      'seen again in other objects: one run',
      [limit(PROVINCE, '09:00', [5]), limit(PROVINCE, '13:50', [5]), limit(PORTAL, '14:00', [3])],
      APART,
    ],
    [
      'caught up: only the latest counts',
      [limit(PROVINCE, '09:00', [5]), limit(PORTAL, '11:00', [3]), limit(PROVINCE, '14:00', [3])],
      ['in-sync'],
    ],
    [
      'one system that shows two states at one instant: what it shows in both still counts',
      [
        limit(PROVINCE, '14:00', [5], { receivedAt: '2026-11-02' }),
        limit(PROVINCE, '14:00', [5], { receivedAt: '2026-11-02', status: 'resolved' }),
        limit(PORTAL, '14:30', [3]),
      ],
      ['out-of-sync', 'error procedure-disagrees province-h26>national-portal'],
    ],
  ])('%s', check);
});

describe('what is said', () => {
  const terms = (count: number, amount: number) => ({
    fee: amount,
    limit: { count, unit: 'working-day' as const },
  });
  const said = (sightings: Sighting[], language: 'vi' | 'en'): string[] =>
    judge(sightings).findings.flatMap(({ reason, remedy }) =>
      [reason, remedy].map((one) => sentence(one, { t: translator(language), shortName: (id) => id })),
    );

  it('names systems, both values, times and the remedy, once for a pair', () => {
    const sightings = [
      work(PROVINCE, '08:00', terms(5, 50_000)),
      work(PORTAL, '10:00', terms(2.5, 1_250_000)),
      work(PROVINCE, '14:00', terms(5, 50_000)),
    ];
    const [vi, remedy, ...rest] = said(sightings, 'vi');
    expect(rest).toEqual([]);
    expect(vi).toContain('phí 50.000 đồng, thời hạn 5 ngày làm việc');
    expect(vi).toContain('phí 1.250.000 đồng, thời hạn 2,5 ngày làm việc');
    for (const part of [PROVINCE, PORTAL, '14:00', '10:00']) expect(vi).toContain(part);
    expect(remedy).toContain('quyết định công bố thủ tục');
    expect(said(sightings, 'en')[0]).toContain('a fee of 1,250,000 đồng, a limit of 2.5 working day(s)');
  });

  it('what is certain goes before what may just have changed', () => {
    const [reason] = said(
      [work(PROVINCE, '09:00', terms(5, 50_000)), work(PORTAL, '14:00', terms(3, 70_000))],
      'vi',
    );
    expect(reason).toContain('thời hạn 3 ngày làm việc');
    expect(reason).not.toContain('phí');
  });
});
