/** Central system of Bộ Quốc phòng, an OpenCPS (Liferay) with a REST interface that the session's cookie opens. */
import { opencpsQuery } from '../platforms/opencps-query';
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g11',
  name: 'Bộ Quốc phòng',
  shortName: 'Quốc phòng',
  nameEn: 'Ministry of National Defence',
  kind: 'ministry',
  guarded: true,
  agencyCodes: ['G11'],
  hosts: [
    { host: 'motcua.mod.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dichvucong.mod.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  platform: 'opencps',
  homeUrl: 'https://motcua.mod.gov.vn/',
  // The number of the site is a guess that policy replaces: under a wrong one nothing is found and nothing proven.
  connector: opencpsQuery('motcua.mod.gov.vn', '35217'),
};
