import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseProcedures } from '../../../utils/systems/procedures';

const FILE = fileURLToPath(new URL('../../../public/procedures.tsv', import.meta.url));
const HEADER = 'code\tname\tministry\tlevels\tsector\ttimeLimits';
const tsv = (...rows: string[]) => [HEADER, ...rows].join('\n');

describe('the catalogue as it ships', () => {
  const text = readFileSync(FILE, 'utf8');
  const procedures = parseProcedures(text);
  const rows = text.split('\n').slice(1).filter(Boolean);

  test('every row has its code and name', () => {
    expect(rows.length).toBeGreaterThan(2_500);
    for (const row of rows) {
      const [code = '', name] = row.split('\t');
      expect(procedures.nameOf(code)).toBe(name);
    }
  });

  test('a name leads back to its code, unless two procedures share it', () => {
    const names = rows.map((row) => row.split('\t')[1] ?? '');
    const back = names.map((name) => procedures.codeOf(name));
    expect(back.filter((code) => code === null).length).toBeLessThan(rows.length / 100);
    for (const [index, code] of back.entries())
      if (code) expect(rows[index]?.startsWith(`${code}\t`)).toBe(true);
  });
});

describe('a procedure', () => {
  const procedures = parseProcedures(
    tsv(
      '9.000001\tĐăng ký  mẫu\tbo-tu-phap\tprovince,commune\tHộ tịch\tonline:1working-day post:2day',
      '9.000002\tCấp lại mẫu\tbo-tu-phap\tcommune\tHộ tịch\t',
      '9.000003\tCấp lại mẫu\tbo-tai-chinh\tministry\tThuế\t',
    ),
  );

  test.each([
    ['9.000001', 'its code'],
    [' 9.000001 ', 'blanks around'],
    ['9.000001.H36', 'the agency behind it, as several systems print it'],
    ['9.000001.000.00.00.H26', 'the long agency behind it'],
  ])('is found by %s: %s', (code) => {
    expect(procedures.of(code)).toMatchObject({
      code: '9.000001',
      levels: ['province', 'commune'],
      sector: 'Hộ tịch',
      timeLimits: ['online:1working-day', 'post:2day'],
    });
  });

  test.each(['9.0000011', '19.000001', '9.000001-H36', '9.000009', '', 'H26.1'])(
    'is not found by %j',
    (code) => {
      expect(procedures.of(code)).toBeNull();
      expect(procedures.nameOf(code)).toBeNull();
    },
  );

  test.each<[string, string | null, string]>([
    ['Đăng ký mẫu', '9.000001', 'as printed'],
    ['ĐĂNG KÝ MẪU', '9.000001', 'capitals'],
    ['đăng ký mẫu'.normalize('NFD'), '9.000001', 'composed otherwise'],
    ['Cấp lại mẫu', null, 'two procedures of one name: which one is not known'],
    ['Đăng ký mẫu cho Nguyễn Văn Mẫu', null, 'more words may be a person'],
    ['', null, 'nothing'],
  ])('%j is %s: %s', (name, code) => {
    expect(procedures.codeOf(name)).toBe(code);
  });
});

test('an empty catalogue knows nothing', () => {
  expect(parseProcedures('').nameOf('9.000001')).toBeNull();
  expect(parseProcedures('').codeOf('')).toBeNull();
});

test('another file is a bug that is told', () => {
  expect(() => parseProcedures('ma\tten\n1\t2')).toThrow('other columns');
});
