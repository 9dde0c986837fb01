/** Lines with the papers they ask for as people labelled them, and how well the matcher does on them. */
import { readFileSync } from 'node:fs';
import { matchPapers } from '../../../utils/reuse/match-papers';

export interface LabelledLine {
  text: string;
  papers: string[];
  procedure?: string;
  /** The text is to be decomposed: files of lines are kept composed. */
  nfd?: boolean;
  ambiguous?: boolean;
  context_needed?: boolean;
  original_surrendered?: boolean;
}

/** The lines of a file that one answer fits. */
export function clearLines(file: URL): LabelledLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((source): LabelledLine => JSON.parse(source))
    .filter((line) => !line.ambiguous && !line.context_needed)
    .map((line) => (line.nfd ? { ...line, text: line.text.normalize('NFD') } : line));
}

/** Shares of lines wholly right, of named papers that are asked for, and of asked papers that are named; each paper apart. */
export function figures(lines: LabelledLine[]) {
  const byPaper = new Map<string, { right: number; missed: number; wrong: number }>();
  const count = (paper: string, what: 'right' | 'missed' | 'wrong') => {
    const counts = byPaper.get(paper) ?? { right: 0, missed: 0, wrong: 0 };
    counts[what] += 1;
    byPaper.set(paper, counts);
  };
  let exact = 0;
  for (const { text, papers, procedure } of lines) {
    const got = new Set<string>(matchPapers(text, { procedure }).papers);
    for (const paper of papers) count(paper, got.has(paper) ? 'right' : 'missed');
    for (const paper of got) if (!papers.includes(paper)) count(paper, 'wrong');
    if (got.size === new Set(papers).size && papers.every((paper) => got.has(paper))) exact += 1;
  }
  const total = (what: 'right' | 'missed' | 'wrong') =>
    [...byPaper.values()].reduce((sum, counts) => sum + counts[what], 0);
  const right = total('right');
  return {
    exact: exact / lines.length,
    precision: right / (right + total('wrong')),
    recall: right / (right + total('missed')),
    byPaper: Object.fromEntries([...byPaper].sort(([one], [two]) => one.localeCompare(two))),
  };
}
