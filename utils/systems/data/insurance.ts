/** Social insurance (bảo hiểm xã hội). */
import type { System } from '../system';

export const system: System = {
  id: 'insurance',
  name: 'Bảo hiểm xã hội Việt Nam',
  shortName: 'BHXH',
  nameEn: 'Vietnam Social Security',
  kind: 'insurance',
  agencyCodes: [],
  hosts: [
    { host: 'dichvucong.baohiemxahoi.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'egw.baohiemxahoi.gov.vn', role: 'api', confidence: 'seen' },
  ],
  homeUrl: 'https://dichvucong.baohiemxahoi.gov.vn/',
};
