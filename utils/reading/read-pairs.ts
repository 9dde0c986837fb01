/**
 * Labels and their values in running page text: "label: value" in one sentence, a label and the element after it
 * (`dt`/`dd`, cell and next cell, label and paragraph or control), a bold label before bare text.
 *
 *   <div><span>Trạng thái:</span> <span>Đang xử lý</span></div>   the next sibling with text is the value
 *   <div><p>Ngày hẹn trả</p></div><div></div>                     an empty next sibling is an empty value: none
 *
 * A label climbs out of a wrapper only when it is alone in it, so it never takes the value of another.
 */

import { isControl } from './control-text';
import { isTimeAlone, timesIn } from './field-values';
import type { Label, Labels } from './labels';
import { BEGINS_A_STATE, type Leaf, type PageText } from './page-text';
import { squeeze } from './squeeze';
import { isState } from './wording';

export interface Pair {
  label: Label;
  /** Index of the label's leaf. */
  at: number;
  /** Text that follows the label inside the label's own leaf. */
  inline: string;
  /** Indexes of the leaves of the value, from (included) to (excluded). */
  from: number;
  to: number;
  /** No colon, and only bare text after it: perhaps a sentence. */
  loose: boolean;
}

/** Leaves of one value: what is longer is a part of the page. */
export const MOST_OF_A_VALUE = 40;
const DECORATION = /^(?:[\s:：*()•·|–-]*|\(\*\))$/;
/** Of no other words than labels are made of in English. */
const ENGLISH =
  /^[ ()/]*(?:(?:application|dossier|file|record|reference|procedure|administrative|status|state|current|date|time|day|received|receiving|receipt|accepted|submitted|submission|due|expected|return|result|appointment|agency|authority|office|competent|processing|channel|method|fee|payment|code|id|no|number|name|of|on|at|for|by)\b[ .:()/*]*)+$/i;
/** In Khmer, Cham, Chinese. */
const OTHER_LETTERS = /^(?=.*\p{L})\P{Script=Latin}+$/u;
const SAYS_NOTHING = [DECORATION, ENGLISH, OTHER_LETTERS];
const NOTE = /^(?:ghi chu|noi dung|y kien|ly do|dien giai|trich yeu|mo ta|yeu cau)\b/;
const STOPS = new Set('tr tbody thead tfoot table ul ol dl body form main'.split(' '));
const NO_SLOT = new Set('i svg img button hr a sup br script style template iframe o:p'.split(' '));
const INLINE_LABEL =
  /(?:^|\s[-–—|;·•]\s|\s\((?=[Mm]ã|[Ss]ố)|[;|.,]\s+|(?<=\d)\s(?=\p{Lu}\p{Ll}))([^:：;|,]{2,50}?)\s*[:：](?=\s|\p{L}|\d{1,2}[/.-]|\.\.|$)/gu;

export class PairReader {
  readonly #root: Node;

  constructor(
    readonly leaves: Leaf[],
    readonly labels: Labels,
    readonly page: PageText,
    root: Node,
  ) {
    this.#root = root;
  }

  /** All pairs in document order; a label without a value is a pair with nothing in it. */
  read(): Pair[] {
    return this.leaves.flatMap((_, index) => this.pairsAt(index));
  }

  /** The pairs whose labels stand in one leaf. */
  pairsAt(at: number): Pair[] {
    const leaf = this.leaves[at];
    if (!leaf || leaf.control || leaf.button) return leaf?.control ? this.namedControl(leaf, at) : [];
    const whole = this.labelAt(at);
    if (whole) {
      const value = this.#valueAfter(at);
      return [{ label: whole, at, inline: '', from: at, to: at, loose: false, ...value }];
    }
    return this.#dated(leaf, at) ?? (/[:：]/.test(leaf.text) ? this.#inline(leaf, at) : []);
  }

  /** The leaf's label, when it may be one: first of its sentence, or ended by a colon. */
  labelAt(at: number): Label | null {
    const leaf = this.leaves[at];
    if (!leaf || leaf.control || leaf.button || leaf.element.localName === 'a') return null;
    // A term is a label by its place.
    const term = /^(?:dt|th)$/.test(leaf.element.localName) && !isState(leaf.text);
    const label =
      this.labels.of(leaf.text) ?? (term ? this.labels.of(`${leaf.text}:`) : this.#beforeDay(leaf, at));
    if (!label) return null;
    const before = this.leaves[at - 1];
    const starts =
      before?.line !== leaf.line ||
      this.#saysNothing(before) ||
      (before.element !== leaf.element.parentElement && !BEGINS_A_STATE.test(before.text));
    // Its colon may stand in the text after it.
    return starts || /[:：]\n|\n[:：]/.test(`${leaf.text}\n${this.leaves[at + 1]?.text}`) ? label : null;
  }

  /** "Trả kết quả (hẹn)" alone in a line with its day: a name, though its words may be a state. */
  #beforeDay({ element, text }: Leaf, at: number): Label | null {
    const day = this.leaves[at + 1]?.text ?? '';
    if (!isTimeAlone(day)) return null;
    let name = element;
    while (name.parentElement?.childElementCount === 1) name = name.parentElement;
    const says = (one: Element | null, what: string) => squeeze(one?.textContent ?? '') === what;
    const alone = name.parentElement?.childElementCount === 2 && says(name, text);
    return alone && says(name.nextElementSibling, day) ? ofDay(this.labels.of(`${text}:`)) : null;
  }

  /** "Hẹn trả 17/11/2026": a name and its day, and nothing else. */
  #dated({ text }: Leaf, at: number): Pair[] | null {
    const [time, more] = timesIn(text);
    const name = text.slice(0, time?.start);
    if (!time || more || time.end < text.length || /[:：]/.test(name)) return null;
    const label = ofDay(this.labels.of(`${name.trim()}:`));
    return label && [{ label, at, inline: text.slice(time.start), from: at + 1, to: at + 1, loose: false }];
  }

  #inline(leaf: Leaf, at: number): Pair[] {
    let raw = '';
    for (let node: Node | null = leaf.node; node?.nodeType === 3; node = node.nextSibling)
      raw += node.nodeValue;
    // Spaces that do not break set pairs of one line apart.
    const text =
      squeeze(raw) === leaf.text ? squeeze(raw.replace(/\u00a0[ \u00a0]*\u00a0/g, ' | ')) : leaf.text;
    const marks = [...text.matchAll(INLINE_LABEL)].flatMap((match, nth) => {
      const end = match.index + match[0].length;
      const whole = nth === 0 && match.index > 0 ? this.labels.of(text.slice(0, end).trim()) : null;
      if (whole && whole.rank < 9) return [{ label: whole, start: 0, end }];
      // "Bảo trì hệ thống, trạng thái: tạm dừng" tells of something else.
      if (nth === 0 && /^,\s+\p{Ll}/u.test(match[0])) return [];
      const label = this.labels.of(`${match[1]?.trim()}:`);
      return label && (label.rank < 9 || match.index === 0)
        ? [{ label, start: match.index, end: match.index + match[0].length }]
        : [];
    });
    // What a note says under labels of its own is still the note's.
    const note = marks.findIndex(({ label }) => NOTE.test(label.text));
    if (note >= 0) marks.splice(note + 1);
    return marks.map(({ label, end }, i) => {
      const next = marks[i + 1];
      const inline = text.slice(end, next?.start).trim();
      const pair: Pair = { label, at, inline, from: at + 1, to: at + 1, loose: false };
      if (next) return pair;
      if (inline === '') return { ...pair, ...this.#valueAfter(at) };
      // "Ngày nhận: 15/11/2026 <b>08:30</b>": the sentence goes on in the next leaf.
      while (pair.to - at < MOST_OF_A_VALUE && this.#sameSentence(pair.to, leaf)) pair.to++;
      return pair;
    });
  }

  #sameSentence(at: number, leaf: Leaf): boolean {
    const next = this.leaves[at];
    return (
      next !== undefined &&
      next.line === leaf.line &&
      !next.control &&
      next.element.parentElement === leaf.element &&
      this.labelAt(at) === null &&
      !/[:：]/.test(next.text.replace(/\d:\d/g, ''))
    );
  }

  /** Controls of a cell have the column's name (`PagePairs` knows more). */
  protected namedControl(_leaf: Leaf, _at: number): Pair[] {
    return [];
  }

  protected namedByFor(_leaf: Leaf): Partial<Pair> | null {
    return null;
  }

  /** What stands before a label that ends its box (`PagePairs` knows more). */
  protected valueAbove(_at: number, _box: Element): Partial<Pair> {
    return {};
  }

  #valueAfter(at: number): Partial<Pair> {
    const leaf = this.leaves[at];
    if (!leaf) return {};
    const named = this.namedByFor(leaf);
    if (named) return named;
    let next = at + 1;
    while (this.#saysNothing(this.leaves[next])) next++;
    const value = this.leaves[next];
    let current: Node = leaf.node;
    for (let up = 0; up < 7; up++) {
      for (let sibling = current.nextSibling; sibling; sibling = sibling.nextSibling) {
        if (value && sibling === value.node && sibling.nodeType === 3) return this.#run(at, next, sibling);
        if (sibling.nodeType !== 1) continue;
        if (value && contains(sibling, value.node)) return this.inside(next, sibling as Element);
        // Nor does a label reach over a list.
        if (STOPS.has((sibling as Element).localName) || this.#isEmptySlot(sibling as Element)) return {};
      }
      const parent: Element | null = current.parentElement;
      if (!parent || parent === this.#root || STOPS.has(parent.localName)) return {};
      if (this.#holdsBefore(parent, at)) return this.valueAbove(at, parent);
      current = parent;
    }
    return {};
  }

  /** Bare text after the label: it runs to the end of its line, or to the next label. */
  #run(at: number, from: number, node: Node): Partial<Pair> {
    const first = this.leaves[from];
    const label = this.leaves[at];
    if (!first || !label || this.#isLabelled(from)) return {};
    let to = from + 1;
    while (
      to - from < MOST_OF_A_VALUE &&
      this.leaves[to]?.line === first.line &&
      contains(node.parentNode, this.leaves[to]?.node) &&
      !this.labelAt(to)
    ) {
      to++;
    }
    // In a cell a label with an element of its own heads the value, as on narrow screens.
    const heads =
      (node.parentNode as Element).localName === 'td' &&
      label.element !== node.parentNode &&
      /^[\p{Lu}\d[(]/u.test(first.text);
    return { from, to, loose: !heads && !/[:：]$/.test(label.text) && !/^[:：–-]/.test(first.text) };
  }

  protected inside(from: number, element: Element): Partial<Pair> {
    if (this.#isLabelled(from)) return {};
    let to = from + 1;
    const most = from + MOST_OF_A_VALUE;
    while (to < most && contains(element, this.leaves[to]?.node) && !this.labelAt(to)) to++;
    // `<b>Phòng A</b> đang <b>Thụ lý</b>` beside its label, without a wrapper of its own.
    let last = this.leaves[to - 1];
    for (let next = this.leaves[to]; last && next && to < most; next = this.leaves[to]) {
      const mixed = next.line === last.line && next.element === element.parentElement;
      const goesOn =
        next.line === last.line && last.element === element.parentElement && next.element !== last.element;
      if (!(mixed || goesOn) || this.labelAt(to) || !contains(element.parentElement, next.node)) break;
      last = next;
      to++;
    }
    return { from, to };
  }

  /** A label, or a sentence that begins with one: no value of the label before it. */
  #isLabelled(at: number): boolean {
    const leaf = this.leaves[at];
    if (!leaf || this.labelAt(at)) return true;
    if (leaf.control || !/[:：]/.test(leaf.text)) return false;
    return (this.labels.of(leaf.text.replace(/([:：]).*$/s, '$1'))?.rank ?? 9) < 9;
  }

  /** Signs, and the label once more in another language: "Trạng thái / Status", "Application No. Mã hồ sơ". */
  #saysNothing(leaf: Leaf | undefined): boolean {
    return leaf !== undefined && !leaf.control && SAYS_NOTHING.some((words) => words.test(leaf.text));
  }

  #holdsBefore(parent: Element, at: number): boolean {
    for (let before = at - 1; before >= 0; before--) {
      const leaf = this.leaves[before];
      if (!leaf || !parent.contains(leaf.node)) return false;
      if (!this.#saysNothing(leaf) && !/^\d{1,2}[.)]?$/.test(leaf.text)) return true;
    }
    return false;
  }

  /** Where a value would stand, were there one. */
  #isEmptySlot(element: Element): boolean {
    if (NO_SLOT.has(element.localName)) return false;
    const asks =
      isControl(element) || element.querySelector('input:not([type=hidden]),select,textarea') !== null;
    if (
      !asks &&
      (squeeze(element.textContent ?? '') !== '' || element.querySelector('i,svg,img,button,mat-icon'))
    ) {
      return false;
    }
    return this.page.shows(element);
  }
}

const ofDay = (label: Label | null): Label | null =>
  label?.kind === 'dueAt' || label?.kind === 'receivedAt' ? label : null;

/** The value of a pair as phrases. */
export function pairPhrases(pair: Pair, leaves: Leaf[], page: PageText): string[] {
  const phrases = page.phrases(leaves.slice(pair.from, pair.to)).map((phrase) => phrase.text);
  if (pair.inline === '') return phrases;
  const [first, ...rest] = phrases;
  return pair.to > pair.from && first ? [`${pair.inline} ${first}`, ...rest] : [pair.inline];
}

const contains = (outer: Node | null, inner: Node | undefined): boolean =>
  outer !== null && inner !== undefined && outer.contains(inner);
