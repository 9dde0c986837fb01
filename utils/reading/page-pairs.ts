/** Labels and values beside the lists: there controls are named by attributes too. */
import { isControl } from './control-text';
import { isChannel, isTimeAlone, soundsLikeProcedure } from './field-values';
import type { LabelKind } from './labels';
import type { Leaf } from './page-text';
import { MOST_OF_A_VALUE, type Pair, PairReader } from './read-pairs';
import { isState } from './wording';

const OFFICE = /^(?:ubnd|ủy ban|sở|bộ|cục|chi cục|phòng|ban|trung tâm|văn phòng|thuế|công an)(?!\p{L})/iu;

/** Whether a text can be what a label of this kind names; the other kinds prove themselves without a label. */
const proves = (kind: LabelKind, text: string): boolean =>
  /At$/.test(kind)
    ? isTimeAlone(text)
    : kind === 'agency'
      ? OFFICE.test(text)
      : kind === 'procedureName'
        ? soundsLikeProcedure(text)
        : kind === 'channel'
          ? isChannel(text)
          : isState(text) && kind === 'statusText';

/** In a sheet whose rows are names and values by turns: the value's cell. */
function cellBelow(name: HTMLTableCellElement | null): Element | undefined {
  const row = name?.closest('tr');
  const next = row?.closest('table')?.rows[row.rowIndex + 1];
  const only = (cells: Element | null | undefined, tag: string): boolean =>
    [...(cells?.children ?? [])].every(({ localName }) => localName === tag);
  const isSheet = row && next && only(row, 'th') && only(next, 'td');
  return isSheet && row.childElementCount === next.childElementCount
    ? next.children[name?.cellIndex ?? 0]
    : undefined;
}

export class PagePairs extends PairReader {
  #indexes: Map<Node, number> | undefined;
  readonly #above = new Set<unknown>();

  /** A read-only control that carries its name itself. */
  protected override namedControl(leaf: Leaf, at: number): Pair[] {
    const name = leaf.element.getAttribute('aria-label');
    const label = name ? this.labels.of(name) : null;
    if (!label || label.rank > 8) return [];
    return [{ label, at, inline: '', from: at, to: at + 1, loose: false }];
  }

  /** `label for`: the control, or the element some portals put there instead. */
  protected override namedByFor(leaf: Leaf): Partial<Pair> | null {
    const below = cellBelow(leaf.element.closest('th'));
    if (below) return this.#within(below);
    const beside = this.#pastGloss(leaf);
    if (beside) return beside;
    const id = leaf.element.closest('label')?.getAttribute('for');
    if (!id) return null;
    const root = leaf.element.getRootNode() as Document | ShadowRoot;
    const target = 'getElementById' in root ? root.getElementById(id) : null;
    if (!target || target.contains(leaf.element)) return null;
    return this.#within(target) ?? (isControl(target) && this.page.shows(target) ? {} : null);
  }

  /** "Trạng thái <small>theo phần mềm</small>": what explains the name in its own box is not the value in the next one. */
  #pastGloss(leaf: Leaf): Partial<Pair> | null {
    const at = this.#firstWithin(leaf.node) ?? -1;
    const [label, gloss] = [this.labelAt(at), this.leaves[at + 1]];
    const cell = leaf.element.closest('td,th,dt') ?? leaf.element;
    const slot = cell.nextElementSibling;
    if (!label || !gloss || !slot || !cell.contains(gloss.node) || this.labelAt(at + 1)) return null;
    if (cell.parentElement?.childElementCount !== 2 || proves(label.kind, gloss.text)) return null;
    const value = this.#within(slot);
    const first = this.leaves[value?.from ?? -1];
    if (first && (cell.localName === 'dt' || proves(label.kind, first.text))) return value;
    return first && label.kind === 'statusText' && /^t[dh]$/.test(cell.localName) ? {} : null;
  }

  #within(target: Element): Partial<Pair> | null {
    const from = this.#firstWithin(target);
    return from === undefined ? null : this.inside(from, target);
  }

  /** A name below its value, both alone in a box: "21/10/2026" over "Ngày tiếp nhận", a field over its floating name. */
  protected override valueAbove(at: number, box: Element): Partial<Pair> {
    const [before, value, label] = [this.leaves[at - 2], this.leaves[at - 1], this.labelAt(at)];
    if (!value || !label || (before && box.contains(before.node)) || this.labelAt(at - 1)) return {};
    // One such box proves those that look alike.
    const look = box.className || box.parentElement;
    if (!value.control && !proves(label.kind, value.text) && !this.#above.has(look)) return {};
    // Of a label before the box it may be the value.
    if (this.labelAt(at - 2) && !this.#endsBox(at - 2)) return {};
    if (!value.control) this.#above.add(look);
    return { from: at - 1, to: at };
  }

  /** Something stands before it in the smallest box that holds more than it, and nothing after it. */
  #endsBox(at: number): boolean {
    const [before, own, after] = [this.leaves[at - 1]?.node, this.leaves[at], this.leaves[at + 1]?.node];
    let box: Element | null = own?.element ?? null;
    const holds = (node: Node | undefined) => node !== undefined && box?.contains(node) === true;
    while (box && !holds(before) && !holds(after)) box = box.parentElement;
    return holds(before) && !holds(after);
  }

  #firstWithin(target: Node): number | undefined {
    if (!this.#indexes) {
      this.#indexes = new Map();
      for (const [index, leaf] of this.leaves.entries()) this.#indexes.set(leaf.node, index);
    }
    const own = this.#indexes.get(target);
    if (own !== undefined) return own;
    const walker = (target.ownerDocument as Document).createTreeWalker(target, NodeFilter.SHOW_ALL);
    let left = MOST_OF_A_VALUE * 4;
    for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode(), left--) {
      const index = this.#indexes.get(node);
      if (index !== undefined) return index;
    }
    return undefined;
  }
}
