/**
 * How well the matcher does on real lines that people labelled. They stand beside the project, not in it; without them
 * there is nothing to measure, and the test says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchPapers } from '../../../utils/reuse/match-papers';

const LABELLED = new URL('../../../../shared/papers/labelled.jsonl', import.meta.url);

interface Labelled {
  text: string;
  papers: string[];
  procedure?: string;
  ambiguous?: boolean;
  context_needed?: boolean;
  original_surrendered?: boolean;
}

function figures(rows: Labelled[]) {
  const byPaper = new Map<string, { right: number; missed: number; wrong: number }>();
  const count = (paper: string, what: 'right' | 'missed' | 'wrong') => {
    const counts = byPaper.get(paper) ?? { right: 0, missed: 0, wrong: 0 };
    counts[what] += 1;
    byPaper.set(paper, counts);
  };
  let exact = 0;
  for (const { text, papers, procedure } of rows) {
    const got = new Set<string>(matchPapers(text, { procedure }).papers);
    for (const paper of papers) count(paper, got.has(paper) ? 'right' : 'missed');
    for (const paper of got) if (!papers.includes(paper)) count(paper, 'wrong');
    if (got.size === new Set(papers).size && papers.every((paper) => got.has(paper))) exact += 1;
  }
  const total = (what: 'right' | 'missed' | 'wrong') =>
    [...byPaper.values()].reduce((sum, counts) => sum + counts[what], 0);
  const right = total('right');
  return {
    exact: exact / rows.length,
    precision: right / (right + total('wrong')),
    recall: right / (right + total('missed')),
    byPaper: Object.fromEntries([...byPaper].sort(([one], [two]) => one.localeCompare(two))),
  };
}

describe('the labelled lines', () => {
  if (!existsSync(LABELLED)) {
    it('are not beside the project: nothing measured', () => {
      expect(existsSync(LABELLED)).toBe(false);
    });
    return;
  }
  const rows = readFileSync(LABELLED, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Labelled => JSON.parse(line));
  const clear = rows.filter((row) => !row.ambiguous && !row.context_needed);

  it('are matched', () => {
    const { byPaper, ...overall } = figures(clear);
    console.table(byPaper);
    console.table({ [`${clear.length} lines`]: overall });
    expect(overall.exact).toBeGreaterThanOrEqual(0.97);
    expect(overall.precision).toBeGreaterThanOrEqual(0.97);
    expect(overall.recall).toBeGreaterThanOrEqual(0.97);
  });

  it('say which originals are handed back', () => {
    const wrong = clear.filter(
      ({ text, procedure, original_surrendered: back = false }) =>
        matchPapers(text, { procedure }).surrendered !== back,
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});
