/** The search of the TD stack (.NET, `/api/v1`), asked by an officer's open page: bearer token and tenant, no cookie. */
import type { JsonField, TabConnector } from '../connector';

/** Texts made from database times put the month first; times that stay times are ISO. */
const date: JsonField['date'] = ['us', 'iso'];

/** @param api the host of the site's API, which may be the page's own */
export function tdQuery(api: string): TabConnector {
  return {
    kind: 'tab',
    harmless: true,
    method: 'GET',
    url: `https://${api}/api/v1/hosos?maHoSo={code}&pageNumber=1&pageSize=10`,
    headers: { Tenant: 'root' },
    carries: [
      {
        header: 'Authorization',
        prefix: 'Bearer ',
        at: { in: 'storage', key: 'persist:root', path: ['auth', 'data', 'token'] },
      },
    ],
    answer: {
      ok: [200],
      notSignedIn: { status: [401] },
      noPermission: { status: [403] },
      // Only its own pages carry a page's number: an empty list of anybody else proves nothing.
      envelope: { path: 'currentPage', equals: 1 },
    },
    rows: 'data',
    codeAt: ['maHoSo'],
    fields: {
      // The words go before the number: local systems give numbers meanings of their own.
      statusText: { paths: ['tenTrangThaiHoSo'] },
      receivedAt: { paths: ['ngayTiepNhan'], date },
      dueAt: { paths: ['ngayHenTra'], date },
      resolvedAt: { paths: ['ngayKetThucXuLy', 'ngayTra'], date },
      procedureCode: { paths: ['maTTHC'] },
      procedureName: { paths: ['tenTTHC'] },
      agency: { paths: ['tenDonVi'] },
      channel: { paths: ['kenhThucHien'], labels: { '1': 'in-person', '2': 'online', '3': 'post' } },
    },
  };
}
