/** Registration of enterprises and household businesses. */
import type { System } from '../system';

export const system: System = {
  id: 'business',
  name: 'Đăng ký kinh doanh',
  shortName: 'ĐKKD',
  nameEn: 'Business registration',
  kind: 'business',
  agencyCodes: [],
  procedures: {
    sectors: [
      'Thành lập và hoạt động của doanh nghiệp',
      'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
      'Thành lập và hoạt động doanh nghiệp xã hội',
    ],
  },
  hosts: [
    { host: 'hokinhdoanh.dkkd.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dangkyquamang.dkkd.gov.vn', role: 'citizen', confidence: 'inferred' },
    { host: 'dangkykinhdoanh.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  homeUrl: 'https://hokinhdoanh.dkkd.gov.vn/',
};
