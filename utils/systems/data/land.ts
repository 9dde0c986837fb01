/** Land registration on VBDLIS (MPLIS): one host a province, named by three letters, all pages under `/dc`. */
import type { System } from '../system';

export const system: System = {
  id: 'land',
  name: 'Hệ thống thông tin đất đai VBDLIS',
  shortName: 'Đất đai',
  nameEn: 'Land information system (VBDLIS)',
  kind: 'land',
  agencyCodes: [],
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
};
