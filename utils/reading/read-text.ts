/**
 * Dossiers outside of lists: cards and detail pages. Finds which codes stand for a dossier (and which are only mentioned),
 * the block of each, and what labels say in that block.
 */
import { type DossierCode, findCodes, parseCode, parseLocalCode } from '../dossier/code';
import { fold } from '../dossier/fold';
import { classifyStatus } from '../dossier/status';
import { Blocks, type Claim } from './blocks';
import { type Candidate, overdueAmong } from './candidates';
import { channelOf, STATE_WORD, soundsLikeProcedure, timesIn } from './field-values';
import type { Label, Labels } from './labels';
import type { Leaf, PageText } from './page-text';
import type { Place } from './place';
import { entriesOfSection } from './read-history';
import { type Pair, PairReader } from './read-pairs';
import { pairPhrases, placeOfCode } from './read-rows';
import type { Find } from './scan';
import { type Section, sectionsOf } from './sections';
import { holds, parentOf } from './visibility';

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
}

/** A code as it stands in the text, and how surely it stands for a dossier. */
interface Sight {
  code: DossierCode | null;
  at: number;
  label?: Label;
  place?: Place;
  /** 2: alone in its element or named by a label; 1: at the head of a sentence or in a heading. */
  strength: 1 | 2;
}

