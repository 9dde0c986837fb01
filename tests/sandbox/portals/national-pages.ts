/** Pages of the national portal, in the manner of its React and Tailwind front end: cards, label and value, badges. */
import { html, type Markup, page } from '../html';
import { vnDate, vnDateTime, vnTimeDate } from '../times';
import type { Holding, Paper } from '../world/types';
import { allWords } from '../world/wording';
import { channelWords, choices, emblem, money, neighbour, paymentWords } from './parts';

const TONES: Partial<Record<Holding['state'], string>> = {
  resolved: 'badge-green',
  returned: 'badge-green',
  rejected: 'badge-red',
  stopped: 'badge-red',
  'supplement-required': 'badge-amber',
  'payment-required': 'badge-amber',
};

function shell(title: string, body: Markup, signedIn = true): string {
  return page({
    title: `${title} - Cổng Dịch vụ công quốc gia`,
    styles: ['/assets/national.css'],
    bodyClass: 'bg-slate-50 min-h-screen',
    body: html`<header class="site-header"><div class="container flex items-center gap-3">${emblem(48, '#ffd54a', '#a41e22')}
<div><p class="text-xl font-bold">Cổng Dịch vụ công quốc gia</p><p class="text-sm opacity-80">Kết nối, cung cấp thông tin và dịch vụ công mọi lúc, mọi nơi</p></div>
<div class="ml-auto">${
      signedIn
        ? html`<div class="user-dropdown flex items-center gap-2"><span class="avatar">M</span><span id="account_name">Nguyễn Văn Mẫu</span><a class="text-sm underline" href="/dang-xuat">Đăng xuất</a></div>`
        : html`<a class="btn-ghost" href="https://xacthuc.dichvucong.gov.vn/dang-nhap">Đăng nhập</a>`
    }</div></div></header>
<nav class="site-nav"><div class="container flex gap-6"><a href="/">Trang chủ</a><a href="/tra-cuu-ho-so">Tra cứu hồ sơ</a><a href="/ho-so-cua-toi">Hồ sơ của tôi</a><a href="#tt">Thanh toán trực tuyến</a><a href="#pa">Phản ánh kiến nghị</a></div></nav>
<div class="user-dropdown hidden" aria-hidden="true"><span>Đăng nhập</span></div>
<main class="container py-6">${body}</main>
<footer class="site-footer"><div class="container text-sm">Trang thử trên máy này, không phải Cổng thật. Tổng đài: 1800 0000</div></footer>`,
  });
}

export function homePage(signedIn: boolean): string {
  return shell(
    'Trang chủ',
    html`<section class="hero rounded-2xl"><h1 class="text-2xl font-bold">Bạn cần tìm thủ tục gì?</h1>${searchForm('')}</section>`,
    signedIn,
  );
}

function searchForm(asked: string): Markup {
  return html`<form action="/tra-cuu-ho-so" method="get" class="flex gap-3 items-end search-form">
<label class="field grow">Mã hồ sơ<input name="maHoSo" value="${asked}" placeholder="Ví dụ: H26.132-… hoặc G18.04-…" autocomplete="off"></label>
<button class="btn-primary" type="submit">Tra cứu</button></form>`;
}

function badge(holding: Holding): Markup {
  return html`<span class="badge ${TONES[holding.state] ?? 'badge-blue'}">${holding.text}</span>`;
}

function pair(label: string, value: string | Markup): Markup {
  return html`<div class="pair"><p class="text-sm text-slate-500">${label}</p><p class="font-medium text-slate-900">${value}</p></div>`;
}

/** The citizen's own dossiers as cards. */
export function listPage(own: readonly Holding[], chosen: string | null): string {
  return shell(
    'Hồ sơ của tôi',
    html`<div class="flex items-center"><h1 class="text-2xl font-bold">Hồ sơ của tôi</h1><span class="pill ml-3">${own.length} hồ sơ</span></div>
<form method="get" class="card filter flex gap-3 items-end"><label class="field">Trạng thái hồ sơ<select name="trangThai">${choices(allWords('national-portal'), chosen)}</select></label>
<label class="field">Từ ngày<input placeholder="dd/MM/yyyy"></label><label class="field">Đến ngày<input placeholder="dd/MM/yyyy"></label><button class="btn-primary">Lọc</button></form>
<div class="grid gap-4 mt-4">${own.map(card)}</div>
<div role="dialog" data-state="closed" hidden><h2>Trạng thái hồ sơ</h2><ul>${allWords('national-portal').map((word) => html`<li>${word}</li>`)}</ul></div>`,
  );
}

