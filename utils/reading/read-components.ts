/** The component lines (thành phần hồ sơ) of a detail or submission page: the papers a procedure asks for. */
import { fold } from '../dossier/fold';
import { bare } from './bare-label';
import type { Grid, Grids } from './grid';
import { TABLES } from './grid-rows';
import type { Labels } from './labels';
import { MarkedText } from './marked-text';
import type { Leaf, PageText } from './page-text';
import { type TextPlace, wholeOf } from './place';
import { headsComponents, opens, type Section } from './sections';
import { squeeze } from './squeeze';

export interface ComponentLine {
  text: string;
  place: TextPlace;
}

/** Begins as papers are named. */
const PAPER =
  /^(?:\d{1,2} |mot |hai )?(?:bo |ban |to |cac )?(?:don|to (?:khai|trinh)|phu luc|hoc ba|manh trich|tom tat|quy (?:trinh|che)|giai trinh|ban|giay|van (?:ban|bang|don)|quyet dinh|bien ban|chung|can cuoc|cccd|cmnd|the|so|hop dong|ho so|tai lieu|bao cao|phieu|ho chieu|anh|hinh|danh (?:sach|muc)|de (?:an|cuong)|du an|phuong an|thuyet minh|ket qua|bang|phim|y kien|nghi quyet|dieu le|mau|thong bao|hoa don|so do|trich luc|xac nhan(?! va\b)|ly lich|cam ket|cong van|du thao|ke hoach|uy quyen|giao uoc)\b/;
const GROUP = /^(?:[a-zđ]\)|[ivx]+\.|\*|-\s*trường hợp)|đối với trường hợp|trường hợp .*:$/i;
/** What stands beside a paper's name: how many, whether, which file. */
const ABOUT =
  /^(?:(?:khong )?bat buoc|(?:ten |loai )(?:tai lieu|giay to)$|(?:ten )?(?:tep|file)|so (?:luong|ban|trang)|(?:so |loai )?ban(?: (?:chinh|sao|goc|dien tu|giay|photo))?(?: \d.*)?$|\d{1,2} (?:ban|bo|to)(?: (?:chinh|sao|goc|dien tu))?(?: (?:(?:va )?\d|chua|da|kem|tep).*)?$|ghi chu|mau so|(?:da|chua) (?:co|nop|dinh kem|tai)\b|tai (?:len|ve|xuong|mau)|xem |chon )|\btoi da \d/;
const FILE = /\.(?:pdf|docx?|xlsx?|jpe?g|png|zip|rar|xml)\b/i;
/** Columns that name papers only where others count their copies. */
const MAY_NAME = /^(?:(?:ten|loai) )*(?:giay to|tai lieu|van ban|ho so|noi dung|ten)\b(?!.*\bket qua\b)/;
const COPIES =
  /\bban (?:chinh|sao|goc|dien tu|giay)\b|\bso (?:luong|ban)\b|\bdinh kem\b|\btep\b|\bfile\b|\bbat buoc\b/;
const OF_DOSSIERS = /^(?:code|otherCode|dueAt)$/;
const ASKED =
  /\bthanh phan\b|^(?:\w+ ){0,2}(?:giay to|ho so|tai lieu) (?:phai|can|da)? ?(?:nop|kem|dinh|bao|gom)\b/;
/** Papers that the office gives, or keeps. */
const GIVEN =
  /(?<!\bhen tra )\bket qua\b|\b(?:se nhan|nhan duoc)\b|\bbien (?:lai|nhan)\b|\bhoa don\b|\bphieu (?:thu|hen|tiep nhan|da in)\b|\b(?:bieu|to khai) mau\b|\bda (?:in|cap|ban hanh)\b|\bluu tru\b/;

/** Yields now and then, for slices. @param parts the root and its shadow roots @param read the text beside the lists, where it was read */
export function* componentSteps(
  parts: readonly (Node & ParentNode)[],
  page: PageText,
  labels: Labels,
  grids: Grids,
  read: MarkedText | undefined,
): Generator<undefined, ComponentLine[]> {
  const lines: ComponentLine[] = [];
  for (const table of parts.flatMap((part) => [...part.querySelectorAll(TABLES)])) {
    const grid = grids.table(table);
    const column = grid ? namesIn(grid, page) : -1;
    if (!grid || column < 0) continue;
    for (const [at, row] of grid.rows.entries()) {
      if (at % 50 === 49) yield undefined;
      const cell = row.cells[column];
      const line = cell && page.shows(cell) ? lineIn(page.leaves(cell)) : null;
      if (line) lines.push(line);
    }
  }
  if (lines.length === 0) {
    const sent = uploads(parts, page, labels);
    const text = read ?? (yield* textOf(parts[0] as Node, page, labels));
    const tabs = parts.flatMap((part) => tabsOf(part, text.leaves, page));
    const named = underHeading(text, [...text.sections, ...tabs], labels);
    lines.push(...(sent.length > 0 ? withHandedIn(sent, named) : named));
  }
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = fold(line.text);
    return !seen.has(key) && seen.add(key);
  });
}

