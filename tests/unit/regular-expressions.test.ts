/** No text of a page, however made, keeps a regular expression or a parser busy beyond its length. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findCodes, parseCode, parseLocalCode } from '../../utils/dossier/code';
import { classifyStatus } from '../../utils/dossier/status';
import { procedureOf, statusOf, timesIn } from '../../utils/reading/field-values';
import { Labels } from '../../utils/reading/labels';
import { maskLabel } from '../../utils/reading/mask-field';
import { matchPapers } from '../../utils/reuse/match-papers';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROOMS = ['utils', 'entrypoints', 'components'];

/** What expressions of this project repeat over: letters, digits, spaces, signs, words of labels and states. */
const PIECES = [
  ...['a', 'A', 'à', ' ', '0', '1', '-', '—', '.', '...', ',', '/', '(', ')', '[', '_', '"', '*', '\n'],
  ...['a ', 'a:', '1 ', '1/', '1.', '; ', ': ', 'Ab ', 'H26.', 'ho so ', 'đã ', '12/11/2026 '],
];
const SHORT = 1_000;
const LONG = 8_000;
/** Eight times the text is eight times the work; quadratic work is sixty-four times. */
const RATIO = 25;
/** Below this (ms) the clock and the collector of garbage are all that is measured. */
const NOTHING = 10;

const literals = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => literalsOf(join(room, name))),
);

function literalsOf(path: string): { where: string; expression: RegExp }[] {
  const found: { where: string; expression: RegExp }[] = [];
  const source = ts.createSourceFile(
    path,
    readFileSync(join(ROOT, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const text = node.getText();
      const end = text.lastIndexOf('/');
      const flags = text.slice(end + 1).replace(/[gy]/g, '');
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ where: `${path}:${line}`, expression: new RegExp(text.slice(1, end), flags) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The pieces over which the work grows faster than the text. */
function slowOver(work: (text: string) => unknown): string[] {
  return PIECES.flatMap((piece) => ['', 'x'].map((first) => ({ first, piece })))
    .filter(({ first, piece }) => {
      const took = (length: number, runs: number): number => {
        // The last character fits nothing: all ways to the end are tried.
        const text = `${first}${piece.repeat(Math.ceil(length / piece.length))}\u0001`;
        let best = Number.POSITIVE_INFINITY;
        for (let run = 0; run < runs && best > NOTHING / 20; run++) {
          const start = performance.now();
          work(text);
          best = Math.min(best, performance.now() - start);
        }
        return best;
      };
      if (took(LONG, 1) < NOTHING) return false;
      const [short, long] = [took(SHORT, 5), took(LONG, 5)];
      return long > NOTHING && long > RATIO * short;
    })
    .map(({ first, piece }) => JSON.stringify(first + piece));
}

describe('texts made to keep it busy', () => {
  it('finds the expressions of all rooms', () => {
    expect(literals.length).toBeGreaterThan(300);
  });

  it('sees an expression that is quadratic', { timeout: 60_000 }, () => {
    expect(slowOver((text) => /\s+$/.test(text))).not.toEqual([]);
  });

  it('no regular expression takes longer than in proportion', { timeout: 60_000 }, () => {
    const slow = literals.flatMap(({ where, expression }) => {
      const pieces = slowOver((text) => expression.test(text));
      return pieces.length > 0 ? [`${where} ${expression} over ${pieces.join(' ')}`] : [];
    });
    expect(slow).toEqual([]);
  });

  it.each<[string, (text: string) => unknown]>([
    ['codes in a text', findCodes],
    ['a code', parseCode],
    ['a local code', parseLocalCode],
    ['times', timesIn],
    ['a label', (text) => new Labels().of(text)],
    ['a label, masked', maskLabel],
    ['a status', (text) => classifyStatus(text)],
    ['the status of a cell', (text) => statusOf([text])],
    ['a procedure', procedureOf],
    ['papers of a line', (text) => matchPapers(text)],
  ])('%s', { timeout: 60_000 }, (_, parse) => {
    expect(slowOver(parse)).toEqual([]);
  });
});
