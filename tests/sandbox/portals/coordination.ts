/** quantricong.dichvucong.gov.vn: the officers' table, its header apart from its body, and a modal dialog over it. */
import { cookie, type Exchange, formOf, htmlReply, type Portal, type Reply, redirect } from '../exchange';
import { signedIn } from '../guard';
import { SESSION_COOKIES } from '../sign-in';
import type { Holding } from '../world/types';
import type { World } from '../world/world';
import { loginPage, tablePage } from './coordination-pages';
import { redesignedCoordination } from './coordination-redesign';

/** Rows on one page of the table. */
export const PAGE_SIZE = 70;
export const LIST = '/dieu-phoi/ho-so';

export const coordination: Portal = {
  hosts: ['quantricong.dichvucong.gov.vn'],
  answer(exchange) {
    if (exchange.path === '/sso' && exchange.method === 'POST') {
      const back = formOf(exchange).get('tiepTuc') ?? LIST;
      const token = exchange.sessions.open('coordination');
      return redirect(back.startsWith('/dieu-phoi') ? back : LIST, {
        'set-cookie': cookie(SESSION_COOKIES.coordination, token),
      });
    }
    if (exchange.method !== 'GET') return undefined;
    switch (exchange.path) {
      case '/sso':
        return htmlReply(loginPage(exchange.query.get('tiepTuc') ?? LIST));
      case '/':
        return redirect(LIST);
      case LIST:
        return signedIn(exchange, 'coordination')
          ? list(exchange)
          : redirect(`/sso?tiepTuc=${encodeURIComponent(exchange.url)}`);
      default:
        return undefined;
    }
  },
};

/** The rows of one page, counted from 1. */
export function coordinationRows(world: World, number: number): Holding[] {
  return world.held('coordination').slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
}

function list(exchange: Exchange): Reply {
  const { query, world } = exchange;
  const asked = (query.get('maHoSo') ?? '').trim().toUpperCase();
  const status = query.get('trangThai');
  const number = Math.max(1, Number(query.get('trang') ?? '1') || 1);
  const all = world
    .held('coordination')
    .filter((holding) => (!asked || holding.code.includes(asked)) && (!status || holding.text === status));
  const rows = all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  if (exchange.redesign) return htmlReply(redesignedCoordination(rows));
  const wanted = world.held('coordination').find(({ code }) => code === query.get('xem'));
  const open = wanted ?? null;
  return htmlReply(tablePage({ rows, total: all.length, number, pageSize: PAGE_SIZE, status, asked, open }));
}
