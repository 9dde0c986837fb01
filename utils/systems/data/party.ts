/** Central system of the Party's procedures (TTHC của Đảng). Outside gov.vn: the officer allows its host once. */
import type { System } from '../system';

export const system: System = {
  id: 'party',
  name: 'Hệ thống giải quyết TTHC của Đảng',
  shortName: 'TTHC Đảng',
  nameEn: 'One-stop system of the Party',
  kind: 'ministry',
  agencyCodes: [],
  hosts: [{ host: 'gqtthc.dcs.vn', role: 'officer', confidence: 'seen' }],
  homeUrl: 'https://gqtthc.dcs.vn/',
};
