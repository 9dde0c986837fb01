/**
 * The 34 provinces: H-code, merged old codes (older dossiers still carry them), the citizens' portal, and whether that
 * host was met in use; the others follow its pattern. `more` are further hosts of the province's system.
 */

import type { Connector } from '../connector';
import type { SystemHost } from '../system';

export interface Province {
  code: string;
  name: string;
  /** For chips, where the name is too long. */
  shortName?: string;
  old: string[];
  host: string;
  seen?: true;
  platform?: 'igate' | 'opencps';
  more?: SystemHost[];
  dossierUrl?: string;
  connector?: Connector;
  /** API host of an iGate site whose search was met in use. */
  igateApi?: string;
}

/** The present pages of Hà Nội are not known: a guess that policy replaces; what is not understood is `unreadable`. */
const HANOI_LOOKUP = 'https://dichvucong.hanoi.gov.vn/tra-cuu?maHoSo={code}';
const HANOI: Connector = {
  kind: 'html',
  harmless: true,
  url: HANOI_LOOKUP,
  answer: {
    ok: [200],
    notSignedIn: {
      status: [401],
      finalHost: ['xacthuc.dichvucong.gov.vn', 'sso.dancuquocgia.gov.vn'],
      finalPath: ['/dang-nhap'],
    },
    noPermission: { status: [403], text: ['không có quyền xem hồ sơ', 'không có quyền tra cứu'] },
    captcha: { text: ['nhập mã captcha', 'mã kiểm tra', 'nhập mã xác nhận', 'tôi không phải là người máy'] },
    notFound: { text: ['không tìm thấy hồ sơ'] },
  },
};

