/** Document management (quản lý văn bản): every office has its own, so its hosts come by policy. */
import type { System } from '../system';

export const system: System = {
  id: 'documents',
  name: 'Quản lý văn bản và điều hành',
  shortName: 'Văn bản',
  nameEn: 'Document management',
  kind: 'documents',
  agencyCodes: [],
  hosts: [],
};
