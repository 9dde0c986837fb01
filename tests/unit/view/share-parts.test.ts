import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareParts } from '../../../utils/view/share-parts';

it('says the same as before, whatever a view holds', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (views) => {
      const before = JSON.stringify(views);
      expect(JSON.stringify(shareParts(views))).toBe(before);
    }),
  );
});

it('equal parts of different views are one, different parts are not', () => {
  const view = (code: string) => ({
    code,
    lines: [
      { system: 'coordination', url: '/' },
      { system: code, url: '/' },
    ],
  });
  const [a, b] = shareParts([view('A'), view('B')]);
  expect(a?.lines[0]).toBe(b?.lines[0]);
  expect(a?.lines[1]).toEqual({ system: 'A', url: '/' });
  expect(b?.lines[1]).toEqual({ system: 'B', url: '/' });
});
