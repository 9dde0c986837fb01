import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPapers } from '../../../utils/reuse/match-papers';
import { PAPER_NAMES } from '../../../utils/reuse/paper-names';
import { expand } from '../../../utils/reuse/phrases';
import { CASES as LINES } from './cases';
import { OWNER_CASES } from './owner-cases';

const CASES = [...LINES, ...OWNER_CASES];

const sorted = (papers: readonly string[]) => [...papers].sort();

describe('the papers of a line', () => {
  it.each(CASES)('$reason: $text', ({ text, papers, procedure, surrendered, back }) => {
    const match = matchPapers(text, { procedure });
    expect(sorted(match.papers)).toEqual(sorted(papers));
    expect(match.surrendered).toBe(surrendered ?? false);
    expect(match.handedBack).toEqual(back ?? (surrendered ? papers : []));
  });

  it('works as its own comment says', () => {
    const { why } = matchPapers(
      'Đơn đề nghị cấp lại thẻ căn cước (kèm theo bản sao giấy khai sinh); số giấy phép lái xe',
    );
    expect(why).toEqual([
      { paper: 'identity-card', words: 'thẻ căn cước', rule: 'output' },
      { paper: 'birth-certificate', words: 'giấy khai sinh', rule: 'asked' },
      { paper: 'driving-licence', words: 'giấy phép lái xe', rule: 'number-only' },
    ]);
  });

  it('quotes the line itself, also when it was not composed', () => {
    const text = 'Bản sao  Giấy Chứng nhận KẾT HÔN'.normalize('NFD');
    expect(matchPapers(text).why.map(({ words }) => words)).toEqual(['Giấy Chứng nhận KẾT HÔN']);
  });
});

describe('however it is typed', () => {
  const anyCase = fc.constantFrom(...CASES);

  it('the same in capitals, not composed, and with more space', () => {
    fc.assert(
      fc.property(anyCase, ({ text, procedure }) => {
        const { papers, surrendered } = matchPapers(text, { procedure });
        for (const typed of [
          text.toUpperCase(),
          text.normalize('NFD'),
          `  ${text.replaceAll(' ', ' \n\u00a0')}\n`,
        ]) {
          expect(matchPapers(typed, { procedure })).toMatchObject({ papers, surrendered });
        }
      }),
    );
  });

  it('two sentences ask for the papers of both', () => {
    // A line is typed with accents or without: the two are not mixed.
    const accented = anyCase.filter(({ reason }) => !reason.startsWith('no accents'));
    fc.assert(
      fc.property(accented, accented, (one, two) => {
        const both = matchPapers(`${one.text}. ${two.text}`).papers;
        expect(sorted(both)).toEqual(
          sorted([...new Set([...matchPapers(one.text).papers, ...matchPapers(two.text).papers])]),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('any text gets an answer whose words stand in it', () => {
    const names = PAPER_NAMES.flatMap((paper) => paper.names.flatMap(expand));
    const piece = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom('(', ')', ';', ',', 'số', 'bản sao', 'không phải nộp', 'hoặc', 'nước ngoài cấp'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const { papers, why } = matchPapers(text);
        for (const { words } of why) expect(text.normalize('NFC')).toContain(words);
        const counted = why.filter(({ rule }) => rule === 'asked').map(({ paper }) => paper);
        expect(papers).toEqual([...new Set(counted)]);
      }),
    );
  });
});

/** Milliseconds of this process, the least of several runs: the machine may be busy. */
function leastTime(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('time grows with the line', () => {
  const PIECES: [reason: string, piece: string][] = [
    ['names', 'thẻ căn cước '],
    ['names in one list', 'bản sao giấy khai sinh, '],
    ['bare names in one list', 'khai sinh, '],
    ['open brackets', '(giấy khai sinh '],
    ['closed brackets', '(giấy khai sinh) '],
    ['names from abroad', 'giấy khai sinh nước ngoài cấp '],
    ['names that stand elsewhere', 'giấy khai sinh nêu trên '],
    ['names of which only the number is wanted', 'cccd (chỉ cần số) '],
    ['results', 'kết quả: giấy khai sinh '],
    ['originals', 'bản gốc sổ đỏ, '],
    ['a word that begins many phrases', 'giấy '],
    ['the longest phrase, broken off', 'một trong các loại giấy chứng nhận '],
    ['marks', ';-('],
    ['new words', 'xyz'],
  ];

  it.each(PIECES)('%s', (_, piece) => {
    const [short, long] = [piece.repeat(3000), piece.repeat(24_000)];
    matchPapers(short);
    // Eight times as long may take eight times as long; sixty-four would be the square. A busy machine gets more tries.
    const keeps = () => leastTime(() => matchPapers(long)) < 24 * leastTime(() => matchPapers(short)) + 8;
    expect(keeps() || keeps() || keeps()).toBe(true);
  });
});
