/** A page's leaves with what is known of each: its pair of label and value, its section. */
import type { Labels } from './labels';
import type { Leaf, PageText } from './page-text';
import { type Pair, PairReader } from './read-pairs';
import { type Section, sectionsOf } from './sections';

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
    this.pairs = new PairReader(leaves, labels, page, root).read();
    for (const pair of this.pairs) {
      const list = this.#labelled.get(pair.at);
      if (list) list.push(pair);
      else this.#labelled.set(pair.at, [pair]);
      for (let at = pair.from; at < pair.to; at++) this.#values.set(at, pair);
    }
    this.sections = sectionsOf(leaves, (at) => this.labelsAt(at).some((p) => p.to > p.from || p.inline));
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
