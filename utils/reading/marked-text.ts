/** A page's leaves with what is known of each: its pair of label and value, its section. */
import { findCodes } from '../dossier/code';
import { bare } from './bare-label';
import type { Label, Labels } from './labels';
import { PagePairs } from './page-pairs';
import type { Leaf, PageText } from './page-text';
import type { Pair } from './read-pairs';
import { headsComponents, type Section, type SectionKind, sectionSteps } from './sections';

/** Attributes by which a narrow screen's cells carry the name of their column; a style shows it before them. */
const NAME = /^data-(?:label|title|th|header|head|column|caption|name|content)$/;

const BIT: Record<SectionKind, number> = { history: 1, payment: 2, related: 4, step: 8, components: 16 };

/** Boxes that name what they hold in an attribute, where no label of the text does. */
function* namedByBoxes(leaves: Leaf[], labels: Labels, said: Pair[]): Generator<undefined, Pair[]> {
  const labelled = new Set(said.map((pair) => pair.at));
  const found: Pair[] = [];
  for (let at = 0; at < leaves.length; at++) {
    if (at % 200 === 199) yield undefined;
    const { element } = leaves[at] as Leaf;
    const box = labelled.has(at) ? null : boxAround(element, labels);
    if (!box) continue;
    let to = at + 1;
    while (!labelled.has(to) && box.element.contains(leaves[to]?.node ?? null)) to++;
    found.push({ label: box.label, at, inline: '', from: at, to, loose: false });
    at = to - 1;
  }
  return found;
}

function boxAround(element: Element, labels: Labels): { element: Element; label: Label } | null {
  for (let at: Element | null = element, up = 0; at && up < 4; at = at.parentElement, up++) {
    const name = at.getAttributeNames().find((one) => NAME.test(one));
    const label = name && labels.of(at.getAttribute(name) ?? '');
    if (label && label.rank < 9) return { element: at, label };
  }
  return null;
}

/** Sections that say nothing of the dossier's present state. */
export const ELSEWHERE = ['history', 'related', 'step', 'components'] as const;

const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** "Kết quả tra cứu hồ sơ", "Hồ sơ cần xử lý ngay" over a dossier: no label of what follows but its heading. */
function heads({ label, at, from, to }: Pair, leaves: Leaf[]): boolean {
  const own = leaves[at];
  if (label.kind !== 'other' || to <= from || !own || /[:：]$/.test(own.text)) return false;
  const heading = own.element.closest(HEADING) !== null || leaves[from]?.line !== leaves[to - 1]?.line;
  return heading && leaves.slice(from, to).some(({ text }) => findCodes(text).length > 0);
}

const PROGRESS = /^(?:thong tin |theo doi )?(?:tien do|tien trinh)\b/;

/** "Thông tin tiến độ hồ sơ" over the dossier's own card: it begins with the code and says each thing once. */
function isOwnCard({ from, to }: Section, leaves: Leaf[], pairs: Pair[]): boolean {
  if (!PROGRESS.test(bare(leaves[from]?.text ?? ''))) return false;
  const kinds = pairs.filter(({ at }) => at > from && at < to).map(({ label }) => label.kind);
  const states = kinds.filter((kind) => kind === 'statusText' || kind === 'when' || kind === 'what');
  return kinds[0] === 'code' && states.length < 2;
}

export class MarkedText {
  /** For each leaf the kinds of the sections that it stands in. */
  readonly #kinds: Uint8Array;
  readonly #values = new Map<number, Pair>();
  readonly #labelled = new Map<number, Pair[]>();

  /** Yields every few dozen leaves. */
  static *steps(
    leaves: Leaf[],
    page: PageText,
    labels: Labels,
    root: Node,
  ): Generator<undefined, MarkedText> {
    const reader = new PagePairs(leaves, labels, page, root);
    const said: Pair[] = [];
    for (const at of leaves.keys()) {
      if (at % 60 === 59) yield undefined;
      said.push(...reader.pairsAt(at));
    }
    const named = yield* namedByBoxes(leaves, labels, said);
    const all = named.length > 0 ? [...said, ...named].sort((a, b) => a.at - b.at) : said;
    const pairs = all.map((pair) => (heads(pair, leaves) ? { ...pair, to: pair.from } : pair));
    // What follows the name of components is a list of them, no value.
    const hasValue = ({ from, to, inline, label }: Pair): boolean =>
      inline !== '' || (to > from && label.kind !== 'component' && !headsComponents(label.text));
    const valued = new Set(pairs.flatMap((pair) => (hasValue(pair) ? pair.at : [])));
    const sections = yield* sectionSteps(leaves, (at) => valued.has(at));
    return new MarkedText(
      leaves,
      page,
      pairs,
      sections.filter((section) => section.kind !== 'history' || !isOwnCard(section, leaves, pairs)),
    );
  }

  private constructor(
    readonly leaves: Leaf[],
    readonly page: PageText,
    readonly pairs: Pair[],
    readonly sections: Section[],
  ) {
    for (const pair of pairs) {
      const list = this.#labelled.get(pair.at);
      if (list) list.push(pair);
      else this.#labelled.set(pair.at, [pair]);
      for (let at = pair.from; at < pair.to; at++) this.#values.set(at, pair);
    }
    this.#kinds = new Uint8Array(leaves.length);
    for (const { kind, from, to } of this.sections)
      for (let at = from; at < to; at++) this.#kinds[at] = (this.#kinds[at] ?? 0) | BIT[kind];
  }

  /** The pair whose value the leaf is part of. */
  valueOf(at: number): Pair | undefined {
    return this.#values.get(at);
  }

  /** Pairs whose label stands in the leaf. */
  labelsAt(at: number): Pair[] {
    return this.#labelled.get(at) ?? [];
  }

  elementAt(at: number): Element {
    return (this.leaves[at] as Leaf).element;
  }

  within(at: number, ...kinds: SectionKind[]): boolean {
    const here = this.#kinds[at] ?? 0;
    return here > 0 && kinds.some((kind) => (here & BIT[kind]) > 0);
  }
}
