/** Central system of Bộ Dân tộc và Tôn giáo. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g21',
  name: 'Bộ Dân tộc và Tôn giáo',
  shortName: 'Bộ DT&TG',
  nameEn: 'Ministry of Ethnic and Religious Affairs',
  kind: 'ministry',
  agencyCodes: ['G21'],
  hosts: [
    { host: 'gqtthc.bdttg.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucong.cema.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  homeUrl: 'https://gqtthc.bdttg.gov.vn/',
};