function card(holding: Holding): Markup {
  const { dossier } = holding;
  return html`<article class="card"><div class="flex items-start gap-3"><div class="grow">
<p class="text-sm text-slate-500">Mã hồ sơ</p><a class="code-link" href="/tra-cuu-ho-so?maHoSo=${encodeURIComponent(holding.code)}">${holding.code}</a>
<h3 class="font-bold mt-1">${dossier.procedure.name}</h3><p class="text-sm text-slate-600">${dossier.agency}</p></div>${badge(holding)}</div>
<div class="pairs mt-3">${pair('Ngày nộp', vnDateTime(dossier.submittedAt))}${pair('Ngày tiếp nhận', vnDateTime(holding.receivedAt) || '—')}${pair('Ngày hẹn trả', vnDate(holding.dueAt) || '—')}${pair('Kênh thực hiện', channelWords(dossier))}${holding.finishedAt ? pair('Ngày kết thúc xử lý', vnDateTime(holding.finishedAt)) : ''}${pair('Cập nhật lúc', vnTimeDate(holding.since))}</div></article>`;
}

/** The lookup page: the form alone, nothing found, or the dossier. */
export function lookupPage(asked: string, found: Holding | null, all: readonly Holding[]): string {
  const result = found
    ? dossierCards(found, neighbour(all, found.dossier))
    : asked === ''
      ? null
      : nothing(asked);
  return shell(
    'Tra cứu hồ sơ',
    html`<h1 class="text-2xl font-bold">Tra cứu hồ sơ</h1><div class="card mt-4">${searchForm(asked)}</div>${result}`,
  );
}

function nothing(asked: string): Markup {
  return html`<div class="card mt-4 empty" role="status"><p class="font-bold">Không tìm thấy hồ sơ</p><p class="text-slate-600">Không có hồ sơ nào ứng với mã “${asked}”. Vui lòng kiểm tra lại mã hồ sơ.</p></div>`;
}

function dossierCards(holding: Holding, other: string | null): Markup {
  const { dossier } = holding;
  return html`<section class="card mt-4"><div class="flex items-center"><h2 class="text-lg font-bold grow">Thông tin hồ sơ</h2>${badge(holding)}</div>
<div class="pairs mt-3">${pair('Mã hồ sơ', holding.code)}${pair('Trạng thái hồ sơ', holding.text)}${pair('Tên thủ tục', dossier.procedure.name)}${pair('Mã thủ tục', dossier.procedure.code)}${pair('Lĩnh vực', dossier.procedure.sector)}${pair('Cơ quan giải quyết', dossier.agency)}${pair('Ngày nộp', vnDateTime(dossier.submittedAt))}${holding.receivedAt ? pair('Ngày tiếp nhận', vnDateTime(holding.receivedAt)) : ''}${holding.dueAt ? pair('Ngày hẹn trả kết quả', vnDateTime(holding.dueAt)) : ''}${holding.finishedAt ? pair('Ngày kết thúc xử lý', vnDateTime(holding.finishedAt)) : ''}${holding.returnedAt ? pair('Ngày trả kết quả', vnDateTime(holding.returnedAt)) : ''}${pair('Cập nhật lúc', vnTimeDate(holding.since))}${pair('Kênh thực hiện', channelWords(dossier))}${pair('Lệ phí', money(dossier.procedure.fee))}${pair('Tình trạng thanh toán', paymentWords(dossier))}</div></section>
<section class="card mt-4"><h2 class="text-lg font-bold">Thông tin chủ hồ sơ</h2><div class="pairs mt-3">${pair('Họ và tên', dossier.applicant.name)}${pair('Số giấy tờ', dossier.applicant.citizenId)}${pair('Số điện thoại', dossier.applicant.phone)}${pair('Địa chỉ chi tiết', dossier.applicant.address)}</div></section>
<section class="card mt-4"><h2 class="text-lg font-bold">Quá trình xử lý</h2><ol class="timeline">${[...holding.history].reverse().map(({ text, at }) => html`<li><time>${vnTimeDate(at)}</time><span>${text}</span></li>`)}</ol>${
    other ? html`<p class="text-sm text-slate-500">Hồ sơ liên quan: <a href="#">${other}</a></p>` : ''
  }</section>
<section class="card mt-4"><h2 class="text-lg font-bold">Thành phần hồ sơ</h2>${papers(dossier.procedure.papers)}</section>
<div class="mobile-only"><p>Mã hồ sơ: ${holding.code}</p><p>Trạng thái: ${holding.text}</p><p>Ngày hẹn trả: ${vnDateTime(holding.dueAt)}</p></div>
<div role="dialog" data-state="closed" hidden><h2>Đánh giá chất lượng phục vụ</h2><p>Trạng thái: Mới đăng ký</p></div>`;
}

function papers(list: readonly Paper[]): Markup {
  return html`<table class="papers"><thead><tr><th>STT</th><th>Tên giấy tờ</th><th>Số bản chính</th><th>Số bản sao</th></tr></thead><tbody>${list.map(
    (paper, index) =>
      paper.heading
        ? html`<tr><td></td><td colspan="3"><i>${paper.name}</i></td></tr>`
        : html`<tr><td>${index + 1}</td><td>${paper.name}${paper.required ? html` <span class="req">Bắt buộc</span>` : ''}</td><td>${paper.original}</td><td>${paper.copy}</td></tr>`,
  )}</tbody></table>`;
}
