/** Where a dossier belongs, and whether it moves: wrong-system, moved-backwards, no-progress, the grace of pairs. */
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import type { RoutingRow } from '../../../utils/policy/settings';
import { brief, judge, seen } from './scene';

const PROVINCE = 'province-h26';
const PORTAL = 'national-portal';
const MINISTRY = 'ministry-g15';

const work = (system: string, clock: string, more: Partial<Sighting> = {}): Sighting =>
  seen(system, clock, { status: 'processing', ...more });

describe('wrong-system', () => {
  const held = (system: string, more: Partial<Sighting> = {}): Sighting =>
    work(system, '14:00', { receivedAt: '2026-11-02T08:00', procedureCode: '1.004873.H26', ...more });
  const row: RoutingRow = { system: MINISTRY, procedure: '1.004873', agency: 'H26', from: '2026-07-01' };
  const told = (sightings: Sighting[], ...routing: RoutingRow[]): string[] =>
    brief(judge(sightings, { routing }));

  it.each<[string, Sighting[], RoutingRow[], string[]]>([
    [
      'in the province, by the row of that day the ministry’s: a doubt until the ministry was asked',
      [held(PROVINCE), work(PORTAL, '14:00')],
      [row],
      ['cannot-tell', 'warning wrong-system ministry-g15>province-h26'],
    ],
    [
      'the ministry truly has it not',
      [held(PROVINCE), seen(MINISTRY, '14:00', { outcome: 'not-found' }), work(PORTAL, '14:00')],
      [row],
      [
        'out-of-sync',
        'error missing-on-system province-h26>ministry-g15',
        'warning wrong-system ministry-g15>province-h26',
      ],
    ],
    ['the ministry has it too', [held(PROVINCE), held(MINISTRY)], [row], ['in-sync']],
    ['in the ministry', [held(MINISTRY), work(PORTAL, '14:00')], [row], ['in-sync']],
    ['no row', [held(PROVINCE), work(PORTAL, '14:00')], [], ['in-sync']],
    [
      'received before the row began',
      [held(PROVINCE, { receivedAt: '2026-06-30' }), work(PORTAL, '14:00')],
      [row],
      ['in-sync'],
    ],
    [
      'received after it ended',
      [held(PROVINCE), work(PORTAL, '14:00')],
      [{ ...row, to: '2026-10-31' }],
      ['in-sync'],
    ],
    [
      'an exception',
      [held(PROVINCE), work(PORTAL, '14:00')],
      [{ ...row, exceptions: ['1.004873'] }],
      ['in-sync'],
    ],
    [
      'another row names the province',
      [held(PROVINCE), work(PORTAL, '14:00')],
      [row, { system: PROVINCE, agency: 'H26' }],
      ['in-sync'],
    ],
    [
      'systems name different procedures: no row is for it',
      [held(PROVINCE), held(PORTAL, { procedureCode: '2.000815' })],
      [row],
      ['out-of-sync', 'error procedure-disagrees province-h26>national-portal'],
    ],
    [
      'a unit’s own row',
      [held(PROVINCE), work(PORTAL, '14:00')],
      [{ system: MINISTRY, agency: 'H26.10' }],
      ['cannot-tell', 'warning wrong-system ministry-g15>province-h26'],
    ],
    ['the portal is no system that works', [held(PORTAL), held('coordination')], [row], ['in-sync']],
  ])('%s', (_, sightings, routing, expected) => expect(told(sightings, ...routing)).toEqual(expected));
});

describe('moved-backwards', () => {
  const steps = (...said: [Sighting['status'], string][]): string[] =>
    brief(judge(said.map(([status, clock]) => seen(PROVINCE, clock, { status }))));

  it.each<[string, [Sighting['status'], string][], string[]]>([
    [
      'done, and in work again',
      [
        ['resolved', '09:00'],
        ['processing', '12:00'],
      ],
      ['cannot-tell', 'info not-known-yet province-h26', 'warning moved-backwards province-h26'],
    ],
    [
      'a supplement leads back to work',
      [
        ['supplement-required', '09:00'],
        ['processing', '12:00'],
      ],
      ['cannot-tell', 'info not-known-yet province-h26'],
    ],
    [
      'onward',
      [
        ['processing', '09:00'],
        ['resolved', '12:00'],
      ],
      ['cannot-tell', 'info not-known-yet province-h26'],
    ],
    [
      'minutes apart: clocks differ by so much',
      [
        ['resolved', '12:00'],
        ['processing', '12:04'],
      ],
      ['cannot-tell', 'info not-known-yet province-h26'],
    ],
    [
      'told late and out of order',
      [
        ['processing', '12:00'],
        ['resolved', '09:00'],
      ],
      ['cannot-tell', 'info not-known-yet province-h26', 'warning moved-backwards province-h26'],
    ],
  ])('%s', (_, said, expected) => expect(steps(...said)).toEqual(expected));

  it('only the latest state decides the verdict', () => {
    const sightings = [
      seen(PROVINCE, '08:00', { status: 'resolved' }),
      work(PROVINCE, '09:00'),
      work(PORTAL, '14:00'),
    ];
    expect(brief(judge(sightings))).toEqual(['in-sync', 'warning moved-backwards province-h26']);
  });
});

