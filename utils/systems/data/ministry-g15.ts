/** Central system of Bộ Tư pháp. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g15',
  name: 'Bộ Tư pháp',
  shortName: 'Bộ Tư pháp',
  nameEn: 'Ministry of Justice',
  kind: 'ministry',
  agencyCodes: ['G15'],
  procedures: { ministry: 'bo-tu-phap' },
  hosts: [
    { host: 'motcua.moj.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucongnganhtuphap.moj.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'dichvucong.moj.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'moj',
  homeUrl: 'https://motcua.moj.gov.vn/',
};
