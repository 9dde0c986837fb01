/** Labels and values beside the lists: there controls are named by attributes too. */
import { isControl } from './control-text';
import type { Leaf } from './page-text';
import { MOST_OF_A_VALUE, type Pair, PairReader } from './read-pairs';

export class PagePairs extends PairReader {
  #indexes: Map<Node, number> | undefined;

  /** A read-only control that carries its name itself. */
  protected override namedControl(leaf: Leaf, at: number): Pair[] {
    const name = leaf.element.getAttribute('aria-label');
    const label = name ? this.labels.of(name) : null;
    if (!label || label.rank > 8) return [];
    return [{ label, at, inline: '', from: at, to: at + 1, loose: false }];
  }

  /** `label for`: the control, or the element some portals put there instead. */
  protected override namedByFor(leaf: Leaf): Partial<Pair> | null {
    const id = leaf.element.closest('label')?.getAttribute('for');
    if (!id) return null;
    const root = leaf.element.getRootNode() as Document | ShadowRoot;
    const target = 'getElementById' in root ? root.getElementById(id) : null;
    if (!target || target.contains(leaf.element)) return null;
    const from = this.#firstWithin(target);
    if (from !== undefined) return this.inside(from, target);
    return isControl(target) && this.page.shows(target) ? {} : null;
  }

  #firstWithin(target: Element): number | undefined {
    if (!this.#indexes) {
      this.#indexes = new Map();
      for (const [index, leaf] of this.leaves.entries()) this.#indexes.set(leaf.node, index);
    }
    const own = this.#indexes.get(target);
    if (own !== undefined) return own;
    const walker = target.ownerDocument.createTreeWalker(target, NodeFilter.SHOW_ALL);
    let left = MOST_OF_A_VALUE * 4;
    for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode(), left--) {
      const index = this.#indexes.get(node);
      if (index !== undefined) return index;
    }
    return undefined;
  }
}
