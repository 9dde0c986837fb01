/**
 * Parts of a page that speak of something else than the dossier's present state, by the words of their headings: the
 * history of its steps, its payment, other dossiers.
 */
import { bare } from './bare-label';
import type { Leaf } from './page-text';

export type SectionKind = 'history' | 'payment' | 'related' | 'step' | 'components';

/** Sections inside of others count apart up to so many: enough for every page, little for one made of headings. */
const MOST_INSIDE = 50;

const HEADINGS: [SectionKind, RegExp][] = [
  [
    'history',
    /^(?:thong tin |theo doi )?(?:qua trinh|tien trinh|tien do|lich su|nhat ky|dien bien|luong|cac buoc)(?: [a-z]+){0,6}$/,
  ],
  [
    'payment',
    /^(?:thong tin |chi tiet |lich su )?(?:ve )?(?:thanh toan|(?:nop )?phi(?: va)? le phi|le phi|phi|nop phi|bien lai|giao dich)(?: ho so| truc tuyen| thanh toan)?$/,
  ],
  [
    'related',
    // Papers that the office gives are not those it asks for; a document to sign is of its own dossier.
    /^(?:danh sach |danh muc |cac |thong tin )?(?:(?:ho so|giay to) (?:lien quan(?! (?:den|toi) (?:van ban|to trinh|du thao))|khac|truoc do|tuong tu|cung)\b|(?:giay to|tai lieu|van ban|tep|file)\b.*\b(?:ket qua|se nhan|nhan duoc)\b)/,
  ],
  [
    'step',
    /^(?:thong tin )?(?:buoc|cong viec|nhiem vu|tac vu)(?: xu ly)?(?: hien tai| tiep theo| dang (?:xu ly|thuc hien))?$/,
  ],
  [
    'components',
    /^(?:[ivx]+ )?(?:danh sach |danh muc |thong tin |ten |cac )?(?:loai )?(?:thanh phan ho so|thanh phan|giay to|(?:ho so|tai lieu) (?:goc )?(?:nop|dinh kem|kem theo|bao gom|gom|can nop|phai nop))(?: [a-z]+){0,10}(?: \d+)?$/,
  ],
];

/** The head of what components are listed below, by its folded words. */
export const headsComponents = (words: string): boolean =>
  HEADINGS.some(([kind, pattern]) => kind === 'components' && pattern.test(words));

export interface Section {
  kind: SectionKind;
  /** Leaf indexes, from the heading (included) to its end (excluded). */
  from: number;
  to: number;
}

/** A button that opens what it names. */
export const opens = (element: Element): boolean =>
  element
    .closest('button,[role=button]')
    ?.matches(
      '[aria-expanded],[class*=accordion],[class*=expansion],[class*=collapse],[class*=expansion]>*,h1 *,h2 *,h3 *,h4 *,h5 *,h6 *',
    ) === true;

/** Sections in document order; a label that has its value is no heading. A heading's section ends with its container or at the next heading of its kind. */
export function* sectionSteps(
  leaves: Leaf[],
  hasValue: (at: number) => boolean,
): Generator<undefined, Section[]> {
  const sections: Section[] = [];
  const open = new Map<SectionKind, Section>();
  for (const [at, leaf] of leaves.entries()) {
    if (at % 100 === 99) yield undefined;
    const action = leaf.button && !opens(leaf.element);
    if (action || leaf.control || leaf.text.length > 80 || /^\p{Ll}/u.test(leaf.text)) continue;
    const words = bare(leaf.text);
    const kind = HEADINGS.find(([, pattern]) => pattern.test(words))?.[0];
    if (!kind || leaf.element.localName === 'a' || hasValue(at)) continue;
    const last = open.get(kind);
    // The same heading again, inside of what the first one heads.
    if (last && at < last.to && sections.length > MOST_INSIDE) continue;
    yield undefined;
    const scope = scopeOf(leaves, at, kind);
    if (scope <= at + 1) continue;
    const section = { kind, from: at, to: scope };
    sections.push(section);
    if (!last || scope > last.to) open.set(kind, section);
  }
  return sections;
}

function scopeOf(leaves: Leaf[], at: number, kind: SectionKind): number {
  const leaf = leaves[at] as Leaf;
  let wrapper: Element = leaf.element;
  // A shadow root is a parent too.
  let parent = wrapper.parentNode;
  while (parent?.nodeType === 1 && !holdsMore(parent, leaves, at)) {
    wrapper = parent as Element;
    parent = wrapper.parentNode;
  }
  const beside = wrapper.nextElementSibling;
  // The name of a list right beside it.
  if (/^(?:td|th|dt|label)$/.test(wrapper.localName) && beside?.querySelector('li')) {
    let end = at + 1;
    while (leaves[end] && beside.contains(leaves[end]?.node ?? null)) end++;
    return end;
  }
  // A heading never stands in a list of tabs, nor beside its value in one line.
  if (!parent || /^(?:li|td|dt|tr|label)$/.test(wrapper.localName) || parent.nodeName === 'TR') return at;
  const next = leaves[afterCount(leaves, at)];
  if (next?.line === leaf.line || wrapper.contains(next?.node ?? null)) return at;
  const ends = new Set<Element>();
  let list = false;
  for (let next = wrapper.nextElementSibling; next; next = next.nextElementSibling) {
    const like = next.localName === wrapper.localName;
    // After "<p>Thành phần:</p><table>…</table>" the next bare paragraph is of the page again.
    const plain = list && !next.className && !wrapper.className;
    if (/^h[1-6]$/.test(next.localName) || (like && (plain || sameLook(next, wrapper)))) {
      ends.add(next);
      break;
    }
    // On a print-out the papers may stand in lines.
    list ||= /^(?:table|ul|ol|dl)$/.test(next.localName) || (kind === 'components' && !like);
  }
  let to = at + 1;
  for (let next = leaves[to]; next && parent.contains(next.node); next = leaves[++to]) {
    const inside = next.node;
    if ([...ends].some((end) => end.contains(inside))) break;
  }
  return to;
}

/** What follows a heading, without the count or the gloss in brackets beside it. */
const afterCount = (leaves: Leaf[], at: number): number => {
  const next = leaves[at + 1];
  return next?.line === leaves[at]?.line && /^\((?:\d{1,4}\)$|\D{1,40}$)/.test(next?.text ?? '')
    ? at + 2
    : at + 1;
};

const sameLook = (a: Element, b: Element): boolean =>
  a.className?.toString() === b.className?.toString() && a.className.toString() !== '';

function holdsMore(parent: Node, leaves: Leaf[], at: number): boolean {
  const before = leaves[at - 1];
  const after = leaves[afterCount(leaves, at)];
  return (
    (before !== undefined && parent.contains(before.node)) ||
    (after !== undefined && parent.contains(after.node))
  );
}
