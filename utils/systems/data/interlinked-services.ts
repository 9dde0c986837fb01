/** Interlinked birth and death services (liên thông khai sinh, khai tử). It makes codes of its own, G22.99.08-…. */
import type { System } from '../system';

export const system: System = {
  id: 'interlinked-services',
  name: 'Dịch vụ công liên thông khai sinh, khai tử',
  shortName: 'Liên thông',
  nameEn: 'Interlinked birth and death services',
  kind: 'interlinked-services',
  agencyCodes: ['G22'],
  hosts: [{ host: 'lienthong.dichvucong.gov.vn', role: 'officer', confidence: 'seen' }],
  homeUrl: 'https://lienthong.dichvucong.gov.vn/',
};
