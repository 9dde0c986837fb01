/**
 * Tables that are no list by their shape and yet hold several dossiers: turned over (labels in the first column, one
 * dossier a column), or split in two (pinned columns in a table of their own beside the others).
 */
import { type DossierCode, findCodes } from '../dossier/code';
import type { Column } from './column-names';
import { boxOf } from './drawn';
import type { Grid, GridRow, Grids } from './grid';
import { RawRow, TABLES } from './grid-rows';
import type { Label, Labels } from './labels';
import type { PageText } from './page-text';
import { rawRows } from './role-rows';
import { squeeze } from './squeeze';

/** A table of more lines is no sheet of labels. */
const MOST_LINES = 60;
/** Rows and tables that meet are this near (px): borders are drawn between them. */
const MEET = 2;

const FIELD = /^(?:code|statusText|receivedAt|dueAt|resolvedAt|procedureName|procedureCode|agency)$/;

export class OddTables {
  readonly #turned = new Map<Element, Grid | null>();

  constructor(
    readonly page: PageText,
    readonly labels: Labels,
    readonly grids: Grids,
  ) {}

  /** The table around an element as a list whose rows are its columns; null where it is none. */
  turned(element: Element): Grid | null {
    const table = element.closest(TABLES);
    if (!table) return null;
    let grid = this.#turned.get(table);
    if (grid === undefined) {
      grid = this.#turn(table);
      this.#turned.set(table, grid);
    }
    return grid;
  }

