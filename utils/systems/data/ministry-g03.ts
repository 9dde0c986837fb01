/** Central system of Bộ Giáo dục và Đào tạo. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g03',
  name: 'Bộ Giáo dục và Đào tạo',
  shortName: 'Bộ GD&ĐT',
  nameEn: 'Ministry of Education and Training',
  kind: 'ministry',
  agencyCodes: ['G03'],
  hosts: [
    { host: 'motcua.moet.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dvc.moet.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'dichvucong.moet.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'igate',
  homeUrl: 'https://motcua.moet.gov.vn/',
};
