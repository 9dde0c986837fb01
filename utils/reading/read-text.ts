/**
 * Dossiers outside of lists: cards and detail pages. The block of each code that stands for a
 * dossier (sights.ts), and what labels and badges say in that block.
 */
import { type DossierCode, findCodes, mayHoldCode } from '../dossier/code';
import { fold } from '../dossier/fold';
import { Blocks, type Claim } from './blocks';
import { type Candidate, overdueAmong } from './candidates';
import { isChannel, isTimeAlone, soundsLikeProcedure, timeOf, timesIn } from './field-values';
import type { Label, Labels } from './labels';
import { MarkedText } from './marked-text';
import type { Leaf, PageText } from './page-text';
import type { Place } from './place';
import { entriesOfSection } from './read-history';
import type { Pair } from './read-pairs';
import { pairPhrases } from './read-rows';
import type { Find } from './scan';
import { type Sight, Sights } from './sights';
import { holds, parentOf } from './visibility';
import { isState, STATE_WORD } from './wording';

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

const CROSS = /^[×✕✖]$/;
const MORE_THAN_A_CARD = 60;
const NEAR = 4;
/** Leaves in which a card's name stands: at its head, or this near to its code. */
const HEAD = 3;
const BESIDE = 2;
const RECEIPT = /^(?:da )?tiep nhan(?: ho so)?$/;

/** The text of a leaf; where it is cut short ("Cấp giấy phép xây..."), the whole that its tooltip has. */
function wholeOf({ text, element }: Leaf): string {
  const cut = /^(.{8,}?)\s*(?:\.{3}|…)$/.exec(text)?.[1];
  if (!cut) return text;
  const title = (element.getAttribute('title') ?? element.parentElement?.getAttribute('title') ?? '').trim();
  return title.startsWith(cut) ? title : text;
}

export class TextReader {
  readonly #text: MarkedText;

  constructor(leaves: Leaf[], page: PageText, labels: Labels, root: Node) {
    this.#text = new MarkedText(leaves, page, labels, root);
  }

