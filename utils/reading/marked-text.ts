/** A page's leaves with what is known of each: its pair of label and value, its section. */
import type { Label, Labels } from './labels';
import type { Leaf, PageText } from './page-text';
import { type Pair, PairReader } from './read-pairs';
import { type Section, sectionsOf } from './sections';

/** Attributes by which a narrow screen's cells carry the name of their column; a style shows it before them. */
const NAME = /^data-(?:label|title|th|header|head|column|caption|name|content)$/;

/** Boxes that name what they hold in an attribute, where no label of the text does. */
function namedByBoxes(leaves: Leaf[], labels: Labels, said: Pair[]): Pair[] {
  const labelled = new Set(said.map((pair) => pair.at));
  const found: Pair[] = [];
  for (let at = 0; at < leaves.length; at++) {
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

export class MarkedText {
  readonly pairs: Pair[];
  readonly sections: Section[];
  readonly #values = new Map<number, Pair>();
  readonly #labelled = new Map<number, Pair[]>();

  constructor(
    readonly leaves: Leaf[],
    readonly page: PageText,
    labels: Labels,
    root: Node,
  ) {
    const said = new PairReader(leaves, labels, page, root).read();
    const named = namedByBoxes(leaves, labels, said);
    this.pairs = named.length > 0 ? [...said, ...named].sort((a, b) => a.at - b.at) : said;
    for (const pair of this.pairs) {
      const list = this.#labelled.get(pair.at);
      if (list) list.push(pair);
      else this.#labelled.set(pair.at, [pair]);
      for (let at = pair.from; at < pair.to; at++) this.#values.set(at, pair);
    }
    // What follows the name of components is a list of them, no value.
    const hasValue = (at: number): boolean =>
      this.labelsAt(at).some((p) => p.inline !== '' || (p.to > p.from && p.label.kind !== 'component'));
    this.sections = sectionsOf(leaves, hasValue);
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

  within(at: number, ...kinds: Section['kind'][]): boolean {
    return this.sections.some((s) => at >= s.from && at < s.to && kinds.includes(s.kind));
  }
}
