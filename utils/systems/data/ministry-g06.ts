/** Central system of Bộ Khoa học và Công nghệ. G14 is the former Thông tin và Truyền thông. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g06',
  name: 'Bộ Khoa học và Công nghệ',
  shortName: 'Bộ KH&CN',
  nameEn: 'Ministry of Science and Technology',
  kind: 'ministry',
  agencyCodes: ['G06', 'G14'],
  hosts: [
    { host: 'motcua.mst.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucong.most.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'igate',
  homeUrl: 'https://motcua.mst.gov.vn/',
};
