/** Central system of Bộ Tài chính. G05 is the former Kế hoạch và Đầu tư. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g12',
  name: 'Bộ Tài chính',
  shortName: 'Bộ Tài chính',
  nameEn: 'Ministry of Finance',
  kind: 'ministry',
  agencyCodes: ['G12', 'G05'],
  procedures: { ministry: 'bo-tai-chinh' },
  hosts: [
    { host: 'tthc.mof.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucong.mof.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  homeUrl: 'https://tthc.mof.gov.vn/',
};
