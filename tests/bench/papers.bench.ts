/**
 * Component lines to papers, on one core: 10,000 lines, lines that grow, and the slices in which a page is matched.
 * Lines are those of the tests, made as long as real ones are (150 characters in the middle, 500 in the long tail).
 */

import { ROLES } from '../../utils/reuse/line-roles';
import { matchInSlices } from '../../utils/reuse/match-in-slices';
import { matchPapers } from '../../utils/reuse/match-papers';
import { OTHER_PAPERS, PAPER_NAMES } from '../../utils/reuse/paper-names';
import { expand } from '../../utils/reuse/phrases';
import { clearLines, type LabelledLine } from '../unit/reuse/figures';
import { type BenchSection, median } from './section';

const LINES = 10_000;
const ROUNDS = 7;
/** Words that name no paper, as real lines go on. */
const FILLER =
  ' theo quy định tại khoản 2 Điều 14 Nghị định của Chính phủ về thủ tục hành chính và dịch vụ công trực tuyến;';

function manyLines(): LabelledLine[] {
  const own = clearLines(new URL('../unit/reuse/lines.jsonl', import.meta.url));
  const lines = Array.from({ length: LINES }, (_, at) => {
    const line = own[at % own.length] ?? { text: '', papers: [] };
    // As in real dossiers, three lines in four name none of these papers.
    const text = at % 4 ? `${at}.${FILLER.repeat(1 + (at % 3))}` : `${line.text}${FILLER.repeat(at % 5)}`;
    return { ...line, text };
  });
  // Joined texts are put together when they are first read: a page's texts are whole.
  return JSON.parse(JSON.stringify(lines));
}

/** Processor time of this process in ms: what other processes do does not count. */
function timeOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const least = (run: () => void) => Math.min(...Array.from({ length: ROUNDS }, () => timeOf(run)));

/** The same text read once by the machine's own means. */
function base(lines: readonly LabelledLine[]): number {
  let words = 0;
  for (const { text } of lines)
    words += text
      .normalize('NFD')
      .toLowerCase()
      .split(/[\s,;:()]+/u).length;
  return words;
}

/** A small generator, so that every run fuzzes the same lines. */
function* random(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Pieces of phrases, marks and noise that no table foresees. */
function fuzzedPieces(count: number): string[] {
  const numbers = random(66.7 * 1000);
  const next = (below: number) => Math.floor((numbers.next().value ?? 0) * below);
  const phrases = [
    ...PAPER_NAMES.flatMap(({ names, loose = [], copied = [] }) => [...names, ...loose, ...copied]),
    ...OTHER_PAPERS,
    ...Object.values(ROLES).flat(),
  ].flatMap(expand);
  const marks = [' ', ', ', '; ', ': ', '(', ')', ' / ', ' - ', '\n', ' giấy ', ' số ', ' xyz '];
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + next(4) }, () => {
      const phrase = phrases[next(phrases.length)] ?? '';
      // Broken off in the middle: the tree is walked in vain.
      const kept = next(3) ? phrase : phrase.slice(0, 1 + next(phrase.length));
      return kept + (marks[next(marks.length)] ?? '');
    }).join(''),
  );
}

/** How much longer a line eight times as long takes than eight times the short one: 1 is linear, 8 the square. */
function growth(piece: string): number {
  const length = 40_000;
  const short = piece.repeat(Math.ceil(length / piece.length));
  const long = piece.repeat(Math.ceil((8 * length) / piece.length));
  const once = () => {
    const shortTime = Math.min(...[1, 2, 3].map(() => timeOf(() => matchPapers(short))));
    const longTime = Math.min(...[1, 2, 3].map(() => timeOf(() => matchPapers(long))));
    // Below a millisecond the clock decides.
    return longTime / (8 * Math.max(shortTime, 1));
  };
  matchPapers(short);
  const first = once();
  return first < 2 ? first : Math.min(first, once(), once());
}

/** The longest stretch without a pause while a page of this many lines is matched, in ms. */
async function longestSlice(lines: readonly LabelledLine[]): Promise<number> {
  let longest = 0;
  let from = performance.now();
  const pause = async () => {
    longest = Math.max(longest, performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve));
    from = performance.now();
  };
  await matchInSlices(lines, undefined, pause);
  return Math.max(longest, performance.now() - from);
}

const papers: BenchSection = {
  name: 'papers',
  async run() {
    const lines = manyLines();
    const cold = timeOf(() => {
      for (const { text, procedure } of lines) matchPapers(text, { procedure });
    });
    const warm = least(() => {
      for (const { text, procedure } of lines) matchPapers(text, { procedure });
    });
    const walked = least(() => base(lines));
    const page = lines.slice(0, 500);
    const slices: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) slices.push(await longestSlice(page));
    return [
      { what: '10,000 component lines, first pass of a process', value: cold, unit: 'ms', atMost: 400 },
      { what: '10,000 component lines', value: warm, unit: 'ms', atMost: 400 },
      { what: '10,000 component lines / normalise and split', value: warm / walked, unit: '×', atMost: 8 },
      {
        what: 'a line 8 times as long, worst of 120 fuzzed / 8 times the short one',
        value: Math.max(...fuzzedPieces(120).map(growth)),
        unit: '×',
        atMost: 3,
      },
      {
        what: 'longest slice of a page of 500 lines, middle of 7',
        value: median(slices),
        unit: 'ms',
        atMost: 16,
      },
    ];
  },
};

export default papers;
