import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { judge, NOW, said, seen } from './scene';

const PROVINCE = 'province-h26';
const PORTAL = 'national-portal';

describe('status-disagrees', () => {
  it.each<[string, Sighting[], string, string[]]>([
    [
      'the portal still works on what the province returned in the morning',
      [
        seen(PROVINCE, '09:05', { statusText: 'Đã trả kết quả', resolvedAt: '2026-11-10T09:00' }),
        seen(PORTAL, '14:00', { statusText: 'Đang xử lý' }),
      ],
      'out-of-sync',
      ['status-disagrees province-h26>national-portal ask national-portal'],
    ],
    [
      'the portal was seen before the province had moved on',
      [
        seen(PORTAL, '08:00', { statusText: 'Đang xử lý' }),
        seen(PROVINCE, '14:00', { statusText: 'Đã trả kết quả', resolvedAt: '2026-11-10T09:00' }),
      ],
      'cannot-tell',
      ['not-known-yet province-h26>national-portal ask national-portal'],
    ],
    [
      'an event time makes the province ahead since long before it was seen',
      [
        seen(PORTAL, '12:00', { statusText: 'Đang xử lý' }),
        seen(PROVINCE, '14:00', { statusText: 'Đã trả kết quả', resolvedAt: '2026-11-10T09:00' }),
      ],
      'out-of-sync',
      ['status-disagrees province-h26>national-portal ask national-portal'],
    ],
    [
      'a bare date counts from the end of its day',
      [
        seen(PORTAL, '12:00', { statusText: 'Đang xử lý' }),
        seen(PROVINCE, '14:00', { statusText: 'Đã trả kết quả', resolvedAt: '2026-11-10' }),
      ],
      'cannot-tell',
      ['not-known-yet province-h26>national-portal ask national-portal'],
    ],
    [
      'a bare date of the day before',
      [
        seen(PORTAL, '12:00', { statusText: 'Đang xử lý' }),
        seen(PROVINCE, '14:00', { statusText: 'Đã trả kết quả', resolvedAt: '2026-11-09' }),
      ],
      'out-of-sync',
      ['status-disagrees province-h26>national-portal ask national-portal'],
    ],
    [
      'returned there, resolved here',
      [
        seen(PROVINCE, '09:05', { statusText: 'Đã trả kết quả' }),
        seen(PORTAL, '14:00', { statusText: 'Đã xử lý xong' }),
      ],
      'out-of-sync',
      ['status-disagrees province-h26>national-portal ask national-portal'],
    ],
    [
      'offsets compare as instants',
      [
        seen(PROVINCE, '2026-11-10T02:05:00Z', { statusText: 'Đã trả kết quả' }),
        seen(PORTAL, '2026-11-10T16:00:00+14:00', { statusText: 'Đang xử lý' }),
      ],
      'cannot-tell',
      ['not-known-yet province-h26>national-portal ask national-portal'],
    ],
    [
      'the sync job sent 9 for 8',
      [
        seen(PROVINCE, '09:00', { statusText: 'Dừng xử lý' }),
        seen(PORTAL, '14:00', { statusText: 'Đã xử lý xong' }),
      ],
      'out-of-sync',
      ['status-disagrees province-h26>national-portal ask national-portal,province-h26'],
    ],
    [
      'a supplement was asked in the morning and the portal does not know',
      [
        seen(PROVINCE, '08:10', { statusText: 'Yêu cầu bổ sung hồ sơ', statusAt: '2026-11-10T08:00' }),
        seen(PORTAL, '14:00', { statusText: 'Đang xử lý' }),
      ],
      'out-of-sync',
      ['status-disagrees province-h26>national-portal ask national-portal,province-h26'],
    ],
    [
      'a supplement asked days ago is as old a word as any: its latest state counts',
      [
        seen(PROVINCE, '2026-11-06T08:10:00+07:00', { statusText: 'Yêu cầu bổ sung hồ sơ' }),
        seen(PORTAL, '14:00', { statusText: 'Đang xử lý' }),
      ],
      'out-of-sync',
      ['status-disagrees province-h26>national-portal ask national-portal,province-h26'],
    ],
    [
      'work that says itself it began after the supplement is the newer',
      [
        seen(PROVINCE, '08:10', { statusText: 'Yêu cầu bổ sung hồ sơ' }),
        seen(PORTAL, '14:00', { statusText: 'Đang xử lý', statusAt: '2026-11-10T11:00' }),
      ],
      'cannot-tell',
      ['not-known-yet national-portal>province-h26 ask province-h26'],
    ],
    [
      'three systems: one finding for each that is behind',
      [
        seen(PROVINCE, '08:00', { statusText: 'Đã trả kết quả' }),
        seen(PORTAL, '14:00', { statusText: 'Đang xử lý' }),
        seen('coordination', '14:00', { statusText: 'Đã xử lý xong' }),
      ],
      'out-of-sync',
      [
        'status-disagrees province-h26>coordination ask coordination',
        'status-disagrees province-h26>national-portal ask national-portal',
      ],
    ],
  ])('%s', (_, sightings, verdict, findings) => {
    const judgement = judge(sightings);
    expect(judgement.verdict).toBe(verdict);
    expect(said(judgement)).toEqual(findings);
  });

  it.each([3, 5])('clocks that differ by %i minutes are no disagreement even without a grace', (minutes) => {
    const sightings = [
      seen(PROVINCE, '12:00', { status: 'returned' }),
      seen(PORTAL, `12:0${minutes}`, { status: 'processing' }),
    ];
    expect(judge(sightings, { graceMinutes: 0 }).verdict).toBe('cannot-tell');
  });

  it('a sighting a few minutes ahead of our clock counts, one from the future does not', () => {
    const portal = (clock: string): Sighting => seen(PORTAL, clock, { status: 'processing' });
    const province = seen(PROVINCE, '12:00', { status: 'returned' });
    expect(judge([province, portal('16:04')]).verdict).toBe('out-of-sync');
    expect(judge([province, portal('17:00')]).verdict).toBe('cannot-tell');
  });
});

