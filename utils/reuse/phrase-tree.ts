/** All phrases that a component line is read by, laid into one tree, and the names alone in another. */
import type { PaperId } from './databases';
import { ROLES, type Role } from './line-roles';
import { type Ending, hasEnding, type Line, type Tokens, twoWords } from './line-words';
import { OTHER_PAPERS, PAPER_NAMES } from './paper-names';
import { layOut, longestAt, phrasesOf } from './phrases';

/** full: the paper wherever it can stand. The others: see `paper-names.ts`. */
export type NameKind = 'full' | 'loose' | 'copied' | 'tail' | 'by-procedure';
export interface Name {
  name: PaperId;
  kind: NameKind;
}
export type Meaning = Name | { role: Role };

const NAME_PHRASES = phrasesOf(
  PAPER_NAMES.flatMap(({ paper, names, loose = [], copied = [], tails = [], byProcedure = [] }) => [
    ...names.map((pattern): [string, Name] => [pattern, { name: paper, kind: 'full' }]),
    ...loose.map((pattern): [string, Name] => [pattern, { name: paper, kind: 'loose' }]),
    ...copied.map((pattern): [string, Name] => [pattern, { name: paper, kind: 'copied' }]),
    ...tails.map((pattern): [string, Name] => [pattern, { name: paper, kind: 'tail' }]),
    ...byProcedure.map((pattern): [string, Name] => [pattern, { name: paper, kind: 'by-procedure' }]),
  ]),
);

export const TREE = layOut<Meaning>([
  ...NAME_PHRASES,
  ...phrasesOf<Meaning>([
    ...OTHER_PAPERS.map((pattern): [string, Meaning] => [pattern, { role: 'document' }]),
    ...(Object.keys(ROLES) as Role[]).flatMap((role) =>
      ROLES[role].map((pattern): [string, Meaning] => [pattern, { role }]),
    ),
  ]),
]);

/** A tail says nothing without the name it belongs to. */
const FIRST_NAMES = NAME_PHRASES.filter(({ value }) => value.kind !== 'tail');
const NAMES = layOut(FIRST_NAMES);

/** Whether a text may name a paper: it holds the last three words of a name, or the whole of a shorter one. */
export const mayNamePaper = (tokens: Tokens): boolean => hasEnding(tokens, ENDINGS);

const ENDINGS: Ending[] = [];
for (const { words } of FIRST_NAMES) {
  const [last, before, first] = [words.at(-1)?.key, words.at(-2)?.key, words.at(-3)?.key];
  if (last === undefined) continue;
  ENDINGS[last] ??= { alone: false, one: new Set(), two: new Set() };
  const ending = ENDINGS[last];
  if (before === undefined) ending.alone = true;
  else if (first === undefined) ending.one.add(before);
  else ending.two.add(twoWords(first, before));
}

/** Whether a line names a paper at all, in whatever role. */
export function namesPaper(line: Line): boolean {
  for (let at = 0; at < line.words.length; at += 1) if (longestAt(NAMES, line, at)) return true;
  return false;
}

/** The papers that a text names, in whatever role. */
export function papersNamed(line: Line): Set<PaperId> {
  const papers = new Set<PaperId>();
  for (let at = 0; at < line.words.length; at += 1) {
    const hit = longestAt(NAMES, line, at);
    if (hit) papers.add(hit.value.name);
  }
  return papers;
}
