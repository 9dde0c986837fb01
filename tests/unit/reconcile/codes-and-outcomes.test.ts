/** Codes of one dossier, lookups that failed, clocks that are ahead, words that are in no table. */
import { describe, expect, it } from 'vitest';
import type { Outcome, Sighting } from '../../../utils/dossier/sighting';
import { brief, CODE, judge, NOW, seen } from './scene';

const PROVINCE = 'province-h26';
const PORTAL = 'national-portal';
const OTHER = 'H26.10-261101-55555';
const THIRD = 'G22.99.08-261101-400123';

const work = (system: string, clock: string, more: Partial<Sighting> = {}): Sighting =>
  seen(system, clock, { status: 'processing', ...more });
const done = (system: string, clock: string, more: Partial<Sighting> = {}): Sighting =>
  seen(system, clock, { status: 'resolved', ...more });

describe('codes of one dossier', () => {
  const apart = ['out-of-sync', 'error status-disagrees province-h26>national-portal'];

  it('a page that shows both codes joins them', () => {
    const sightings = [done(PROVINCE, '09:00', { otherCode: OTHER }), work(PORTAL, '14:00', { code: OTHER })];
    expect(brief(judge(sightings))).toEqual(apart);
  });

  it('links of links are one dossier', () => {
    const sightings = [done(PROVINCE, '09:00'), work(PORTAL, '14:00', { code: THIRD })];
    const judgement = judge(sightings, {
      links: [
        [OTHER, THIRD],
        [CODE, OTHER],
      ],
    });
    expect(brief(judgement)).toEqual(apart);
    expect([...judgement.codes].sort()).toEqual([CODE, OTHER, THIRD].sort());
  });

  it('the same without a link are two, and nothing is known of either', () => {
    expect(judge([done(PROVINCE, '09:00'), work(PORTAL, '14:00', { code: OTHER })]).verdict).toBe(
      'cannot-tell',
    );
  });

  it('a system that shows its state under both codes has shown it since the first', () => {
    const sightings = [
      done(PROVINCE, '09:00'),
      work(PORTAL, '12:00'),
      done(PROVINCE, '14:00', { code: OTHER }),
    ];
    expect(brief(judge(sightings, { links: [[CODE, OTHER]] }))).toEqual(apart);
  });

  it('only its latest state counts, under whichever code', () => {
    const sightings = [
      work(PORTAL, '09:00'),
      done(PORTAL, '14:00', { code: OTHER }),
      done(PROVINCE, '09:00'),
    ];
    expect(brief(judge(sightings, { links: [[CODE, OTHER]] }))).toEqual(['in-sync']);
  });

  it('not found under one code and found under the other is found', () => {
    const sightings = [
      work(PROVINCE, '09:00', { receivedAt: '2026-11-01' }),
      seen(PORTAL, '14:00', { outcome: 'not-found' }),
      work(PORTAL, '10:00', { code: OTHER }),
    ];
    expect(brief(judge(sightings, { links: [[CODE, OTHER]] }))).toEqual(['in-sync']);
  });

  it('an agency’s row is for a dossier of which any code is the agency’s', () => {
    const sightings = [
      work(PROVINCE, '09:00', { code: THIRD, receivedAt: '2026-11-01' }),
      seen('ministry-g15', '14:00', { outcome: 'not-found' }),
    ];
    const routing = [{ system: 'ministry-g15', agency: 'H26' }];
    expect(judge(sightings, { routing, links: [[THIRD, CODE]] }).verdict).toBe('out-of-sync');
    expect(judge(sightings, { routing }).verdict).toBe('cannot-tell');
  });
});

const FAILED: Outcome[] = [
  'not-signed-in',
  'no-permission',
  'captcha',
  'unreachable',
  'unreadable',
  'rate-limited',
];

describe.each(FAILED)('a lookup that ends in %s', (outcome) => {
  it('leaves what was seen before in force, as of when it was seen', () => {
    const failed = seen(PORTAL, '15:00', { outcome });
    expect(brief(judge([done(PROVINCE, '09:00'), work(PORTAL, '12:00'), failed]))[0]).toBe('out-of-sync');
    // Not as of the failure: the portal was last seen before the province had moved on.
    expect(brief(judge([work(PORTAL, '08:00'), done(PROVINCE, '09:00'), failed]))).toEqual([
      'cannot-tell',
      'info not-known-yet province-h26>national-portal',
    ]);
  });

  it('breaks no run', () => {
    const sightings = [
      done(PROVINCE, '09:00'),
      seen(PROVINCE, '11:00', { outcome }),
      done(PROVINCE, '11:50'),
      work(PORTAL, '12:00'),
    ];
    expect(judge(sightings).verdict).toBe('out-of-sync');
  });

  it('is evidence of nothing, whatever else it carries', () => {
    const carried: Partial<Sighting> = {
      outcome,
      status: 'returned',
      dueAt: '2026-11-20',
      overdueShown: true,
    };
    expect(brief(judge([work(PROVINCE, '09:00'), seen(PORTAL, '14:00', carried)]))).toEqual([
      'cannot-tell',
      'info not-known-yet province-h26',
    ]);
  });
});

