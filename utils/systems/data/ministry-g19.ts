/** Central system of Ngân hàng Nhà nước Việt Nam. No host of it is known: policy names them. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g19',
  name: 'Ngân hàng Nhà nước Việt Nam',
  shortName: 'NHNN',
  nameEn: 'State Bank of Vietnam',
  kind: 'ministry',
  agencyCodes: ['G19'],
  procedures: { ministry: 'ngan-hang-nha-nuoc' },
  hosts: [],
};
