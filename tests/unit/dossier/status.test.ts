import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../utils/dossier/fold';
import { classifyStatus, maskUnknown, type StatusWording } from '../../../utils/dossier/status';
import { WORDS } from './status-words';

const LABELS = Object.entries(WORDS).flatMap(([meaning, labels]) =>
  labels.map((label): [string, string] => [label, meaning]),
);

function meaning(wording: StatusWording): string {
  if (wording.kind === 'status') return wording.status;
  if (wording.kind === 'flag') return `flag:${wording.flag}`;
  return wording.kind === 'payment' ? `payment:${wording.payment}` : 'unknown';
}

describe('classifyStatus', () => {
  it.each(LABELS)('%s → %s, in any case, accents or not', (label, expected) => {
    const bare = label
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D');
    for (const text of [label, label.toUpperCase(), label.normalize('NFD'), bare, ` \u200b${label}\n`]) {
      expect(meaning(classifyStatus(text))).toBe(expected);
    }
  });

  it.each([
    ['Đã trả kết quả ngày 12/03/2026', 'returned'],
    ['Đã trả kết quả ngày 12/03/2026 / Đã kết ISO ngày 13/03/2026', 'returned'],
    ['Đã trả kết quả ngày 12/03/2026 / Đã cập nhật dữ liệu pháp lý ngày 14/03/2026', 'returned'],
    ['4. Đang xử lý', 'processing'],
    ['Bước 2. Chờ ký duyệt', 'awaiting-signature'],
    ['Đang xử lý...', 'processing'],
    ['Đang xử lý (Quá hạn 2 ngày)', 'processing'],
    ['Đang xử lý\nCòn 5 ngày', 'processing'],
    ['Đang xử lý, đã thanh toán', 'processing'],
    ['Đang xử lý tại Phòng TN&MT', 'processing'],
    ['Phòng Quản lý đô thị đang Thụ lý', 'processing'],
    ['Trạng thái: Đang xử lý', 'processing'],
    ['Hồ sơ đang xử lý', 'processing'],
    ['Yêu cầu bổ sung hồ sơ lần 2', 'supplement-required'],
    ['VBDLIS nhận bổ sung hồ sơ. Ngày hẹn trả mới: 25/09/2026', 'supplemented'],
    ['Đã tiếp nhận lúc 10h30 ngày 12/3/2026', 'accepted'],
    ['Đã tiếp nhận trên Cổng DVCQG', 'accepted'],
    ['10:32 22/11/2026: Đã tiếp nhận', 'accepted'],
    ['Đã xử lý xong - Chờ trả kết quả', 'resolved'],
    ['Tạm dừng xử lý', 'paused'],
    ['Quá hạn 2 ngày', 'flag:overdue'],
    ['Quá hạn: 2 ngày 3 giờ', 'flag:overdue'],
    ['Còn 5 ngày', 'flag:on-time'],
    ['Trước hạn 1 ngày', 'flag:on-time'],
    ['Đã trả kết quả (Trước hạn 1 ngày)', 'returned'],
    ['Còn lại: 0 ngày 1 giờ 5 phút', 'flag:on-time'],
    ['Trong hạn; Đã thanh toán', 'flag:on-time'],
  ])('%s → %s', (text, expected) => {
    expect(meaning(classifyStatus(text))).toBe(expected);
  });

  it.each([
    ['a negation', 'Chưa trả kết quả'],
    ['a negation of the end', 'Chưa xử lý xong'],
    ['a negated request', 'Không yêu cầu bổ sung'],
    ['a cancelled request', 'Đã hủy yêu cầu bổ sung'],
    ['a contrary clause', 'Hồ sơ đã tiếp nhận, nhưng bị từ chối'],
    ['a turn after a date', 'Đã tiếp nhận ngày 12/3/2026 sau đó từ chối'],
    ['two states', 'Đang xử lý - Chờ ký duyệt'],
    ['two ends', 'Đã trả kết quả; Từ chối'],
    ['a result passed on inside', 'Đã trả kết quả cho bộ phận một cửa'],
    ['a step done by a person', 'Lãnh đạo đã xử lý'],
    ['a step’s name', '5. Trả kết quả hồ sơ'],
    ['an archive step', '5./8. Lưu trữ'],
    ['an unfinished phrase', 'Trả lại'],
    ['a word alone', 'Đã gửi'],
    ['a state with its lateness', 'Đã trả kết quả đúng hạn'],
    ['nothing', ''],
    ['a dash', '---'],
    ['a long text', 'Đang xử lý '.repeat(40)],
  ])('unknown: %s', (_, text) => {
    expect(classifyStatus(text)).toEqual({ kind: 'unknown' });
  });

  it('a word of negation before any label is never that label', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LABELS), fc.constantFrom('Chưa', 'Không', 'Hủy'), ([label, is], no) => {
        const said = meaning(classifyStatus(`${no} ${label}`));
        expect(said === 'unknown' || said !== is).toBe(true);
      }),
    );
  });

  it('two labels of different states in one text are never one of them', () => {
    const states = LABELS.filter(([, is]) => !is.includes(':'));
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...states), ([a, one], [b, other]) => {
        fc.pre(one !== other);
        const said = meaning(classifyStatus(`${a}; ${b}`));
        // A joined text may be a label of its own ("Đã bổ sung - chờ tiếp nhận").
        const own = LABELS.find(([label]) => bare(label) === bare(`${a} ${b}`));
        expect(said).toBe(own ? own[1] : 'unknown');
      }),
      { numRuns: 400 },
    );
  });

  it('a system’s own labels go first', () => {
    expect(classifyStatus('Đang chuyển', { 'dang chuyen': 'interlinked' })).toEqual({
      kind: 'status',
      status: 'interlinked',
    });
  });
});