/** The column that names papers; -1 where none does, or where they are the office's own. */
function namesIn({ element, columns }: Grid, page: PageText): number {
  const kinds = columns.flatMap((column) => column?.parts.map((part) => part?.kind ?? '') ?? []);
  const plain = columns.findIndex((column) => column?.parts.some((part) => part?.kind === 'component'));
  // Papers have days of their own.
  if (kinds.some((kind) => OF_DOSSIERS.test(kind) || (plain < 0 && kind === 'receivedAt'))) return -1;
  const texts = columns.map((column) => bare(column?.text ?? ''));
  if (plain < 0 && !texts.some((text) => COPIES.test(text))) return -1;
  const heading = headingOf(element, page);
  if (GIVEN.test(heading) && !ASKED.test(heading)) return -1;
  if (plain >= 0) return plain;
  return texts.findIndex((text) => MAY_NAME.test(text) && (heading !== '' || /giay to/.test(text)));
}

const MOST_UP = 8;
const LONGEST_HEADING = 100;

/** The nearest words before a table that say what papers it lists, folded; '' where none do. */
function headingOf(table: Element, page: PageText): string {
  const own = bare(table.querySelector('caption')?.textContent ?? '');
  if (own) return own;
  for (let at: Element | null = table, up = 0; at && up < MOST_UP; at = at.parentElement, up++) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      const text = squeeze(before.textContent ?? '');
      if (text === '' || !page.shows(before)) continue;
      if (text.length > LONGEST_HEADING || before.matches(TABLES) || before.querySelector(TABLES)) return '';
      const words = bare(text);
      if (ASKED.test(words) || /^giay to$/.test(words)) return words;
      if (GIVEN.test(words) && !/[:：]\s*\S/.test(text)) return words;
    }
  }
  return '';
}

/** Items with a file upload of their own, where the page has no table. */
function uploads(parts: readonly ParentNode[], page: PageText, labels: Labels): ComponentLine[] {
  const lines = new Map<Element, ComponentLine>();
  for (const input of parts.flatMap((part) => [...part.querySelectorAll('input[type=file]')])) {
    let item = input.parentElement;
    // The smallest block around the upload in which a paper is named.
    for (let up = 0; item && item.localName !== 'body' && up < 9; up++, item = item.parentElement) {
      const line = lineIn(
        page
          .leaves(item)
          .filter((leaf) => labels.of(leaf.text) === null)
          .map(unlessOpens),
        true,
      );
      if (!line) continue;
      lines.set(item, line);
      break;
    }
  }
  return [...lines.values()];
}

/** Among what can be sent stands what was handed in already. */
function withHandedIn(sent: ComponentLine[], named: ComponentLine[]): ComponentLine[] {
  let box = sent[0]?.place.node.parentElement;
  const isInside = ({ place }: ComponentLine): boolean => box?.contains(place.node) === true;
  while (box && !sent.every(isInside)) box = box.parentElement;
  const inside = named.filter(isInside);
  return sent.every((line) => inside.some(({ text }) => text === line.text)) ? inside : sent;
}

function* textOf(root: Node, page: PageText, labels: Labels): Generator<undefined, MarkedText> {
  const leaves = yield* page.leafSteps(root, (element) => /^(?:nav|footer)$/.test(element.localName));
  return yield* MarkedText.steps(leaves, page, labels, root);
}

/** What the chosen tab or step names, where it names components. */
function tabsOf(part: ParentNode, leaves: Leaf[], page: PageText): Section[] {
  const sections: Section[] = [];
  for (const tab of part.querySelectorAll('[role=tab][aria-selected=true]')) {
    if (!page.leaves(tab).some(({ text }) => headsComponents(bare(text)))) continue;
    const id = tab.getAttribute('aria-controls');
    const panel = [...part.querySelectorAll('[role=tabpanel]')].find((one) =>
      id ? one.id === id : page.shows(one) && following(tab, one),
    );
    const inside = (at: number) => panel?.contains(leaves[at]?.node ?? null) === true;
    const from = leaves.findIndex((_, at) => inside(at));
    let to = from;
    while (inside(to)) to++;
    if (to > from) sections.push({ kind: 'components', from: from - 1, to });
  }
  return sections;
}

