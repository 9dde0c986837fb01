/** dichvucong.baohiemxahoi.gov.vn: one call for everything; the page's own `fetch` adds what opens it. */
import { type Exchange, htmlReply, jsonOf, jsonReply, type Portal, type Reply } from '../exchange';
import { html, inlineData, page, raw } from '../html';

const OWN = 'insurance';
export const INSURANCE_CODE = '00001/2026/07999';

/** The headers are nowhere to be found: a closure of the page's script holds them. */
const WRAPPED = `<script>(() => {
  const { token, client } = window.__boot;
  delete window.__boot;
  const plain = window.fetch;
  window.fetch = (url, init = {}) =>
    plain(url, { ...init, headers: { ...init.headers, Authorization: 'Bearer ' + token, 'X-CLIENT': client } });
})();</script>`;

export const insurance: Portal = {
  hosts: ['dichvucong.baohiemxahoi.gov.vn'],
  answer(exchange) {
    if (exchange.method === 'GET' && exchange.path === '/') return htmlReply(home(exchange));
    return exchange.method === 'POST' && exchange.path === '/CallApiWithCurrentUser'
      ? call(exchange)
      : undefined;
  },
};

function home({ sessions }: Exchange): string {
  const boot = { token: sessions.open(OWN), client: sessions.open(OWN) };
  return page({
    title: 'Cổng dịch vụ công BHXH',
    body: html`${inlineData('__boot', boot)}${raw(WRAPPED)}<h1>Dịch vụ công bảo hiểm xã hội</h1>`,
  });
}

/** Reads alone are served: 019 is the progress of one dossier. */
function call(exchange: Exchange): Reply | undefined {
  const { headers, sessions, dials } = exchange;
  const client = headers['x-client'];
  const [, token] = (headers.authorization ?? '').split(' ');
  const known = sessions.holds(OWN, token) && typeof client === 'string' && sessions.holds(OWN, client);
  if (!known || dials.expired(exchange.host, exchange.path))
    return jsonReply({ Message: 'Authorization denied' }, 401);
  const { code, data } = jsonOf(exchange);
  if (code !== '019' || typeof data !== 'string') return undefined;
  const { SoHoSo } = JSON.parse(data) as { SoHoSo?: string };
  if (SoHoSo !== INSURANCE_CODE) return jsonReply({ Quatrinh: [], info: { Tthoso: null } });
  return jsonReply({
    Quatrinh: [{ Buoc: 2.0, Tenphongban: 'Phòng Chế độ', Canboxuly: 'CÁN BỘ MẪU', Tinhtrang: 'Đang xử lý' }],
    info: {
      Tthoso: {
        Sohoso: SoHoSo,
        Tenthutuc: 'Thủ tục mẫu',
        Ngayhentra: '2026-03-11T17:00:00',
        Ngayxulyxong: null,
      },
    },
  });
}
