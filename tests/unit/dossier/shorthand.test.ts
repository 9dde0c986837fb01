/** The staff's shorthand of codes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShorthand, shorthandOf } from '../../../utils/dossier/shorthand';

describe('parseShorthand', () => {
  it.each([
    ['as staff write it', '17-1436', '17-1436'],
    ['with spaces', ' 17 - 1436 ', '17-1436'],
    ['with another dash', '17–1436', '17-1436'],
    ['a long sequence', '08-896048', '08-896048'],
    ['no such day', '32-1436', null],
    ['day nought', '00-1436', null],
    ['a short sequence', '17-143', null],
    ['a date', '17-10-2026', null],
    ['a code', 'H26.14-261102-0011', null],
    ['a number in words', 'số 17-1436', null],
  ])('%s', (_, text, short) => {
    expect(parseShorthand(text)).toBe(short);
  });
});

describe('shorthandOf', () => {
  it.each([
    ['H15.50.05.12-260917-1436', '17-1436'],
    ['G09.20-20260609-8955597', '09-8955597'],
    ['03706/2026/07906', null],
    ['TNMT-2026-00123', null],
  ])('%s → %s', (code, short) => {
    expect(shorthandOf(code)).toBe(short);
  });

  it('is read again as itself', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1000, max: 9_999_999 }), (date, sequence) => {
        const code = `H26.14-${date.toISOString().slice(2, 10).replaceAll('-', '')}-${sequence}`;
        const short = shorthandOf(code) ?? '';
        expect(parseShorthand(short)).toBe(short);
      }),
    );
  });
});
