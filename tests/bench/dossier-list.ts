/** A long list as portals make it: ten columns, the code in a link, the state in a badge. Made-up dossiers, always the same. */

const HEAD = [
  'STT',
  'Mã hồ sơ',
  'Tên thủ tục',
  'Chủ hồ sơ',
  'Địa chỉ',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Trạng thái',
  'Đơn vị xử lý',
  'Thao tác',
];
const STATES = ['Đang xử lý', 'Chờ bổ sung', 'Đã tiếp nhận', 'Đã trả kết quả', 'Đang thẩm định'];
const PROCEDURES = [
  'Đăng ký khai sinh',
  'Đăng ký kết hôn',
  'Cấp bản sao trích lục hộ tịch',
  'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
  'Thủ tục đăng ký thường trú',
  'Xóa đăng ký thế chấp',
];
const UNITS = ['Bộ phận Một cửa', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng Văn hóa - Xã hội'];

/** The one shape of every code of these lists, for those who look for nothing else. */
export const CODE_PATTERN = '[GH]\\d\\d(?:\\.[0-9A-Z]{2,3}){1,4}-\\d{6}-\\d{4,7}';

const two = (n: number): string => String(n).padStart(2, '0');

/** Rows `from` to `to` (excluded), each with a code, a day and an hour of its own. */
export function listRows(from: number, to: number): string {
  let rows = '';
  for (let row = from; row < to; row++) {
    // Numbers that look drawn by lot and are the same in every run.
    const drawn = (n: number, of: number): number => Math.floor(((row * n * 0.754_877_666) % 1) * of);
    const day = (n: number): string => `${two(1 + drawn(n, 28))}/${two(1 + drawn(n + 1, 12))}/2026`;
    const code = `H26.14-26${two(1 + drawn(3, 12))}${two(1 + drawn(5, 28))}-${String(row).padStart(4, '0')}`;
    const cells = [
      row + 1,
      `<a href="#${row}">${code}</a>`,
      PROCEDURES[drawn(7, PROCEDURES.length)],
      `Nguyễn Văn Mẫu ${drawn(11, 4_000)}`,
      `Thôn ${drawn(13, 90)}, xã Mẫu`,
      `${day(17)} ${two(7 + drawn(19, 10))}:${two(drawn(23, 60))}`,
      day(29),
      `<span class="badge">${STATES[drawn(31, STATES.length)]}</span>`,
      UNITS[drawn(37, UNITS.length)],
      '<a href="#">Xem</a>',
    ];
    rows += `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  }
  return rows;
}

/** The whole list as the body of a page. */
export function dossierList(rows: number): string {
  const head = HEAD.map((label) => `<th>${label}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${listRows(0, rows)}</tbody></table>`;
}

/**
 * A page of so many elements, a report by offices, with as much text as portals have (seven characters an element) but
 * nothing that is or may be a dossier.
 */
export function pageWithoutDossiers(elements: number): string {
  let rows = '';
  for (let n = 0; n < elements / 8; n++) {
    const cells = [
      n,
      `<a href="#${n}">Ủy ban nhân dân xã Mẫu ${n}</a>`,
      `${n % 100},${n % 10} %`,
      `<span>${n % 3 ? 'Đã báo cáo' : 'Chưa nộp'}</span>`,
      `${two(1 + (n % 28))}/11/2026`,
    ];
    rows += `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  }
  return `<table><tbody>${rows}</tbody></table>`;
}
