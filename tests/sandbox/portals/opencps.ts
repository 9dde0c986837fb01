/** motcua.mod.gov.vn: Liferay with an OpenCPS officer's app; pages here, the REST services in `opencps-api.ts`. */
import { cookie, type Exchange, formOf, htmlReply, type Portal, type Reply, redirect } from '../exchange';
import { signedIn } from '../guard';
import { html, inlineData, page } from '../html';
import { SESSION_COOKIES } from '../sign-in';
import { allWords } from '../world/wording';
import { answerRest, GROUP_ID } from './opencps-api';
import { emblem } from './parts';

/** The page's CSRF value. */
const AUTH_TOKEN = 'pAuThMau';

const SITE = '/web/mot-cua-bo-quoc-phong';
const LOGIN = `${SITE}/dang-nhap`;
const APP = `${SITE}/qlhs`;

export const opencps: Portal = {
  hosts: ['motcua.mod.gov.vn'],
  answer(exchange) {
    if (exchange.path.startsWith('/o/rest/v2/')) return answerRest(exchange);
    if (exchange.path === LOGIN && exchange.method === 'POST') return enter(exchange);
    if (exchange.method !== 'GET') return undefined;
    switch (exchange.path) {
      case '/':
        return redirect(APP);
      case LOGIN:
        return htmlReply(loginPage(exchange.query.get('redirect') ?? APP));
      case APP:
        return signedIn(exchange, 'ministry-g11') ? htmlReply(appPage(exchange)) : redirect(LOGIN);
      case `${SITE}/thanh-phan-ho-so`:
        return signedIn(exchange, 'ministry-g11') ? papersFrame(exchange) : redirect(LOGIN);
      default:
        return undefined;
    }
  },
};

function enter(exchange: Exchange): Reply {
  const back = formOf(exchange).get('redirect') ?? APP;
  const token = exchange.sessions.open('ministry-g11');
  return redirect(back.startsWith(SITE) ? back : APP, {
    'set-cookie': [cookie(SESSION_COOKIES['ministry-g11'], token), 'COOKIE_SUPPORT=true; Path=/; Secure'],
  });
}

function loginPage(back: string): string {
  return page({
    title: 'Đăng nhập - Một cửa Bộ Quốc phòng',
    styles: ['/assets/opencps.css'],
    bodyClass: 'login-page',
    body: html`<form method="post" action="${LOGIN}" class="v-card login-card">${emblem(54, '#1b5e20', '#ffd54a')}<h1>Một cửa điện tử Bộ Quốc phòng</h1><input type="hidden" name="redirect" value="${back}">
<label>Tên đăng nhập<input name="_58_login" id="_58_login" autocomplete="off"></label><label>Mật khẩu<input name="_58_password" id="_58_password" type="password"></label><button class="v-btn primary">Đăng nhập</button></form>`,
  });
}

function appPage({ redesign, sessions }: Exchange): string {
  sessions.know(AUTH_TOKEN, 'ministry-g11');
  return page({
    title: 'Một cửa - Danh sách hồ sơ',
    styles: [redesign ? '/assets/redesign.css' : '/assets/opencps.css'],
    scripts: ['/assets/opencps.js'],
    body: html`${inlineData('__page', {
      groupId: GROUP_ID,
      authToken: AUTH_TOKEN,
      words: allWords('ministry-g11'),
      redesign,
      frame: `${SITE}/thanh-phan-ho-so`,
    })}<header class="banner">${emblem(46, '#1b5e20', '#ffd54a')}<div><b>BỘ QUỐC PHÒNG</b><p>Hệ thống thông tin một cửa điện tử</p></div><span class="spacer"></span><span class="user">Vũ Văn Chuyên Viên Mẫu</span><a href="/c/portal/logout">Đăng xuất</a></header>
<div id="app" class="application application--light" data-app="true"><div class="application--wrap"><nav class="v-navigation-drawer"><a class="v-list__tile on" href="#/danh-sach-ho-so/0">Hồ sơ chờ xử lý</a><a class="v-list__tile" href="#/danh-sach-ho-so/0/tat-ca">Tra cứu hồ sơ</a><a class="v-list__tile" href="#/bao-cao">Báo cáo</a></nav><div id="app_view"><div class="v-progress-linear" role="progressbar"></div></div></div></div>
<div class="v-tooltip__content" style="display:none"><span>Trạng thái</span></div><div class="v-menu__content" style="display:none"><div role="list" class="v-list">${allWords('ministry-g11').map((word) => html`<div role="listitem"><a class="v-list__tile">${word}</a></div>`)}</div></div>`,
  });
}

/** The papers of a dossier stand in a frame of the same origin. */
function papersFrame(exchange: Exchange): Reply {
  const id = Number(exchange.query.get('dossierId'));
  const holding = exchange.world.held('ministry-g11').find(({ dossier }) => dossier.numericId === id);
  if (!holding) return htmlReply('<p>Không có dữ liệu</p>', 404);
  return htmlReply(
    page({
      title: 'Thành phần hồ sơ',
      styles: ['/assets/opencps.css'],
      bodyClass: 'frame-page',
      body: html`<h4>Thành phần hồ sơ</h4><table class="v-datatable"><thead><tr><th>STT</th><th>Tên giấy tờ</th><th>Số bản chính</th><th>Số bản sao</th><th>Bản điện tử</th></tr></thead><tbody>${holding.dossier.procedure.papers.map(({ name, original, copy, required }, index) => html`<tr><td>${index + 1}</td><td>${name}${required ? html` <span class="red--text">(*)</span>` : ''}</td><td>${original}</td><td>${copy}</td><td>${index === 0 ? html`<a href="#">mau-so-${index + 1}.docx</a>` : ''}</td></tr>`)}</tbody></table>`,
    }),
  );
}
