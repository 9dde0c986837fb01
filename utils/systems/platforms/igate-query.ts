/** The search of VNPT iGate v2 (prefix `pa`), asked by an officer's open page: its calls carry a bearer token and no cookie. */
import type { TabConnector } from '../connector';

/** @param api the site's own API host; it differs from the page's */
export function igateQuery(api: string): TabConnector {
  return {
    kind: 'tab',
    harmless: true,
    method: 'GET',
    // The shortest search that works; `code` finds whatever contains it, so the row is chosen by the exact code.
    url: `https://${api}/pa/dossier/search?page=0&size=20&applicant-organization=&spec=slice&code={code}`,
    headers: { 'Accept-Language': 'vi' },
    carries: [{ header: 'Authorization', prefix: 'Bearer ', at: { in: 'storage', key: 'userToken' } }],
    answer: {
      ok: [200],
      notSignedIn: { status: [401] },
      noPermission: { status: [403] },
      captcha: { text: ['nhập mã xác nhận', 'nhập mã captcha', 'mã kiểm tra'] },
    },
    rows: 'content',
    codeAt: ['code', 'nationCode'],
    fields: {
      otherCode: { paths: ['code', 'nationCode'] },
      statusText: { paths: ['dossierStatus.name', 'dossierTaskStatus.name', 'statusCurrentTask'] },
      receivedAt: { paths: ['acceptedDate'], date: 'iso' },
      dueAt: { paths: ['appointmentDate'], date: 'iso' },
      resolvedAt: { paths: ['completedDate'], date: 'iso' },
      procedureCode: { paths: ['procedure.code'] },
      procedureName: {
        paths: ['procedure.translate.name', 'procedure.translate[0].name', 'procedure.name'],
      },
      agency: { paths: ['agency.name'] },
    },
  };
}
