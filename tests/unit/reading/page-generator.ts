/** Random portal pages from random dossiers: records → page. The page reads right when the records come back. */
import type { Reading } from '../../../utils/dossier/sighting';
import { GRID_LAYOUTS, HEADS, STATE_SIGNS } from './grid-layouts';
import {
  type Field,
  LAYOUTS,
  type Layout,
  NOISE_AFTER,
  NOISE_BEFORE,
  type Pick,
  type Row,
  type Tools,
  wrapped,
} from './page-layouts';

export interface Generated {
  html: string;
  records: Reading[];
  layout: string;
}

const LABELS: Record<'code' | Field, string[]> = {
  code: [
    'Mã hồ sơ',
    'Mã số hồ sơ',
    'Số hồ sơ',
    'Mã HS',
    'Hồ sơ số',
    'Số biên nhận',
    'Mã tiếp nhận',
    'Mã biên nhận',
    'MÃ HỒ SƠ',
  ],
  statusText: [
    'Trạng thái',
    'Trạng thái hồ sơ',
    'Trạng thái xử lý',
    'Tình trạng',
    'Tình trạng hồ sơ',
    'TRẠNG THÁI',
    'Tình trạng xử lý',
  ],
  receivedAt: [
    'Ngày tiếp nhận',
    'Ngày nhận',
    'Tiếp nhận ngày',
    'Ngày giờ tiếp nhận',
    'Thời gian tiếp nhận',
    'Ngày TN',
    'Ngày nhận hồ sơ',
  ],
  dueAt: [
    'Ngày hẹn trả',
    'Hẹn trả',
    'Hẹn trả ngày',
    'Ngày hẹn trả kết quả',
    'Hạn trả',
    'Hạn giải quyết',
    'Ngày hẹn',
    'Hẹn trả KQ',
    'Ngày hẹn trả dự kiến',
  ],
  procedureName: [
    'Thủ tục',
    'Tên thủ tục',
    'TTHC',
    'Tên TTHC',
    'Loại hồ sơ',
    'Thủ tục hành chính',
    'Tên thủ tục hành chính',
    'Tên dịch vụ công',
  ],
  person: ['Chủ hồ sơ', 'Người nộp', 'Họ và tên', 'Công dân/ Tổ chức', 'Người nộp hồ sơ', 'Tên chủ hồ sơ'],
  note: ['Ghi chú', 'Nội dung', 'Ý kiến'],
  step: ['Bước xử lý', 'Cán bộ thụ lý', 'Người xử lý', 'Lệ phí', 'Lĩnh vực'],
  submitted: ['Ngày nộp', 'Ngày nộp hồ sơ', 'Ngày gửi'],
};
const STATUSES = [
  'Đang xử lý',
  'Đã tiếp nhận',
  'Chờ bổ sung',
  'Yêu cầu bổ sung giấy tờ',
  'Đã trả kết quả',
  'Đã xử lý xong',
  'Mới đăng ký',
  'Chờ tiếp nhận',
  'Dừng xử lý',
  'Không tiếp nhận',
  'Chờ ký duyệt',
  'Đang thụ lý hồ sơ',
  'Hồ sơ đang chờ tiếp nhận',
  'Từ chối tiếp nhận',
  'Công dân yêu cầu rút hồ sơ',
  'Chờ trả kết quả',
  'Tạm dừng xử lý',
  'Được tiếp nhận',
  'Đã rút hồ sơ',
  'Chuyển phòng chuyên môn',
  'Thẩm định tại sở',
];
const PROCEDURES = [
  'Đăng ký khai sinh',
  'Đăng ký kết hôn',
  'Cấp bản sao trích lục hộ tịch',
  'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
  'Thủ tục đăng ký thường trú',
  'Đăng ký biến động đất đai',
  'Xóa đăng ký thế chấp',
  'Cấp đổi giấy phép lái xe',
  'Chứng thực bản sao từ bản chính',
  'Hỗ trợ chi phí mai táng',
];
const PEOPLE = ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu', 'Công ty TNHH Mẫu', 'UBND xã Mẫu'];
const NOTES = [
  '',
  'Thiếu bản vẽ',
  'Đã gọi điện 0900000000',
  'Xem công văn 163/QĐ-BTP',
  'Hồ sơ H31.02-251201-0099 bị trùng',
];
const UNITS = ['H26.14', '000.00.06.H56', 'H15.50.05.13', 'G01.899.909', '000.A0.01.H26', '000.00.00.G18'];

