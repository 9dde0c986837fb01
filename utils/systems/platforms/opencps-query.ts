/**
 * The list of OpenCPS v2 (`/o/rest/v2`), in its two ways: with the session's cookie alone where the site's number is
 * known, or by an officer's open page, which knows that number itself.
 */
import type { JsonConnector, JsonQuery, TabConnector } from '../connector';

/** XML is its first choice, so JSON is asked for. */
const ACCEPT = { Accept: 'application/json' };

/** `end` absent or 0 means everything; `dossierNo` is a search, so the row is chosen by the exact code. */
function listOf(host: string): Omit<JsonQuery, 'headers'> {
  const base = `https://${host}/o/rest/v2/dossiers`;
  return {
    harmless: true,
    method: 'GET',
    url: `${base}?start=0&end=15&dossierNo={code}`,
    answer: {
      ok: [200],
      notSignedIn: { status: [203] },
      noPermission: { status: [401] },
      captcha: { text: ['nhập mã xác nhận', 'nhập mã captcha', 'mã kiểm tra'] },
    },
    // Signed out, and under another site's number, the list answers 200 with a total of 0 as well. The queue of work
    // answers 203 to strangers, and holds nothing under another number.
    none: { path: 'total', equals: 0 },
    emptyIs: 'unreadable',
    proof: { url: `${base}/todo?start=0&end=1` },
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
      // What the numbers of its `durationUnit` mean, a site has to say: no limit is read until then.
      fee: { paths: ['paymentFee'] },
      channel: { paths: ['online'], labels: { true: 'online' } },
    },
  };
}

/** @param groupId number of the site, as its pages know it */
export function opencpsQuery(host: string, groupId: string): JsonConnector {
  return { ...listOf(host), kind: 'json', headers: { ...ACCEPT, groupId } };
}

export function opencpsTabQuery(host: string): TabConnector {
  return {
    ...listOf(host),
    kind: 'tab',
    headers: ACCEPT,
    carries: [
      { header: 'groupId', at: { in: 'global', path: 'themeDisplay.getScopeGroupId()' } },
      { header: 'Token', at: { in: 'global', path: 'Liferay.authToken' } },
    ],
  };
}
