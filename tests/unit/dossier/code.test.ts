import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCodes, mayHoldCode, parseCode, parseLocalCode } from '../../../utils/dossier/code';
import { LOOKALIKES } from './lookalikes';

const SHAPES: [reason: string, code: string, parts: Record<string, string>][] = [
  [
    'legal form, four levels',
    '000.00.06.H56-231027-5260',
    { agency: 'H56', unit: '000.00.06.H56', day: '2023-10-27', sequence: '5260' },
  ],
  ['a letter inside a segment', '000.A0.01.H26-210212-3909', { agency: 'H26', day: '2021-02-12' }],
  ['old form of three segments', '38.98.H29-210519-0824', { agency: 'H29', unit: '38.98.H29' }],
  ['short agency code', 'H56.14-240823-9083', { agency: 'H56', unit: 'H56.14' }],
  ['short code, deep unit', 'H15.50.05.13-261008-7865', { agency: 'H15', unit: 'H15.50.05.13' }],
  ['commune with three digits', 'H57.132-260804-9093', { agency: 'H57' }],
  ['ministry, long sequence of its own', 'G01.899.909-260916-971147', { agency: 'G01', sequence: '971147' }],
  [
    'eight-digit date and seven-digit sequence',
    'G09.20-20260609-8955597',
    { agency: 'G09', day: '2026-06-09', sequence: '8955597' },
  ],
  ['five digits: made up by a sync job', 'H15.50-260626-75741', { sequence: '75741' }],
  ['province code that a ministry made', 'H26.10-260626-181234', { agency: 'H26', ministry: 'G18' }],
  ['day 29 of February in a leap year', 'H26.10-240229-0001', { day: '2024-02-29' }],
];

describe('parseCode', () => {
  it.each(SHAPES)('%s: %s', (_, code, parts) => {
    expect(parseCode(code)).toMatchObject({ code, kind: 'agency', ...parts });
  });

  it('insurance form', () => {
    expect(parseCode('53795/2026/07906')).toEqual({
      code: '53795/2026/07906',
      kind: 'insurance',
      unit: '07906',
      sequence: '53795',
    });
  });

  it.each([
    ['no ministry for a four-digit sequence', 'H26.10-260626-1812'],
    ['no ministry where the code is a ministry’s own', 'G18.10-260626-181234'],
    ['no ministry for a prefix that is none', 'H26.10-260626-991234'],
  ])('%s', (_, code) => {
    expect(parseCode(code)).not.toHaveProperty('ministry');
  });

  it.each([
    ['lower case', 'h56.14-240823-9083'],
    ['spaces around', '  H56.14-240823-9083 '],
    ['spaces within', 'H56.14 - 240823 - 9083'],
    ['no-break spaces', 'H56.14\u00a0-\u00a0240823-9083'],
    ['en dash and em dash', 'H56.14–240823—9083'],
    ['no-break hyphen and minus', 'H56.14\u2011240823\u22129083'],
    ['zero-width space and byte order mark', '\ufeffH56.14-\u200b240823-9083'],
    ['soft hyphen', 'H56.14-24\u00ad0823-9083'],
    ['full-width characters', 'Ｈ５６．１４－２４０８２３－９０８３'],
    ['quotes and a full stop', '"H56.14-240823-9083".'],
    ['line break', 'H56.14-240823-\n9083'],
  ])('normal spelling from %s', (_, text) => {
    expect(parseCode(text)?.code).toBe('H56.14-240823-9083');
  });

  it.each([
    ['31 February', 'H56.14-240231-9083'],
    ['month 13', 'H56.14-241301-9083'],
    ['29 February of a common year', 'H56.14-230229-9083'],
    ['eight digits that are no day', 'G09.20-20261309-8955597'],
    ['eight digits of another century', 'G09.20-19260609-8955597'],
    ['seven-digit date', 'H56.14-2408231-9083'],
    ['three-digit sequence', 'H56.14-240823-908'],
    ['eight-digit sequence', 'H56.14-240823-90831234'],
    ['no agency', '000.00.06-231027-5260'],
    ['agency of three digits', '000.00.06.H561-231027-5260'],
    ['another letter', '000.00.06.K56-231027-5260'],
    ['two codes', 'H56.14-240823-9083 H56.14-240823-9084'],
    ['nothing', ''],
  ])('null for %s', (_, text) => {
    expect(parseCode(text)).toBeNull();
  });

  it('reads back every code it gives', () => {
    const segment = fc.stringMatching(/^([0-9]{2,3}|[A-Z][0-9])$/);
    const agency = fc.stringMatching(/^[GH][0-9]{2}$/);
    const unit = fc.oneof(
      fc
        .tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), agency)
        .map(([left, last]) => [...left, last].join('.')),
      fc
        .tuple(agency, fc.array(segment, { minLength: 1, maxLength: 4 }))
        .map(([first, rest]) => [first, ...rest].join('.')),
    );
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
    const sequence = fc.stringMatching(/^[0-9]{4,7}$/);
    fc.assert(
      fc.property(unit, day, fc.boolean(), sequence, (left, full, short, number) => {
        const code = `${left}-${short ? full.slice(2) : full}-${number}`;
        expect(parseCode(code.toLowerCase().replaceAll('-', ' – '))?.code).toBe(code);
        const text = `Mã hồ sơ: ${code}, hẹn trả`;
        expect(findCodes(text)).toEqual([{ code, start: 10, end: 10 + code.length }]);
        expect(mayHoldCode(text)).toBe(true);
        expect(parseLocalCode(code)).toBeNull();
      }),
    );
  });
});

