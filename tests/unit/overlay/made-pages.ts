/** Pages of the tests' own making, in the manner of officers' tables: dense, scrolled, with sticky rows and columns. */
import { madeCode } from './made-codes';

const STYLE = `
  html { font: 14px/1.4 Arial, sans-serif } body { margin: 12px; color: #222; background: #fff }
  table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #ddd; padding: 4px 6px; text-align: left; vertical-align: top }
  th { background: #eef2f7; position: sticky; top: 0 } .scroller { height: 420px; overflow: auto; border: 1px solid #bbb }
  a { color: #0a58b5 } .badge { background: #ddd; border-radius: 8px; padding: 0 6px; font-size: 12px }
`;
const NAMES = [
  'Cấp Giấy chứng nhận đăng ký hộ kinh doanh',
  'Đăng ký khai sinh',
  'Cấp giấy phép xây dựng nhà ở riêng lẻ',
];
const STATUSES = ['Đang xử lý', 'Yêu cầu bổ sung hồ sơ', 'Đã trả kết quả', 'Mới đăng ký'];

/** One row in one of several manners: bare, in a link, in a tight column, with words or a control after the code. */
function row(at: number): string {
  const code = madeCode(at);
  const cell = [
    code,
    `<a href="#x">${code}</a>`,
    `<b>${code}</b><br><span class="badge">${STATUSES[at % 4]}</span>`,
    `${code} - Nguyễn Văn Mẫu`,
    `<a href="#x">${code}</a> <button>Xem</button>`,
    `<div class="code">${code}</div><div>Tiếp nhận: 20/11/2026</div>`,
  ][at % 6];
  return `<tr><td>${at}</td><td>${cell}</td><td>${NAMES[at % 3]}</td><td>27/11/2026</td><td>${STATUSES[at % 4]}</td><td><button>Mở</button></td></tr>`;
}

export function tableOf(rows: number, width = '260px', style = ''): string {
  return `<style>${STYLE}${style}</style><table><colgroup><col style="width:40px"><col style="width:${width}"></colgroup><thead><tr><th>STT</th><th>Mã hồ sơ</th><th>Thủ tục hành chính</th><th>Ngày hẹn trả</th><th>Trạng thái</th><th></th></tr></thead><tbody>${Array.from({ length: rows }, (_, at) => row(at + 1)).join('')}</tbody></table>`;
}

export function scrolledTable(rows: number): string {
  return `<style>body { padding-bottom: 900px }</style><h3>Danh sách hồ sơ</h3><div class="scroller">${tableOf(rows)}</div>`;
}

export const DETAIL = `<style>${STYLE} .row { display: flex; gap: 8px } .row span:first-child { width: 160px; color: #666 }</style>
<h3>Chi tiết hồ sơ</h3><div class="row"><span>Mã hồ sơ:</span><span>${madeCode(1)}</span></div>
<div class="row"><span>Trạng thái:</span><span>Đang xử lý</span></div>
<h4>Thành phần hồ sơ</h4><table><tr><td>1</td><td id="paper-1">Bản sao Giấy khai sinh</td><td><button>Tải</button></td></tr>
<tr><td>2</td><td id="paper-2">Giấy chứng nhận quyền sử dụng đất</td><td><button>Tải</button></td></tr></table>`;
