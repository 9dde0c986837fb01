/** dichvucong.hanoi.gov.vn: everything drawn by the server; officer's list and detail, lookup, submission. */
import {
  cookie,
  type Exchange,
  formOf,
  htmlReply,
  jsonReply,
  type Portal,
  type Reply,
  redirect,
} from '../exchange';
import { signedIn } from '../guard';
import { SESSION_COOKIES } from '../sign-in';
import { vnDate } from '../times';
import { PROCEDURES } from '../world/procedures';
import { detailPage } from './hanoi-detail';
import { listPage, loginPage, lookupPage, notFoundPage } from './hanoi-pages';
import { procedureListPage, procedurePage } from './hanoi-procedures';
import { redesignedHanoi } from './hanoi-redesign';
import { submitPage } from './hanoi-submit';
import { livePage } from './live-page';

export const LIST = '/ho-so/danh-sach';
/** Rows on one page of the list. */
export const PAGE_SIZE = 20;

export const hanoi: Portal = {
  hosts: ['dichvucong.hanoi.gov.vn'],
  answer(exchange) {
    const { path, method } = exchange;
    if (path === '/dang-nhap' && method === 'POST') return enter(exchange);
    if (method !== 'GET') return undefined;
    if (path === '/dang-nhap') return htmlReply(loginPage(exchange.query.get('url') ?? LIST));
    if (path === '/api/hoso/tracuuhoso') return oldLookup(exchange);
    const read = route(exchange);
    if (!read) return livePage(path);
    return signedIn(exchange, 'province-h26') ? read(exchange) : signInFirst(exchange);
  },
};

function route({ path }: Exchange): ((exchange: Exchange) => Reply) | undefined {
  if (path.startsWith('/ho-so/chi-tiet/')) return detail;
  return {
    '/': () => redirect(LIST),
    [LIST]: list,
    '/tra-cuu': lookup,
    '/nop-ho-so': submission,
    '/thu-tuc': procedures,
  }[path];
}

function enter(exchange: Exchange): Reply {
  const back = formOf(exchange).get('url') ?? LIST;
  const token = exchange.sessions.open('province-h26');
  return redirect(back.startsWith('/') && !back.startsWith('//') ? back : LIST, {
    'set-cookie': cookie(SESSION_COOKIES['province-h26'], token),
  });
}

function signInFirst(exchange: Exchange): Reply {
  if (exchange.dials.expired(exchange.host, exchange.path) === 'html')
    return htmlReply(loginPage(exchange.url));
  return redirect(`/dang-nhap?url=${encodeURIComponent(exchange.url)}`);
}

function list(exchange: Exchange): Reply {
  const { query, world } = exchange;
  const status = query.get('trangThai');
  const asked = (query.get('tuKhoa') ?? '').trim().toUpperCase();
  const number = Math.max(1, Number(query.get('trang') ?? '1') || 1);
  const all = world
    .held('province-h26')
    .filter((holding) => (!status || holding.text === status) && (!asked || holding.code.includes(asked)));
  const rows = all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  if (exchange.redesign) return htmlReply(redesignedHanoi(rows));
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const spy = query.get('spy') === '1';
  return htmlReply(
    listPage({ rows, total: all.length, number, pages, pageSize: PAGE_SIZE, status, asked, spy }),
  );
}

function detail(exchange: Exchange): Reply {
  const all = exchange.world.held('province-h26');
  const id = Number(exchange.path.split('/').at(-1));
  const holding = all.find(({ dossier }) => dossier.numericId === id);
  if (!holding) return htmlReply(notFoundPage(''), 404);
  return htmlReply(exchange.redesign ? redesignedHanoi([holding]) : detailPage(holding, all));
}

function lookup(exchange: Exchange): Reply {
  const asked = (exchange.query.get('maHoSo') ?? '').trim();
  if (asked === '') return htmlReply(lookupPage(''));
  const all = exchange.world.held('province-h26');
  const holding = all.find(({ code }) => code === asked.toUpperCase());
  if (!holding) return htmlReply(notFoundPage(asked));
  return htmlReply(exchange.redesign ? redesignedHanoi([holding]) : detailPage(holding, all));
}

function submission(exchange: Exchange): Reply {
  const code = exchange.query.get('maTTHC');
  const procedures = PROCEDURES['province-h26'];
  const procedure = procedures.find((one) => one.code === code) ?? procedures[0];
  return procedure ? htmlReply(submitPage(procedure)) : htmlReply(notFoundPage(''), 404);
}

function procedures(exchange: Exchange): Reply {
  const code = exchange.query.get('ma');
  const all = PROCEDURES['province-h26'];
  const procedure = all.find((one) => one.code === code);
  return htmlReply(procedure ? procedurePage(procedure) : procedureListPage(all));
}

/** The public lookup that older portals had: an object when found, an empty list when not. */
function oldLookup(exchange: Exchange): Reply {
  const asked = (exchange.query.get('tukhoa') ?? '').trim().toUpperCase();
  const holding = exchange.world.held('province-h26').find(({ code }) => code === asked);
  if (!holding) return jsonReply([]);
  const { dossier } = holding;
  return jsonReply({
    tenhoso: dossier.procedure.name,
    ngaynhan: vnDate(holding.receivedAt ?? dossier.submittedAt),
    ngayhen: vnDate(holding.dueAt) || null,
    ngayxulyxong: vnDate(holding.finishedAt) || null,
    ngaytraketqua: vnDate(holding.returnedAt) || null,
    tinhtrang_hoso: holding.text,
    tccn_ten: dossier.applicant.name,
    tccn_diachi: dossier.applicant.address,
    socmnd: dossier.applicant.citizenId,
    nguoinhan: null,
  });
}
