/** sso.moh.gov.vn: Keycloak of realm "digo"; the token goes back to the app in the fragment. */
import { formOf, htmlReply, type Portal, redirect } from '../exchange';
import { html, page } from '../html';
import { emblem } from './parts';

const PATH = '/auth/realms/digo/protocol/openid-connect/auth';

export const igateSso: Portal = {
  hosts: ['sso.moh.gov.vn'],
  answer(exchange) {
    if (exchange.path !== PATH) return undefined;
    if (exchange.method === 'POST') {
      const token = exchange.sessions.openJwt('ministry-g18', exchange.world.now());
      const next = formOf(exchange).get('next') ?? '';
      const route = next.startsWith('/vi/') ? next : '/vi/dossier/search';
      return redirect(
        `https://motcua.moh.gov.vn/vi/#access_token=${token}&next=${encodeURIComponent(route)}`,
      );
    }
    const next = exchange.query.get('next') ?? '';
    return htmlReply(
      page({
        title: 'Đăng nhập digo',
        styles: ['/assets/igate.css'],
        bodyClass: 'kc-login',
        body: html`<form id="kc-form-login" method="post" action="${PATH}">${emblem(52, '#00796b', '#fff')}<h1>Đăng nhập hệ thống một cửa</h1><input type="hidden" name="next" value="${next}">
<label>Tên đăng nhập<input id="username" name="username" autocomplete="off"></label><label>Mật khẩu<input id="password" name="password" type="password"></label><button id="kc-login" type="submit">Đăng nhập</button></form>`,
      }),
    );
  },
};