const ALL = { ...LAYOUTS, ...GRID_LAYOUTS };

/** @param seed the same seed makes the same page */
export function generatePage(seed: number): Generated {
  const random = mulberry(seed);
  const chance = (p: number) => random() < p;
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick: Pick = (list) => list[int(0, list.length - 1)] as (typeof list)[number];
  const two = (n: number) => String(n).padStart(2, '0');

  const layoutName = pick(Object.keys(ALL));
  const layout = ALL[layoutName] as Layout;
  const fields = (
    ['statusText', 'receivedAt', 'dueAt', 'procedureName', 'person', 'note', 'step', 'submitted'] as Field[]
  )
    .filter((field) => field === 'statusText' || chance(0.7))
    .sort(() => random() - 0.5);
  const labels = Object.fromEntries(
    (['code', ...fields] as const).map((field) => [field, pick(LABELS[field])]),
  ) as Record<'code' | Field, string>;
  const clock = pick(['none', 'after', 'before', 'seconds'] as const);

  const used = new Set<string>();
  const records: Reading[] = [];
  const rows: Row[] = [];
  for (let i = layout.many ? int(1, 6) : 1; i > 0; i--) {
    let code = '';
    do {
      code = `${pick(UNITS)}-26${two(int(1, 12))}${two(int(1, 28))}-${String(int(1, 9_999)).padStart(4, '0')}`;
    } while (used.has(code));
    used.add(code);
    const record: Reading = { code };
    const shown: Row = { code: chance(0.1) ? code.toLowerCase() : code };
    for (const field of fields) {
      if (field === 'receivedAt' || field === 'dueAt' || field === 'submitted') {
        const [d, m, h, min] = [int(1, 28), int(1, 12), int(7, 17), int(0, 59)];
        const day = `${two(d)}/${two(m)}/2026`;
        const time = `${two(h)}:${two(min)}`;
        const none = chance(0.12);
        shown[field] = none
          ? pick(['', '-', '---', 'Chưa có'])
          : { none: day, after: `${day} ${time}`, before: `${time} ${day}`, seconds: `${day} ${time}:05` }[
              clock
            ];
        const iso = `2026-${two(m)}-${two(d)}`;
        if (!none && field !== 'submitted') {
          record[field] = {
            none: iso,
            after: `${iso}T${time}`,
            before: `${iso}T${time}`,
            seconds: `${iso}T${time}:05`,
          }[clock];
        }
      } else if (field === 'statusText') record.statusText = shown[field] = pick(STATUSES);
      else if (field === 'procedureName') record.procedureName = shown[field] = pick(PROCEDURES);
      else shown[field] = pick(field === 'note' ? NOTES : PEOPLE);
    }
    records.push(record);
    rows.push(shown);
  }
  const [head, sign] = [pick(HEADS), pick(STATE_SIGNS)];
  const tools: Tools = {
    fields,
    labels,
    pick,
    chance,
    colon: chance(0.5) ? ':' : '',
    wrap: (text) =>
      STATUSES.includes(text) && sign(text) !== text
        ? sign(text)
        : wrapped(text, pick, chance, layout.inline ?? false),
    head,
  };
  const before = chance(0.4) ? pick(NOISE_BEFORE) : '';
  const after = chance(0.4) ? pick(NOISE_AFTER) : '';
  return {
    html: `${before}<div class="main">${layout.make(rows, tools)}</div>${after}`,
    records,
    layout: layoutName,
  };
}

/** A small seeded generator of numbers in [0, 1). */
export function mulberry(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
