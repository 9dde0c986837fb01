import type { Random } from './random';
import type { Owner } from './types';
import { VIETNAM_OFFSET } from './working-time';

/** Left parts of codes by system of record, in the shapes seen in use, with the agency each names. */
const UNITS: Readonly<Record<Owner, readonly { unit: string; agency: string }[]>> = {
  'province-h26': [
    { unit: 'H26.132', agency: 'UBND phường Mẫu Hoàn Kiếm' },
    { unit: '000.00.01.H26', agency: 'Trung tâm Phục vụ hành chính công Hà Nội' },
    { unit: 'H26.14.05', agency: 'UBND xã Mẫu Đông Anh' },
    { unit: '000.A0.01.H26', agency: 'Chi nhánh số 1 Trung tâm Phục vụ hành chính công' },
  ],
  'ministry-g18': [
    { unit: 'G18.04', agency: 'Cục Quản lý Khám, chữa bệnh' },
    { unit: '000.00.04.G18', agency: 'Bộ Y tế' },
  ],
  'ministry-g11': [
    { unit: 'G11.03', agency: 'Cục Xe - Máy, Bộ Quốc phòng' },
    { unit: '000.00.03.G11', agency: 'Bộ Quốc phòng' },
  ],
  land: [
    { unit: 'H15.50.05.12', agency: 'Chi nhánh Văn phòng đăng ký đất đai khu vực Mẫu 12' },
    { unit: 'H15.50.05.13', agency: 'Chi nhánh Văn phòng đăng ký đất đai khu vực Mẫu 13' },
    { unit: 'H15.50', agency: 'Văn phòng đăng ký đất đai tỉnh Đắk Lắk' },
  ],
};

/** yymmdd of the local day. */
export function codeDay(at: number): string {
  return new Date(at + VIETNAM_OFFSET).toISOString().slice(2, 10).replaceAll('-', '');
}

/** A sequence: 4 digits of the day for provinces, 6 or 7 beginning with the ministry's digits for ministries. */
function sequence(owner: Owner, random: Random): string {
  if (owner === 'ministry-g18') return `18${random.between(1000, 9999)}`;
  if (owner === 'ministry-g11') return `11${random.between(10000, 99999)}`;
  return String(random.between(1, 9899)).padStart(4, '0');
}

export interface MadeCode {
  code: string;
  agency: string;
}

/** A code not yet in `taken`, of the day of `at`. */
export function makeCode(owner: Owner, at: number, random: Random, taken: Set<string>): MadeCode {
  for (;;) {
    const { unit, agency } = random.pick(UNITS[owner]);
    const code = `${unit}-${codeDay(at)}-${sequence(owner, random)}`;
    if (taken.has(code)) continue;
    taken.add(code);
    return { code, agency };
  }
}
