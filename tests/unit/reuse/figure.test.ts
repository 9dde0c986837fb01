/**
 * How well the matcher does on lines whose papers were labelled before it ran: our own of many fields in `lines.jsonl`,
 * and real ones, which stand beside the project where they are there at all.
 */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchPapers } from '../../../utils/reuse/match-papers';
import { clearLines, figures } from './figures';

const FILES = [
  new URL('lines.jsonl', import.meta.url),
  new URL('../../../../shared/papers/labelled.jsonl', import.meta.url),
].filter((file) => existsSync(file));

describe.each(FILES)('the lines of %s', (file) => {
  const lines = clearLines(file);

  it('are matched', () => {
    const { byPaper, ...overall } = figures(lines);
    console.table(byPaper);
    console.table({ [`${lines.length} lines`]: overall });
    expect(overall.exact).toBeGreaterThanOrEqual(0.97);
    expect(overall.precision).toBeGreaterThanOrEqual(0.97);
    expect(overall.recall).toBeGreaterThanOrEqual(0.97);
  });

  it('say which originals are handed back', () => {
    const wrong = lines.filter(
      ({ text, procedure, original_surrendered: back = false }) =>
        matchPapers(text, { procedure }).surrendered !== back,
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

it('our own lines are there', () => expect(FILES.length).toBeGreaterThan(0));