describe('no-progress', () => {
  const since = (statusAt: string, more: Partial<Sighting> = {}): Sighting[] => [
    work(PROVINCE, '14:00', { statusAt, ...more }),
    work(PORTAL, '14:00', { statusAt }),
  ];
  it.each<[string, Sighting[], string[]]>([
    [
      'the same for two months',
      since('2026-09-01'),
      ['in-sync', 'info no-progress national-portal>province-h26'],
    ],
    ['for three weeks', since('2026-10-20'), ['in-sync']],
    [
      'one of them moved last week',
      [
        work(PROVINCE, '14:00', { statusAt: '2026-09-01' }),
        work(PORTAL, '14:00', { statusAt: '2026-11-02' }),
      ],
      ['in-sync'],
    ],
    [
      'first seen on the portal today, which says the same: nothing has moved for that',
      [work(PROVINCE, '14:00', { statusAt: '2026-09-01' }), work(PORTAL, '14:00')],
      ['in-sync', 'info no-progress national-portal>province-h26'],
    ],
    [
      'the portal was seen in another state before',
      [
        work(PROVINCE, '14:00', { statusAt: '2026-09-01' }),
        seen(PORTAL, '2026-11-02T09:00:00+07:00', { status: 'accepted' }),
        work(PORTAL, '14:00'),
      ],
      ['in-sync'],
    ],
    [
      'all that is known are first sights of today',
      [work(PROVINCE, '09:00'), work(PORTAL, '14:00')],
      ['in-sync'],
    ],
    [
      'late says it already',
      since('2026-09-01', { dueAt: '2026-10-01' }),
      ['in-sync', 'warning overdue province-h26'],
    ],
    [
      'the citizen has not answered',
      [
        seen(PROVINCE, '14:00', { status: 'supplement-required', statusAt: '2026-09-01' }),
        seen(PORTAL, '14:00', { status: 'supplement-required', statusAt: '2026-09-01' }),
      ],
      ['in-sync'],
    ],
  ])('%s', (_, sightings, expected) => expect(brief(judge(sightings))).toEqual(expected));
});

describe('the grace of a pair', () => {
  const sightings = [seen(PROVINCE, '09:00', { status: 'returned' }), work(PORTAL, '12:00')];
  it.each([
    ['its own, longer', [{ systems: [PROVINCE, PORTAL], minutes: 240 }], 'cannot-tell'],
    ['told the other way round', [{ systems: [PORTAL, PROVINCE], minutes: 240 }], 'cannot-tell'],
    ['another pair’s', [{ systems: [MINISTRY, PORTAL], minutes: 240 }], 'out-of-sync'],
    ['shorter', [{ systems: [PROVINCE, PORTAL], minutes: 5 }], 'out-of-sync'],
  ] as const)('%s', (_, pairs, verdict) => {
    const gracePairs = pairs.map(({ systems: [one, other], minutes }) => ({
      systems: [one, other] as [string, string],
      minutes,
    }));
    expect(judge(sightings, { gracePairs }).verdict).toBe(verdict);
  });

  it('counts for what is missing too', () => {
    const missing = [
      work(PROVINCE, '09:00', { receivedAt: '2026-11-10T08:00' }),
      seen(PORTAL, '10:00', { outcome: 'not-found' }),
    ];
    expect(judge(missing).verdict).toBe('out-of-sync');
    const gracePairs = [{ systems: [PROVINCE, PORTAL] as [string, string], minutes: 240 }];
    expect(judge(missing, { gracePairs }).verdict).toBe('cannot-tell');
  });
});
