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

export interface PhraseTree<T> {
  next: Map<number, PhraseTree<T>>;
  ends: { words: Word[]; value: T }[];
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

/** Lays the phrases of a table into a tree; where two rows have one phrase the first row holds. */
export function plant<T>(rows: Iterable<readonly [pattern: string, value: T]>): PhraseTree<T> {
  const root: PhraseTree<T> = { next: new Map(), ends: [] };
  for (const [pattern, value] of rows) {
    for (const phrase of expand(pattern)) {
      const words = phrase.normalize('NFC').split(' ').map(toPhraseWord);
      let node = root;
      for (const { key } of words) {
        let child = node.next.get(key);
        if (!child) {
          child = { next: new Map(), ends: [] };
          node.next.set(key, child);
        }
        node = child;
      }
      node.ends.push({ words, value });
    }
  }
  return root;
}

/** The longest phrase that starts at a token. */
export function longestAt<T>(tree: PhraseTree<T>, line: Line, from: number): PhraseHit<T> | null {
  let node = tree;
  let best: PhraseHit<T> | null = null;
  for (let at = from; at < line.words.length; at += 1) {
    const word = line.words[at];
    if (!word || word.key < 0) break;
    const child = node.next.get(word.key);
    if (!child) break;
    node = child;
    for (const { words, value } of node.ends) {
      if (!sameWords(words, line, from)) continue;
      best = { value, from, to: at + 1 };
      break;
    }
  }
  return best;
}

function sameWords(words: Word[], line: Line, from: number): boolean {
  return words.every((wanted, offset) => {
    const word = line.words[from + offset];
    if (!word) return false;
    if (word.exact === wanted.exact) return true;
    if (line.unaccented && word.exact === word.folded) return true;
    return words.length >= LONG_ENOUGH && !MUST_BE_EXACT.has(word.folded);
  });
}
