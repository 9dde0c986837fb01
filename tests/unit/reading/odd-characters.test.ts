// @vitest-environment happy-dom
/** Characters that are not seen, or turn the direction of writing: what a person reads there is what is read. */
import { expect, it } from 'vitest';
import { PARSED_VISIBILITY } from '../../../utils/reading';
import { readPage } from '../../../utils/reading/read-page';

const CODE = 'H26.14-261105-0001';

function read(html: string) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { dossiers } = readPage(page, { visibility: PARSED_VISIBILITY });
  return dossiers.map(({ reading: { code, statusText, receivedAt } }) => ({ code, statusText, receivedAt }));
}

const list = (code: string, status: string, day: string) =>
  `<table><tr><th>Mã hồ sơ</th><th>Ngày tiếp nhận</th><th>Trạng thái</th></tr>
   <tr><td>${code}</td><td>${day}</td><td>${status}</td></tr></table>`;
const card = (code: string, status: string, day: string) =>
  `<div><p>Mã hồ sơ: ${code}</p><p>Ngày tiếp nhận: ${day}</p><p>Trạng thái: ${status}</p></div>`;

const between = (text: string, mark: string) => [...text].join(mark);
const around = (text: string, before: string, after: string) => before + text + after;

const ODD: [name: string, spoil: (text: string) => string][] = [
  ['zero-width spaces between all characters', (text) => between(text, '\u200b')],
  ['word joiners', (text) => between(text, '\u2060')],
  ['soft hyphens', (text) => between(text, '\u00ad')],
  ['a mark of the order of bytes in front', (text) => `\ufeff${text}`],
  ['left-to-right marks around', (text) => around(text, '\u200e', '\u200e')],
  ['right-to-left marks around', (text) => around(text, '\u200f', '\u200f')],
  ['embedded left to right', (text) => around(text, '\u202a', '\u202c')],
  ['isolated', (text) => around(text, '\u2068', '\u2069')],
  ['hard spaces around', (text) => around(text, '\u00a0', '\u00a0')],
  ['letters taken apart', (text) => text.normalize('NFD')],
];

const SHAPES = { list, card } satisfies Record<string, typeof list>;
const cases = ODD.flatMap(([name, spoil]) =>
  Object.entries(SHAPES).map(([shape, make]) => [name, shape, spoil, make] as const),
);

it.each(cases)('%s, in a %s', (_, __, spoil, make) => {
  const html = make(spoil(CODE), spoil('Đang xử lý'), spoil('05/11/2026'));
  expect(read(html)).toEqual([{ code: CODE, statusText: expect.any(String), receivedAt: '2026-11-05' }]);
  expect(read(html)[0]?.statusText?.normalize('NFC')).toBe('Đang xử lý');
});

it.each(Object.entries(SHAPES))('full-width figures of a code, in a %s', (_, make) => {
  expect(read(make('Ｈ２６.14-261105-0001', 'Đang xử lý', '05/11/2026'))[0]?.code).toBe(CODE);
});

it.each(Object.entries(SHAPES))('a page written from right to left, in a %s', (_, make) => {
  const html = `<html dir="rtl"><body>${make(CODE, 'Đang xử lý', '05/11/2026')}</body></html>`;
  expect(read(html)).toEqual([{ code: CODE, statusText: 'Đang xử lý', receivedAt: '2026-11-05' }]);
});

it('text that is turned around by an override is no code', () => {
  const turned = [...CODE].reverse().join('');
  expect(
    read(card(`\u202e${turned}\u202c`, 'Đang xử lý', '05/11/2026')).map(({ code }) => code),
  ).not.toContain(CODE);
});

it('nothing but characters that are not seen', () => {
  expect(read(card('\u200b\u200b', '\u200f', '\u2060'))).toEqual([]);
});