/** Words before a code in one sentence that make it the subject. */
const SUBJECT =
  /^(?:(?:chi tiet|thong tin|xu ly|cap nhat|phieu|giay|tiep nhan|hen tra|so|ma|ho so|hs|bien nhan|tthc)[\s:.#–-]*){1,6}$/;
const MORE_THAN_A_CARD = 60;
const NEAR = 4;

export class TextReader {
  readonly pairs: Pair[];
  readonly sections: Section[];
  private readonly valueOf = new Map<number, Pair>();
  private readonly labelAt = new Map<number, Pair[]>();

  constructor(
    private readonly leaves: Leaf[],
    private readonly page: PageText,
    labels: Labels,
    root: Node,
  ) {
    this.pairs = new PairReader(leaves, labels, page, root).read();
    for (const pair of this.pairs) {
      const list = this.labelAt.get(pair.at);
      if (list) list.push(pair);
      else this.labelAt.set(pair.at, [pair]);
      for (let at = pair.from; at < pair.to; at++) this.valueOf.set(at, pair);
    }
    this.sections = sectionsOf(leaves, (at) =>
      (this.labelAt.get(at) ?? []).some((p) => p.to > p.from || p.inline),
    );
  }

  /** `rows` are claims of lists on the same page: their codes set borders too. */
  read(finds: Find[], rows: Claim[]): TextDossier[] {
    const sights = this.sights(finds);
    const { primary, others } = this.pairUp(sights);
    const claim = (sight: Sight): Claim => ({ code: sight.code, element: this.elementAt(sight.at) });
    const strong = primary.filter((sight) => sight.strength === 2);
    let blocks = new Blocks([...rows, ...strong.map(claim)]);
    const weak = primary.filter((s) => s.strength === 1 && this.mayStand(s, strong, blocks));
    if (weak.length > 0) blocks = new Blocks([...rows, ...strong.map(claim), ...weak.map(claim)]);
    const dossiers = new Map<Element, TextDossier>();
    for (const sight of [...strong, ...weak]) {
      const block = sight.code && blocks.around(this.elementAt(sight.at), sight.code);
      if (!block || !sight.code) continue;
      const known = dossiers.get(block);
      if (known) {
        known.place ??= sight.place;
        continue;
      }
      dossiers.set(block, this.readBlock(sight, block, others.get(sight)));
    }
    return [...dossiers.values()];
  }

  private elementAt(at: number): Element {
    const leaf = this.leaves[at] as Leaf;
    return leaf.element;
  }

  private sights(finds: Find[]): Sight[] {
    const sights: Sight[] = [];
    const taken = new Set<number>();
    for (const pair of this.pairs) {
      if (!/^(?:code|otherCode|transaction)$/.test(pair.label.kind)) continue;
      if (this.sectionAt(pair.at, 'related') || this.sectionAt(pair.at, 'history')) continue;
      if (pair.label.kind === 'transaction' && (this.sectionAt(pair.at, 'payment') || this.paysBeside(pair)))
        continue;
      const sight = this.named(pair);
      if (!sight) continue;
      for (let at = pair.at; at < Math.max(pair.to, pair.at + 1); at++) taken.add(at);
      sights.push(sight);
    }
    const index = new Map(this.leaves.map((leaf, at) => [leaf.node as Node, at]));
    for (const find of finds) {
      const at = index.get(find.node);
      if (at === undefined || taken.has(at)) continue;
      const strength = this.strengthOf(find, at);
      if (strength > 0) {
        taken.add(at);
        sights.push({ code: find.code, at, place: find.place, strength: strength as 1 | 2 });
      }
    }
    return sights.sort((a, b) => a.at - b.at);
  }

  private named(pair: Pair): Sight | null {
    const phrases = pairPhrases(pair, this.leaves, this.page);
    const at = pair.inline !== '' ? pair.at : pair.from;
    const leaf = this.leaves[at];
    if (phrases.length === 0 || !leaf) return null;
    const [first = ''] = phrases;
    const known =
      parseCode(phrases.join(''))?.code ?? parseCode(first)?.code ?? findCodes(phrases.join(' '))[0]?.code;
    const local =
      known || timesIn(first).length > 0
        ? null
        : (parseLocalCode(first) ?? parseLocalCode(first.split(/\s/)[0] ?? ''));
    const code = known ?? local;
    if (!code && !/[\p{L}\p{N}]/u.test(first)) return null;
    if (!code && pair.label.rank > 2) return null;
    return {
      code,
      at,
      label: pair.label,
      place: code ? placeOfCode({ code, leaf }) : undefined,
      strength: 2,
    };
  }

  private paysBeside(pair: Pair): boolean {
    const near = this.leaves.slice(Math.max(0, pair.at - 12), pair.at + 12).map((leaf) => fold(leaf.text));
    return near.some((text) => /thanh toan|so tien|le phi|ngan hang/.test(text));
  }

  /** How surely a found code stands for its dossier: 0 is a mention in a note, a file name, a sentence. */
  private strengthOf(find: Find, at: number): 0 | 1 | 2 {
    if (this.sectionAt(at, 'related') || this.sectionAt(at, 'history') || this.sectionAt(at, 'components'))
      return 0;
    const leaf = this.leaves[at] as Leaf;
    const pair = this.valueOf.get(at) ?? this.labelAt.get(at)?.[0];
    if (
      pair &&
      pair.label.kind !== 'code' &&
      !(pair.label.rank === 9 && /\b(?:ma|so|hs|ho so)\b/.test(pair.label.text))
    ) {
      return 0;
    }
    if (find.whole) return 2;
    if (find.place.kind !== 'text') return 2;
    const before = fold(find.place.node.nodeValue?.slice(0, find.place.start) ?? '');
    const after = find.place.node.nodeValue?.slice(find.place.end).trim() ?? '';
    // After the subject of a sentence comes its verb: "Hồ sơ H26… đã được chuyển" only mentions.
    if (before !== '' && SUBJECT.test(before) && /^(?:$|[^\p{L}\p{N}])/u.test(after)) return 2;
    const heading = leaf.element.closest(
      'h1,h2,h3,h4,h5,h6,[role=heading],[role=dialog] [class*=title],legend,summary',
    );
    if (heading) return 1;
    return /^[\s#\d.)-]*$/.test(before) &&
      after.length < 60 &&
      !/^\.(?:pdf|docx?|jpe?g|png)|^-?\s?[A-Z]{2}/.test(after)
      ? 1
      : 0;
  }

  private mayStand(sight: Sight, strong: Sight[], blocks: Blocks): boolean {
    if (strong.some((other) => other.code === sight.code)) return false;
    for (let at: Element | null = this.elementAt(sight.at); at; at = parentOf(at)) {
      const owner = blocks.owner(at);
      if (owner !== undefined) return false;
    }
    return true;
  }

  /** Two codes under different labels in one small list of labels are one dossier's two codes. */
  private pairUp(sights: Sight[]): { primary: Sight[]; others: Map<Sight, DossierCode> } {
    const others = new Map<Sight, DossierCode>();
    const dropped = new Set<Sight>();
    const firsts = sights.filter((sight) => sight.label && sight.code);
    for (const sight of sights) {
      if (!sight.label || !sight.code || dropped.has(sight)) continue;
      const partner = this.partnerOf(
        sight,
        firsts.filter((s) => !dropped.has(s) && !others.has(s)),
        sights,
      );
      if (!partner?.code) continue;
      dropped.add(sight);
      others.set(partner, sight.code);
    }
    return { primary: sights.filter((sight) => !dropped.has(sight)), others };
  }

  /** The better code beside this one: of a known shape before a local one, then by its label. */
  private partnerOf(sight: Sight, firsts: Sight[], all: Sight[]): Sight | undefined {
    const order = (s: Sight) =>
      (s.code && parseCode(s.code) ? 0 : 10) + (s.label?.kind === 'otherCode' ? 5 : 0) + (s.label?.rank ?? 9);
    return firsts.find((first) => {
      if (first === sight || first.code === sight.code || first.label?.text === sight.label?.text)
        return false;
      if (order(first) > order(sight) || (order(first) === order(sight) && first.at > sight.at)) return false;
      let common: Element | null = this.elementAt(first.at);
      const node = this.elementAt(sight.at);
      for (let up = 0; common && up < 7 && !common.contains(node); up++) common = common.parentElement;
      if (!common?.contains(node)) return false;
      const inside = common;
      return !all.some(
        (s) =>
          s !== first &&
          s !== sight &&
          s.code !== first.code &&
          s.code !== sight.code &&
          inside.contains(this.elementAt(s.at)),
      );
    });
  }

  sectionAt(at: number, kind: Section['kind']): boolean {
    return this.sections.some((section) => section.kind === kind && at >= section.from && at < section.to);
  }

  /** The history of a dossier that is no table. */
  timeline({ from, to }: TextDossier): string[][] {
    return this.sections.flatMap((section) =>
      section.kind === 'history' && section.from >= from && section.to <= to
        ? entriesOfSection(this.leaves.slice(section.from, section.to))
        : [],
    );
  }

  private readBlock(sight: Sight, block: Element, other: DossierCode | undefined): TextDossier {
    let from = sight.at;
    while (from > 0 && holds(block, this.leaves[from - 1]?.node)) from--;
    let to = sight.at + 1;
    while (to < this.leaves.length && holds(block, this.leaves[to]?.node)) to++;
    const levels = new Map<Element, number>();
    let level = 0;
    for (let at: Element | null = this.elementAt(sight.at); at; at = parentOf(at)) levels.set(at, level++);
    const distance = (at: number): number => {
      for (let up: Element | null = this.elementAt(at); up; up = parentOf(up)) {
        const found = levels.get(up);
        if (found !== undefined) return found;
      }
      return 99;
    };
    const dossier: TextDossier = {
      code: sight.code as DossierCode,
      otherCode: other,
      place: sight.place,
      block,
      from,
      to,
      candidates: [],
    };
    const claimed = new Set<number>([sight.at]);
    const late: string[] = [];
    for (let at = from; at < to; at++) {
      for (const pair of this.labelAt.get(at) ?? []) {
        for (let leaf = pair.at; leaf < Math.max(pair.to, pair.at + 1); leaf++) claimed.add(leaf);
        if (this.elsewhere(pair.at)) continue;
        const phrases = this.unstruck(pair);
        if (phrases.length === 0) continue;
        if (pair.label.kind === 'dueAt' || pair.label.kind === 'statusText') late.push(...phrases);
        dossier.candidates.push({
          label: this.inSection(pair),
          phrases,
          distance: distance(pair.at),
          loose: pair.loose,
        });
      }
    }
    const card = to - from <= MORE_THAN_A_CARD;
    const free: number[] = [];
    for (let at = from; at < to; at++) {
      if (claimed.has(at) || this.elsewhere(at) || this.sectionAt(at, 'payment')) continue;
      if (card || distance(at) <= NEAR) free.push(at);
    }
    dossier.candidates.push(...this.unlabelled(free, from, to, distance));
    late.push(...free.map((at) => this.leaves[at]?.text ?? ''));
    dossier.overdue = overdueAmong(late);
    return dossier;
  }

  private elsewhere(at: number): boolean {
    return (['history', 'related', 'step', 'components'] as const).some((kind) => this.sectionAt(at, kind));
  }

  /** In a payment's section "Trạng thái" is the payment's, and its dates are not the dossier's. */
  private inSection(pair: Pair): Label {
    if (!this.sectionAt(pair.at, 'payment')) return pair.label;
    return pair.label.kind === 'statusText'
      ? { ...pair.label, kind: 'payment' }
      : { ...pair.label, kind: 'other' };
  }

  /** The value's phrases; where it offers two times, what is struck through is left out. */
  private unstruck(pair: Pair): string[] {
    const phrases = pairPhrases(pair, this.leaves, this.page);
    if (timesIn(phrases.join(' ')).length < 2) return phrases;
    const kept = this.leaves.slice(pair.from, pair.to).filter((leaf) => !this.page.struck(leaf.element));
    const texts = this.page.phrases(kept).map((phrase) => phrase.text);
    return pair.inline === '' ? texts : [pair.inline, ...texts];
  }

  /** What stands in a card without a label: a badge that is a status, a heading that is a procedure, a channel. */
  private unlabelled(
    free: number[],
    from: number,
    to: number,
    distance: (at: number) => number,
  ): Candidate[] {
    const found: Candidate[] = [];
    const statuses = new Map<string, number>();
    for (const at of free) {
      const leaf = this.leaves[at] as Leaf;
      if (
        leaf.button ||
        leaf.control ||
        leaf.element.closest('a,label') ||
        /^h\d$/.test(leaf.element.localName)
      )
        continue;
      if (STATE_WORD.test(fold(leaf.text)) && classifyStatus(leaf.text).kind === 'status')
        statuses.set(leaf.text, at);
      if (
        /^(?:hồ sơ )?(?:nộp )?(?:trực tuyến|trực tiếp|qua bưu (?:chính|điện))/i.test(leaf.text) &&
        channelOf(leaf.text)
      ) {
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
    for (let at = from; at < to; at++) {
      const leaf = this.leaves[at];
      if (
        !leaf ||
        this.valueOf.has(at) ||
        this.elsewhere(at) ||
        leaf.button ||
        !soundsLikeProcedure(leaf.text)
      )
        continue;
      const titled = leaf.element.getAttribute('title')?.trim() === leaf.text;
      if (titled || leaf.element.closest('h1,h2,h3,h4,h5,h6,[role=heading]')) titles.add(leaf.text);
    }
    const [title] = titles;
    if (title && titles.size === 1) {
      found.push({ label: { kind: 'procedureName', rank: 2.5, text: '' }, phrases: [title], distance: 50 });
    }
    return found;
  }
}
