/** Central system of Bộ Y tế. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g18',
  name: 'Bộ Y tế',
  shortName: 'Bộ Y tế',
  nameEn: 'Ministry of Health',
  kind: 'ministry',
  agencyCodes: ['G18'],
  hosts: [
    { host: 'motcua.moh.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucongbyt.moh.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'dichvucong.moh.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'igate',
  homeUrl: 'https://motcua.moh.gov.vn/',
};
