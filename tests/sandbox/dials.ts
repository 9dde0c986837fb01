/** Faults that a test sets on a host, on a whole system, or on every host ("*"). */
import { BAD_ANSWERS, type BadAnswer } from './bad-answers';
import type { Exchange, Reply } from './exchange';
import { htmlReply, jsonReply, redirect } from './exchange';
import { HOSTS } from './hosts';
import { html, page } from './html';

export interface Dial {
  /** A host name, the id of a system (all its hosts), or "*". */
  host: string;
  /** Only requests whose path begins so. */
  path?: string;
  /** Only this many requests; then the dial falls back. */
  times?: number;
  delayMs?: number;
  fail?: 500 | 502 | 503 | 429;
  /** Value of Retry-After: seconds or an HTTP date. */
  retryAfter?: number | string;
  /** `html`: where the system would redirect or answer 401, it answers its login page with 200. */
  sessionExpired?: boolean | 'html';
  captcha?: boolean;
  redesign?: boolean;
  /** An API answers in a shape that nobody announced. */
  otherShape?: boolean;
  /** The session is good, but the account may not see dossiers. */
  noRight?: boolean;
  /** The request is never answered. */
  hang?: boolean;
  /** The request is sent on to this address. */
  redirectTo?: string;
  /** An answer that is none; see `bad-answers.ts`. */
  badAnswer?: BadAnswer;
  /** What stands before the portal answers in its place: without the headers that the portal gives all its answers. */
  bare?: boolean;
  /** The firewall's page: true answers 200 as the national portal's does, 403 answers 403. */
  waf?: boolean | 403;
}

/** Pages' own parts keep coming while a dial is set: a portal's fault is of its answers. */
const ASSETS = '/assets/';

export class Dials {
  #dials: Dial[] = [];

  set(dial: Dial): void {
    this.#dials = this.#dials.filter(({ host, path }) => host !== dial.host || path !== dial.path);
    this.#dials.push({ ...dial });
  }

  reset(): void {
    this.#dials = [];
  }

  list(): readonly Dial[] {
    return this.#dials;
  }

  /** The dials that hold for a request, and counts it against those that hold a number of times. */
  take(host: string, path: string): Omit<Dial, 'host' | 'path' | 'times'> {
    if (path.startsWith(ASSETS)) return {};
    const taken = this.#dials.filter((dial) => holds(dial, host, path));
    for (const dial of taken) if (dial.times !== undefined) dial.times -= 1;
    this.#dials = this.#dials.filter((dial) => dial.times === undefined || dial.times > 0);
    return Object.assign({}, ...taken);
  }

  /** How a lost session looks on this host now; undefined: sessions are good. */
  expired(host: string, path: string): boolean | 'html' {
    return (
      this.#dials.find((dial) => dial.sessionExpired && holds(dial, host, path))?.sessionExpired ?? false
    );
  }
}

function holds(dial: Dial, host: string, path: string): boolean {
  const there = dial.host === '*' || dial.host === host || (HOSTS[host] ?? null) === dial.host;
  return there && path.startsWith(dial.path ?? '/');
}

/** What a dial answers in the portal's place; undefined: the portal answers itself. */
export function faultReply(dial: Partial<Dial>, exchange: Exchange): Reply | undefined {
  if (dial.waf) return firewallPage(dial.waf === 403 ? 403 : 200);
  if (dial.redirectTo) return redirect(dial.redirectTo);
  if (dial.badAnswer) return BAD_ANSWERS[dial.badAnswer];
  if (dial.fail) return failurePage(dial.fail, dial.retryAfter);
  if (dial.captcha) return captchaPage(exchange);
  if (dial.otherShape) return jsonReply({ version: 2, items: [{ ma: 'x', tinhTrang: 'Đã trả kết quả' }] });
  if (dial.noRight) return noRight(exchange);
  return undefined;
}

/** As each kind of system says it: pages in words, APIs by their status. */
function noRight(exchange: Exchange): Reply {
  const says = 'Tài khoản của ông/bà không có quyền xem hồ sơ này.';
  if (exchange.path.startsWith('/o/rest/')) return jsonReply({ message: says, code: 203 }, 401);
  if (
    exchange.path.startsWith('/pa/') ||
    exchange.path.startsWith('/dc/DangKyAjax/') ||
    exchange.path.startsWith('/api/')
  )
    return { ...jsonReply({ message: says }, 403) };
  return htmlReply(page({ title: 'Thông báo', body: html`<p>${says}</p>` }));
}

function firewallPage(status: number): Reply {
  return htmlReply(
    '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1234567890123456789<br><br><a href="javascript:history.back();">[Go Back]</a></body></html>',
    status,
  );
}

function failurePage(status: number, retryAfter: number | string | undefined): Reply {
  const busy = status === 429;
  const title = busy ? '429 Too Many Requests' : `${status} Lỗi hệ thống`;
  const says = busy
    ? 'Bạn đã gửi quá nhiều yêu cầu. Vui lòng thử lại sau.'
    : 'Hệ thống đang gặp sự cố. Vui lòng quay lại sau.';
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return htmlReply(page({ title, body: html`<h1>${title}</h1><p>${says}</p>` }), status, headers);
}

function captchaPage(exchange: Exchange): Reply {
  return htmlReply(
    page({
      title: 'Xác thực truy cập',
      body: html`<main style="max-width:420px;margin:80px auto;font-family:sans-serif">
<h1 style="font-size:20px">Xác thực truy cập</h1>
<p>Vui lòng nhập mã xác nhận để tiếp tục sử dụng ${exchange.host}.</p>
<form method="post" action="/captcha"><img class="captcha-img" alt="captcha" width="160" height="48" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='160' height='48'%3E%3Crect width='160' height='48' fill='%23eee'/%3E%3Ctext x='24' y='34' font-size='28' font-family='monospace' transform='rotate(-4 80 24)'%3Ek7Rm2%3C/text%3E%3C/svg%3E">
<p><label>Nhập mã xác nhận <input name="captcha" autocomplete="off"></label></p><button>Xác nhận</button></form></main>`,
    }),
  );
}
