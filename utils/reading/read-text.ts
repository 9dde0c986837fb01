/**
 * Dossiers outside of lists: cards and detail pages. The block of each code that stands for a
 * dossier (sights.ts), and what labels and badges say in that block.
 */
import { type DossierCode, findCodes, mayHoldCode, parseCode } from '../dossier/code';
import { fold } from '../dossier/fold';
import { Blocks, type Claim } from './blocks';
import { type Candidate, overdueAmong } from './candidates';
import { isStruck } from './drawn';
import { isTimeAlone, timesIn } from './field-values';
import type { Label, Labels } from './labels';
import { ELSEWHERE, MarkedText } from './marked-text';
import type { Leaf, PageText } from './page-text';
import { ofParts } from './parts';
import type { Place } from './place';
import { entriesOfSection } from './read-history';
import { type Pair, pairPhrases } from './read-pairs';
import type { Find } from './scan';
import { type Sight, Sights } from './sights';
import { COUNT, MORE_THAN_A_CARD, Unlabelled } from './unlabelled';
import { holds, parentOf } from './visibility';
import { isState } from './wording';

export interface TextDossier {
  code: DossierCode;
  otherCode?: DossierCode;
  place?: Place;
  /** The block it was read from, and the leaves of the block. */
  block: Element;
  from: number;
  to: number;
  candidates: Candidate[];
  overdue?: boolean;
  /** For the explanation: the label of the code, and the texts that were asked for lateness. */
  codeLabel?: Label;
  late?: string[];
}

const looks = (leaf: Leaf | undefined) => `${leaf?.element.localName} ${leaf?.element.className}`;
const CROSS = /^[×✕✖]$/;
const NEAR = 4;
/** A receipt's title: what it says of the return is a promise. */
const RECEIPT = /\btiep nhan\b.*\bhen tra\b|^(?:giay|phieu) hen\b|^bien nhan ho so$/;
/** Leaves looked at in one step. */
const MANY = 200;
/** A dossier with more sections of history than this, or longer ones, is not dated by them. */
const HISTORY = { sections: 20, leaves: 600 };

export class TextReader {
  readonly #text: MarkedText;
  #isReceipt: boolean | undefined;

  /** Yields every few dozen leaves. */
  static *steps(
    leaves: Leaf[],
    page: PageText,
    labels: Labels,
    root: Node,
  ): Generator<undefined, TextReader> {
    return new TextReader(yield* MarkedText.steps(leaves, page, labels, root));
  }

  private constructor(text: MarkedText) {
    this.#text = text;
  }

  get marked(): MarkedText {
    return this.#text;
  }

