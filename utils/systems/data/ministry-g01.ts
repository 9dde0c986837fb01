/** Central system of Bộ Công an. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g01',
  name: 'Bộ Công an',
  shortName: 'Bộ Công an',
  nameEn: 'Ministry of Public Security',
  kind: 'ministry',
  guarded: true,
  agencyCodes: ['G01'],
  procedures: { ministry: 'bo-cong-an' },
  hosts: [
    { host: 'dichvucong.bocongan.gov.vn', role: 'citizen', confidence: 'seen-weak' },
    { host: 'dichvucong.dancuquocgia.gov.vn', role: 'citizen', confidence: 'inferred' },
  ],
  homeUrl: 'https://dichvucong.bocongan.gov.vn/',
};
