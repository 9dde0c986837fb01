/** motcua.moh.gov.vn: the shell of an iGate single-page app; everything in it is drawn by the page's own script. */
import { htmlReply, type Portal, redirect } from '../exchange';
import { html, inlineData, page } from '../html';
import { allWords } from '../world/wording';
import { emblem } from './parts';

export const igate: Portal = {
  hosts: ['motcua.moh.gov.vn'],
  answer(exchange) {
    if (exchange.method !== 'GET') return undefined;
    if (exchange.path === '/') return redirect('/vi/dossier/search');
    if (!exchange.path.startsWith('/vi')) return undefined;
    return htmlReply(shell(exchange.redesign));
  },
};

function shell(redesign: boolean): string {
  const config = {
    api: 'https://apiigate.moh.gov.vn',
    sso: 'https://sso.moh.gov.vn/auth/realms/digo/protocol/openid-connect/auth?client_id=web-onegate',
    words: allWords('ministry-g18'),
    redesign,
  };
  return page({
    title: 'Hệ thống thông tin giải quyết TTHC Bộ Y tế',
    styles: [redesign ? '/assets/redesign.css' : '/assets/igate.css'],
    scripts: ['/assets/igate.js'],
    bodyClass: 'mat-typography',
    body: html`<app-root ng-version="11.2.14"><mat-toolbar class="mat-toolbar mat-primary">${emblem(36, '#fff', '#00796b')}<span class="app-name">HỆ THỐNG THÔNG TIN GIẢI QUYẾT TTHC - BỘ Y TẾ</span><span class="spacer"></span><span id="igate-user"></span></mat-toolbar>
<div class="shell"><nav class="sidenav"><a href="/vi/dossier/search" data-route class="active">Tra cứu hồ sơ</a><a href="#">Tiếp nhận hồ sơ</a><a href="#">Xử lý hồ sơ</a><a href="#">Trả kết quả</a><a href="#">Thống kê</a></nav>
<main id="igate-view"><mat-spinner class="mat-spinner" role="progressbar"></mat-spinner></main></div></app-root>
<div class="cdk-overlay-container"></div>
${inlineData('__env', config)}`,
  });
}
