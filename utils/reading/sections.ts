/**
 * Parts of a page that speak of something else than the dossier's present state, by the words of their headings: the
 * history of its steps, its payment, other dossiers. And search forms, known by their button.
 */
import { fold } from '../dossier/fold';
import { bare } from './labels';
import type { Leaf } from './page-text';
import type { Find } from './scan';

export type SectionKind = 'history' | 'payment' | 'related' | 'step' | 'components';

const HEADINGS: [SectionKind, RegExp][] = [
  [
    'history',
    /^(?:thong tin )?(?:qua trinh|tien trinh|tien do|lich su|nhat ky|dien bien|luong|theo doi|cac buoc)(?: [a-z]+){0,6}$/,
  ],
  [
    'payment',
    /^(?:thong tin |chi tiet |lich su )?(?:ve )?(?:thanh toan|(?:nop )?phi(?: va)? le phi|le phi|phi|nop phi|bien lai|giao dich)(?: ho so| truc tuyen| thanh toan)?$/,
  ],
  [
    'related',
    /^(?:danh sach |cac |thong tin )?(?:ho so|giay to) (?:lien quan|khac|truoc do|tuong tu|cung)\b/,
  ],
  [
    'step',
    /^(?:thong tin )?(?:buoc|cong viec|nhiem vu|tac vu)(?: xu ly)?(?: hien tai| tiep theo| dang (?:xu ly|thuc hien))?$/,
  ],
  [
    'components',
    /^(?:[ivx]+ )?(?:danh sach |danh muc |thong tin )?(?:thanh phan ho so|thanh phan|giay to|tai lieu (?:nop|dinh kem)|ho so dinh kem)(?: [a-z]+){0,4}$/,
  ],
];

export interface Section {
  kind: SectionKind;
  /** Leaf indexes, from the heading (included) to its end (excluded). */
  from: number;
  to: number;
}

/** Sections in document order; a label that has its value is no heading. A heading's section ends with its container or at the next heading of its kind. */
export function sectionsOf(leaves: Leaf[], hasValue: (at: number) => boolean): Section[] {
  const sections: Section[] = [];
  leaves.forEach((leaf, at) => {
    if (leaf.button || leaf.control || leaf.text.length > 60 || /^\p{Ll}/u.test(leaf.text)) return;
    const words = bare(leaf.text);
    const kind = HEADINGS.find(([, pattern]) => pattern.test(words))?.[0];
    if (!kind || leaf.element.localName === 'a' || hasValue(at)) return;
    const scope = scopeOf(leaves, at);
    if (scope > at + 1) sections.push({ kind, from: at, to: scope });
  });
  return sections;
}

function scopeOf(leaves: Leaf[], at: number): number {
  const leaf = leaves[at] as Leaf;
  let wrapper: Element = leaf.element;
  let parent = wrapper.parentElement;
  while (parent && !holdsMore(parent, leaves, at)) {
    wrapper = parent;
    parent = wrapper.parentElement;
  }
  // A heading never stands in a list of tabs, nor beside its value in one line.
  if (!parent || /^(?:li|td|dt|tr|label)$/.test(wrapper.localName) || parent.localName === 'tr') return at;
  if (leaves[at + 1]?.line === leaf.line || wrapper.contains(leaves[at + 1]?.node ?? null)) return at;
  const ends = new Set<Element>();
  for (let next = wrapper.nextElementSibling; next; next = next.nextElementSibling) {
    if (
      /^h[1-6]$/.test(next.localName) ||
      (next.localName === wrapper.localName && sameLook(next, wrapper))
    ) {
      ends.add(next);
      break;
    }
  }
  let to = at + 1;
  for (let next = leaves[to]; next && parent.contains(next.node); next = leaves[++to]) {
    const inside = next.node;
    if ([...ends].some((end) => end.contains(inside))) break;
  }
  return to;
}

const sameLook = (a: Element, b: Element): boolean =>
  a.className?.toString() === b.className?.toString() && a.className.toString() !== '';

function holdsMore(parent: Element, leaves: Leaf[], at: number): boolean {
  const before = leaves[at - 1];
  const after = leaves[at + 1];
  return (
    (before !== undefined && parent.contains(before.node)) ||
    (after !== undefined && parent.contains(after.node))
  );
}

const SEARCHES = /^(?:tim|tim kiem|tra cuu|loc|search)(?: (?:ho so|nang cao|du lieu|ket qua|nhanh|kiem))*$/;
const CONTROLS =
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=checkbox]),select,[role=combobox]';

const MAY_BE_BUTTON = new Set(['button', 'input', 'a']);
const BUTTON = 'button,input[type=submit],input[type=button],a[role=button],a.btn';

/** Buttons outside of what is answered, in steps. */
function* buttonSteps(root: Node, answered: Set<Node>): Generator<void, Element[]> {
  const buttons: Element[] = [];
  const owner = root.ownerDocument ?? (root as Document);
  const walker = owner.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let count = 0;
  for (let at = walker.nextNode(); at; ) {
    if (++count % 1_000 === 0) yield;
    if (answered.has(at)) {
      do at = walker.nextSibling();
      while (!at && walker.parentNode());
      continue;
    }
    const element = at as Element;
    if (MAY_BE_BUTTON.has(element.localName) && element.matches(BUTTON)) buttons.push(element);
    at = walker.nextNode();
  }
  return buttons;
}

/**
 * Search forms and filter bars: what stands in them is a question.
 * @param finds the codes of the page; one that stands as text is an answer @param answered lists that hold such, and so no search of the page
 */
export function* searchAreas(root: Node, finds: Find[], answered: Set<Node>): Generator<void, Set<Element>> {
  const areas = new Set<Element>();
  let answers: Element[] | undefined;
  for (const button of yield* buttonSteps(root, answered)) {
    const name = (button as HTMLInputElement).value || button.textContent || '';
    if (name.length > 40 || !SEARCHES.test(bare(fold(name)))) continue;
    answers ??= finds
      .filter((find) => find.place.kind === 'text' || find.element.hasAttribute('readonly'))
      .map((find) => find.element);
    let area: Element | null = button.parentElement;
    while (area && !area.querySelector(CONTROLS)) area = area.parentElement;
    if (!area || area.localName === 'body' || answers.some((answer) => area?.contains(answer))) continue;
    for (let up = area.parentElement; up && up.localName !== 'body'; up = up.parentElement) {
      if (answers.some((answer) => up?.contains(answer)) || (up.textContent ?? '').length > 20_000) break;
      const form =
        up.localName === 'form' || up.localName === 'fieldset' || up.getAttribute('role') === 'search';
      if (form || up.querySelectorAll(CONTROLS).length > area.querySelectorAll(CONTROLS).length) area = up;
      else break;
    }
    areas.add(area);
  }
  return areas;
}
