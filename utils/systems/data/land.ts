/** Land registration on VBDLIS (MPLIS): one host a province, named by three letters, all pages under `/dc`. */
import type { System } from '../system';

export const system: System = {
  id: 'land',
  name: 'Hệ thống thông tin đất đai VBDLIS',
  shortName: 'Đất đai',
  nameEn: 'Land information system (VBDLIS)',
  kind: 'land',
  agencyCodes: [],
  procedures: { sectors: ['Đất đai'] },
  hosts: [
    { host: 'dla.mplis.gov.vn', role: 'officer', confidence: 'seen', path: '/dc' },
    { host: 'bgi.mplis.gov.vn', role: 'officer', confidence: 'seen', path: '/dc' },
    { host: 'khh.mplis.gov.vn', role: 'officer', confidence: 'seen', path: '/dc' },
    { host: 'phy.mplis.gov.vn', role: 'officer', confidence: 'seen', path: '/dc' },
    { host: '*.mplis.gov.vn', role: 'officer', confidence: 'inferred', path: '/dc' },
    { host: '*.vbdlis.vn', role: 'officer', confidence: 'seen' },
    { host: 'authen.mplis.gov.vn', role: 'login', confidence: 'seen' },
  ],
  platform: 'vbdlis',
  loginUrl: 'https://authen.mplis.gov.vn/account/login',
  // The search wants the province's number; only that of Đắk Lắk (66) is known, so policy replaces this elsewhere.
  connector: {
    kind: 'tab',
    agencies: ['H15', 'H45'],
    method: 'POST',
    url: 'https://dla.mplis.gov.vn/dc/DangKyAjax/AdvancedSearchHoSoTiepNhan',
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
    carries: [
      {
        header: '__RequestVerificationToken',
        at: { in: 'dom', selector: 'input[name=__RequestVerificationToken]' },
      },
    ],
    bodyAs: 'form',
    body: {
      start: '0',
      length: '20',
      'model[tinhId]': '66',
      'model[huyenId]': '',
      'model[xaId]': '',
      'model[quytrinh]': '',
      'model[state]': '',
      'model[soBienNhan]': '{code}',
      'model[laHoSoMotCua]': 'false',
      'model[tiepNhanTuNgay]': '',
      'model[tiepNhanDenNgay]': '',
      'model[henTraTuNgay]': '',
      'model[henTraDenNgay]': '',
      'model[trangThaiHoSo]': '0',
      'model[trangThaiKetISO][]': '0',
      'model[daXuLy]': '-1',
    },
    answer: {
      ok: [200],
      notSignedIn: { redirect: true },
      noPermission: { status: [403] },
      captcha: { text: ['nhập mã xác nhận', 'nhập mã captcha', 'mã kiểm tra'] },
    },
    rows: ['data', 'value'],
    codeAt: ['soBienNhan'],
    fields: {
      // As the page words it: what was done goes before the step.
      statusText: {
        flags: [
          { path: 'daTra', equals: true, words: 'Đã trả kết quả' },
          { path: 'daKetISO', equals: true, words: 'Đã kết ISO' },
          { path: 'daCapNhatDuLieuPhapLy', equals: true, words: 'Đã cập nhật dữ liệu pháp lý' },
        ],
        paths: ['state.Title'],
      },
      procedureName: { paths: ['quytrinh.SchemaName'] },
    },
  },
};