describe('clocks', () => {
  it('what is said to be seen tomorrow is left out', () => {
    const tomorrow = '2026-11-11T09:00:00+07:00';
    expect(brief(judge([done(PROVINCE, '09:00'), work(PORTAL, tomorrow)]))).toEqual([
      'cannot-tell',
      'info not-known-yet province-h26',
    ]);
  });

  it('a dossier of which all is from the future is known by its code alone', () => {
    const judgement = judge([work(PORTAL, '2026-12-01T09:00:00+07:00')]);
    expect(brief(judgement)).toEqual(['cannot-tell', 'info not-known-yet ']);
    expect(judgement.findings[0]?.ask).toEqual([PORTAL, PROVINCE]);
  });

  it('an event said to be later than it was seen began when it was seen', () => {
    const sightings = [done(PROVINCE, '09:00', { statusAt: '2026-11-10T09:04' }), work(PORTAL, '10:01')];
    expect(judge(sightings).verdict).toBe('out-of-sync');
  });

  it.each([
    ['Z', '2026-11-10T02:00:00Z', '2026-11-10T05:00:00Z', 'out-of-sync'],
    ['mixed', '2026-11-10T09:00:00+07:00', '2026-11-10T05:00:00Z', 'out-of-sync'],
    [
      'earlier as an instant, later as a text',
      '2026-11-10T09:00:00+07:00',
      '2026-11-10T11:00:00+10:00',
      'cannot-tell',
    ],
    ['no colon in the offset', '2026-11-10T09:00:00+0700', '2026-11-10T12:00:00+0700', 'out-of-sync'],
    ['without an offset: Vietnam’s', '2026-11-10T09:00:00', '2026-11-10T12:00:00', 'out-of-sync'],
  ])('offsets: %s', (_, ahead, behind, verdict) => {
    expect(judge([done(PROVINCE, ahead), work(PORTAL, behind)]).verdict).toBe(verdict);
  });

  it('a clock that differs by five minutes changes no verdict away from the edge', () => {
    const shifted = (by: number, clock: string): string =>
      new Date(Date.parse(`2026-11-10T${clock}:00+07:00`) + by * 60_000).toISOString();
    for (const by of [-5, -3, 0, 3, 5]) {
      const portal = (clock: string): Sighting => work(PORTAL, shifted(by, clock));
      expect(judge([done(PROVINCE, '09:00'), portal('12:00')]).verdict).toBe('out-of-sync');
      expect(judge([done(PROVINCE, '09:00'), portal('09:30')]).verdict).toBe('cannot-tell');
      expect(judge([work(PROVINCE, '15:55'), portal('15:59')]).verdict).toBe('in-sync');
    }
  });
});

describe('wordings', () => {
  it.each([
    ['a flag', 'Quá hạn 3 ngày'],
    ['in time', 'Trong hạn'],
    ['due soon', 'Sắp đến hạn'],
    ['a fee', 'Đã thanh toán'],
    ['a fee that was cancelled', 'Hủy thanh toán'],
    ['in no table', 'Chờ họp liên ngành'],
    ['a step’s name', '5. Trả kết quả hồ sơ'],
  ])('%s is no state: cannot-tell', (_, statusText) => {
    const { verdict, findings } = judge([seen(PROVINCE, '14:00', { statusText }), work(PORTAL, '14:00')]);
    expect(verdict).toBe('cannot-tell');
    expect(findings.some(({ severity }) => severity === 'error')).toBe(false);
    expect(findings.some(({ ask }) => ask.includes(PROVINCE))).toBe(true);
  });

  it('a status that is given goes before its words', () => {
    const sightings = [
      seen(PROVINCE, '09:00', { status: 'resolved', statusText: 'Chờ họp liên ngành' }),
      work(PORTAL, '14:00'),
    ];
    expect(judge(sightings).verdict).toBe('out-of-sync');
  });

  it('two systems apart are apart, whatever a third one’s words mean', () => {
    const sightings = [
      done(PROVINCE, '09:00'),
      work(PORTAL, '14:00'),
      seen('coordination', '14:00', { statusText: 'Chờ họp liên ngành' }),
    ];
    expect(judge(sightings, { now: NOW }).verdict).toBe('out-of-sync');
  });
});
