/** A system in the manner of an OpenCPS list, asked on loopback; fresh for each test. */
import { afterEach, beforeEach } from 'vitest';
import { ask } from '../../../utils/lookup/ask';
import type { JsonConnector } from '../../../utils/systems/connector';
import type { System } from '../../../utils/systems/system';
import { type Portal, startPortal } from './portal-server';

export const CODE = 'H26.14-261116-0007';
export const NATIONAL = '000.00.06.H26-261116-0007';

export let portal: Portal;
beforeEach(async () => {
  portal = await startPortal();
});
afterEach(() => portal.close());

export function connector(more: Partial<JsonConnector> = {}): JsonConnector {
  return {
    kind: 'json',
    method: 'GET',
    url: `${portal.origin}/dossiers?start=0&end=15&dossierNo={code}`,
    headers: { groupId: '35999' },
    answer: {
      ok: [200, 201],
      notSignedIn: { status: [203], text: ['phiên làm việc đã hết'] },
      noPermission: { text: ['không có quyền'] },
      notFound: { text: ['No Content.'] },
    },
    rows: 'data',
    none: { path: 'total', equals: 0 },
    codeAt: ['dossierNo', 'nationCode'],
    fields: {
      otherCode: { paths: ['dossierNo', 'nationCode'] },
      statusText: { paths: ['dossierSubStatusText', 'dossierStatusText'] },
      receivedAt: { paths: ['receiveDate'], date: 'vi' },
      dueAt: { paths: ['task[0].dueDate', 'task.dueDate', 'dueDate'], date: 'vi' },
      payment: { paths: ['paid'], labels: { '0': 'unpaid', '1': 'paid' } },
      channel: { paths: ['online'], labels: { true: 'online', false: 'in-person' } },
    },
    ...more,
  };
}

export async function asked(more: Partial<JsonConnector> = {}) {
  const system: System = {
    id: 'ministry-g11',
    name: 'Bộ mẫu',
    shortName: 'Bộ mẫu',
    nameEn: 'Sample ministry',
    kind: 'ministry',
    agencyCodes: ['G11'],
    hosts: [{ host: '127.0.0.1', role: 'officer', confidence: 'policy' }],
    connector: connector(more),
  };
  return ask(system, CODE, {
    fetch: (url, init) => fetch(url, init),
    parseHtml: () => Promise.reject(new Error('a JSON answer is not parsed as a page')),
    now: Date.now,
    timeoutMs: 5_000,
  });
}

export const row = {
  dossierNo: CODE,
  dossierStatusText: 'Đang xử lý',
  dueDate: '12/01/2026 17:00:00',
  applicantName: 'NGƯỜI MẪU',
};
