import { html, type Markup, page } from '../html';
import { vnDate, vnDateTime, vnTimeDate } from '../times';
import type { Holding } from '../world/types';
import { allWords } from '../world/wording';
import { channelWords, choices, emblem, paymentWords } from './parts';

export interface Table {
  rows: readonly Holding[];
  total: number;
  number: number;
  pageSize: number;
  status: string | null;
  asked: string;
  /** The dossier whose dialog opens with the page; it need not be among the rows. */
  open: Holding | null;
}

const COLUMNS: readonly [string, number][] = [
  ['STT', 52],
  ['Mã hồ sơ', 290],
  ['Trạng thái', 210],
  ['Cập nhật lúc', 130],
  ['Thủ tục hành chính', 300],
  ['Ngày tiếp nhận', 130],
  ['Ngày hẹn trả', 110],
  ['Cơ quan giải quyết', 210],
  ['Người nộp', 160],
  ['Hạn xử lý', 130],
  ['Thao tác', 110],
];
const WIDTH = COLUMNS.reduce((sum, [, width]) => sum + width, 0);

export function loginPage(next: string): string {
  return page({
    title: 'Đăng nhập - Hệ thống điều phối giải quyết TTHC',
    styles: ['/assets/coordination.css'],
    bodyClass: 'login',
    body: html`<form method="post" action="/sso" class="login-card">${emblem(56, '#0b4f8a', '#ffd54a')}<h1>Hệ thống điều phối giải quyết TTHC</h1>
<input type="hidden" name="tiepTuc" value="${next}"><label>Tài khoản công vụ<input name="username" autocomplete="off"></label><label>Mật khẩu<input name="password" type="password"></label><button>Đăng nhập</button></form>`,
  });
}

export function tablePage(table: Table): string {
  return page({
    title: 'Quản trị DVC - Điều phối hồ sơ',
    styles: ['/assets/coordination.css'],
    scripts: ['/assets/coordination.js'],
    body: html`<header class="topbar">${emblem(34, '#ffd54a', '#0b4f8a')}<b>Hệ thống điều phối giải quyết TTHC</b><span class="spacer"></span><span class="who">Đỗ Thị Cán Bộ Mẫu</span><a href="/dang-xuat">Đăng xuất</a></header>
<div class="frame"><aside class="side"><a class="on" href="/dieu-phoi/ho-so">Hồ sơ điều phối</a><a href="#">Đồng bộ trạng thái</a><a href="#">Báo cáo 766</a><a href="#">Danh mục TTHC</a><a href="#">Quản trị tài khoản</a></aside>
<main><h1>Danh sách hồ sơ điều phối</h1>
<form class="filter" method="get"><label>Mã hồ sơ<input name="maHoSo" value="${table.asked}"></label><label>Trạng thái<select name="trangThai">${choices(allWords('coordination'), table.status)}</select></label><label>Ngày tiếp nhận từ<input placeholder="dd/MM/yyyy"></label><label>Ngày hẹn trả<input placeholder="dd/MM/yyyy"></label><button>Tìm kiếm</button></form>
<div class="grid-box"><div class="grid-head"><table style="width:${WIDTH}px">${columns()}<thead><tr>${COLUMNS.map(([name], index) => html`<th class="${stick(index)}">${name}</th>`)}</tr></thead></table></div>
<div class="grid-body" tabindex="0"><table style="width:${WIDTH}px">${columns()}<tbody>${table.rows.map((row, index) => line(row, (table.number - 1) * table.pageSize + index + 1))}</tbody></table></div></div>
<div class="pager"><span>Hiển thị ${table.rows.length} / ${table.total} hồ sơ</span><span class="spacer"></span>${pager(table)}</div></main></div>
${table.rows.filter((row) => row.code !== table.open?.code).map((row) => dialog(row, false))}${table.open ? dialog(table.open, true) : ''}`,
  });
}

