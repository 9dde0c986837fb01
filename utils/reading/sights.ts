/** Which codes of the page's text stand for a dossier, and which are only mentioned in a note or a sentence. */
import { type DossierCode, findCodes, parseCode, parseLocalCode } from '../dossier/code';
import { fold } from '../dossier/fold';
import { timesIn } from './field-values';
import type { Label } from './labels';
import type { MarkedText } from './marked-text';
import type { Leaf } from './page-text';
import { around, type Place } from './place';
import { placeOfCode } from './place-of-code';
import { type Pair, pairPhrases } from './read-pairs';
import type { Find } from './scan';
import { squeeze } from './squeeze';
import { holds, parentOf } from './visibility';

type Strength = 0.5 | 1 | 2;
/** By the first sight of two; undefined where several codes might be the other. */
type Others = Map<Sight, DossierCode | undefined>;

/** A code as it stands in the text. `code` null: a code label with something that is no code. */
export interface Sight {
  code: DossierCode | null;
  /** Index of its leaf. */
  at: number;
  label?: Label;
  place?: Place;
  /** 2: alone in its element or named by a label; 1: at the head of a line or in a heading; 0.5: subject of a sentence. */
  strength: Strength;
}

/** Words before a code in one sentence that make it the subject. */
const SUBJECT =
  /^(?:(?:chi tiet|thong tin|xu ly|cap nhat|phieu|giay|tiep nhan|hen tra|so|ma|ho so|hs|bien nhan|tthc|cua (?:ban|ong ba|quy khach)|la)[\s:.#–-]*){1,6}$/;

/** What follows is a code to type one by. */
const EXAMPLE = /\b(?:vi du|vd)\b[^.;]{0,40}$/;

/** Known shape before local, plain label before "quốc gia", then the better label. From SECOND on it may be the other code. */
const SECOND = 50;
/** So many sights of codes before and after one are looked through for its other code; the same code may come again. */
const PARTNERS = 30;
const rankOf = ({ code, label }: Sight): number =>
  (code && parseCode(code) ? 0 : 100) + (label?.kind === 'otherCode' ? SECOND : 0) + (label?.rank ?? 9);

export class Sights {
  readonly #text: MarkedText;

  constructor(text: MarkedText) {
    this.#text = text;
  }

  /** All sights in the text, and of two codes of one dossier the other by the first. */
  *find(finds: Find[]): Generator<undefined, { primary: Sight[]; others: Others }> {
    const sights = yield* this.#sights(finds);
    return yield* this.#pairUp(sights);
  }

  *#sights(finds: Find[]): Generator<undefined, Sight[]> {
    const sights: Sight[] = [];
    const taken = new Set<number>();
    const index = new Map(this.#text.leaves.map((leaf, at) => [leaf.node as Node, at]));
    const inPieces = new Map(
      finds.flatMap((find) => (find.place.kind === 'element' ? [[index.get(find.node), find] as const] : [])),
    );
    for (const [count, pair] of this.#text.pairs.entries()) {
      if (count % 100 === 99) yield undefined;
      if (!/^(?:code|otherCode|transaction)$/.test(pair.label.kind)) continue;
      if (this.#text.within(pair.at, 'related', 'history')) continue;
      if (
        /giao dich|tra cuu/.test(pair.label.text) &&
        (this.#text.within(pair.at, 'payment') || this.#paysBeside(pair))
      )
        continue;
      const sight = this.#named(pair);
      if (!sight) continue;
      const whole = sight.code ? undefined : inPieces.get(sight.at);
      if (whole) Object.assign(sight, { code: whole.code, place: whole.place });
      for (let at = pair.at; at < Math.max(pair.to, pair.at + 1); at++) taken.add(at);
      sights.push(sight);
    }
    for (const [count, find] of finds.entries()) {
      if (count % 50 === 49) yield undefined;
      const at = index.get(find.node);
      if (at === undefined || taken.has(at)) continue;
      const strength = this.#strengthOf(find, at);
      if (strength > 0) {
        taken.add(at);
        sights.push({ code: find.code, at, place: find.place, strength: strength as Strength });
      }
    }
    return sights.sort((a, b) => a.at - b.at);
  }

  #named(pair: Pair): Sight | null {
    const phrases = pairPhrases(pair, this.#text.leaves, this.#text.page);
    const at = pair.inline !== '' ? pair.at : pair.from;
    const leaf = this.#text.leaves[at];
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

  #paysBeside(pair: Pair): boolean {
    const near = this.#text.leaves
      .slice(Math.max(0, pair.at - 12), pair.at + 12)
      // A menu leads to payments on every page.
      .filter(({ element }) => !element.closest('nav,a'))
      .map((leaf) => fold(leaf.text));
    return near.some((text) => /thanh toan|so tien|le phi|^ngan hang\W*$/.test(text));
  }

  /** How surely a found code stands for its dossier: 0 is a mention in a note, a file name, a sentence. */
  #strengthOf(find: Find, at: number): 0 | Strength {
    if (this.#text.within(at, 'related', 'history', 'components')) return 0;
    const leaf = this.#text.leaves[at] as Leaf;
    const pair = this.#text.valueOf(at) ?? this.#text.labelsAt(at)[0];
    if (pair && EXAMPLE.test(pair.label.text)) return 0;
    if (
      pair &&
      // Of a time and of a state a code is no value.
      !(find.whole && /At$|^statusText/.test(pair.label.kind)) &&
      pair.label.kind !== 'code' &&
      !(pair.label.rank === 9 ? /\b(?:ma|so|hs|ho so)\b/ : /^(?:thong tin )?(?:hs|ho so)$/).test(
        pair.label.text,
      )
    ) {
      return 0;
    }
    if (find.place.kind !== 'text') return 2;
    const [before, after] = this.#around(find.place, at);
    if ([before, columnOf(leaf.element)].some((text) => EXAMPLE.test(fold(text)))) return 0;
    const sentence = fold(before.replace(/^.*[.!?]\s/, ''));
    const goesOn = /^[\p{L}\p{N}]/u.test(after);
    if (SUBJECT.test(sentence) || (sentence === '' && /^\p{Ll}/u.test(after))) {
      // After the subject of a sentence comes its verb: "Hồ sơ H26… đã được chuyển" only mentions.
      if (!goesOn) return 2;
      if (find.whole) return 0.5;
    } else if (find.whole) return sentence.split(' ').length > 2 ? 0 : 2;
    const sign = !/\p{L}/u.test(before);
    if (sign && after === '') return 2;
    if (leaf.element.closest('h1,h2,h3,h4,h5,h6,[role=heading],[role=dialog] [class*=title],legend,summary'))
      return 1;
    return sign && after.length < 60 && !/^\.(?:pdf|docx?|jpe?g|png)|^-?\s?[A-Z]{2}/.test(after) ? 1 : 0;
  }

  /** What stands before and after a code in its sentence, also where the code has an element of its own. */
  #around(place: Place & { kind: 'text' }, at: number): [string, string] {
    const leaf = this.#text.leaves[at] as Leaf;
    const beside = (other: Leaf | undefined): string =>
      other?.line === leaf.line && other.element !== leaf.element && other.element.contains(leaf.element)
        ? other.text
        : '';
    const [before = '', after = ''] = around(place).map(squeeze);
    return [before || beside(this.#text.leaves[at - 1]), after || beside(this.#text.leaves[at + 1])];
  }

  /** Two codes under different labels in one small list of labels are one dossier's two codes. */
  *#pairUp(sights: Sight[]): Generator<undefined, { primary: Sight[]; others: Others }> {
    const others = new Map() as Others;
    const dropped = new Set<Sight>();
    for (const [at, sight] of sights.entries()) {
      if (at % 50 === 49) yield undefined;
      // Two codes of known shape under plain labels are two dossiers.
      if (!sight.label || rankOf(sight) < SECOND) continue;
      // A block of two codes holds no third: what is farther off is no partner.
      const near = sights.slice(Math.max(0, at - PARTNERS), at + PARTNERS + 1);
      // A heading names its dossier without a label.
      const firsts = near.filter((s) => (s.label || s.strength >= 1) && s.code && !dropped.has(s));
      const partner = this.#partnerOf(sight, firsts, near);
      if (!partner?.code) {
        // What a search or another system goes by, and of no known shape, stands for nothing alone.
        if (sight.label.kind === 'otherCode' && sight.label.rank > 0 && rankOf(sight) > 100)
          dropped.add(sight);
        continue;
      }
      dropped.add(sight);
      // Of two that differ neither is surely the other code.
      if (sight.code)
        others.set(
          partner,
          others.has(partner) && others.get(partner) !== sight.code ? undefined : sight.code,
        );
    }
    return { primary: sights.filter((sight) => !dropped.has(sight)), others };
  }

  /** The better code beside this one: of a known shape before a local one, then by its label. */
  #partnerOf(sight: Sight, firsts: Sight[], all: Sight[]): Sight | undefined {
    return firsts.find((first) => {
      if (first === sight || first.code === sight.code || first.label?.text === sight.label?.text)
        return false;
      if (rankOf(first) > rankOf(sight) || (rankOf(first) === rankOf(sight) && first.at > sight.at))
        return false;
      let common: Element | null = this.#text.elementAt(first.at);
      const node = this.#text.elementAt(sight.at);
      // A number that is no code is of the dossier only close by.
      for (let up = sight.code ? 0 : 4; common && up < 7 && !holds(common, node); up++)
        common = parentOf(common);
      if (!holds(common, node)) return false;
      const inside = common;
      return !all.some(
        (s) =>
          s !== first &&
          s !== sight &&
          s.code !== first.code &&
          s.code !== sight.code &&
          // One more that is no dossier's first code parts nothing.
          rankOf(s) < SECOND &&
          holds(inside, this.#text.elementAt(s.at)),
      );
    });
  }
}

/** What stands above a cell in the first row of its table. */
function columnOf(element: Element): string {
  const cell = element.closest('td');
  const head = cell?.closest('table')?.rows[0];
  return (cell && head?.cells[cell.cellIndex]?.textContent?.trim()) || '';
}
