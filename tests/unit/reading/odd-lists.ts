/** Lists whose rows are mostly alike and sometimes odd, in every way that a quick look at a row could miss. */
import { mulberry } from './page-generator';

const STATES = ['Đang xử lý', 'Chờ bổ sung', 'Đã trả kết quả', 'Thẩm định tại sở', 'đã tiếp nhận'];
const HEADS = [
  ['Mã hồ sơ', 'Tên thủ tục', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái', 'Đơn vị xử lý'],
  ['STT', 'Số hồ sơ', 'Chủ hồ sơ', 'Về việc', 'Ngày nhận', 'Hạn xử lý', 'Tình trạng', 'Thao tác'],
  ['Mã HS', 'Trạng thái', 'Thanh toán', 'Hình thức nộp', 'Hẹn trả', '', 'Ghi chú'],
  ['', 'Mã hồ sơ', 'Thời gian', 'Trạng thái', 'Thời gian còn lại', 'Lĩnh vực khác'],
  ['Mã hồ sơ', 'Mã hồ sơ quốc gia', 'Trạng thái', 'Ngày hẹn trả'],
];
/** Hides what it names, by the row or by the cell. */
const STYLE = '<style>.gone,.sad .st,tr[data-off] td.st,.dim{display:none}.faint{opacity:0}</style>';

export function oddList(seed: number): string {
  const random = mulberry(seed);
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T;
  const often = random() < 0.5 ? 0.05 : 0.4;
  const odd = () => random() < often;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = () =>
    `${two(int(1, 31))}/${two(int(1, 12))}/2026${random() < 0.5 ? ` ${two(int(0, 25))}:${two(int(0, 61))}` : ''}`;
  const code = () =>
    `H26.${int(10, 12)}-26${two(int(1, 12))}${two(int(1, 28))}-${String(int(1, 9_999)).padStart(4, '0')}`;

  const valueFor = (head: string): string => {
    if (/^(?:Mã hồ sơ|Số hồ sơ|Mã HS)$/.test(head))
      return odd() ? pick([code().toLowerCase(), `${code()} ${code()}`, '-', 'HS-2026/17']) : code();
    if (/quốc gia/.test(head)) return odd() ? '' : code().replace('H26', 'G01');
    if (/^(?:Ngày|Hẹn|Hạn|Thời gian$)/.test(head))
      return odd()
        ? pick(['', '---', 'Chưa có', `${day()} - ${day()}`, '31/02/2026', 'Ngày nhận: 05/06/2026'])
        : day();
    if (/Trạng|Tình/.test(head))
      return odd()
        ? pick(['', 'Đang xử lý...', 'Quá hạn 2 ngày', 'Đã thanh toán', 'Trạng thái'])
        : pick(STATES);
    if (/Thanh toán/.test(head)) return pick(['Đã thanh toán', 'Chưa thanh toán', '']);
    if (/Hình thức/.test(head)) return pick(['Trực tuyến', 'Trực tiếp', 'Qua bưu chính']);
    if (/còn lại/.test(head)) return pick(['Còn 5 ngày', 'Quá hạn 2 ngày', '']);
    if (/thủ tục|Về việc/.test(head))
      return pick([
        'Đăng ký khai sinh',
        'Cấp giấy phép xây dựng',
        `1.004873 - Đăng ký kết hôn`,
        `Nguyễn Văn Mẫu ${int(1, 99)}`,
      ]);
    if (head === '') return pick(['', 'Trực tuyến', 'Còn 3 ngày', 'Mới']);
    if (head === 'Ghi chú') return odd() ? `Trùng ${code()}` : '';
    return pick(['Bộ phận Một cửa', 'Phòng Tư pháp', '12']);
  };

  const markUp = (text: string): string => {
    if (!odd()) return text;
    const half = Math.floor(text.length / 2);
    return pick([
      `<span>${text}</span>`,
      `<a href="#${int(1, 99)}" title="${text}">${text}</a>`,
      `<span class="${pick(['badge', 'gone', 'dim', 'faint', 'st'])}">${text}</span>`,
      `<span hidden>${text}</span>`,
      `<s>${day()}</s> ${text}`,
      `<div><s>${text}</s></div>`,
      `${text.slice(0, half)}<mark>${text.slice(half)}</mark>`,
      `<!-- x -->${text}`,
      `${text}<span class="mplis-copy">⧉</span>`,
      `<span id="mplis-${int(1, 99)}">${text}</span>`,
      `<a href="#">${text}</a><a class="mplis-link" href="#">${code()}</a>`,
      `<i class="material-icons">done</i>${text}`,
      `<i>done</i>`,
      `<button>${text}</button>`,
      `<input readonly value="${text}">`,
      `<select><option value="1">${pick(STATES)}</option><option value="2" selected>${text}</option></select>`,
      `<div>${text}</div><div>Còn ${int(1, 9)} ngày</div>`,
      `\n   ${text}   \n`,
      `${text}​`,
      `<b>Trạng thái:</b> ${text}`,
      `<template>${text}</template>${text}`,
      `<dialog>${text}</dialog>`,
      `<table><tr><td>${text}</td></tr></table>`,
    ]);
  };

  const heads = pick(HEADS);
  const cells = (): string[] =>
    heads.map((head) => {
      const text = valueFor(head);
      const attributes = odd()
        ? pick([
            ' class="st"',
            ' style="display:none"',
            ' colspan="2"',
            ' rowspan="2"',
            ' hidden',
            ' data-label="x"',
            ' style="visibility:hidden"',
          ])
        : /Trạng|Tình/.test(head)
          ? ' class="st"'
          : '';
      return `<td${attributes}>${markUp(text)}</td>`;
    });
  const rows = Array.from({ length: int(3, 25) }, (_, at) => {
    const own = cells();
    if (odd()) own.splice(int(0, own.length - 1), 1);
    if (odd())
      own.splice(
        int(0, own.length - 1),
        0,
        pick(['<template><td>x</td></template>', '<td></td>', '<th scope="row">1</th>', '<script></script>']),
      );
    const attributes = odd()
      ? pick([
          ' class="sad"',
          ' class="gone"',
          ' data-off',
          ' hidden',
          ` data-row-key="${at}"`,
          ' class="mplis-row"',
          ' style="display:none"',
        ])
      : '';
    const below = odd() ? `<tr><td colspan="${heads.length}">Ngày hẹn trả: ${day()}</td></tr>` : '';
    const again = odd() ? `<tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>` : '';
    return `<tr${attributes}>${own.join('')}</tr>${below}${again}`;
  });
  const head = `<tr>${heads.map((label) => `<th>${label}</th>`).join('')}</tr>`;
  return `${STYLE}<h1>Danh sách</h1><table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table><p>${odd() ? code() : ''}</p>`;
}