  /** `rows` are claims of lists on the same page: their codes set borders too. */
  *read(finds: Find[], rows: Claim[]): Generator<undefined, TextDossier[]> {
    const { primary, others } = yield* new Sights(this.#text).find(finds);
    if (primary.length === 0) return [];
    const claim = (sight: Sight): Claim => ({ code: sight.code, element: this.#text.elementAt(sight.at) });
    const strong = primary.filter((sight) => sight.strength === 2);
    // Where the page has dossiers, a sentence about one is a notice.
    const known = rows.length + strong.length > 0;
    let blocks = new Blocks([...rows, ...strong.map(claim)]);
    yield undefined;
    const sure = new Set(strong.map(({ code }) => code));
    const weak = primary.filter(
      (s) => s.strength < 2 && (s.strength === 1 || !known) && !sure.has(s.code) && this.#mayStand(s, blocks),
    );
    if (weak.length > 0) blocks = new Blocks([...rows, ...strong.map(claim), ...weak.map(claim)]);
    const dossiers = new Map<Element, TextDossier>();
    for (const sight of [...strong, ...weak]) {
      const block = sight.code && blocks.around(this.#text.elementAt(sight.at), sight.code);
      if (!block || !sight.code) continue;
      const known = dossiers.get(block);
      if (known) {
        known.place ??= sight.place;
        known.otherCode ??= others.get(sight);
        continue;
      }
      dossiers.set(block, yield* this.#readBlock(sight, block, others.get(sight)));
    }
    return [...dossiers.values()];
  }

  #mayStand(sight: Sight, blocks: Blocks): boolean {
    for (let at: Element | null = this.#text.elementAt(sight.at); at; at = parentOf(at)) {
      const owner = blocks.owner(at);
      if (owner !== undefined) return false;
    }
    return true;
  }

  /** The history of a dossier that is no table. */
  timeline({ from, to }: TextDossier): string[][] {
    const own = this.#text.sections.filter(
      (section) => section.kind === 'history' && section.from >= from && section.to <= to,
    );
    if (own.length > HISTORY.sections || own.some((one) => one.to - one.from > HISTORY.leaves)) return [];
    return own.flatMap((one) => entriesOfSection(this.#text.leaves.slice(one.from, one.to)));
  }

  *#readBlock(
    sight: Sight,
    block: Element,
    other: DossierCode | undefined,
  ): Generator<undefined, TextDossier> {
    yield undefined;
    let from = sight.at;
    while (from > 0 && holds(block, this.#text.leaves[from - 1]?.node)) from--;
    let to = sight.at + 1;
    while (to < this.#text.leaves.length && holds(block, this.#text.leaves[to]?.node)) to++;
    const levels = new Map<Element, number>();
    let level = 0;
    for (let at: Element | null = this.#text.elementAt(sight.at); at; at = parentOf(at))
      levels.set(at, level++);
    const distance = (at: number): number => {
      const path: Element[] = [];
      let found: number | undefined;
      for (let up: Element | null = this.#text.elementAt(at); up; up = parentOf(up)) {
        found = levels.get(up);
        if (found !== undefined) break;
        path.push(up);
      }
      for (const below of path) levels.set(below, found ?? 99);
      return found ?? 99;
    };
    const dossier: TextDossier = {
      code: sight.code as DossierCode,
      otherCode: other,
      place: sight.place,
      codeLabel: sight.label,
      block,
      from,
      to,
      candidates: [],
    };
    // A line that names another dossier speaks of that one.
    const foreign = new Set<number>();
    for (const [at, { text, line }] of this.#text.leaves.slice(from, to).entries()) {
      if (at % MANY === MANY - 1) yield undefined;
      if (mayHoldCode(text) && findCodes(text).some(({ code }) => code !== sight.code && code !== other))
        foreign.add(line);
    }
    const elsewhere = (at: number): boolean =>
      this.#elsewhere(at) || foreign.has(this.#text.leaves[at]?.line ?? -1);
    const named: Pair[] = [];
    for (let at = from; at < to; at++) {
      if (at % MANY === MANY - 1) yield undefined;
      if (!elsewhere(at)) named.push(...this.#text.labelsAt(at));
    }
    const parts = yield* ofParts(named, this.#text, sight.at);
    const claimed = new Set<number>([sight.at]);
    let before: Pair | undefined;
    const shifted = new Set<Pair>();
    const late: string[] = [];
    for (let at = from; at < to; at++) {
      if (at % MANY === MANY - 1) yield undefined;
      for (const pair of this.#text.labelsAt(at)) {
        for (let leaf = pair.at; leaf < Math.max(pair.to, pair.at + 1); leaf++) claimed.add(leaf);
        const after = before?.label.kind;
        before = pair;
        if (this.#followsItsValue(pair, shifted)) shifted.add(pair);
        if (elsewhere(pair.at) || shifted.has(pair) || parts.has(pair)) continue;
        if (pair.label.kind === 'statusAt' && pair.label.rank > 0 && after !== 'statusText') continue;
        const phrases = this.#unstruck(pair);
        if (phrases.length === 0 || this.#removable(pair) || this.#ofSomethingElse(pair, phrases, sight.at))
          continue;
        if (pair.label.kind === 'dueAt' || pair.label.kind === 'statusText') late.push(...phrases);
        dossier.candidates.push({
          label: this.#inSection(pair, sight.at),
          phrases,
          distance: distance(pair.at),
          loose: pair.loose,
        });
      }
    }
    // Asked once of the page, however many dossiers it holds.
    this.#isReceipt ??= this.#text.leaves.some(({ text }) => text.length < 100 && RECEIPT.test(fold(text)));
    if (this.#isReceipt) {
      for (const one of dossier.candidates)
        if (one.label.kind === 'resolvedAt' && /\btra\b/.test(one.label.text))
          one.label = { ...one.label, kind: 'dueAt' };
    }
    const card = to - from <= MORE_THAN_A_CARD;
    const free: number[] = [];
    for (let at = from; at < to; at++) {
      if (at % MANY === MANY - 1) yield undefined;
      if (claimed.has(at) || elsewhere(at) || this.#text.within(at, 'payment')) continue;
      if (card || distance(at) <= NEAR) free.push(at);
    }
    const labelled = dossier.candidates.some(({ label }) => label.kind === 'procedureName');
    const unlabelled = new Unlabelled(this.#text, { from, to, code: sight.at, free, labelled }, distance);
    for (const one of yield* unlabelled.steps()) dossier.candidates.push(one);
    for (const at of free) if (!this.#counts(at)) late.push(this.#text.leaves[at]?.text ?? '');
    dossier.overdue = overdueAmong(late);
    dossier.late = late;
    return dossier;
  }

  /** `<b>11/11/2026</b> Ngày nhận <b>25/11/2026</b> Hẹn trả`: names under their values, or over? In doubt, as all that follow. */
  #followsItsValue({ at, from, to, label }: Pair, shifted: Set<Pair>): boolean {
    const leaf = (index: number) => this.#text.leaves[index];
    const [one, own, two] = [leaf(at - 1), leaf(at), leaf(from)];
    const parent = one?.element.parentElement ?? null;
    if (!one || !own || !two || to <= from) return false;
    // Before "Mã hồ sơ" a code, and behind it something else's value.
    if (label.kind === 'code' && (isState(two.text) || isTimeAlone(two.text)))
      return parseCode(one.text) !== null;
    const before = this.#text.valueOf(at - 1);
    if (before) return shifted.has(before);
    if (!holds(parent, own.node)) return false;
    const says = label.kind === 'statusText' ? isState : label.kind.endsWith('At') ? isTimeAlone : null;
    if (!says?.(one.text) || looks(one) !== looks(two)) return false;
    let first = at - 1;
    while (at - first < MANY && holds(parent, leaf(first - 1)?.node)) first--;
    return first === at - 1 || looks(leaf(first)) !== looks(own);
  }

  /** A state in no known words, or a bare "Đơn vị", among labels that none is of a dossier: an account's. */
  #ofSomethingElse({ at, label }: Pair, phrases: string[], code: number): boolean {
    const state = label.kind === 'statusText' && label.rank > 0 && !phrases.some(isState);
    if (!state && !/^(?:don vi|phong ban)$/.test(label.text)) return false;
    const node = (index: number) => this.#text.leaves[index]?.node;
    let [from, to] = [at, at];
    for (let up: Element | null = this.#text.elementAt(at); up && !holds(up, node(code)); up = parentOf(up)) {
      while (holds(up, node(from - 1))) from--;
      while (holds(up, node(to + 1))) to++;
      const kinds: string[] = [];
      for (let leaf = from; leaf <= to; leaf++)
        if (leaf !== at) kinds.push(...this.#text.labelsAt(leaf).map((pair) => pair.label.kind));
      if (kinds.length > 0) return !kinds.some((kind) => /At$|^code|submitted|procedure|channel/.test(kind));
    }
    return false;
  }

  /** A chip of a filter: a cross after its words takes it away. */
  #removable({ at, to }: Pair): boolean {
    const [last, next] = [this.#text.leaves[to - 1], this.#text.leaves[Math.max(to, at + 1)]];
    return [last, next].some(
      (leaf) => leaf && leaf.line === this.#text.leaves[at]?.line && CROSS.test(leaf.text),
    );
  }

  /** "Quá hạn" over "3": how many dossiers are late, not that this one is. */
  #counts(at: number): boolean {
    const [before, next, unit] = [-1, 1, 2].map((by) => this.#text.leaves[at + by]?.text ?? '');
    return COUNT.test(before ?? '') || (COUNT.test(next ?? '') && !/^(?:ngày|giờ|phút)/i.test(unit ?? ''));
  }

  #elsewhere(at: number): boolean {
    return this.#text.within(at, ...ELSEWHERE);
  }

  /** In a payment's section "Trạng thái" is the payment's; of the dossier is what a section with its code plainly names. */
  #inSection({ at, label }: Pair, code: number): Label {
    if (label.kind === 'payment' || !this.#text.within(at, 'payment')) return label;
    const own = label.rank === 0 && /^(?:statusText|receivedAt|dueAt|procedure)/.test(label.kind);
    if (own && this.#text.within(code, 'payment')) return label;
    return { ...label, kind: label.kind === 'statusText' ? 'payment' : 'other' };
  }

  /** The value's phrases; where it offers two times, what is struck through is left out. */
  #unstruck(pair: Pair): string[] {
    const phrases = pairPhrases(pair, this.#text.leaves, this.#text.page);
    if (timesIn(phrases.join(' ')).length < 2) return phrases;
    const kept = this.#text.leaves
      .slice(pair.from, pair.to)
      .filter((leaf) => !isStruck(leaf.element, this.#text.page.drawn));
    const texts = this.#text.page.phrases(kept).map((phrase) => phrase.text);
    return pair.inline === '' ? texts : [pair.inline, ...texts];
  }
}
