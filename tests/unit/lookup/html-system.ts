/** A system whose pages stand on a portal on loopback; fresh for each test. */
import { afterEach, beforeEach } from 'vitest';
import type { AskPorts } from '../../../utils/lookup/ask';
import type { HtmlConnector } from '../../../utils/systems/connector';
import type { System } from '../../../utils/systems/system';
import { parsePage } from './page-parser';
import { type Portal, startPortal } from './portal-server';

export const CODE = '000.00.06.H26-261116-0007';
export const NEXT = '000.00.06.H26-261116-0008';
export const LOCAL = 'H26.14-261116-0007';

export let portal: Portal;
beforeEach(async () => {
  portal = await startPortal();
});
afterEach(() => portal.close());

export function system(more: Partial<System> = {}, url = `${portal.origin}/tra-cuu?maHoSo={code}`): System {
  const connector: HtmlConnector = {
    kind: 'html',
    url,
    answer: {
      ok: [200],
      notSignedIn: { status: [401], finalPath: ['/cua-vao'], text: ['phiên làm việc đã hết'] },
      noPermission: { text: ['không có quyền xem hồ sơ'] },
      captcha: { text: ['nhập mã xác nhận'] },
      notFound: { text: ['không tìm thấy hồ sơ'] },
    },
  };
  return {
    id: 'province-h26',
    name: 'Hà Nội',
    shortName: 'Hà Nội',
    nameEn: 'Ha Noi',
    kind: 'province',
    agencyCodes: ['H26'],
    hosts: [{ host: '127.0.0.1', role: 'citizen', confidence: 'policy' }],
    connector,
    ...more,
  };
}

export function ports(more: Partial<AskPorts> = {}): AskPorts {
  return {
    fetch: (url, init) => fetch(url, init),
    parseHtml: parsePage,
    now: () => performance.timeOrigin + performance.now(),
    timeoutMs: 5_000,
    ...more,
  };
}

export const shown = { 'Mã hồ sơ': CODE, 'Trạng thái': 'Đang xử lý', 'Ngày hẹn trả': '27/11/2026 17:00' };
export const loginForm = '<form><input name="u"><input type="password" name="p"></form>';
