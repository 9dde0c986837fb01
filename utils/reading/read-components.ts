/** The component lines (thành phần hồ sơ) of a detail or submission page: the papers a procedure asks for. */
import { fold } from '../dossier/fold';
import { bare } from './bare-label';
import type { Grids } from './grid';
import { TABLES } from './grid-rows';
import type { Labels } from './labels';
import { MarkedText } from './marked-text';
import type { Leaf, PageText } from './page-text';
import { type Place, wholeOf } from './place';

export interface ComponentLine {
  text: string;
  place: Place;
}

/** Begins as papers are named. */
const PAPER =
  /^(?:\d{1,2} )?(?:bo |ban |to |cac )?(?:don|to khai|ban|giay|van ban|quyet dinh|bien ban|chung|can cuoc|cccd|cmnd|the|so|hop dong|ho so|tai lieu|bao cao|phieu|ho chieu|anh|hinh|danh sach|de an|du an|phuong an|thuyet minh|ket qua|bang|nghi quyet|dieu le|mau|thong bao|hoa don|so do|trich luc|xac nhan|ly lich|cam ket|cong van|du thao|ke hoach|uy quyen|giao uoc)\b/;
const GROUP = /^(?:[a-zđ]\)|[ivx]+\.|\*|-\s*trường hợp)|đối với trường hợp|trường hợp .*:$/i;

/** Yields now and then, for slices. @param parts the root and its shadow roots */
export function* componentSteps(
  parts: readonly (Node & ParentNode)[],
  page: PageText,
  labels: Labels,
  grids: Grids,
): Generator<undefined, ComponentLine[]> {
  const lines: ComponentLine[] = [];
  for (const table of parts.flatMap((part) => [...part.querySelectorAll(TABLES)])) {
    const grid = grids.table(table);
    const column = grid?.columns.findIndex((c) => c?.parts.some((part) => part?.kind === 'component')) ?? -1;
    if (!grid || column < 0 || grid.columns.some((c) => c?.parts.some((part) => part?.kind === 'code')))
      continue;
    for (const [at, row] of grid.rows.entries()) {
      if (at % 50 === 49) yield undefined;
      const cell = row.cells[column];
      const line = cell && page.shows(cell) ? lineIn(page.leaves(cell)) : null;
      if (line) lines.push(line);
    }
  }
  if (lines.length === 0) lines.push(...uploads(parts, page, labels));
  if (lines.length === 0) lines.push(...(yield* underHeading(parts[0] as Node, page, labels)));
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = fold(line.text);
    return !seen.has(key) && seen.add(key);
  });
}

/** Items with a file upload of their own, where the page has no table. */
function uploads(parts: readonly ParentNode[], page: PageText, labels: Labels): ComponentLine[] {
  const lines = new Map<Element, ComponentLine>();
  for (const input of parts.flatMap((part) => [...part.querySelectorAll('input[type=file]')])) {
    let item = input.parentElement;
    // The smallest block around the upload in which a paper is named.
    for (let up = 0; item && item.localName !== 'body' && up < 9; up++, item = item.parentElement) {
      const line = lineIn(
        page.leaves(item).filter((leaf) => labels.of(leaf.text) === null),
        true,
      );
      if (!line) continue;
      lines.set(item, line);
      break;
    }
  }
  return [...lines.values()];
}

/** Papers one under the other below a heading that names components; one alone may be a sentence. */
function* underHeading(root: Node, page: PageText, labels: Labels): Generator<undefined, ComponentLine[]> {
  const leaves = yield* page.leafSteps(root, (element) =>
    /^(?:nav|footer|a|button)$/.test(element.localName),
  );
  const { sections } = yield* MarkedText.steps(leaves, page, labels, root);
  const lines = new Map<number, ComponentLine>();
  for (const { kind, from, to } of sections) {
    for (const leaf of kind === 'components' ? leaves.slice(from + 1, to) : []) {
      const line = !lines.has(leaf.line) && labels.of(leaf.text) === null && lineIn([leaf], true);
      if (line) lines.set(leaf.line, line);
    }
  }
  return lines.size > 1 ? [...lines.values()] : [];
}

function lineIn(leaves: Leaf[], strict = false): ComponentLine | null {
  for (const leaf of leaves) {
    if (leaf.button || leaf.control || leaf.element.closest('a')) continue;
    const text = leaf.text
      .replace(/^\d{1,2}[.)]\s*/, '')
      .replace(/^tên (?:hồ sơ|giấy tờ|thành phần)\s*:\s*/i, '')
      .replace(/(?<!\s)\s*\(\*\)\s*$|(?<!\s)\s*\*$|^\*\s*/g, '')
      .trim();
    if (text.length < 6 || GROUP.test(text) || /^(?:bat buoc|khong bat buoc|tep|file)/.test(bare(text)))
      continue;
    if (strict && !PAPER.test(bare(text))) continue;
    if (leaf.node.nodeType !== 3) continue;
    return { text, place: wholeOf(leaf.node as Text) };
  }
  return null;
}
