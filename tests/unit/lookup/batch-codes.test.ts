import { describe, expect, it } from 'vitest';
import { BATCH_MOST, batchCodes, shorthandsIn, textOfList } from '../../../utils/lookup/batch-codes';

const A = '000.00.06.H26-261116-0007';
const B = 'H26.14-261116-0008';

describe('codes in a list', () => {
  it.each<[string, string, string[], number]>([
    ['one a line', `${A}\n${B}`, [A, B], 0],
    ['lines of Windows and of old Macs', `${A}\r\n${B}\r`, [A, B], 0],
    [
      'a CSV with other columns and a heading',
      `STT,Mã hồ sơ,Trạng thái\r\n1,"${A}",Đang xử lý\r\n2,${B},`,
      [A, B],
      1,
    ],
    ['semicolons, as Excel writes them here', `1;${A};x\n2;${B};y`, [A, B], 0],
    ['a column copied from a table', `1\t${A}\t10/12/2026\n2\t${B}\t`, [A, B], 0],
    ['several in a line', `${A}, ${B}`, [A, B], 0],
    ['within a sentence', `Hồ sơ ${A} hẹn trả ngày 10/12/2026`, [A], 0],
    ['any spelling', ` ${A.toLowerCase()} `, [A], 0],
    ['each once', `${A}\n${A}\n${B}\n${A}`, [A, B], 0],
    ['empty lines', `\n\n${A}\n \n`, [A], 0],
    ['nothing', '', [], 0],
    ['lookalikes are no codes', '1.004873\n001099000001\n0912345678', [], 3],
  ])('%s', (_, text, codes, without) => {
    expect(batchCodes(text)).toEqual({ codes, without, left: 0 });
  });

  it.each<[string, Uint8Array, string[] | null]>([
    ['UTF-8', Buffer.from(`Mã hồ sơ\n${A}`), [A]],
    ['UTF-8 with its mark, as a spreadsheet saves CSV', Buffer.from(`\ufeff${A};x\r\n${B};y`), [A, B]],
    ['"Unicode text" of a spreadsheet', Buffer.from(`\ufeffMã\tTên\r\n${A}\t"x"`, 'utf16le'), [A]],
    ['the same with its bytes turned', Buffer.from(`\ufeff${A}\r\n${B}`, 'utf16le').swap16(), [A, B]],
    [
      'an old Vietnamese encoding: codes are the same in all of them',
      Buffer.from(`M\xe3 ${A}`, 'latin1'),
      [A],
    ],
    ['a cell that a formula keeps as text', Buffer.from(`="${A}";="${B}"`), [A, B]],
    ['a line break within quotes', Buffer.from(`"Ghi chú\ndài",${A}`), [A]],
    ['nothing', Buffer.from(''), []],
    ['a workbook is no text', Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'), null],
  ])('in a file: %s', (_, bytes, codes) => {
    const text = textOfList(Uint8Array.from(bytes).buffer);
    expect(text === null ? null : batchCodes(text).codes).toEqual(codes);
  });

  it('shorthand of one known dossier is that one; of several or of none it is no code', () => {
    const text = `16-0008\n1;16-0007;x\n"17-0001"`;
    expect(shorthandsIn(text)).toEqual(['16-0008', '16-0007', '17-0001']);
    const meant = new Map([
      ['16-0008', [B]],
      ['16-0007', [A, 'H26.14-261016-0007']],
    ]);
    expect(batchCodes(text, meant)).toEqual({ codes: [B], without: 2, left: 0 });
  });

  it('no more than a list may hold', () => {
    const lines = Array.from(
      { length: BATCH_MOST + 7 },
      (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`,
    );
    const { codes, left } = batchCodes(lines.join('\n'));
    expect([codes.length, left]).toEqual([BATCH_MOST, 7]);
  });
});
