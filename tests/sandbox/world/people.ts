import type { Person } from './types';

/** Nobody real: the names, numbers and addresses say so themselves. */
export const PEOPLE: readonly Person[] = [
  { name: 'Nguyễn Văn Mẫu', citizenId: '001099000001', phone: '0900000001', address: 'Số 1 phố Mẫu' },
  { name: 'Trần Thị Thử Nghiệm', citizenId: '001099000002', phone: '0900000002', address: 'Số 2 phố Mẫu' },
  { name: 'Lê Văn Ví Dụ', citizenId: '001099000003', phone: '0900000003', address: 'Số 3 phố Mẫu' },
  { name: 'Phạm Thị Minh Họa', citizenId: '001099000004', phone: '0900000004', address: 'Số 4 phố Mẫu' },
  { name: 'Hoàng Văn Giả Định', citizenId: '001099000005', phone: '0900000005', address: 'Số 5 phố Mẫu' },
  { name: 'Công ty TNHH Vật Mẫu', citizenId: '001099000006', phone: '0900000006', address: 'Số 6 phố Mẫu' },
];

export const OFFICERS: readonly string[] = [
  'Đỗ Thị Cán Bộ Mẫu',
  'Vũ Văn Chuyên Viên Mẫu',
  'Bùi Thị Một Cửa Mẫu',
];

/** Every string of a person that the portals print: none of them may be stored or sent by the extension. */
export const PERSONAL_MARKERS: string[] = [
  ...PEOPLE.flatMap((person) => [person.name, person.citizenId, person.phone, person.address]),
  ...PEOPLE.map((person) => person.name.toLocaleUpperCase('vi')),
  ...OFFICERS,
];
