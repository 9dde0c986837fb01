/** Central system of Bộ Nông nghiệp và Môi trường. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g10',
  name: 'Bộ Nông nghiệp và Môi trường',
  shortName: 'Bộ NN&MT',
  nameEn: 'Ministry of Agriculture and Environment',
  kind: 'ministry',
  agencyCodes: ['G10'],
  procedures: { ministry: 'bo-nong-nghiep-mt' },
  hosts: [
    { host: 'motcuannmt.mae.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucongnnmt.mae.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'dichvucong.mard.gov.vn', role: 'citizen', confidence: 'seen-weak' },
    { host: 'dichvucong.monre.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'igate',
  homeUrl: 'https://motcuannmt.mae.gov.vn/',
};
