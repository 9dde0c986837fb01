/** Social insurance (bảo hiểm xã hội). */
import type { System } from '../system';

export const system: System = {
  id: 'insurance',
  name: 'Bảo hiểm xã hội Việt Nam',
  shortName: 'BHXH',
  nameEn: 'Vietnam Social Security',
  kind: 'insurance',
  agencyCodes: [],
  procedures: {
    sectors: [
      'Thực hiện chính sách BHXH',
      'Thực hiện chính sách BHYT',
      'Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN',
      'Chi trả các chế độ BHXH',
      'Cấp sổ BHXH, thẻ BHYT',
    ],
  },
  hosts: [
    { host: 'dichvucong.baohiemxahoi.gov.vn', role: 'citizen', confidence: 'seen' },
    { host: 'egw.baohiemxahoi.gov.vn', role: 'api', confidence: 'seen' },
  ],
  homeUrl: 'https://dichvucong.baohiemxahoi.gov.vn/',
};
