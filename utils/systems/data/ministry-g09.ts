/** Central system of Bộ Nội vụ. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g09',
  name: 'Bộ Nội vụ',
  shortName: 'Bộ Nội vụ',
  nameEn: 'Ministry of Home Affairs',
  kind: 'ministry',
  agencyCodes: ['G09'],
  hosts: [
    { host: 'motcua.moha.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucongbnv.moha.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'dichvucong.moha.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'igate',
  homeUrl: 'https://motcua.moha.gov.vn/',
};
