/** Views of made-up dossiers as the background would send them. */
import type { DossierView, SystemLine } from '../../../utils/view/dossier-view';

const SEEN = { seenAt: '2026-11-22T03:32:00Z', seenText: '10:32 22/11/2026, trên trang' };

export const LINES: SystemLine[] = [
  {
    system: 'province-h26',
    name: 'Hệ thống giải quyết TTHC Hà Nội',
    shortName: 'Hà Nội',
    state: 'found',
    stateText: '',
    statusText: 'Yêu cầu bổ sung hồ sơ',
    status: 'supplement-required',
    statusLabel: 'Chờ bổ sung',
    dueText: '27/11/2026 17:00',
    ...SEEN,
    askBy: 'link',
    openUrl: 'https://dichvucong.hanoi.gov.vn/x',
    here: true,
  },
  {
    system: 'national-portal',
    name: 'Cổng Dịch vụ công quốc gia',
    shortName: 'DVCQG',
    state: 'found',
    stateText: '',
    statusText: 'Đã xử lý xong',
    status: 'resolved',
    statusLabel: 'Đã xử lý xong',
    seenAt: '2026-11-22T01:32:00Z',
    seenText: '08:32 22/11/2026, tra cứu',
    askBy: 'request',
    openUrl: 'https://dichvucong.gov.vn/x',
  },
  {
    system: 'coordination',
    name: 'Hệ thống điều phối',
    shortName: 'Điều phối',
    state: 'not-signed-in',
    stateText: 'Chưa đăng nhập: mở hệ thống để đăng nhập',
    askBy: 'request',
    openUrl: 'https://quantricong.dichvucong.gov.vn/',
  },
  {
    system: 'land',
    name: 'Đất đai (VBDLIS)',
    shortName: 'Đất đai',
    state: 'never-asked',
    stateText: 'Chưa hỏi',
    askBy: 'link',
    openUrl: 'https://dla.mplis.gov.vn/dc',
  },
];

export function outOfSync(code: string, chip = 'DVCQG: Đã xử lý xong · 2 giờ trước'): DossierView {
  return {
    code,
    codes: [code],
    verdict: 'out-of-sync',
    verdictText: 'Lệch trạng thái',
    chip,
    lines: LINES,
    findings: [
      {
        rule: 'done-but-supplement-owed',
        severity: 'error',
        systems: ['national-portal', 'province-h26'],
        ask: ['national-portal'],
        reason:
          'Cổng Dịch vụ công quốc gia ghi “Đã xử lý xong” trong khi Hà Nội đang yêu cầu bổ sung từ 09:10 21/11/2026.',
        remedy: 'Báo quản trị đồng bộ của tỉnh; chưa trả lời công dân là đã xong.',
      },
    ],
    asOfText: 'Theo dữ liệu thấy đến 10:32 22/11/2026',
  };
}

export function inSync(code: string): DossierView {
  return {
    ...outOfSync(code),
    verdict: 'in-sync',
    verdictText: 'Khớp',
    chip: undefined,
    findings: [],
  };
}

export function cannotTell(code: string): DossierView {
  return { ...inSync(code), verdict: 'cannot-tell', verdictText: 'Chưa đủ căn cứ' };
}

/** Every fifth out of sync, every fifth beyond it unknown. */
export function mixed(code: string, at: number): DossierView {
  if (at % 5 === 1) return outOfSync(code);
  return at % 5 === 3 ? cannotTell(code) : inSync(code);
}
