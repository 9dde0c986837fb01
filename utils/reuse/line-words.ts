/**
 * Cuts a component line into words and marks, so that phrases can be compared whatever the typing: composed or not
 * (NFC), upper or lower case, old or new tone style (khỏe, khoẻ), with the accents left out (giay khai sinh).
 */

export interface Word {
  /** Letters with their accents, accents sorted to the end: khỏe and khoẻ are one. */
  exact: string;
  /** The same without any accent, đ as d. */
  folded: string;
  /** Number of the folded word in the vocabulary of all phrases; -1 when no phrase has it. */
  key: number;
}

/** A line, its tokens side by side: token i is `words[i]`, or where that is null the mark `marks[i]`. */
export interface Line {
  /** The text in NFC that `starts` and `ends` count in. */
  text: string;
  words: (Word | null)[];
  /** One of ( ) , ; : / or '.' for anything that ends an item (full stop, bullet, dash); '' at a word. */
  marks: string[];
  starts: number[];
  ends: number[];
  /** The whole line is typed without accents: a bare word may then stand for any accented one. */
  unaccented: boolean;
}

/** Syllables repeat: Vietnamese has some 7,000. The cap keeps odd pages from filling memory. */
const CACHE_SIZE = 20_000;
const SLOTS = 1 << 15;
interface Known {
  text: string;
  hash: number;
  word: Word;
  next: Known | undefined;
}
/** Words by a hash that is made while a word's end is looked for: no string is cut out for a word that is known. */
let slots: (Known | undefined)[] = new Array(SLOTS);
let known = 0;
const vocabulary = new Map<string, number>();
const ASCII = /^[0-9a-z]+$/;
/** Ký and kí, lý and lí are one word in two spellings. */
const OPEN_Y = /^[hklmst]y$/;

const step = (hash: number, code: number) => (Math.imul(hash, 31) + code) | 0;

function wordAt(lower: string, start: number, end: number, hash: number): Word {
  const slot = hash & (SLOTS - 1);
  for (let entry = slots[slot]; entry; entry = entry.next) {
    if (entry.hash === hash && entry.text.length === end - start && lower.startsWith(entry.text, start)) {
      return entry.word;
    }
  }
  if (known >= CACHE_SIZE) {
    slots = new Array(SLOTS);
    known = 0;
  }
  known += 1;
  const text = lower.slice(start, end);
  const word = makeWord(text);
  slots[slot] = { text, hash, word, next: slots[slot] };
  return word;
}

/** A word in its comparable spellings. The argument is lower case and in NFC. */
export function toWord(lower: string): Word {
  let hash = 0;
  for (let at = 0; at < lower.length; at += 1) hash = step(hash, lower.charCodeAt(at));
  return wordAt(lower, 0, lower.length, hash);
}

function makeWord(lower: string): Word {
  if (ASCII.test(lower)) {
    const letters = OPEN_Y.test(lower) ? lower.replace('y', 'i') : lower;
    return { exact: letters, folded: letters, key: vocabulary.get(letters) ?? -1 };
  }
  let letters = '';
  const accents: string[] = [];
  for (const char of lower.normalize('NFD')) {
    const code = char.charCodeAt(0);
    if (code >= 0x300 && code <= 0x36f) accents.push(char);
    else if (char === 'đ') {
      letters += 'd';
      accents.push(char);
    } else letters += char;
  }
  if (OPEN_Y.test(letters)) letters = letters.replace('y', 'i');
  return { exact: letters + accents.sort().join(''), folded: letters, key: vocabulary.get(letters) ?? -1 };
}

/** A word of a phrase: enters the vocabulary. Every phrase is planted before the first line is cut. */
export function toPhraseWord(lower: string): Word {
  const word = toWord(lower);
  if (word.key < 0) {
    word.key = vocabulary.get(word.folded) ?? vocabulary.size;
    vocabulary.set(word.folded, word.key);
  }
  return word;
}

const WORD = 1;
const BLANK = 2;
/** What each character is: part of a word, blank, or (0) a mark. */
const CLASS = new Uint8Array(0x10000);
const classify = (value: number, from: number, to = from) => CLASS.fill(value, from, to + 1);
classify(WORD, 48, 57);
classify(WORD, 97, 122);
classify(WORD, 0xc0, 0x24f);
classify(WORD, 0x300, 0x36f);
classify(WORD, 0x1e00, 0x1eff);
// A line break is what the page's source happens to have between two words.
for (const char of ' \t\n\r"\'_%=*°“”‘’\u00a0\u00ad\u200b\u200c\u200d\u200e')
  classify(BLANK, char.charCodeAt(0));

