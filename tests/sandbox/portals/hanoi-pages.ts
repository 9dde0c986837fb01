/** The province's list, lookup and login. */
import { html, type Markup, page } from '../html';
import { vnDate, vnDateTime } from '../times';
import type { Holding } from '../world/types';
import { allWords } from '../world/wording';
import { choices, emblem } from './parts';

export interface HanoiList {
  rows: readonly Holding[];
  total: number;
  number: number;
  pages: number;
  pageSize: number;
  status: string | null;
  asked: string;
  /** Adds the script that tries to learn what the extension knows. */
  spy: boolean;
}

/** The frame of every page of this portal. */
export function hanoiShell(title: string, body: Markup, scripts: string[] = []): string {
  return page({
    title: `${title} - Hệ thống thông tin giải quyết thủ tục hành chính thành phố Hà Nội`,
    styles: ['/assets/hanoi.css'],
    scripts,
    body: html`<div class="header"><div class="wrap">${emblem(58, '#fff', '#c8102e')}<div><div class="t1">HỆ THỐNG THÔNG TIN GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH</div><div class="t2">THÀNH PHỐ HÀ NỘI</div></div><div class="who">Xin chào: <b>Bùi Thị Một Cửa Mẫu</b> | <a href="/dang-xuat">Đăng xuất</a></div></div></div>
<div class="menu"><div class="wrap"><a href="/ho-so/danh-sach">Danh sách hồ sơ</a><a href="/tra-cuu">Tra cứu hồ sơ</a><a href="/nop-ho-so?maTTHC=1.001193">Tiếp nhận hồ sơ</a><a href="#">Báo cáo thống kê</a><a href="#">Hướng dẫn</a></div></div>
<div class="wrap content"><div class="crumb">Trang chủ » ${title}</div>${body}</div>
<div class="footer">Trang thử trên máy này, không phải trang của thành phố. Điện thoại hỗ trợ: 024 0000 0000</div>`,
  });
}

export function loginPage(back: string): string {
  return page({
    title: 'Đăng nhập - Hà Nội',
    styles: ['/assets/hanoi.css'],
    body: html`<div class="header"><div class="wrap">${emblem(58, '#fff', '#c8102e')}<div><div class="t1">HỆ THỐNG THÔNG TIN GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH</div><div class="t2">THÀNH PHỐ HÀ NỘI</div></div></div></div>
<form method="post" action="/dang-nhap" class="login"><h2>Đăng nhập cán bộ</h2><input type="hidden" name="url" value="${back}"><p><label>Tên đăng nhập<br><input name="username" autocomplete="off"></label></p><p><label>Mật khẩu<br><input name="password" type="password"></label></p><p><button class="btn">Đăng nhập</button></p></form>`,
  });
}

function lookupForm(asked: string): Markup {
  return html`<form method="get" action="/tra-cuu" class="box search"><b>TRA CỨU TÌNH TRẠNG HỒ SƠ</b> <label>Mã hồ sơ: <input name="maHoSo" size="34" value="${asked}"></label> <button class="btn">Tra cứu</button></form>`;
}

export function lookupPage(asked: string): string {
  return hanoiShell('Tra cứu hồ sơ', lookupForm(asked));
}

export function notFoundPage(asked: string): string {
  return hanoiShell(
    'Tra cứu hồ sơ',
    html`${lookupForm(asked)}<div class="alert">Không tìm thấy hồ sơ${asked ? ` có mã ${asked}` : ''} trên hệ thống.</div>`,
  );
}

export function listPage(list: HanoiList): string {
  const first = (list.number - 1) * list.pageSize;
  return hanoiShell(
    'Danh sách hồ sơ',
    html`<form method="get" class="box search"><label>Từ khóa: <input name="tuKhoa" value="${list.asked}" placeholder="Mã hồ sơ"></label> <label>Trạng thái: <select name="trangThai">${choices(allWords('province-h26'), list.status, '-- Tất cả --')}</select></label> <label>Hẹn trả từ: <input size="10" placeholder="dd/mm/yyyy"></label> <button class="btn">Tìm kiếm</button></form>
<table class="list" id="tblHoSo"><caption>DANH SÁCH HỒ SƠ (${list.total} hồ sơ)</caption><thead><tr><th>STT</th><th>Mã hồ sơ</th><th>Tên thủ tục</th><th>Chủ hồ sơ</th><th>Ngày tiếp nhận</th><th>Ngày hẹn trả</th><th>Trạng thái</th><th>Ngày kết thúc xử lý</th><th>Hạn xử lý</th></tr></thead><tbody>
${list.rows.map((holding, index) => row(holding, first + index + 1, list.rows))}</tbody></table>
<div class="paging">${Array.from({ length: list.pages }, (_, index) => (index + 1 === list.number ? html`<b>${index + 1}</b>` : html`<a href="?trang=${index + 1}">${index + 1}</a>`))}</div>`,
    list.spy ? ['/assets/spy.js'] : [],
  );
}

function row(holding: Holding, number: number, all: readonly Holding[]): Markup {
  const { dossier } = holding;
  const late = holding.dueAt !== undefined && (holding.finishedAt ?? holding.since) > holding.dueAt;
  const other = all[(number + 4) % all.length];
  return html`<tr class="${number % 2 ? 'odd' : 'even'}"><td class="c">${number}</td><td class="nw"><a href="/ho-so/chi-tiet/${dossier.numericId}">${holding.code}</a></td><td>${dossier.procedure.name}</td><td>${dossier.applicant.name}<br><small>${dossier.applicant.address}</small></td><td class="c">${vnDateTime(holding.receivedAt)}</td><td class="c">${vnDate(holding.dueAt)}${late ? html`<br><span class="late">Quá hạn</span>` : ''}</td><td class="st">${holding.text}</td><td class="c">${vnDateTime(holding.finishedAt)}</td><td class="c soft">${vnDate(holding.stepDueAt)}</td></tr>
${number % 7 === 0 && other ? html`<tr class="note"><td></td><td colspan="8">Ghi chú: công dân ${dossier.applicant.name} (ĐT ${dossier.applicant.phone}) đề nghị xem cùng hồ sơ ${other.code}.</td></tr>` : ''}`;
}
