/** motcua.thanhhoa.gov.vn: the TD stack. Its page keeps a bearer token in JSON within JSON; no cookie opens the API. */
import { type Exchange, htmlReply, jsonReply, type Portal, type Reply } from '../exchange';
import { html, inlineData, page, raw } from '../html';
import { usFull } from '../times';
import type { Holding } from '../world/types';

const OWN = 'province-h56';
const SHOWN = 12;

export const td: Portal = {
  hosts: ['motcua.thanhhoa.gov.vn'],
  answer(exchange) {
    if (exchange.method !== 'GET') return undefined;
    if (exchange.path === '/') return htmlReply(workPlace(exchange));
    return exchange.path === '/api/v1/hosos' ? search(exchange) : undefined;
  },
};

/** Whoever opens the page is signed in, as by the office's own network. */
function workPlace({ sessions, world }: Exchange): string {
  const token = sessions.openJwt(OWN, world.now());
  const state = { auth: JSON.stringify({ data: { token, refreshToken: null } }), _persist: '{"version":-1}' };
  return page({
    title: 'Một cửa điện tử Thanh Hóa',
    body: html`${inlineData('__state', state)}${raw(
      "<script>localStorage.setItem('persist:root', JSON.stringify(window.__state))</script>",
    )}<div id="root"><h1>Một cửa điện tử</h1><p>Chào mừng quay lại.</p></div>`,
  });
}

/** The office's dossiers: Hà Nội's under codes of its own. */
export function tdHoldings({ world }: Pick<Exchange, 'world'>): Holding[] {
  return world
    .held('province-h26')
    .filter(({ code }) => code.startsWith('H26.'))
    .slice(0, SHOWN)
    .map((holding) => ({ ...holding, code: holding.code.replace('H26.', 'H56.') }));
}

function search(exchange: Exchange): Reply {
  const [kind, token] = (exchange.headers.authorization ?? '').split(' ');
  const known = kind === 'Bearer' && exchange.sessions.holds(OWN, token);
  if (!known || exchange.headers.tenant !== 'root' || exchange.dials.expired(exchange.host, exchange.path))
    return jsonReply({ messages: ['Authentication Failed.'], statusCode: 401 }, 401);
  const asked = (exchange.query.get('maHoSo') ?? '').trim().toUpperCase();
  const data = tdHoldings(exchange).flatMap((holding) => (holding.code.includes(asked) ? row(holding) : []));
  const totals = { totalPages: data.length > 0 ? 1 : 0, totalCount: data.length, pageSize: 10 };
  return jsonReply({ data, currentPage: 1, ...totals, hasPreviousPage: false, hasNextPage: false });
}

function row({
  code,
  text,
  dossier,
  receivedAt,
  dueAt,
  finishedAt,
  returnedAt,
}: Holding): Record<string, unknown> {
  return {
    id: dossier.guid,
    maHoSo: code,
    chuHoSo: dossier.applicant.name.toLocaleUpperCase('vi'),
    maTTHC: dossier.procedure.code,
    tenTTHC: dossier.procedure.name,
    trangThaiHoSoId: '4',
    tenTrangThaiHoSo: text,
    ngayTiepNhan: usFull(receivedAt),
    ngayHenTra: usFull(dueAt),
    ngayKetThucXuLy: usFull(finishedAt),
    ngayTra: usFull(returnedAt),
    kenhThucHien: dossier.channel === 'online' ? '2' : '1',
    tenDonVi: dossier.agency,
    totalCount: 1,
  };
}
