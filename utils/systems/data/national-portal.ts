/** The national portal, Cổng Dịch vụ công quốc gia: the single-page application at the National Data Centre. */
import type { System } from '../system';

/** The route is known, the name of its parameter is a guess: what is not understood is `unreadable`, never wrong. */
const LOOKUP = 'https://dichvucong.gov.vn/tra-cuu-ho-so?maHoSo={code}';

export const system: System = {
  id: 'national-portal',
  name: 'Cổng Dịch vụ công quốc gia',
  shortName: 'DVCQG',
  nameEn: 'National public service portal',
  kind: 'national-portal',
  agencyCodes: [],
  hosts: [
    { host: 'dichvucong.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'xacthuc.dichvucong.gov.vn', role: 'login', confidence: 'seen' },
    { host: 'dangky.dichvucong.gov.vn', role: 'login', confidence: 'seen' },
    { host: 'sso.dancuquocgia.gov.vn', role: 'login', confidence: 'seen' },
  ],
  platform: 'national-portal',
  dossierUrl: LOOKUP,
  homeUrl: 'https://dichvucong.gov.vn/',
  connector: {
    kind: 'html',
    harmless: true,
    url: LOOKUP,
    answer: {
      ok: [200],
      // The firewall's "Request Rejected" page comes with 200 too: no rule names it, so it is `unreadable`.
      notSignedIn: {
        status: [401],
        finalHost: ['xacthuc.dichvucong.gov.vn', 'sso.dancuquocgia.gov.vn'],
        finalPath: ['/dang-nhap'],
      },
      noPermission: { text: ['không có quyền xem hồ sơ', 'không có quyền tra cứu'] },
      captcha: {
        text: ['nhập mã captcha', 'mã kiểm tra', 'nhập mã xác nhận', 'tôi không phải là người máy'],
      },
      notFound: { text: ['không tìm thấy hồ sơ'] },
    },
  },
};