function columns(): Markup {
  return html`<colgroup>${COLUMNS.map(([, width]) => html`<col style="width:${width}px">`)}</colgroup>`;
}

/** The first two columns stay in place when the grid is scrolled sideways. */
function stick(index: number): string {
  return index === 0 ? 'stick s0' : index === 1 ? 'stick s1' : '';
}

function line(holding: Holding, number: number): Markup {
  const { dossier } = holding;
  return html`<tr data-row="${number}"><td class="${stick(0)}">${number}</td><td class="${stick(1)}"><a class="ma" href="#" data-open="${dossier.hexId}">${holding.code}</a></td><td><span class="tag t-${holding.state}">${holding.text}</span></td><td>${vnTimeDate(holding.since)}</td><td>${dossier.procedure.name}</td><td>${vnDateTime(holding.receivedAt)}</td><td>${vnDate(holding.dueAt)}</td><td>${dossier.agency}</td><td>${dossier.applicant.name}</td><td class="soft">${vnDateTime(holding.stepDueAt)}</td><td><button type="button" data-open="${dossier.hexId}">Chi tiết</button></td></tr>`;
}

function pager(table: Table): Markup[] {
  const pages = Math.max(1, Math.ceil(table.total / table.pageSize));
  return Array.from({ length: pages }, (_, index) =>
    index + 1 === table.number
      ? html`<b class="here">${index + 1}</b>`
      : html`<a href="?trang=${index + 1}">${index + 1}</a>`,
  );
}

/** The detail: a real modal dialog, in the page from the start and closed, as the framework keeps it. */
function dialog(holding: Holding, open: boolean): Markup {
  const { dossier } = holding;
  return html`<dialog id="d-${dossier.hexId}" class="detail"${open ? html` data-start="1"` : ''}><div class="d-head"><h2>Chi tiết hồ sơ</h2><button type="button" data-close aria-label="Đóng">×</button></div>
<div class="d-body"><table class="lv"><tbody><tr><th>Mã hồ sơ</th><td>${holding.code}</td><th>Trạng thái</th><td><b>${holding.text}</b></td></tr>
<tr><th>Thủ tục hành chính</th><td colspan="3">${dossier.procedure.code} - ${dossier.procedure.name}</td></tr>
<tr><th>Ngày tiếp nhận</th><td>${vnDateTime(holding.receivedAt)}</td><th>Ngày hẹn trả</th><td>${vnDateTime(holding.dueAt)}</td></tr>
<tr><th>Ngày kết thúc xử lý</th><td>${vnDateTime(holding.finishedAt)}</td><th>Ngày trả kết quả</th><td>${vnDate(holding.returnedAt)}</td></tr>
<tr><th>Kênh tiếp nhận</th><td>${channelWords(dossier)}</td><th>Tình trạng thanh toán</th><td>${paymentWords(dossier)}</td></tr>
<tr><th>Chủ hồ sơ</th><td>${dossier.applicant.name}</td><th>Số điện thoại</th><td>${dossier.applicant.phone}</td></tr></tbody></table>
<h3>Nhật ký đồng bộ trạng thái</h3><table class="log"><thead><tr><th>Thời điểm nhận</th><th>Trạng thái nhận được</th><th>Nguồn</th></tr></thead><tbody>${[...holding.history].reverse().map(({ text, at }) => html`<tr><td>${vnTimeDate(at)}</td><td>${text}</td><td>LGSP</td></tr>`)}</tbody></table>
<h3>Thành phần hồ sơ</h3><table class="log"><thead><tr><th>STT</th><th>Tên thành phần</th><th>Bản chính</th><th>Bản sao</th></tr></thead><tbody>${dossier.procedure.papers.filter(({ heading }) => !heading).map(({ name, original, copy }, index) => html`<tr><td>${index + 1}</td><td>${name}</td><td>${original}</td><td>${copy}</td></tr>`)}</tbody></table></div></dialog>`;
}
