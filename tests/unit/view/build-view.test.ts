import { describe, expect, it } from 'vitest';
import type { Outcome, Sighting } from '../../../utils/dossier/sighting';
import { CANONICAL_STATUSES } from '../../../utils/dossier/status';
import { translator } from '../../../utils/platform/i18n';
import type { ViewedFile } from '../../../utils/view/lines';
import { statusLabel } from '../../../utils/view/sentence';
import { CODE, NOW, PROCESSING, RETURNED, type Scene, seen, vi, view } from './scene';

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

describe('lines', () => {
  it('the page’s own system first, then those that disagree, then the others', () => {
    const order = (here?: string): string[] =>
      view({ sightings: [RETURNED, PROCESSING], here }).lines.map((line) => line.system);
    expect(order('coordination')).toEqual(['coordination', 'province-h26', 'national-portal']);
    expect(order('national-portal')).toEqual(['national-portal', 'province-h26', 'coordination']);
    expect(order()).toEqual(['province-h26', 'national-portal', 'coordination']);
  });

  it('says what the system says, where and when it was seen, and how to open it', () => {
    const [line] = view({
      sightings: [{ ...PROCESSING, dueAt: '2026-11-12T17:00', via: 'lookup' }],
      here: 'national-portal',
    }).lines;
    expect(line).toEqual({
      system: 'national-portal',
      name: 'Hệ thống DVCQG',
      shortName: 'DVCQG',
      state: 'found',
      stateText: 'Có hồ sơ này.',
      statusText: 'Đang xử lý',
      status: 'processing',
      statusLabel: 'Đang xử lý',
      dueText: '17:00 12/11/2026',
      seenAt: '2026-11-10T14:00:00+07:00',
      seenText: '14:00 10/11/2026, do tra cứu',
      askBy: 'request',
      openUrl: `https://portal.test/tra-cuu?ma=${CODE}`,
      here: true,
    });
  });

  it.each<[Outcome, string]>([
    ['not-found', 'Hệ thống trả lời không có hồ sơ này: kiểm tra lại mã, hoặc mở hệ thống để xem.'],
    ['not-signed-in', 'Chưa đăng nhập: đăng nhập hệ thống này, rồi hỏi lại.'],
    [
      'no-permission',
      'Tài khoản của bạn không có quyền xem hồ sơ này: nhờ người có quyền, hoặc quản trị hệ thống đó.',
    ],
    ['captcha', 'Hệ thống đòi mã xác nhận: mở hệ thống để xem trực tiếp.'],
    ['unreachable', 'Không kết nối được: kiểm tra mạng, rồi hỏi lại.'],
    ['unreadable', 'Chưa đọc được câu trả lời: mở hệ thống để xem trực tiếp.'],
    ['rate-limited', 'Hệ thống đang hạn chế tra cứu: chờ ít phút, rồi hỏi lại.'],
  ])('%s says what to do', (outcome, text) => {
    const tries = [{ system: 'national-portal', outcome, at: '2026-11-10T15:00:00+07:00' }];
    const line = view({ tries }).lines.find((one) => one.system === 'national-portal');
    expect([line?.state, line?.stateText]).toEqual([outcome, text]);
  });

  it('a limit with an end says when', () => {
    const tries: ViewedFile['tries'] = [
      {
        system: 'national-portal',
        outcome: 'rate-limited',
        at: '2026-11-10T15:59:00+07:00',
        retryAt: '2026-11-10T16:05:00+07:00',
      },
    ];
    expect(view({ tries }).lines[0]?.stateText).toBe(
      'Hệ thống đang hạn chế tra cứu: hỏi lại sau 16:05 10/11/2026.',
    );
  });

  it('a failure after a sighting is told, and what was seen stays beside it', () => {
    const tries: ViewedFile['tries'] = [
      { system: 'national-portal', outcome: 'not-signed-in', at: '2026-11-10T15:00:00+07:00' },
    ];
    expect(view({ sightings: [PROCESSING], tries }).lines[0]).toMatchObject({
      state: 'not-signed-in',
      statusText: 'Đang xử lý',
      seenText: '14:00 10/11/2026, trên trang',
    });
  });

  it('a failure before the sighting is past', () => {
    const tries: ViewedFile['tries'] = [
      { system: 'national-portal', outcome: 'not-signed-in', at: '2026-11-10T13:00:00+07:00' },
    ];
    expect(view({ sightings: [PROCESSING], tries }).lines[0]?.state).toBe('found');
  });

  it('being asked, never asked, and only to be opened are told apart', () => {
    const asking = [{ system: 'national-portal', since: NOW }];
    const states = (scene: Scene): string[] => view(scene).lines.map((line) => line.stateText);
    expect(states({ asking })[0]).toBe('Đang hỏi…');
    expect(states({})[0]).toBe('Chưa hỏi hệ thống này.');
    expect(states({})[1]).toBe('Chưa thấy hồ sơ trên hệ thống này: mở hệ thống để xem.');
  });

  it('a page that showed no status', () => {
    const [line] = view({ sightings: [seen('coordination', '09:00')], here: 'coordination' }).lines;
    expect(line?.stateText).toBe('Có hồ sơ này, không ghi trạng thái.');
    expect(line).not.toHaveProperty('statusLabel');
  });

  it('a name inside an unknown status is masked', () => {
    const unknown = seen('coordination', '09:00', {
      status: 'unknown',
      statusText: 'Chuyển Nguyễn Văn Mẫu xử lý',
    });
    const shown = view({ sightings: [unknown, PROCESSING] });
    expect(JSON.stringify(shown)).not.toMatch(/Nguyễn|Mẫu/);
  });

  it('a local code is asked of nobody and opened where it was seen alone', () => {
    const code = 'TN00125';
    const lines = view({
      codes: [code],
      sightings: [seen('coordination', '09:00', { code, status: 'accepted' })],
    }).lines;
    expect(lines.every((line) => line.askBy === 'link')).toBe(true);
    expect(lines.find((line) => line.system === 'national-portal')?.openUrl).toBe('https://portal.test/');
  });

  it('a system that is switched off has no line', () => {
    const lines = view({ sightings: [PROCESSING], disabled: ['national-portal'] }).lines;
    expect(lines.map((line) => line.system)).toEqual(['coordination', 'province-h26']);
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