describe('done-but-supplement-owed', () => {
  it.each([
    ['a paper', 'Yêu cầu bổ sung giấy tờ', 'rule_done_but_supplement_owed_reason'],
    ['a fee', 'Yêu cầu thực hiện nghĩa vụ tài chính', 'rule_done_but_supplement_owed_fee_reason'],
  ])('%s is owed where the portal says done', (_, owed, key) => {
    const judgement = judge([
      seen(PORTAL, '08:00', { statusText: 'Đã xử lý xong' }),
      seen(PROVINCE, '14:00', { statusText: owed }),
    ]);
    expect(judgement.verdict).toBe('out-of-sync');
    expect(said(judgement)).toEqual([
      'done-but-supplement-owed national-portal>province-h26 ask province-h26,national-portal',
    ]);
    expect(judgement.findings[0]?.reason.key).toBe(key);
  });

  it('owed before the portal said done: the paper may have come meanwhile', () => {
    const judgement = judge([
      seen(PROVINCE, '08:00', { statusText: 'Yêu cầu bổ sung giấy tờ' }),
      seen(PORTAL, '14:00', { statusText: 'Đã xử lý xong' }),
    ]);
    expect(judgement.verdict).toBe('cannot-tell');
    expect(said(judgement)).toEqual(['not-known-yet national-portal>province-h26 ask province-h26']);
  });
});

describe('not-known-yet', () => {
  it.each<[string, Sighting[], string[]]>([
    ['one system alone', [seen(PROVINCE, '09:00', { status: 'processing' })], ['alone', 'national-portal']],
    ['the portal alone', [seen(PORTAL, '09:00', { status: 'processing' })], ['alone', 'province-h26']],
    [
      'failed lookups alone',
      [seen(PORTAL, '09:00', { outcome: 'captcha' })],
      ['nothing', 'national-portal,province-h26'],
    ],
    [
      'a wording that is in no table',
      [
        seen(PROVINCE, '09:00', { statusText: 'Chờ ý kiến sở' }),
        seen(PORTAL, '09:00', { status: 'processing' }),
      ],
      ['wording', 'province-h26'],
    ],
    [
      'a flag is no state',
      [
        seen(PROVINCE, '09:00', { statusText: 'Quá hạn 2 ngày' }),
        seen(PORTAL, '09:00', { status: 'processing' }),
      ],
      ['wording', 'province-h26'],
    ],
    [
      'a fee’s state is no state',
      [
        seen(PROVINCE, '09:00', { statusText: 'Đã thanh toán' }),
        seen(PORTAL, '09:00', { status: 'processing' }),
      ],
      ['wording', 'province-h26'],
    ],
    [
      'words that may mean the same',
      [seen(PROVINCE, '09:00', { status: 'supplemented' }), seen(PORTAL, '09:00', { status: 'processing' })],
      ['unclear', 'national-portal,province-h26'],
    ],
    [
      'a page that shows no status',
      [seen(PROVINCE, '09:00'), seen(PORTAL, '09:00', { status: 'processing' })],
      ['alone', 'province-h26'],
    ],
  ])('%s', (_, sightings, [cause, ask]) => {
    const judgement = judge(sightings);
    expect(judgement.verdict).toBe('cannot-tell');
    expect(judgement.findings.map(({ reason }) => reason.key)).toEqual([
      `rule_not_known_yet_${cause}_reason`,
    ]);
    expect([...(judgement.findings[0]?.ask ?? [])].sort().join()).toBe(ask);
  });

  it('says to wait while the grace runs, and to ask again after it', () => {
    const sightings = [
      seen(PORTAL, '12:00', { status: 'processing' }),
      seen(PROVINCE, '12:30', { status: 'returned' }),
    ];
    const key = (now: string): string | undefined => judge(sightings, { now }).findings[0]?.reason.key;
    expect(key('2026-11-10T13:00:00+07:00')).toBe('rule_not_known_yet_recent_reason');
    expect(key(NOW)).toBe('rule_not_known_yet_stale_reason');
  });

  it('a third system that could not be asked leaves two in sync', () => {
    const judgement = judge([
      seen(PROVINCE, '09:00', { status: 'processing' }),
      seen(PORTAL, '09:00', { status: 'awaiting-signature' }),
      seen('coordination', '09:00', { outcome: 'not-signed-in' }),
    ]);
    expect(judgement).toMatchObject({ verdict: 'in-sync', findings: [] });
  });
});
