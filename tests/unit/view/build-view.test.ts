import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { CANONICAL_STATUSES } from '../../../utils/dossier/status';
import { translator } from '../../../utils/platform/i18n';
import { statusLabel } from '../../../utils/view/sentence';
import { PROCESSING, RETURNED, type Scene, seen, vi, view } from './scene';

describe('chip', () => {
  it.each<[string, Scene, string | undefined]>([
    ['names the system that is behind', { here: 'province-h26' }, 'DVCQG: Đang xử lý · 2 giờ trước'],
    ['on its own page, the one ahead', { here: 'national-portal' }, 'Hà Nội: Đã trả kết quả · 6 giờ trước'],
    ['on a third page, the one behind', { here: 'coordination' }, 'DVCQG: Đang xử lý · 2 giờ trước'],
    ['in English', { here: 'province-h26', t: translator('en') }, 'DVCQG: Đang xử lý · 2 h ago'],
    [
      'a long wording gives way to its plain one',
      {
        sightings: [
          RETURNED,
          seen('national-portal', '15:59', {
            status: 'payment-required',
            statusText: 'Yêu cầu thực hiện nghĩa vụ tài chính',
          }),
        ],
      },
      'DVCQG: Chờ nộp phí · 1 phút trước',
    ],
    [
      'what is missing',
      {
        sightings: [
          { ...RETURNED, receivedAt: '2026-11-01' },
          seen('national-portal', '15:30', { outcome: 'not-found', via: 'lookup' }),
        ],
        here: 'province-h26',
      },
      'DVCQG: không có hồ sơ · 30 phút trước',
    ],
    [
      'another fee of the procedure',
      {
        sightings: [
          seen('province-h26', '08:00', { status: 'processing', fee: 50_000, via: 'lookup' }),
          seen('national-portal', '10:00', { status: 'processing', fee: 70_000, via: 'lookup' }),
          seen('province-h26', '14:00', { status: 'processing', fee: 50_000, via: 'lookup' }),
        ],
        here: 'province-h26',
      },
      'DVCQG: phí 70.000 đồng · 6 giờ trước',
    ],
    ['none when in sync', { sightings: [PROCESSING, { ...RETURNED, status: 'paused' }] }, undefined],
    ['none when nothing can be told', { sightings: [PROCESSING] }, undefined],
  ])('%s', (_, scene, chip) => {
    expect(view({ sightings: [RETURNED, PROCESSING], ...scene }).chip).toBe(chip);
  });

  it('is never longer than 40 characters, whatever the systems and words', () => {
    for (const status of CANONICAL_STATUSES) {
      for (const statusText of [
        'Đang chờ ý kiến của cơ quan phối hợp liên quan trong thời hạn',
        'x',
        undefined,
      ]) {
        const behind = seen('coordination', '14:00', { status, statusText });
        const chip = view({ sightings: [RETURNED, behind] }).chip ?? '';
        expect(chip.length).toBeLessThanOrEqual(40);
      }
    }
  });
});

describe('findings', () => {
  it.each<[string, Sighting[], string, string, string]>([
    [
      'out of sync',
      [RETURNED, PROCESSING],
      'Lệch trạng thái',
      'Hà Nội ghi “Đã trả kết quả” từ 09:05 10/11/2026, nhưng đến 14:00 10/11/2026, DVCQG vẫn ghi “Đang xử lý”.',
      'Hỏi lại DVCQG; nếu vẫn lệch, đề nghị đồng bộ lại trạng thái từ Hà Nội.',
    ],
    [
      'a paper is owed',
      [
        seen('national-portal', '08:00', { status: 'resolved', statusText: 'Đã xử lý xong' }),
        seen('province-h26', '14:00', { status: 'supplement-required', statusText: 'Chờ bổ sung' }),
      ],
      'Lệch trạng thái',
      'DVCQG ghi “Đã xử lý xong” từ 08:00 10/11/2026, nhưng đến 14:00 10/11/2026, Hà Nội vẫn ghi “Chờ bổ sung”: người nộp còn phải bổ sung giấy tờ.',
      'Chưa báo người nộp đến nhận kết quả theo DVCQG; kiểm tra trên Hà Nội, rồi đề nghị đồng bộ lại.',
    ],
    [
      'missing',
      [
        { ...RETURNED, receivedAt: '2026-11-01' },
        seen('national-portal', '14:00', { outcome: 'not-found', via: 'lookup' }),
      ],
      'Thiếu hồ sơ',
      'Lúc 14:00 10/11/2026, DVCQG trả lời không có hồ sơ này, dù Hà Nội đã tiếp nhận từ 01/11/2026.',
      'Hỏi lại DVCQG; nếu vẫn không có, đề nghị gửi lại hồ sơ từ Hà Nội.',
    ],
    [
      'not known yet',
      [PROCESSING, { ...RETURNED, seenAt: '2026-11-10T14:30:00+07:00' }],
      'Chưa đủ căn cứ',
      'Hà Nội ghi “Đã trả kết quả” từ 14:30 10/11/2026; lần cuối thấy trên DVCQG, lúc 14:00 10/11/2026, còn ghi “Đang xử lý”, nay có thể đã khác.',
      'Hỏi lại DVCQG.',
    ],
    [
      'one system alone',
      [RETURNED],
      'Chưa đủ căn cứ',
      'Mới biết trạng thái trên Hà Nội (thấy lúc 09:05 10/11/2026), chưa có hệ thống khác để so.',
      'Hỏi hoặc mở DVCQG.',
    ],
  ])('%s', (_, sightings, verdict, reason, remedy) => {
    const shown = view({ sightings });
    expect(shown.verdictText).toBe(verdict);
    expect(shown.findings.map((finding) => [finding.reason, finding.remedy])).toEqual([[reason, remedy]]);
  });

  it('says as of when', () => {
    expect(view({ sightings: [RETURNED, PROCESSING] }).asOfText).toBe(
      'Theo dữ liệu thấy từ 09:05 10/11/2026 đến 14:00 10/11/2026.',
    );
    expect(view({ sightings: [PROCESSING] }).asOfText).toBe('Theo dữ liệu thấy lúc 14:00 10/11/2026.');
    expect(view({}).asOfText).toBe('Chưa thấy hồ sơ này trên hệ thống nào.');
  });

  it('every canonical status has its label in both languages', () => {
    for (const status of CANONICAL_STATUSES) {
      expect(statusLabel(status, vi)).not.toBe('');
      expect(statusLabel(status, translator('en'))).not.toBe(statusLabel(status, vi));
    }
  });
});
