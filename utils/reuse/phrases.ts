/**
 * Finds the phrases of a table in a line. A phrase is written as people say it, with groups: `(giấy|thẻ)? căn cước` is
 * three phrases, `bản (sao|chính)` two. All are laid into one tree of words, walked from each word of the line; the
 * longest phrase wins. The tree is as deep as the longest phrase, so the work grows with the line and no faster.
 */
import { type Line, toPhraseWord, type Word } from './line-words';

export interface PhraseHit<T> {
  value: T;
  /** First token, and the one after the last. */
  from: number;
  to: number;
}

/** Most nodes end a phrase or lead to one other: what a node lacks is not made. */
export interface PhraseTree<T> {
  next: Map<number, PhraseTree<T>> | undefined;
  ends: Phrase<T>[] | undefined;
}

/**
 * Words that mean something else when only the accent differs and that decide much: số (number) and sổ (book), thẻ
 * and thể, trừ and trú, đơn and đón … In a line with accents they must be written right.
 */
const MUST_BE_EXACT = new Set('so the tru don doi cu cap do la va nop hong thu'.split(' '));
/** From this length a typing error or a missing accent in one word still leaves one meaning (đãng ký hợp tác xã). */
const LONG_ENOUGH = 3;

/** All phrases of one pattern. */
export function expand(pattern: string): string[] {
  let at = 0;
  const alternatives = (): string[] => {
    const all: string[] = [];
    let current = [''];
    while (at < pattern.length && pattern[at] !== ')') {
      const char = pattern.charAt(at);
      at += 1;
      if (char === '|') {
        all.push(...current);
        current = [''];
      } else if (char === '(') {
        const inner = alternatives();
        at += 1;
        if (pattern[at] === '?') {
          at += 1;
          inner.push('');
        }
        current = current.flatMap((left) => inner.map((right) => left + right));
      } else {
        let literal = char;
        while (at < pattern.length && !'(|)'.includes(pattern.charAt(at))) {
          literal += pattern.charAt(at);
          at += 1;
        }
        current = current.map((left) => left + literal);
      }
    }
    return [...all, ...current];
  };
  return alternatives().map((phrase) => phrase.trim().replace(/ +/g, ' '));
}

/** A phrase by its words. */
export interface Phrase<T> {
  words: Word[];
  value: T;
}

/** The phrases of a table, row by row. */
export function phrasesOf<T>(rows: Iterable<readonly [pattern: string, value: T]>): Phrase<T>[] {
  const phrases: Phrase<T>[] = [];
  for (const [pattern, value] of rows) {
    for (const phrase of expand(pattern.normalize('NFC')))
      phrases.push({ words: phrase.split(' ').map(toPhraseWord), value });
  }
  return phrases;
}

/** Lays phrases into a tree; where two rows have one phrase the first row holds. */
export function layOut<T>(phrases: Iterable<Phrase<T>>): PhraseTree<T> {
  const root: PhraseTree<T> = { next: undefined, ends: undefined };
  for (const phrase of phrases) {
    let node = root;
    for (const { key } of phrase.words) {
      node.next ??= new Map();
      let child = node.next.get(key);
      if (!child) {
        child = { next: undefined, ends: undefined };
        node.next.set(key, child);
      }
      node = child;
    }
    if (node.ends) node.ends.push(phrase);
    else node.ends = [phrase];
  }
  return root;
}

/** The tree of a table. */
export const plant = <T>(rows: Iterable<readonly [pattern: string, value: T]>): PhraseTree<T> =>
  layOut(phrasesOf(rows));

/** The longest phrase that starts at a token. */
export function longestAt<T>(tree: PhraseTree<T>, line: Line, from: number): PhraseHit<T> | null {
  let node = tree;
  let best: PhraseHit<T> | null = null;
  for (let at = from; at < line.words.length; at += 1) {
    const word = line.words[at];
    if (!word || word.key < 0) break;
    const child = node.next?.get(word.key);
    if (!child) break;
    node = child;
    for (const phrase of node.ends ?? []) {
      if (!sameWords(phrase.words, line, from)) continue;
      best = { value: phrase.value, from, to: at + 1 };
      break;
    }
  }
  return best;
}

function sameWords(words: Word[], line: Line, from: number): boolean {
  for (let offset = 0; offset < words.length; offset += 1) {
    const word = line.words[from + offset];
    if (!word) return false;
    if (word.exact === words[offset]?.exact || (line.unaccented && word.exact === word.folded)) continue;
    if (words.length < LONG_ENOUGH || MUST_BE_EXACT.has(word.folded)) return false;
  }
  return true;
}
