/** xacthuc.dichvucong.gov.vn: signing in to the national portal, which is handed a ticket. */
import { formOf, htmlReply, type Portal, redirect } from '../exchange';
import { html, page } from '../html';
import { emblem } from './parts';

const HOME = 'https://dichvucong.gov.vn';

export const nationalLogin: Portal = {
  hosts: ['xacthuc.dichvucong.gov.vn'],
  answer(exchange) {
    if (exchange.path === '/' || (exchange.path === '/dang-nhap' && exchange.method === 'GET')) {
      return htmlReply(loginPage(exchange.query.get('returnUrl') ?? '/ho-so-cua-toi'));
    }
    if (exchange.path === '/dang-nhap' && exchange.method === 'POST') {
      const back = formOf(exchange).get('returnUrl') ?? '/ho-so-cua-toi';
      const ticket = exchange.sessions.ticket('national-portal');
      return redirect(`${HOME}/sso/callback?ticket=${ticket}&returnUrl=${encodeURIComponent(back)}`);
    }
    return undefined;
  },
};

function loginPage(returnUrl: string): string {
  return page({
    title: 'Đăng nhập - Cổng Dịch vụ công quốc gia',
    styles: ['/assets/national.css'],
    bodyClass: 'bg-slate-50 min-h-screen',
    body: html`<main class="login-box rounded-2xl bg-white shadow">
<div class="flex items-center gap-3">${emblem(44, '#a41e22', '#ffd54a')}<h1 class="text-xl font-bold">Cổng Dịch vụ công quốc gia</h1></div>
<p class="text-slate-600">Đăng nhập bằng tài khoản định danh điện tử hoặc quét mã QR</p>
<form method="post" action="/dang-nhap" class="grid gap-3">
<input type="hidden" name="returnUrl" value="${returnUrl}">
<label class="field">Số định danh cá nhân<input name="username" autocomplete="off" placeholder="Nhập số định danh"></label>
<label class="field">Mật khẩu<input name="password" type="password" placeholder="Nhập mật khẩu"></label>
<button class="btn-primary" type="submit">Đăng nhập</button></form>
<p class="text-sm text-slate-500">Đăng nhập bằng VNeID · Nhập passcode · Xác nhận chia sẻ dữ liệu</p></main>`,
  });
}
