/** The national portal's old pages (`/p/home/dvc-*.html`), on the new portal's host and on its own. */
import type { System } from '../system';

export const system: System = {
  id: 'national-portal-old',
  name: 'Cổng Dịch vụ công quốc gia (trang cũ)',
  shortName: 'DVCQG cũ',
  nameEn: 'National public service portal (old pages)',
  kind: 'national-portal',
  agencyCodes: [],
  hosts: [
    { host: 'dichvucong.gov.vn', role: 'citizen', confidence: 'seen', path: '/p/home' },
    { host: 'vpcp.dichvucong.gov.vn', role: 'citizen', confidence: 'seen-weak' },
  ],
  homeUrl: 'https://vpcp.dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html',
};
