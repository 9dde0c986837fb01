/** Administration of online payments at the National Data Centre. */
import type { System } from '../system';

export const system: System = {
  id: 'payment',
  name: 'Quản trị thanh toán trực tuyến',
  shortName: 'Thanh toán',
  nameEn: 'Online payment administration',
  kind: 'payment',
  agencyCodes: [],
  hosts: [{ host: 'quantrithanhtoan.ndc.gov.vn', role: 'officer', confidence: 'seen' }],
  homeUrl: 'https://quantrithanhtoan.ndc.gov.vn/',
};
