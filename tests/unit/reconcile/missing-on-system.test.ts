import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { CODE, judge, said, seen } from './scene';

const PROVINCE = 'province-h26';
const PORTAL = 'national-portal';

describe('missing-on-system', () => {
  const holds = (more: Partial<Sighting> = {}): Sighting =>
    seen(PROVINCE, '09:00', { status: 'processing', receivedAt: '2026-11-01T08:00', ...more });
  const lacks = (more: Partial<Sighting> = {}, clock = '14:00'): Sighting =>
    seen(PORTAL, clock, { outcome: 'not-found', via: 'lookup', ...more });

  it.each<[string, Sighting[], string, string[]]>([
    [
      'received long ago, and the portal truly does not have it',
      [holds(), lacks()],
      'out-of-sync',
      ['missing-on-system province-h26>national-portal ask national-portal'],
    ],
    [
      'asked within the grace since the receipt',
      [holds({ receivedAt: '2026-11-10T13:30' }), lacks()],
      'cannot-tell',
      ['not-known-yet province-h26>national-portal ask national-portal'],
    ],
    [
      'received today, no hour given',
      [holds({ receivedAt: '2026-11-10' }), lacks()],
      'cannot-tell',
      ['not-known-yet province-h26>national-portal ask national-portal'],
    ],
    [
      'no day of receipt: from when it has been seen to be received',
      [holds({ receivedAt: undefined }), lacks()],
      'out-of-sync',
      ['missing-on-system province-h26>national-portal ask national-portal'],
    ],
    [
      'not received yet',
      [holds({ receivedAt: undefined, status: 'submitted' }), lacks()],
      'cannot-tell',
      ['not-known-yet province-h26 ask national-portal'],
    ],
    ['found there later', [holds(), lacks(), seen(PORTAL, '15:00', { status: 'processing' })], 'in-sync', []],
    [
      'found there before, gone now',
      [holds(), seen(PORTAL, '10:00', { status: 'processing' }), lacks()],
      'out-of-sync',
      ['missing-on-system province-h26>national-portal ask national-portal'],
    ],
    [
      'the old portal has it',
      [holds(), lacks(), seen('national-portal-old', '14:00', { status: 'processing' })],
      'in-sync',
      [],
    ],
    [
      'no row says that land must hold it',
      [holds(), seen('land', '14:00', { outcome: 'not-found' })],
      'cannot-tell',
      ['not-known-yet province-h26 ask national-portal'],
    ],
  ])('%s', (_, sightings, verdict, findings) => {
    const judgement = judge(sightings);
    expect(judgement.verdict).toBe(verdict);
    expect(said(judgement)).toEqual(findings);
  });

  it.each([
    'not-signed-in',
    'no-permission',
    'captcha',
    'unreachable',
    'unreadable',
    'rate-limited',
  ] as const)('%s is not missing', (outcome) => {
    const judgement = judge([holds(), lacks({ outcome })]);
    expect(judgement.verdict).toBe('cannot-tell');
    expect(said(judgement)).toEqual(['not-known-yet province-h26 ask national-portal']);
  });

  it('found under the dossier’s other code', () => {
    const other = 'H26.10-261101-55555';
    const sightings = [holds(), lacks(), seen(PORTAL, '12:00', { code: other, status: 'processing' })];
    expect(judge(sightings, { links: [[CODE, other]] })).toMatchObject({
      codes: [CODE, other],
      verdict: 'in-sync',
    });
    expect(judge(sightings).verdict).toBe('out-of-sync');
  });

  it('a local code unknown to the portal proves nothing', () => {
    const code = 'TN00125';
    expect(judge([holds({ code }), lacks({ code })]).verdict).toBe('cannot-tell');
  });

  describe('rows of policy', () => {
    const ministry = seen('ministry-g15', '14:00', { outcome: 'not-found' });
    const asks = (more: object): string =>
      judge([holds({ procedureCode: '1.004873' }), ministry], {
        routing: [{ system: 'ministry-g15', ...more }],
      }).verdict;

    it.each([
      ['every dossier', {}, 'out-of-sync'],
      ['its procedure', { procedure: '1.004873' }, 'out-of-sync'],
      ['one of several procedures', { procedure: ['1.000001', '1.004873'] }, 'out-of-sync'],
      ['another procedure', { procedure: '1.000001' }, 'cannot-tell'],
      ['its agency', { agency: 'H26' }, 'out-of-sync'],
      ['another agency', { agency: 'H56' }, 'cannot-tell'],
      ['from before the receipt', { from: '2026-10-01' }, 'out-of-sync'],
      ['from the day of receipt', { from: '2026-11-01', to: '2026-11-01' }, 'out-of-sync'],
      ['from after the receipt', { from: '2026-11-02' }, 'cannot-tell'],
      ['to before the receipt', { to: '2026-10-31' }, 'cannot-tell'],
      ['its procedure excepted', { exceptions: ['1.004873'] }, 'cannot-tell'],
      ['its agency excepted', { exceptions: ['H26'] }, 'cannot-tell'],
      ['the system that has it excepted', { exceptions: ['province-h26'] }, 'cannot-tell'],
    ])('%s', (_, row, verdict) => {
      expect(asks(row)).toBe(verdict);
    });

    it('a procedure that is not known is no row’s', () => {
      const routing = [{ system: 'ministry-g15', procedure: '1.004873' }];
      expect(judge([holds(), ministry], { routing }).verdict).toBe('cannot-tell');
    });
  });
});