describe('findCodes', () => {
  it.each([
    ['a scan’s file name', 'H15.50.05.12-260917-0681-AA 09122325.pdf', ['H15.50.05.12-260917-0681']],
    ['a suffixed file name', 'H15.50.05.12-260917-0681-GT.pdf', ['H15.50.05.12-260917-0681']],
    [
      'a receipt number after it',
      'Mã số hồ sơ: H57.132-260804-0583 - Số phiếu: 26.10229',
      ['H57.132-260804-0583'],
    ],
    [
      'folded text',
      'so ho so: g22.99.08-260921-896048 ngay hen tra du kien: 25/09/2026.',
      ['G22.99.08-260921-896048'],
    ],
    [
      'underscore glue',
      'thue dat_ma ho so 000.00.12.H62-201105-0004_ma so thue 4000100202',
      ['000.00.12.H62-201105-0004'],
    ],
    ['glue without delimiter', 'vnpay38.98.H29-210519-0003300000020190530094744', []],
    ['a longer number', 'H57.132-260804-90931234', []],
    ['a word before', 'maH57.132-260804-9093', []],
    ['a word after', 'H57.132-260804-9093abc', []],
    ['a Vietnamese letter after', 'H57.132-260804-9093đ', []],
    ['more segments before', '1.H57.132-260804-9093', []],
    ['a longer id before', 'INV-H57.132-260804-9093', []],
    ['a longer id after', 'H57.132-260804-9093-01', []],
    ['a document’s number', 'H57.132-260804-9093/TB', []],
    [
      'two in a row',
      'H57.132-260804-9093,H57.132-260804-9094',
      ['H57.132-260804-9093', 'H57.132-260804-9094'],
    ],
    ['two with a space', '53795/2026/07906 H57.132-260804-9094', ['53795/2026/07906', 'H57.132-260804-9094']],
    ['the end of a sentence', 'Đã nhận H57.132-260804-9093.', ['H57.132-260804-9093']],
    ['typed over dots', 'Mã hồ sơ:......H57.132-260804-9093......', ['H57.132-260804-9093']],
    ['a segment cut off before', '.H57.132-260804-9093', []],
    ['a day that does not exist', 'H57.132-261304-9093', []],
    ['a date, not insurance', 'ngày 12/2026/079061', []],
  ])('%s', (_, text, codes) => {
    expect(findCodes(text).map(({ code }) => code)).toEqual(codes);
  });

  it('offsets are those of the text as given, invisible marks and all', () => {
    const text = '\u200bSố: \u200bH15\u200b.50–260626‑\u200b7574\u200b rồi h57.132-260804-9093';
    expect(findCodes(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'H15\u200b.50–260626‑\u200b7574',
      'h57.132-260804-9093',
    ]);
  });

  it.each(LOOKALIKES)('never %s (%s)', (text) => {
    expect(findCodes(text)).toEqual([]);
    expect(findCodes(`Mã: ${text}, ngày 12/03/2026`)).toEqual([]);
    expect(parseCode(text)).toBeNull();
    expect(parseLocalCode(text)).toBeNull();
  });

  it('the gate lets everything through that holds a code', () => {
    const piece = fc.constantFrom(
      'H15',
      '.50',
      '-260626',
      '-7574',
      ' ',
      '\u200b',
      '–',
      'G',
      '1',
      '/2026/',
      '07906',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
        (text) => {
          if (findCodes(text).length) expect(mayHoldCode(text)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the text', () => {
    const nasty = [
      '00.',
      'H15.50',
      '000.00.06.H56-',
      '-260626',
      '53795/2026/',
      '\u200b',
      'H15.50-260626-7574',
    ];
    for (const piece of nasty) {
      const measure = (length: number): number => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const times = Array.from({ length: 7 }, () => {
          const start = performance.now();
          findCodes(text);
          return performance.now() - start;
        });
        return Math.min(...times);
      };
      measure(20_000);
      const [short, long] = [measure(40_000), measure(320_000)];
      // Eight times the text; quadratic work would be 64 times as long. The constant covers the clock's grain.
      expect(long).toBeLessThan(24 * short + 20);
    }
  });
});

describe('parseLocalCode', () => {
  it.each([
    ['letters and date', 'BVH-180420-00012', 'BVH-180420-00012'],
    ['number, year and letters', '0123/2017/BN', '0123/2017/BN'],
    ['lower case', 'tn00125', 'TN00125'],
    ['parts', 'TC00-GGK-0000009', 'TC00-GGK-0000009'],
    ['number and year', '01234/2023', '01234/2023'],
    ['agency without a unit', 'H26-231027-5260', 'H26-231027-5260'],
    ['spaces around', ' XD01-VB-0000123 ', 'XD01-VB-0000123'],
    ['seventeen digits, as tax transactions are', '11020260012345678', '11020260012345678'],
  ])('%s', (_, text, code) => {
    expect(parseLocalCode(text)).toBe(code);
  });

  it.each([
    ['too short', 'TN012'],
    ['too long', 'TN0123456789012345678901234567890'],
    ['two tokens', 'TN 00125'],
    ['no digit', 'CHUA-CO-MA'],
    ['a known shape', 'H56.14-240823-9083'],
    ['a date', '15/01/2024'],
    ['month and year', '01/2024'],
    ['a phone', '0900000000'],
    ['sixteen digits, as cards are', '9704000000000018'],
    ['money', '1.250.000.000.000.000.000'],
    ['a phone with dots', '090.000.0000'],
    ['shorthand of the staff', '17-1436'],
    ['a file', 'scan0012.pdf'],
    ['a known shape with an impossible day', 'H56.14-240231-9083'],
    ['accents', 'HỒSƠ0012'],
  ])('null for %s', (_, text) => {
    expect(parseLocalCode(text)).toBeNull();
  });
});
