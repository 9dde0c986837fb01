/** authen.mplis.gov.vn: the login all land hosts send to. */
import { formOf, htmlReply, type Portal, redirect } from '../exchange';
import { html, page } from '../html';

const DONE = 'https://dla.mplis.gov.vn/dc/sso';

export const vbdlisLogin: Portal = {
  hosts: ['authen.mplis.gov.vn'],
  answer(exchange) {
    if (exchange.path.toLowerCase() !== '/account/login') return undefined;
    if (exchange.method === 'POST') {
      const back = formOf(exchange).get('returnUrl') ?? '';
      return redirect(
        `${DONE}?ticket=${exchange.sessions.ticket('land')}&returnUrl=${encodeURIComponent(back)}`,
      );
    }
    return htmlReply(landLoginPage(exchange.query.get('returnUrl') ?? ''));
  },
};

export function landLoginPage(returnUrl: string): string {
  return page({
    title: 'Đăng nhập hệ thống MPLIS',
    styles: ['/assets/vbdlis.css'],
    bodyClass: 'login100',
    body: html`<form class="login100-form" method="post" action="https://authen.mplis.gov.vn/account/login"><span class="login100-form-title">HỆ THỐNG THÔNG TIN ĐẤT ĐAI</span><input type="hidden" name="returnUrl" value="${returnUrl}">
<input class="input100" type="text" name="username" placeholder="Tên tài khoản" autocomplete="off"><input class="input100" type="password" name="password" placeholder="Mật khẩu"><button class="login100-form-btn">ĐĂNG NHẬP</button></form>`,
  });
}
