/** Central system of Bộ Văn hóa, Thể thao và Du lịch. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g16',
  name: 'Bộ Văn hóa, Thể thao và Du lịch',
  shortName: 'Bộ VHTTDL',
  nameEn: 'Ministry of Culture, Sports and Tourism',
  kind: 'ministry',
  agencyCodes: ['G16'],
  hosts: [
    { host: 'dichvucong.bvhttdl.gov.vn', role: 'officer', confidence: 'seen', path: '/tiepnhan' },
    { host: 'dichvucong.bvhttdl.gov.vn', role: 'citizen', confidence: 'seen' },
  ],
  homeUrl: 'https://dichvucong.bvhttdl.gov.vn/',
  loginUrl: 'https://dichvucong.bvhttdl.gov.vn/tiepnhan/dang-nhap',
};