export const PROVINCES: Province[] = [
  {
    code: 'H01',
    name: 'An Giang',
    old: ['H33'],
    host: 'dichvucong.angiang.gov.vn',
    platform: 'igate',
    igateApi: 'apidvc.angiang.gov.vn',
    more: [{ host: 'apidvc.angiang.gov.vn', role: 'api', confidence: 'seen' }],
  },
  { code: 'H05', name: 'Bắc Ninh', old: ['H02'], host: 'dichvucong.bacninh.gov.vn', seen: true },
  {
    code: 'H12',
    name: 'Cà Mau',
    old: ['H04'],
    host: 'dichvucong.camau.gov.vn',
    more: [{ host: 'dvctt.camau.gov.vn', role: 'citizen', confidence: 'seen' }],
  },
  {
    code: 'H13',
    name: 'Cần Thơ',
    old: ['H30', 'H51'],
    host: 'dichvucong.cantho.gov.vn',
    platform: 'igate',
    igateApi: 'apidvc.cantho.gov.vn',
    more: [
      { host: 'motcua.cantho.gov.vn', role: 'officer', confidence: 'seen' },
      { host: 'motcuahuyen.cantho.gov.vn', role: 'officer', confidence: 'seen-weak' },
      { host: 'apidvc.cantho.gov.vn', role: 'api', confidence: 'seen' },
    ],
  },
  { code: 'H14', name: 'Cao Bằng', old: [], host: 'dichvucong.caobang.gov.vn' },
  {
    code: 'H15',
    name: 'Đắk Lắk',
    old: ['H45'],
    host: 'dichvucong.daklak.gov.vn',
    platform: 'igate',
    igateApi: 'dvcapi.daklak.gov.vn',
    more: [
      { host: 'motcua.daklak.gov.vn', role: 'officer', confidence: 'seen' },
      { host: 'dvcapi.daklak.gov.vn', role: 'api', confidence: 'seen' },
    ],
  },
  {
    code: 'H17',
    name: 'Đà Nẵng',
    old: ['H47'],
    host: 'dichvucong.danang.gov.vn',
    seen: true,
    platform: 'igate',
  },
  { code: 'H18', name: 'Điện Biên', old: [], host: 'dichvucong.dienbien.gov.vn' },
  {
    code: 'H19',
    name: 'Đồng Nai',
    old: ['H10'],
    host: 'dichvucong.dongnai.gov.vn',
    platform: 'igate',
    more: [{ host: 'motcua.dongnai.gov.vn', role: 'officer', confidence: 'seen' }],
  },
  { code: 'H20', name: 'Đồng Tháp', old: ['H58'], host: 'dichvucong.dongthap.gov.vn' },
  {
    code: 'H21',
    name: 'Gia Lai',
    old: ['H08'],
    host: 'dichvucong.gialai.gov.vn',
    platform: 'igate',
    igateApi: 'apiigate.gialai.gov.vn',
    more: [{ host: 'apiigate.gialai.gov.vn', role: 'api', confidence: 'seen' }],
  },
  { code: 'H24', name: 'Hải Phòng', old: ['H23'], host: 'dichvucong.haiphong.gov.vn' },
  {
    code: 'H26',
    name: 'Hà Nội',
    old: [],
    host: 'dichvucong.hanoi.gov.vn',
    seen: true,
    dossierUrl: HANOI_LOOKUP,
    connector: HANOI,
  },
  {
    code: 'H27',
    name: 'Hà Tĩnh',
    old: [],
    host: 'dichvucong.hatinh.gov.vn',
    more: [{ host: 'apidvc.hatinh.gov.vn', role: 'api', confidence: 'seen' }],
  },
  {
    code: 'H29',
    name: 'Hồ Chí Minh',
    old: ['H09', 'H06'],
    host: 'dichvucong.hochiminhcity.gov.vn',
    seen: true,
    shortName: 'TP.HCM',
    platform: 'igate',
    igateApi: 'apigatewaydvcmc.hochiminhcity.gov.vn',
    more: [
      { host: 'dichvucong.binhduong.gov.vn', role: 'citizen', confidence: 'seen-weak' },
      { host: 'apigatewaydvcmc.hochiminhcity.gov.vn', role: 'api', confidence: 'seen' },
      { host: 'ssodvcmc.hochiminhcity.gov.vn', role: 'login', confidence: 'seen' },
    ],
  },
  { code: 'H31', name: 'Hưng Yên', old: ['H54'], host: 'dichvucong.hungyen.gov.vn' },
  { code: 'H32', name: 'Khánh Hòa', old: ['H43'], host: 'dichvucong.khanhhoa.gov.vn' },
  { code: 'H35', name: 'Lai Châu', old: [], host: 'dichvucong.laichau.gov.vn', seen: true },
  {
    code: 'H36',
    name: 'Lâm Đồng',
    old: ['H16', 'H11'],
    host: 'dichvucong.lamdong.gov.vn',
    seen: true,
    platform: 'igate',
  },
  { code: 'H37', name: 'Lạng Sơn', old: [], host: 'dichvucong.langson.gov.vn' },
  { code: 'H38', name: 'Lào Cai', old: ['H63'], host: 'dichvucong.laocai.gov.vn', seen: true },
  { code: 'H41', name: 'Nghệ An', old: [], host: 'dichvucong.nghean.gov.vn' },
  {
    code: 'H42',
    name: 'Ninh Bình',
    old: ['H25', 'H40'],
    host: 'dichvucong.ninhbinh.gov.vn',
    seen: true,
    platform: 'igate',
  },
  {
    code: 'H44',
    name: 'Phú Thọ',
    old: ['H62', 'H28'],
    host: 'dichvucong.phutho.gov.vn',
    platform: 'opencps',
    more: [{ host: 'hanhchinhcong.phutho.gov.vn', role: 'citizen', confidence: 'seen' }],
  },
  {
    code: 'H48',
    name: 'Quảng Ngãi',
    old: ['H34'],
    host: 'dichvucong.quangngai.gov.vn',
    seen: true,
    platform: 'igate',
    igateApi: 'apiquangngai.vnptigate.vn',
    more: [
      { host: 'apiigate.quangngai.gov.vn', role: 'api', confidence: 'seen' },
      { host: 'apiquangngai.vnptigate.vn', role: 'api', confidence: 'seen' },
    ],
  },
  { code: 'H49', name: 'Quảng Ninh', old: [], host: 'dichvucong.quangninh.gov.vn', seen: true },
  { code: 'H50', name: 'Quảng Trị', old: ['H46'], host: 'dichvucong.quangtri.gov.vn' },
  { code: 'H52', name: 'Sơn La', old: [], host: 'dichvucong.sonla.gov.vn' },
  {
    code: 'H53',
    name: 'Tây Ninh',
    old: ['H39'],
    host: 'dichvucong.tayninh.gov.vn',
    more: [{ host: 'smart-api.tayninh.gov.vn', role: 'api', confidence: 'seen-weak' }],
  },
  { code: 'H55', name: 'Thái Nguyên', old: ['H03'], host: 'dichvucong.thainguyen.gov.vn' },
  {
    code: 'H56',
    name: 'Thanh Hóa',
    old: [],
    host: 'dichvucong.thanhhoa.gov.vn',
    seen: true,
    more: [
      { host: 'motcua.thanhhoa.gov.vn', role: 'officer', confidence: 'seen' },
      { host: 'hcc.thanhhoa.gov.vn', role: 'officer', confidence: 'seen' },
      { host: 'apidvc.thanhhoa.gov.vn', role: 'api', confidence: 'seen' },
      { host: 'dangnhap.thanhhoa.gov.vn', role: 'login', confidence: 'seen' },
    ],
  },
  { code: 'H57', name: 'Huế', old: [], host: 'dichvucong.hue.gov.vn' },
  {
    code: 'H60',
    name: 'Tuyên Quang',
    old: ['H22'],
    host: 'dichvucong.tuyenquang.gov.vn',
    platform: 'igate',
    igateApi: 'apiigate.tuyenquang.gov.vn',
    more: [{ host: 'apiigate.tuyenquang.gov.vn', role: 'api', confidence: 'seen' }],
  },
  { code: 'H61', name: 'Vĩnh Long', old: ['H07', 'H59'], host: 'dichvucong.vinhlong.gov.vn' },
];