  #turn(table: Element): Grid | null {
    const lines = rawRows(table).filter((line) => line.width > 1);
    const width = lines[0]?.width ?? 0;
    // Of one dossier it is a usual sheet of labels and values.
    if (width < 3 || lines.length > MOST_LINES || lines.some((line) => line.width !== width)) return null;
    const heads = lines.map((line) => this.#labelOf(line.cell(0)));
    const codes = lines[heads.findIndex((label) => label?.kind === 'code')]?.cells.slice(1) ?? [];
    if (heads.filter((label) => FIELD.test(label?.kind ?? '')).length < 2 || !this.#distinct(codes))
      return null;
    const values = lines.flatMap((line) => line.cells.slice(1));
    // Labels again where values should be: two pairs a row.
    if (values.some((cell) => FIELD.test(this.#labelOf(cell)?.kind ?? ''))) return null;
    const columns = heads.map((label): Column => ({ parts: [label], text: label?.text ?? '' }));
    const rows = codes.map((code, at): GridRow => {
      const cells = lines.map((line) => line.cell(at + 1));
      return { first: code, elements: [code], cells, extra: [], cell: (column) => cells[column] };
    });
    return { element: table, parts: [table], columns, rows };
  }

  #labelOf(cell: Element | undefined): Label | null {
    const [phrase] = cell ? this.page.phrases(this.page.leaves(cell)) : [];
    const label = phrase ? (this.labels.of(phrase.text) ?? this.labels.of(`${phrase.text}:`)) : null;
    return label && label.rank < 9 ? label : null;
  }

  /** Each cell holds one code, and no two the same. */
  #distinct(cells: Element[]): boolean {
    const codes = new Set<DossierCode>();
    for (const cell of cells) {
      const [found, more] = findCodes(textOf(cell, this.page));
      if (!found || more || codes.has(found.code)) return false;
      codes.add(found.code);
    }
    return codes.size > 1;
  }

  /** Of lists whose table holds only some of their columns: the other columns, each row under the code of its own. */
  otherHalves(lists: Iterable<Grid>, parts: readonly ParentNode[]): Grid[] {
    const found: Grid[] = [];
    const tables = parts.flatMap((part) => [...part.querySelectorAll(TABLES)]);
    for (const list of lists) {
      const code = list.columns.findIndex(isCode);
      if (code < 0) continue;
      for (const table of tables) {
        if (table.contains(list.element) || list.element.contains(table)) continue;
        const other = this.grids.table(table);
        if (!other || other.columns.some(isCode) || other.rows.length !== list.rows.length) continue;
        if (!interleaved(list, other) && !meet(list, other, this.page) && !repeats(list, code, other))
          continue;
        found.push(underCodes(list, code, other));
      }
    }
    return found;
  }
}

export const isCode = (column: Column | undefined): boolean =>
  column?.parts.some((part) => part?.kind === 'code') ?? false;

function underCodes(list: Grid, code: number, other: Grid): Grid {
  const rows = other.rows.flatMap((row, at) => {
    const cell = list.rows[at]?.cell(code);
    return cell ? [new RawRow(row.first, [cell, ...(row.cells as Element[])])] : [];
  });
  return { ...other, columns: [list.columns[code], ...other.columns], rows };
}

/** A copy of the whole list laid over it, with all but its pinned columns hidden: each row still holds its code. */
const repeats = (list: Grid, code: number, { rows }: Grid): boolean =>
  list.rows.every((row, at) => {
    const text = squeeze(row.cell(code)?.textContent ?? '');
    const whole = squeeze(rows[at]?.first.textContent ?? '');
    // A row of nothing fills what is left of the height.
    return text === '' ? whole === '' : whole.includes(text);
  });

/** Both headers stand before both tables: the parts of one grid, since of two lists each follows its own header. */
function interleaved(a: Grid, b: Grid): boolean {
  const parts = [a.head, b.head, a.element, b.element];
  const ordered = (x: Element | undefined, y: Element | undefined): boolean =>
    !!x && !!y && x !== y && (x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const [headA, headB, tableA, tableB] = parts;
  return [tableA, tableB].every((table) => ordered(headA, table) && ordered(headB, table)) && headA !== headB;
}

/** Two tables that are one to the eye: their rows stand at the same heights, and between them is no gap. */
function meet(a: Grid, b: Grid, page: PageText): boolean {
  const branches = branchesOf(a.element, b.element);
  const [one, two] = branches.map((branch) => boxOf(branch, page.drawn));
  if (kin(branches) && sameKeys(a.rows, b.rows, /./)) return true;
  if (!one || !two) return sameKeys(a.rows, b.rows, KEY);
  const near = Math.min(Math.abs(one.right - two.left), Math.abs(two.right - one.left));
  return near <= MEET && a.rows.every((row, at) => level(row, b.rows[at], page));
}

/** "view1" and "view2", "content-locked" and "content": neighbours that are named as parts of one thing. */
function kin([one, two]: Element[]): boolean {
  const names = [one, two].map((branch) => branch?.className.toString() ?? '');
  const [a, b] = names.map((name) => name.replace(/(?<=[a-z])\d|-(?:locked|frozen|fixed|left|right)\b/g, ''));
  return names[0] !== names[1] && a !== '' && a === b;
}

function level(a: GridRow, b: GridRow | undefined, page: PageText): boolean {
  const [one, two] = [boxOf(a.first, page.drawn), b && boxOf(b.first, page.drawn)];
  if (!one || !two) return false;
  return Math.abs(one.top - two.top) <= MEET && Math.abs(one.bottom - two.bottom) <= MEET;
}

/** The children of what holds both, each with one of them. */
function branchesOf(a: Element, b: Element): Element[] {
  let [one, two] = [a, b];
  while (one.parentElement && !one.parentElement.contains(b)) one = one.parentElement;
  while (two.parentElement && !two.parentElement.contains(a)) two = two.parentElement;
  return [one, two];
}

/** Numbers count in any two lists: without a layout only keys of records tell that rows belong together. */
const KEY = /[^\d]|\d{6}/;

function sameKeys(a: GridRow[], b: GridRow[], keys: RegExp): boolean {
  const names = (a[0]?.first.getAttributeNames() ?? []).filter((name) =>
    /^(?:data-|row-|id$)|-index$/.test(name),
  );
  return names.some((name) => {
    const seen = new Set<string>();
    for (const [at, row] of a.entries()) {
      const key = row.first.getAttribute(name) ?? '';
      if (!keys.test(key) || seen.has(key) || b[at]?.first.getAttribute(name) !== key) return false;
      seen.add(key);
    }
    return seen.size > 0;
  });
}

/** All text of an element that is displayed, each leaf a line of its own. */
export const textOf = (element: Element, page: PageText): string =>
  page
    .leaves(element)
    .map(({ text }) => text)
    .join('\n');
