/** Electronic civil status (hộ tịch điện tử) of the Ministry of Justice. */
import type { System } from '../system';

export const system: System = {
  id: 'civil-status',
  name: 'Hộ tịch điện tử',
  shortName: 'Hộ tịch',
  nameEn: 'Electronic civil status',
  kind: 'civil-status',
  agencyCodes: [],
  procedures: { sectors: ['Hộ tịch'] },
  hosts: [
    { host: 'hotich.moj.gov.vn', role: 'officer', confidence: 'seen-weak' },
    { host: 'hotichdientu.moj.gov.vn', role: 'officer', confidence: 'inferred' },
    { host: 'tokhaidientu.moj.gov.vn', role: 'citizen', confidence: 'seen' },
  ],
  platform: 'moj',
  homeUrl: 'https://hotich.moj.gov.vn/',
};
