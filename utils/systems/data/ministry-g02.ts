/** Central system of Bộ Công Thương. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g02',
  name: 'Bộ Công Thương',
  shortName: 'Công Thương',
  nameEn: 'Ministry of Industry and Trade',
  kind: 'ministry',
  agencyCodes: ['G02'],
  hosts: [
    { host: 'motcua-tthc.moit.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucong-tthc.moit.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'dichvucong.moit.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'igate',
  homeUrl: 'https://motcua-tthc.moit.gov.vn/',
};
