/** Central system of Bộ Xây dựng. G04 is the former Giao thông vận tải, whose portal is dvc.mt.gov.vn. */
import type { System } from '../system';

export const system: System = {
  id: 'ministry-g17',
  name: 'Bộ Xây dựng',
  shortName: 'Bộ Xây dựng',
  nameEn: 'Ministry of Construction',
  kind: 'ministry',
  agencyCodes: ['G17', 'G04'],
  procedures: { ministry: 'bo-xay-dung' },
  hosts: [
    { host: 'motcuabxd.moc.gov.vn', role: 'officer', confidence: 'seen' },
    { host: 'dvc.moc.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'dichvucong.moc.gov.vn', role: 'citizen', confidence: 'seen-weak' },
    { host: 'dvc.mt.gov.vn', role: 'citizen', confidence: 'seen' },
  ],
  platform: 'igate',
  homeUrl: 'https://motcuabxd.moc.gov.vn/',
};
