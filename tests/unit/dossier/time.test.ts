import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTime, nowInstant, parseTime, showTime, toInstant } from '../../../utils/dossier/time';

describe('parseTime', () => {
  it.each([
    ['22/11/2026', '2026-11-22'],
    ['2/1/2026', '2026-01-02'],
    ['22-11-2026', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    ['22/11/2026 10:32', '2026-11-22T10:32'],
    ['22/11/2026 10:32:05', '2026-11-22T10:32:05'],
    ['22/11/2026, 10:32', '2026-11-22T10:32'],
    ['22/11/2026 - 10:32', '2026-11-22T10:32'],
    ['22/11/2026 lúc 10:32', '2026-11-22T10:32'],
    ['10:56 13/03/2026', '2026-03-13T10:56'],
    ['17h00 ngày 22/11/2026', '2026-11-22T17:00'],
    ['10h 22/11/2026', '2026-11-22T10:00'],
    ['17 giờ 30 phút, ngày 5/3/2026', '2026-03-05T17:30'],
    ['ngày 22 tháng 11 năm 2026', '2026-11-22'],
    ['22 thg 11 2026', '2026-11-22'],
    ['  Ngày\u00a022/11/2026 ', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22T10:32', '2026-11-22T10:32'],
    ['2026-11-22 10:32:05', '2026-11-22T10:32:05'],
    ['2026-03-13T06:00:00.000+0700', '2026-03-13T06:00'],
    ['2026-03-12T17:00:00.000+0000', '2026-03-13T00:00'],
    ['2026-03-12T23:30:00Z', '2026-03-13T06:30'],
  ])('%s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each([
    ['an empty text', ''],
    ['a dash', '-'],
    ['a placeholder', 'dd/MM/yyyy'],
    ['31 February', '31/02/2026'],
    ['month 13, never month first', '03/13/2026'],
    ['29 February of a common year', '29/02/2025'],
    ['hour 24', '22/11/2026 24:00'],
    ['minute 60', '22/11/2026 10:60'],
    ['the empty date of .NET', '0001-01-01T00:00:00'],
    ['a two-digit year', '22/11/26'],
    ['mixed separators', '22/11-2026'],
    ['words around', 'trước 22/11/2026'],
    ['two dates', '22/11/2026 23/11/2026'],
    ['a number', '20261122'],
    ['a remaining time', 'Còn 5 ngày'],
    ['an offset that no zone has', '2026-11-22T10:32:00+25:00'],
    ['an offset of 99 minutes', '2026-11-22T10:32:00+07:99'],
    ['a very long text', `${' '.repeat(90)}22/11/2026`],
  ])('null for %s', (_, text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('gives the same local time whatever the grammar', () => {
    const moment = fc.date({
      min: new Date('2015-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const ms = Math.floor(date.getTime() / 60_000) * 60_000;
        const local = new Date(ms + 7 * 3_600_000).toISOString();
        const [y, m, d, clock] = [
          local.slice(0, 4),
          local.slice(5, 7),
          local.slice(8, 10),
          local.slice(11, 16),
        ];
        const time = `${y}-${m}-${d}T${clock}`;
        expect(parseTime(`${d}/${m}/${y} ${clock}`)).toBe(time);
        expect(parseTime(`${clock} ${Number(d)}/${Number(m)}/${y}`)).toBe(time);
        expect(parseTime(nowInstant(ms))).toBe(time);
        expect(localTime(ms)).toBe(time);
        expect(toInstant(time)).toBe(ms);
        expect(toInstant(nowInstant(ms))).toBe(ms);
        expect(showTime(nowInstant(ms))).toBe(`${clock} ${d}/${m}/${y}`);
      }),
    );
  });

  it('any text gives null or a time that reads back as itself', () => {
    const part = fc.constantFrom(
      '22',
      '/',
      '11',
      '2026',
      ' ',
      '10',
      ':',
      '32',
      'ngày',
      'h',
      'T',
      'Z',
      '-',
      '+07',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 12 }).map((all) => all.join('')),
        ),
        (text) => {
          const time = parseTime(text);
          if (time) {
            expect(parseTime(time)).toBe(time);
            expect(Number.isFinite(toInstant(time))).toBe(true);
          }
        },
      ),
    );
  });
});

describe('toInstant', () => {
  it.each([
    ['a bare date at its start', '2026-03-12', 'start', '2026-03-11T17:00:00.000Z'],
    ['a bare date at its end', '2026-03-12', 'end', '2026-03-12T16:59:59.999Z'],
    ['a clock is Vietnam’s', '2026-03-12T08:30', 'end', '2026-03-12T01:30:00.000Z'],
    ['an offset counts', '2026-03-12T08:30:00+09:00', 'start', '2026-03-11T23:30:00.000Z'],
    ['milliseconds count', '2026-03-12T08:30:00.250Z', 'start', '2026-03-12T08:30:00.250Z'],
  ] as const)('%s', (_, time, dateOnly, instant) => {
    expect(nowInstant(toInstant(time, dateOnly))).toBe(instant);
  });

  it('NaN for what is no time', () => {
    expect(toInstant('hôm nay')).toBeNaN();
    for (const odd of ['2026-13-01', '2026-0x-01', '2026-00-10', '2026-11-00']) {
      expect(toInstant(`${odd}T02:00:00.000Z`)).toBeNaN();
    }
    for (const odd of ['25:00:00.000', '02:60:00.000', '02:00:61.000', '0::00:00.000', '02:00:00.00x']) {
      expect(toInstant(`2026-11-10T${odd}Z`)).toBeNaN();
    }
  });

  it('reads stored instants as the engine does, on every day of every kind of year', () => {
    for (let ms = Date.UTC(1899, 0, 1, 23, 59, 59, 999); ms < Date.UTC(2101, 0, 2); ms += 86_399_123) {
      const text = new Date(ms).toISOString();
      if (toInstant(text) !== ms) expect([text, toInstant(text)]).toEqual([text, ms]);
    }
  });
});

describe('showTime', () => {
  it.each([
    ['2026-11-22', '22/11/2026'],
    ['2026-11-22T10:32', '10:32 22/11/2026'],
    ['2026-11-22T20:00:00Z', '03:00 23/11/2026'],
  ])('%s', (time, shown) => {
    expect(showTime(time)).toBe(shown);
  });
});
