/** Central system of Bộ Quốc phòng, an OpenCPS (Liferay) with a REST interface that the session's cookie opens. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g11',
  name: 'Bộ Quốc phòng',
  shortName: 'Quốc phòng',
  nameEn: 'Ministry of National Defence',
  kind: 'ministry',
  guarded: true,
  agencyCodes: ['G11'],
  hosts: [
    { host: 'motcua.mod.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucong.mod.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'opencps',
  homeUrl: 'https://motcua.mod.gov.vn/',
  connector: {
    kind: 'json',
    harmless: true,
    method: 'GET',
    // `end` absent or 0 means everything; `dossierNo` is a search, so the row is chosen by the exact code.
    url: 'https://motcua.mod.gov.vn/o/rest/v2/dossiers?start=0&end=15&dossierNo={code}',
    // XML is its first choice, so JSON is asked for. The number of the site is a guess that policy replaces: under a
    // wrong one the list is empty, which proves nothing.
    headers: { Accept: 'application/json', groupId: '35217' },
    answer: {
      ok: [200],
      notSignedIn: { status: [203] },
      noPermission: { status: [401] },
      captcha: { text: ['nhập mã xác nhận', 'nhập mã captcha', 'mã kiểm tra'] },
    },
    // Signed out, the list answers 200 with a total of 0 as well: an empty answer proves nothing.
    none: { path: 'total', equals: 0 },
    emptyIs: 'unreadable',
    rows: 'data',
    codeAt: ['dossierNo'],
    fields: {
      code: { paths: ['dossierNo'] },
      statusText: { paths: ['dossierStatusText', 'dossierSubStatusText'] },
      receivedAt: { paths: ['receiveDate'], date: 'vi' },
      dueAt: { paths: ['dueDate'], date: 'vi' },
      resolvedAt: { paths: ['releaseDate', 'finishDate'], date: 'vi' },
      procedureCode: { paths: ['serviceCode'] },
      procedureName: { paths: ['serviceName'] },
      agency: { paths: ['govAgencyName'] },
      channel: { paths: ['online'], labels: { true: 'online' } },
    },
  },
};
