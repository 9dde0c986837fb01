/** Central system of Bộ Ngoại giao. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g08',
  name: 'Bộ Ngoại giao',
  shortName: 'Ngoại giao',
  nameEn: 'Ministry of Foreign Affairs',
  kind: 'ministry',
  agencyCodes: ['G08'],
  hosts: [
    { host: 'bpmc.mofa.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucong.mofa.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  homeUrl: 'https://bpmc.mofa.gov.vn/',
};
