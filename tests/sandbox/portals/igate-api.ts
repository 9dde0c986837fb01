/** apiigate.moh.gov.vn: the JSON API of iGate. A bearer token opens it, no cookie does; CORS is for the app's origin alone. */
import { type Exchange, jsonReply, type Portal, PREFLIGHT, type Reply, VIOLATION } from '../exchange';
import type { Holding } from '../world/types';
import { igateDetail, igateRow } from './igate-rows';

const APP = 'https://motcua.moh.gov.vn';
/** Calls that change something although they are GETs or share a reading path. */
const NEVER = ['--apply-online', '--force-end-process', '--sync-dossiers', '--send', '--get-next-value'];

export const igateApi: Portal = {
  hosts: ['apiigate.moh.gov.vn'],
  answer(exchange) {
    if (exchange.method === PREFLIGHT) return { status: 200, body: '' };
    if (NEVER.some((part) => exchange.path.includes(part))) return VIOLATION;
    if (exchange.method !== 'GET') return undefined;
    return allowed(exchange) ? read(exchange) : refused(exchange);
  },
  headers: cors,
};

function cors(exchange: Exchange): Record<string, string> {
  if (exchange.headers.origin !== APP) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': APP,
    'access-control-allow-headers': 'authorization, accept, accept-language, content-type',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
    'access-control-max-age': '600',
  };
}

function allowed(exchange: Exchange): boolean {
  if (exchange.dials.expired(exchange.host, exchange.path)) return false;
  const [kind, token] = (exchange.headers.authorization ?? '').split(' ');
  return kind === 'Bearer' && exchange.sessions.holds('ministry-g18', token);
}

function refused(exchange: Exchange): Reply {
  if (exchange.dials.expired(exchange.host, exchange.path) === 'html') {
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><title>Đăng nhập</title></html>',
    };
  }
  const error = { error: 'invalid_token', error_description: 'Token expired' };
  return jsonReply(error, 401, { 'www-authenticate': 'Bearer realm="digo", error="invalid_token"' });
}

function read(exchange: Exchange): Reply {
  const { path, query, world } = exchange;
  const all = world.held('ministry-g18');
  if (path === '/pa/dossier/search' || path === '/pa/dossier') return search(all, query, false);
  if (path === '/pa/dossier-search/dvc') return search(all, query, true);
  if (path.startsWith('/hu/user/')) return jsonReply({ id: path.slice(9), fullname: 'ĐỖ THỊ CÁN BỘ MẪU' });
  const [, id] = /^\/pa\/dossier\/([0-9a-f]{24})\/--online$/.exec(path) ?? [];
  const found = all.find(({ dossier }) => dossier.hexId === id);
  return found ? jsonReply(igateDetail(found)) : jsonReply({ status: 404, message: 'Not Found' }, 404);
}

/** `code` is loose: it finds whatever contains it, and the national code too; the `-match` parameters are exact. */
function search(all: readonly Holding[], query: URLSearchParams, publicShape: boolean): Reply {
  const code = (query.get('code') ?? '').trim().toUpperCase();
  const exact = (query.get('code-match') ?? '').trim();
  const exactNation = (query.get('nation-code-match') ?? '').trim();
  const statuses = (query.get('dossier-status') ?? '').split(',').filter((part) => part !== '');
  const rows = all
    .filter(({ dossier }) => !code || dossier.code.includes(code) || dossier.nationCode?.includes(code))
    .filter(({ dossier }) => !exact || dossier.code === exact)
    .filter(({ dossier }) => !exactNation || dossier.nationCode === exactNation)
    .map((holding) => igateRow(holding, publicShape))
    .filter(
      (row) => statuses.length === 0 || statuses.includes(String((row.dossierStatus as { id: number }).id)),
    );
  const size = Math.min(50, Math.max(1, Number(query.get('size') ?? 20) || 20));
  const number = Math.max(0, Number(query.get('page') ?? 0) || 0);
  const content = rows.slice(number * size, (number + 1) * size);
  const last = (number + 1) * size >= rows.length;
  const slice = {
    content,
    last,
    first: number === 0,
    number,
    size,
    numberOfElements: content.length,
    empty: content.length === 0,
  };
  const totals = { totalElements: rows.length, totalPages: Math.ceil(rows.length / size) };
  return jsonReply(query.get('spec') === 'page' ? { ...slice, ...totals } : slice);
}
