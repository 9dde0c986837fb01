/** Interlink with the tax authority (liên thông thuế). No host of it is known: policy names them. */
import type { System } from '../system';

export const system: System = {
  id: 'tax',
  name: 'Liên thông thuế',
  shortName: 'Thuế',
  nameEn: 'Tax interlink',
  kind: 'tax',
  agencyCodes: [],
  procedures: { sectors: ['Thuế'] },
  hosts: [],
};
