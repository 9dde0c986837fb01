/** dla.mplis.gov.vn/dc: the land registry's work list; rows come by POST with an anti-forgery token. */
import { cookie, type Exchange, htmlReply, type Portal, type Reply, redirect } from '../exchange';
import { signedIn } from '../guard';
import { SESSION_COOKIES } from '../sign-in';
import { answerAjax, requestToken } from './vbdlis-api';
import { landLoginPage } from './vbdlis-login';
import { framePage, intakePage, workPage } from './vbdlis-pages';

export const WORK = '/dc/XuLyCongViec';
export const INTAKE = '/dc/DonDangKy/KeKhaiDangKyV2';
const LOGIN = 'https://authen.mplis.gov.vn/account/login?returnUrl=';

export const vbdlis: Portal = {
  hosts: ['dla.mplis.gov.vn'],
  answer(exchange) {
    const { path, method } = exchange;
    if (method === 'GET' && path === '/dc/sso') return enter(exchange);
    const answer =
      method === 'POST' ? answerAjax(exchange) : method === 'GET' ? showPage(exchange) : undefined;
    if (!answer) return undefined;
    return signedIn(exchange, 'land') ? answer() : signInFirst(exchange);
  },
};

function showPage(exchange: Exchange): (() => Reply) | undefined {
  const token = () => requestToken(exchange);
  switch (exchange.path) {
    case '/':
    case '/dc':
      return () => redirect(WORK);
    case WORK: {
      const framed = exchange.query.get('khung') === '1';
      return () =>
        htmlReply(
          framed
            ? framePage()
            : workPage({
                token: token(),
                redesign: exchange.redesign,
                inFrame: exchange.query.has('trongKhung'),
              }),
        );
    }
    case INTAKE:
      return () => htmlReply(intakePage(token()));
    default:
      return undefined;
  }
}

function enter(exchange: Exchange): Reply {
  if (!exchange.sessions.redeem('land', exchange.query.get('ticket'))) return redirect(`${LOGIN}%2Fdc`);
  const asked = exchange.query.get('returnUrl') ?? '';
  const token = exchange.sessions.open('land');
  return redirect(asked.startsWith('/dc/') ? asked : WORK, {
    'set-cookie': cookie(SESSION_COOKIES.land, token),
  });
}

function signInFirst(exchange: Exchange): Reply {
  if (exchange.dials.expired(exchange.host, exchange.path) === 'html')
    return htmlReply(landLoginPage(exchange.url));
  return redirect(LOGIN + encodeURIComponent(exchange.url));
}