  /** `rows` are claims of lists on the same page: their codes set borders too. */
  read(finds: Find[], rows: Claim[]): TextDossier[] {
    const { primary, others } = new Sights(this.#text).find(finds);
    if (primary.length === 0) return [];
    const claim = (sight: Sight): Claim => ({ code: sight.code, element: this.#text.elementAt(sight.at) });
    const strong = primary.filter((sight) => sight.strength === 2);
    // Where the page has dossiers, a sentence about one is a notice.
    const known = rows.length + strong.length > 0;
    let blocks = new Blocks([...rows, ...strong.map(claim)]);
    const weak = primary.filter(
      (s) => s.strength < 2 && (s.strength === 1 || !known) && this.#mayStand(s, strong, blocks),
    );
    if (weak.length > 0) blocks = new Blocks([...rows, ...strong.map(claim), ...weak.map(claim)]);
    const dossiers = new Map<Element, TextDossier>();
    for (const sight of [...strong, ...weak]) {
      const block = sight.code && blocks.around(this.#text.elementAt(sight.at), sight.code);
      if (!block || !sight.code) continue;
      const known = dossiers.get(block);
      if (known) {
        known.place ??= sight.place;
        continue;
      }
      dossiers.set(block, this.#readBlock(sight, block, others.get(sight)));
    }
    return [...dossiers.values()];
  }

  #mayStand(sight: Sight, strong: Sight[], blocks: Blocks): boolean {
    if (strong.some((other) => other.code === sight.code)) return false;
    for (let at: Element | null = this.#text.elementAt(sight.at); at; at = parentOf(at)) {
      const owner = blocks.owner(at);
      if (owner !== undefined) return false;
    }
    return true;
  }

  /** The history of a dossier that is no table. */
  timeline({ from, to }: TextDossier): string[][] {
    return this.#text.sections.flatMap((section) =>
      section.kind === 'history' && section.from >= from && section.to <= to
        ? entriesOfSection(this.#text.leaves.slice(section.from, section.to))
        : [],
    );
  }

  #readBlock(sight: Sight, block: Element, other: DossierCode | undefined): TextDossier {
    let from = sight.at;
    while (from > 0 && holds(block, this.#text.leaves[from - 1]?.node)) from--;
    let to = sight.at + 1;
    while (to < this.#text.leaves.length && holds(block, this.#text.leaves[to]?.node)) to++;
    const levels = new Map<Element, number>();
    let level = 0;
    for (let at: Element | null = this.#text.elementAt(sight.at); at; at = parentOf(at))
      levels.set(at, level++);
    const distance = (at: number): number => {
      for (let up: Element | null = this.#text.elementAt(at); up; up = parentOf(up)) {
        const found = levels.get(up);
        if (found !== undefined) return found;
      }
      return 99;
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
    for (const { text, line } of this.#text.leaves.slice(from, to)) {
      if (mayHoldCode(text) && findCodes(text).some(({ code }) => code !== sight.code && code !== other))
        foreign.add(line);
    }
    const elsewhere = (at: number): boolean =>
      this.#elsewhere(at) || foreign.has(this.#text.leaves[at]?.line ?? -1);
    const claimed = new Set<number>([sight.at]);
    let before: Pair | undefined;
    const late: string[] = [];
    for (let at = from; at < to; at++) {
      for (const pair of this.#text.labelsAt(at)) {
        for (let leaf = pair.at; leaf < Math.max(pair.to, pair.at + 1); leaf++) claimed.add(leaf);
        const after = before?.label.kind;
        before = pair;
        if (elsewhere(pair.at)) continue;
        if (pair.label.kind === 'statusAt' && pair.label.rank > 0 && after !== 'statusText') continue;
        const phrases = this.#unstruck(pair);
        if (phrases.length === 0 || this.#removable(pair)) continue;
        if (pair.label.kind === 'dueAt' || pair.label.kind === 'statusText') late.push(...phrases);
        dossier.candidates.push({
          label: this.#inSection(pair, sight.at),
          phrases,
          distance: distance(pair.at),
          loose: pair.loose,
        });
      }
    }
    const card = to - from <= MORE_THAN_A_CARD;
    const free: number[] = [];
    for (let at = from; at < to; at++) {
      if (claimed.has(at) || elsewhere(at) || this.#text.within(at, 'payment')) continue;
      if (card || distance(at) <= NEAR) free.push(at);
    }
    const labelled = dossier.candidates.some(({ label }) => label.kind === 'procedureName');
    dossier.candidates.push(...this.#unlabelled(free, from, to, sight.at, distance, labelled));
    late.push(...free.map((at) => this.#text.leaves[at]?.text ?? ''));
    dossier.overdue = overdueAmong(late);
    dossier.late = late;
    return dossier;
  }

  /** A chip of a filter: a cross after its words takes it away. */
  #removable({ at, to }: Pair): boolean {
    const [last, next] = [this.#text.leaves[to - 1], this.#text.leaves[Math.max(to, at + 1)]];
    return [last, next].some(
      (leaf) => leaf && leaf.line === this.#text.leaves[at]?.line && CROSS.test(leaf.text),
    );
  }

  #elsewhere(at: number): boolean {
    return this.#text.within(at, 'history', 'related', 'step', 'components');
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
      .filter((leaf) => !this.#text.page.struck(leaf.element));
    const texts = this.#text.page.phrases(kept).map((phrase) => phrase.text);
    return pair.inline === '' ? texts : [pair.inline, ...texts];
  }

  /** A state beside a bare date, apart from the code: something that happened. */
  #isEvent(at: number, code: number): boolean {
    return [at - 1, at + 1].some((next) => {
      const [state, leaf] = [this.#text.leaves[at], this.#text.leaves[next]];
      if (!state || !leaf || this.#text.valueOf(next) || timeOf(leaf.text) === undefined) return false;
      let common: Element | null = state.element;
      while (common && !holds(common, leaf.node)) common = parentOf(common);
      return /^\D{0,3}\d/.test(leaf.text) && !holds(common, this.#text.elementAt(code));
    });
  }

  /** What stands in a card without a label: a badge that is a status, a heading that is a procedure, a channel. */
  #unlabelled(
    free: number[],
    from: number,
    to: number,
    code: number,
    distance: (at: number) => number,
    labelled: boolean,
  ): Candidate[] {
    const found: Candidate[] = [];
    const statuses = new Map<string, number>();
    for (const at of free) {
      const leaf = this.#text.leaves[at] as Leaf;
      if (
        leaf.button ||
        leaf.control ||
        leaf.element.closest('label,[role=alert],[role=status],[aria-live]') ||
        // A link is an action; a card that is one link as a whole is not.
        leaf.element.closest('a')?.contains(this.#text.elementAt(code)) === false ||
        /^h\d$/.test(leaf.element.localName)
      )
        continue;
      if (STATE_WORD.test(fold(leaf.text)) && isState(leaf.text) && !this.#isEvent(at, code))
        statuses.set(leaf.text, at);
      const next = this.#text.leaves[at + 1];
      if (RECEIPT.test(fold(leaf.text)) && next && free.includes(at + 1) && isTimeAlone(next.text)) {
        found.push({
          label: { kind: 'receivedAt', rank: 3, text: '' },
          phrases: [next.text],
          distance: distance(at),
        });
      }
      if (isChannel(leaf.text)) {
        found.push({
          label: { kind: 'channel', rank: 8, text: '' },
          phrases: [leaf.text],
          distance: distance(at),
        });
      }
    }
    const [status] = statuses;
    if (status && statuses.size === 1) {
      found.push({
        label: { kind: 'statusText', rank: 8, text: '' },
        phrases: [status[0]],
        distance: distance(status[1]),
      });
    }
    const titles = new Set<string>();
    const plain = new Set<string>();
    for (let at = from; at < to; at++) {
      const leaf = this.#text.leaves[at];
      if (
        !leaf ||
        this.#text.valueOf(at) ||
        this.#text.labelsAt(at).length > 0 ||
        this.#elsewhere(at) ||
        leaf.button
      )
        continue;
      const name = wholeOf(leaf);
      if (!soundsLikeProcedure(name)) continue;
      const titled = leaf.element.getAttribute('title')?.trim() === name;
      if (titled || leaf.element.closest('h1,h2,h3,h4,h5,h6,[role=heading]')) titles.add(name);
      // A card begins with its name, or has it right beside its code; further down stand actions.
      else if (!/[:：]/.test(name) && (at - from < HEAD || Math.abs(at - code) <= BESIDE)) plain.add(name);
    }
    const named = titles.size > 0 || labelled || to - from > MORE_THAN_A_CARD ? titles : plain;
    const [title] = named;
    if (title && named.size === 1) {
      found.push({ label: { kind: 'procedureName', rank: 2.5, text: '' }, phrases: [title], distance: 50 });
    }
    return found;
  }
}