/** "Hồ sơ" around a label names what it is about and changes nothing. */
function bare(text: string): string {
  return words(text)
    .replace(/^(?:ho so|hs) /, '')
    .replace(/ ho so$/, '');
}

function words(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

describe('maskUnknown', () => {
  it.each(LABELS)('leaves %s as it is', (label) => {
    expect(maskUnknown(label)).toBe(label);
  });

  it.each([
    ['a name', 'Đã tiếp nhận bởi Nguyễn Văn Mẫu', 'Đã tiếp nhận bởi •••'],
    ['a name in capitals', 'NGUYỄN VĂN MẪU đang xử lý', '••• đang xử lý'],
    ['a name in lower case', 'đã tiếp nhận bởi nguyễn văn mẫu', 'đã tiếp nhận bởi •••'],
    ['a name of words that mean something', 'Chờ Trần Thu Dung xác nhận kết quả', '••• xác nhận kết quả'],
    ['numbers', 'Đã gửi cho số 0900000000', 'Đã gửi cho •••'],
    ['numbers in pairs', 'Đã gửi cho 09.00.00.00.00', 'Đã gửi cho •••'],
    ['keeps a negation', 'Chưa trả kết quả', 'Chưa trả kết quả'],
    ['keeps dates', 'Đã trả kết quả ngày 12/03/2026', 'Đã trả kết quả ngày 12/03/2026'],
    ['keeps counts of days', 'Quá hạn 2 ngày', 'Quá hạn 2 ngày'],
    ['an agency', 'Đang xử lý tại Phòng TN&MT', 'Đang xử lý tại •••'],
  ])('%s', (_, text, masked) => {
    expect(maskUnknown(text)).toBe(masked);
  });

  it('no word of a made-up name is left, wherever it stands', () => {
    const name = fc
      .array(fc.constantFrom('Nguyễn', 'Trần', 'Mẫu', 'Hoa', 'Bình', 'Phượng', 'Khánh'), {
        minLength: 2,
        maxLength: 4,
      })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.constantFrom(...LABELS), name, fc.boolean(), ([label], who, before) => {
        const masked = maskUnknown(
          before ? `${who} ${label.toLowerCase()}` : `${label.toLowerCase()} ${who}`,
        );
        for (const part of who.split(' ')) expect(masked).not.toContain(part);
      }),
    );
  });
});
