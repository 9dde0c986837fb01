import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAtOf } from '../../../utils/lookup/retry-after';

const NOW = Date.UTC(2026, 10, 22, 3);
const MINUTE_S = 60;
const DAY_S = 86_400;

describe('a host says when to come back', () => {
  it.each<[string, string | null, number]>([
    ['seconds', '30', 30],
    ['at once', '0', 0],
    ['with spaces around it', ' 120 ', 120],
    ['a day', '86400', DAY_S],
    ['more than a day: a day', '86401', DAY_S],
    ['a number beyond all numbers: a day', '9'.repeat(400), DAY_S],
    ['a date', 'Sun, 22 Nov 2026 03:05:00 GMT', 300],
    ['a date in the form of the eighties', 'Sunday, 22-Nov-26 03:05:00 GMT', 300],
    ['a date as C writes it, which is GMT', 'Sun Nov 22 03:05:00 2026', 300],
    ['a date in small letters', 'sun, 22 nov 2026 03:05:00 gmt', 300],
    ['a date with a zone of its own', 'Sun, 22 Nov 2026 10:05:00 +0700', 300],
    ['a date with a zone told from GMT', 'Sun, 22 Nov 2026 10:05:00 GMT+0700', 300],
    ['a date with another name of GMT', 'Sun, 22 Nov 2026 03:05:00 UTC', 300],
    ['a date that is past: at once', 'Sun, 22 Nov 2026 02:59:00 GMT', 0],
    ['a date in years: a day', 'Wed, 01 Jan 2098 00:00:00 GMT', DAY_S],
    ['no header', null, MINUTE_S],
    ['nothing in it', '', MINUTE_S],
    ['a word', 'soon', MINUTE_S],
    ['a word and a number', 'soon 5', MINUTE_S],
    ['a number with a unit', '30s', MINUTE_S],
    ['a fraction', '1.5', MINUTE_S],
    ['less than nothing', '-1', MINUTE_S],
    ['two headers made one', '30, 60', MINUTE_S],
    ['a day that is none', 'Sun, 52 Nov 2026 03:05:00 GMT', MINUTE_S],
    ['a time that is no HTTP date', '2026-11-22T03:05:00Z', MINUTE_S],
  ])('%s', (_, header, seconds) => {
    expect((Date.parse(retryAtOf(header, NOW)) - NOW) / 1_000).toBe(seconds);
  });

  it('whatever it says, not before now and at most a day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat().map(String), fc.date().map(String)), (header) => {
        const wait = Date.parse(retryAtOf(header, NOW)) - NOW;
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(DAY_S * 1_000);
      }),
    );
  });
});