const following = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

interface Item {
  line: ComponentLine;
  list: Element | string | null;
  paper: boolean;
  /** The part of the page beside the heading that holds it. */
  block: Element | null;
}

function blockOf(element: Element, heading: Leaf | undefined): Element | null {
  let block: Element | null = element;
  while (block?.parentElement && !block.parentElement.contains(heading?.node ?? null))
    block = block.parentElement;
  return block;
}

/** Where the part right below the heading lists several papers, what comes after it lists none. */
function inOneBlock(items: Item[]): Item[] {
  const own = items.filter(({ block }) => block === items.find(({ paper }) => paper)?.block);
  return own.filter(({ paper }) => paper).length > 1 ? own : items;
}

/** Papers one under the other below a heading that names components; one alone may be a sentence. */
function underHeading(text: MarkedText, sections: Section[], labels: Labels): ComponentLine[] {
  const { leaves } = text;
  const heads = new Map(sections.map(({ kind, from }) => [from, kind]));
  const items = new Map<unknown, Item>();
  for (const { kind, from, to } of sections) {
    if (kind !== 'components') continue;
    for (let at = from + 1; at < to; at++) {
      const leaf = leaves[at] as Leaf;
      const next = heads.get(at);
      if (next ? next !== 'components' : leaf.text.length < LONGEST_HEADING && isGiven(leaf)) break;
      const around = leaf.element.closest('li') ?? leaf.element.closest('label');
      const item = around?.contains(leaves[from]?.node ?? null) ? null : around;
      const known = items.get(item ?? leaf.line);
      const named = text.valueOf(at)?.label;
      // What a label of something else names is no paper.
      if (named && named.rank < 9 && named.kind !== 'component') continue;
      if (known?.paper || labels.of(leaf.text) !== null) continue;
      const line = lineIn([unlessOpens(leaf)]);
      const paper = line !== null && PAPER.test(bare(line.text));
      const { className, localName } = leaf.element;
      const column = leaf.element.closest<HTMLTableCellElement>('td')?.cellIndex;
      const look = column === undefined ? className : `${column}`;
      const list = item?.parentElement ?? (look ? `${localName}.${look}` : null);
      // In a list of papers every item is one, by its first words; so is what is marked up as they are.
      if (!line || !(paper || (list && !known))) continue;
      items.set(item ?? leaf.line, { line, list, paper, block: blockOf(leaf.element, leaves[from]) });
    }
  }
  const all = inOneBlock([...items.values()]);
  const found = all.filter(({ list, paper }) => paper || all.some((one) => one.paper && one.list === list));
  return found.length > 1 || (found[0]?.list && typeof found[0].list !== 'string')
    ? found.map(({ line }) => line)
    : [];
}

/** In a list, or in a row beside other cells. */
const isItem = (element: Element): boolean =>
  element.closest('li') !== null || (element.closest('td')?.parentElement?.childElementCount ?? 1) > 1;

/** The head of what the office gives: a title of its own, as no paper's name is. */
const isGiven = ({ text, element }: Leaf): boolean =>
  GIVEN.test(bare(text)) &&
  !isItem(element) &&
  element.matches('h1,h2,h3,h4,h5,h6,legend,b,strong,[class*=title],[class*=header]');

/** What opens its papers' details by a button is named on it. */
const unlessOpens = (leaf: Leaf): Leaf => ({ ...leaf, button: leaf.button && !opens(leaf.element) });

function lineIn(leaves: Leaf[], strict = false): ComponentLine | null {
  for (const leaf of leaves) {
    if (leaf.button || leaf.control || leaf.element.closest('a')) continue;
    const text = leaf.text
      .replace(/^(?:[-–•+]\s*)?(?:\d{1,2}[.)]\s*)?/, '')
      .replace(/^tên (?:hồ sơ|giấy tờ|thành phần)\s*:\s*/i, '')
      .replace(/(?<!\s)\s*\(\*\)\s*$|(?<!\s)\s*\*$|^\*\s*/g, '')
      .replace(/(?<!\s)\s*[:：]\s*\d{1,2} (?:bản|bộ|tờ)(?!\p{L}).*$/iu, '')
      .replace(/[;.]$/, '')
      .trim();
    if (text.length < 6 || GROUP.test(leaf.text) || GROUP.test(text) || FILE.test(text)) continue;
    if (ABOUT.test(bare(text)) || (strict && !PAPER.test(bare(text)))) continue;
    if (leaf.node.nodeType !== 3) continue;
    return { text, place: wholeOf(leaf.node as Text) };
  }
  return null;
}
