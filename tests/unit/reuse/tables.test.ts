import { describe, expect, it } from 'vitest';
import { DATABASE_IDS } from '../../../utils/dossier/database';
import { DATABASES, databaseOf, type PaperId } from '../../../utils/reuse/databases';
import { ROLES } from '../../../utils/reuse/line-roles';
import { cutLine, readTokens } from '../../../utils/reuse/line-words';
import { OTHER_PAPERS, PAPER_NAMES } from '../../../utils/reuse/paper-names';
import { mayNamePaper, namesPaper } from '../../../utils/reuse/phrase-tree';
import { expand } from '../../../utils/reuse/phrases';

describe('a pattern', () => {
  it.each([
    ['a', ['a']],
    ['a b', ['a b']],
    ['(a|b) c', ['a c', 'b c']],
    ['(a)? b', ['a b', 'b']],
    ['a (b|c d)? e', ['a b e', 'a c d e', 'a e']],
    ['(a|b (c)?) d', ['a d', 'b c d', 'b d']],
  ])('%s', (pattern, phrases) => {
    expect(expand(pattern).sort()).toEqual([...phrases].sort());
  });
});

describe('the tables', () => {
  const names = PAPER_NAMES.flatMap((paper) => [
    ...paper.names,
    ...(paper.loose ?? []),
    ...(paper.copied ?? []),
    ...(paper.tails ?? []),
    ...(paper.byProcedure ?? []),
  ]);
  const all = [...names, ...OTHER_PAPERS, ...Object.values(ROLES).flat()];

  it('no phrase is so long that it quotes a line', () => {
    const long = all.flatMap(expand).filter((phrase) => phrase.split(' ').length > 13);
    expect(long).toEqual([]);
  });

  it('every name passes the quick test, in a sentence too', () => {
    const phrases = PAPER_NAMES.flatMap(({ names: own, loose = [] }) => [...own, ...loose]).flatMap(expand);
    const missed = phrases.filter((phrase) => {
      const text = `Nộp ${phrase} tại nơi tiếp nhận`;
      return !mayNamePaper(readTokens(text)) || !namesPaper(cutLine(text));
    });
    expect(missed).toEqual([]);
  });

  it('every paper of the databases has names, and every named paper a database', () => {
    const papers = DATABASES.flatMap(({ papers: own }) => own);
    expect(PAPER_NAMES.map(({ paper }) => paper).sort()).toEqual([...papers].sort());
    for (const paper of papers) expect(databaseOf(paper).papers).toContain(paper);
    expect(() => databaseOf('passport' as PaperId)).toThrow('passport');
  });

  it('the databases are those that policy knows', () => {
    expect(DATABASES.map(({ id }) => id).sort()).toEqual([...DATABASE_IDS].sort());
  });
});
