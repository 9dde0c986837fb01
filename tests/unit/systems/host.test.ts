import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostFits, parseHost } from '../../../utils/systems/host';

describe('a host name', () => {
  test.each<[string, string | null, string]>([
    ['dichvucong.gov.vn', 'dichvucong.gov.vn', 'plain'],
    [' Motcua.MOH.gov.vn ', 'motcua.moh.gov.vn', 'any case, blanks around'],
    ['*.vbdlis.vn', '*.vbdlis.vn', 'a domain with all below it'],
    ['*.hanoi.gov.vn', '*.hanoi.gov.vn', "a province's own domain"],
    ['qlvb-2.xn--hni-8na.vn', 'qlvb-2.xn--hni-8na.vn', 'punycode'],
    ['https://dichvucong.gov.vn', null, 'a scheme'],
    ['dichvucong.gov.vn/', null, 'a path'],
    ['dichvucong.gov.vn:443', null, 'a port'],
    ['dichvucong.gov.vn.', null, 'a dot at the end'],
    ['dichvucong..vn', null, 'an empty label'],
    ['-a.gov.vn', null, 'a hyphen in front'],
    ['a_b.gov.vn', null, 'an underscore'],
    ['đấtđai.gov.vn', null, 'letters outside ASCII'],
    ['localhost', null, 'one label'],
    ['10.0.0.1', null, 'an address of numbers'],
    ['[::1]', null, 'an address of numbers'],
    ['*', null, 'everything'],
    ['*.vn', null, 'a whole country'],
    ['*.gov.vn', null, 'all of the government'],
    ['gov.vn', null, 'nobody owns it'],
    ['*.com.vn', null, "a registry's suffix"],
    ['a.*.gov.vn', null, 'a star inside'],
    ['*.*.gov.vn', null, 'two stars'],
    ['*dichvucong.gov.vn', null, 'a star without its dot'],
    ['', null, 'nothing'],
    [`${'a'.repeat(64)}.gov.vn`, null, 'a label too long'],
    [`${'a.'.repeat(130)}vn`, null, 'a name too long'],
  ])('%s → %s (%s)', (text, host) => {
    expect(parseHost(text)).toBe(host);
  });

  /** Made of the characters that matter here: fast-check's own domains are ten times slower. */
  const hostLike = fc
    .string({ unit: fc.constantFrom(...'ab0-.*_:/@Aé '), maxLength: 14 })
    .map((text) => `${text}.vn`);

  test('what is taken is a host for the browser too, and parses to itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), hostLike), (text) => {
        const host = parseHost(text);
        if (host === null) return;
        expect(parseHost(host)).toBe(host);
        expect(new URL(`https://${host.replace('*.', 'x.')}/`).hostname).toBe(host.replace('*.', 'x.'));
      }),
    );
  });
});

test.each([
  ['a.gov.vn', 'a.gov.vn', true],
  ['a.gov.vn', 'b.a.gov.vn', false],
  ['*.a.gov.vn', 'b.a.gov.vn', true],
  ['*.a.gov.vn', 'c.b.a.gov.vn', true],
  ['*.a.gov.vn', 'a.gov.vn', true],
  ['*.a.gov.vn', 'xa.gov.vn', false],
])('%s covers %s: %s', (pattern, host, fits) => {
  expect(hostFits(pattern, host)).toBe(fits);
});