/** The code there; 0 before the first and after the last. Never out of bounds: that costs the compiled code. */
const codeAt = (text: string, at: number): number => (at >= 0 && at < text.length ? text.charCodeAt(at) : 0);

const isDigit = (code: number) => code >= 48 && code <= 57;

/** A text in words and marks, before anybody asks which marks part anything. */
export interface Tokens {
  /** In NFC. */
  text: string;
  /** The same in lower case. */
  lower: string;
  words: (Word | null)[];
  starts: number[];
  ends: number[];
  count: number;
}
/** Filled anew for each text, so that a line that names no paper leaves nothing behind. */
const tokens: Tokens = { text: '', lower: '', words: [], starts: [], ends: [], count: 0 };

/** @returns the tokens, which hold until the next text is read. */
export function readTokens(source: string): Tokens {
  tokens.text = source.normalize('NFC');
  tokens.lower = tokens.text.toLowerCase();
  const { lower, words, starts, ends } = tokens;
  let count = 0;
  let at = 0;
  while (at < lower.length) {
    let code = lower.charCodeAt(at);
    const kind = CLASS[code];
    if (kind === BLANK) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = 0;
    do {
      hash = step(hash, code);
      at += 1;
      code = codeAt(lower, at);
    } while (kind === WORD && CLASS[code] === WORD);
    words[count] = kind === WORD ? wordAt(lower, start, at, hash) : null;
    starts[count] = start;
    ends[count] = at;
    count += 1;
  }
  tokens.count = count;
  return tokens;
}

/** What may stand before a last word: nothing is needed, or one word, or two (as `twoWords`). By keys. */
export interface Ending {
  alone: boolean;
  one: Set<number>;
  two: Set<number>;
}

/** Two keys as one number. */
export const twoWords = (first: number, second: number): number => (first + 1) * 4096 + second;

/** The cheap test that most lines fail: does one of the endings stand in the text? Marks between words do not count. */
export function hasEnding({ words, count }: Tokens, endings: readonly (Ending | undefined)[]): boolean {
  let before = -1;
  let first = -1;
  for (let at = 0; at < count; at += 1) {
    const word = words[at];
    if (!word) continue;
    const { key } = word;
    const ending = key < 0 ? undefined : endings[key];
    if (
      ending &&
      (ending.alone || (before >= 0 && (ending.one.has(before) || ending.two.has(twoWords(first, before)))))
    ) {
      return true;
    }
    first = before;
    before = key;
  }
  return false;
}

/** Cuts a line; linear in its length. */
export const cutLine = (source: string): Line => lineOf(readTokens(source));

/** The line of these tokens, to keep. */
export function lineOf({ text, lower, words, starts, ends, count }: Tokens): Line {
  const line: Line = { text, words: [], marks: [], starts: [], ends: [], unaccented: false };
  let accented = 0;
  let said = 0;
  for (let at = 0; at < count; at += 1) {
    const word = words[at] ?? null;
    const start = starts[at] ?? 0;
    const mark = word ? '' : markAt(lower, start);
    if (word) {
      said += 1;
      if (word.exact.length !== word.folded.length) accented += 1;
    } else if (!mark) continue;
    line.words.push(word);
    line.marks.push(mark);
    line.starts.push(start);
    line.ends.push(ends[at] ?? start);
  }
  line.unaccented = accented * 10 <= said;
  return line;
}

/** By its code: the marks that part something wherever they stand. */
const MARKS: string[] = [];
for (const [mark, chars] of Object.entries({ '(': '([{', ')': ')]}', ',': ',', ';': ';', ':': ':' }))
  for (const char of chars) MARKS[char.charCodeAt(0)] = mark;
const [SLASH, STOP, DASH] = ['/', '.', '-'].map((char) => char.charCodeAt(0));

function markAt(lower: string, at: number): string {
  const code = lower.charCodeAt(at);
  const before = codeAt(lower, at - 1);
  const after = codeAt(lower, at + 1);
  // 22/11/2026, 54/2025/TT-BCA, 1.004873, NĐ-CP: signs inside a number or a code part nothing.
  if (code === SLASH) return isDigit(before) || isDigit(after) ? '' : '/';
  if (code === STOP) return isDigit(before) && isDigit(after) ? '' : '.';
  if (code === DASH) return CLASS[before] === WORD && CLASS[after] === WORD ? '' : '.';
  return (code < MARKS.length && MARKS[code]) || '.';
}
