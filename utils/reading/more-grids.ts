/**
 * Lists found in rarer ways: under a header that stands apart from its table, and rows of plain elements below one of
 * labels. Not needed for the usual list, so only pages with more than such load it.
 */
import { findCodes } from '../dossier/code';
import type { Column } from './column-names';
import type { Grid, GridRow, Grids } from './grid';
import { isHead, place, RawRow, TABLES } from './grid-rows';
import { isCode, textOf } from './odd-tables';
import { rawRows } from './role-rows';

/** A header that stands apart from its rows. */
interface Head {
  element: Element;
  columns: (Column | undefined)[];
}

/** One column more or less: scroll bars and row numbers take one of their own. */
const fits = ({ columns }: Head, width: number): boolean => Math.abs(columns.length - width) <= 1;

/** How a row is laid out: the spans of its cells. */
const shapeOf = ({ cells }: RawRow): string =>
  cells.map((cell) => [cell.getAttribute('colspan'), cell.getAttribute('rowspan')]).join(';');

/** So many columns are taken up, where cells span some or say which is theirs. */
const widthOf = ({ cells }: RawRow): number =>
  cells.length < 2 ? cells.length : place(cells, [], (cell) => cell).length;

const ANSWERS = 'input:not([type=checkbox]),select,textarea';
/** No header of the page behind it heads its tables. */
const DIALOG = '[role=dialog],dialog';
/** Wrappers for scrolling between a header and its rows. */
const APART = 8;
/** What has more children is no row of plain elements. */
const MOST_CELLS = 100;

/** One for each reading; `Grids` asks it where it knows no further. */
export class MoreGrids {
  readonly #heads = new Map<Element, Head>();
  readonly #plain = new Map<Element, Grid | null>();
  readonly #several = new Map<Element, boolean>();

  readonly #grids: Grids;

  constructor(grids: Grids) {
    this.#grids = grids;
  }

  /** The rows of what is no table but by its roles. */
  rows(table: Element): RawRow[] {
    return rawRows(table);
  }

  /** A table whose own rows name no columns: of codes alone, or under a header that stands apart. @param next below two rows of names come two rows for each dossier */
  under(table: Element, raw: RawRow[], next?: number): Grid | null {
    if (next) return this.#twoRowsEach(table, raw, next);
    if (this.#headsCodes(raw.slice(0, 20)))
      return this.#grids.grid([table], raw.slice(1), this.#grids.names.columnsOf(raw.slice(0, 1)));
    const apart = this.#headerApart(table, raw);
    return apart ? this.#grids.grid([table], raw, apart.columns, apart.element) : null;
  }

  /** Each row of a dossier below the row of its names, cell by cell. */
  #twoRowsEach(table: Element, raw: RawRow[], next: number): Grid | null {
    const heads = raw.slice(next - 2, next);
    const [first, second] = heads.map(shapeOf);
    if (first !== shapeOf(raw[next] as RawRow)) return null;
    const columns = heads.flatMap(({ cells }) =>
      cells.map((cell) => this.#grids.names.columnsOf([new RawRow(cell, [cell])])[0]),
    );
    const rows: GridRow[] = [];
    for (const [at, one] of raw.entries()) {
      // A dossier may have no second row; its number then spans none.
      const alike = shapeOf(one) === first || !one.first.querySelector('[colspan]');
      if (at < next || one.width !== heads[0]?.width || !alike) continue;
      const two = raw[at + 1];
      const parts = two && shapeOf(two) === second ? [one, two] : [one];
      const cells = parts.flatMap((part) => part.cells);
      const elements = parts.map((part) => part.first);
      rows.push({ first: one.first, elements, cells, extra: [], cell: (column) => cells[column] });
    }
    return { ...this.#grids.grid([table], [], columns), rows };
  }

  /** A table of codes alone: pinned beside the one of the other columns. */
  #headsCodes([head, ...rows]: RawRow[]): boolean {
    const [name] = head?.cells ?? [];
    if (!name || head?.width !== 1 || rows.length === 0 || this.#grids.names.kindOf(name) !== 'code')
      return false;
    return rows.every(
      ({ width, first }) => width === 1 && findCodes(textOf(first, this.#grids.page)).length === 1,
    );
  }

  /** A header that stands before this table for as many columns: in a table of its own, or in column headers alone. */
  #headerApart(table: Element, raw: RawRow[]): Head | null {
    const width = Math.max(0, ...raw.slice(0, 10).map(widthOf));
    const parent = table.parentElement;
    if (width < 2 || !parent || this.#grids.pairsIn(raw.slice(0, 4))) return null;
    // Some grids make each row a table: what heads one heads its siblings.
    const known = this.#heads.get(parent);
    if (known && fits(known, width)) return known;
    for (
      let at: Element | null = table, up = 0;
      at && up < APART && !at.matches(DIALOG);
      at = at.parentElement, up++
    ) {
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        // Below a title something else begins.
        const head = /^h[1-6]$/.test(before.localName) ? null : this.#headIn(before, width, raw);
        if (head === null) return null;
        if (!head) continue;
        this.#heads.set(parent, head);
        return head;
      }
    }
    return null;
  }

  /** @returns null for a list of its own, undefined where no list or header is */
  #headIn(element: Element, width: number, rows: RawRow[]): Head | null | undefined {
    const tables = element.matches(TABLES) ? [element] : [...element.querySelectorAll(TABLES)];
    const heads: Head[] = [];
    let own = false;
    for (const table of tables) {
      const raw = rawRows(table);
      const found = this.#grids.headerOf(raw) ?? this.#codeBesideTicks(raw);
      const filters = (row: RawRow) =>
        row.cells.every((cell) => cell.querySelector(ANSWERS) || this.#grids.names.textOf(cell) === '');
      // Another part of this grid: its pinned columns.
      if (!found && this.#grids.table(table)?.head) continue;
      own = true;
      if (!found || raw.slice(found.next).some((row) => !filters(row))) break;
      const head = { element: table, columns: found.columns };
      if (fits(head, width)) heads.push(head);
    }
    // A copy of the header for the copy of the list that shows its codes.
    if (heads[1]) {
      const codes = rows.slice(0, 10).some(({ first }) => findCodes(textOf(first, this.#grids.page))[0]);
      return heads.find((head) => head.columns.some(isCode) === codes) ?? heads[0];
    }
    if (own) return heads[0] ?? null;
    const cells = [...element.querySelectorAll('[role=columnheader]')];
    const row = new RawRow(element, cells, true);
    const head = cells.length > 1 &&
      this.#grids.isHeader(row) && { element, columns: this.#grids.names.columnsOf([row]) };
    return head && fits(head, width) ? head : undefined;
  }

  /** A header of pinned columns: the code, and columns that mean nothing. */
  #codeBesideTicks(raw: RawRow[]): { columns: (Column | undefined)[]; next: number } | null {
    const [head] = raw;
    if (!head || raw.length > 3 || head.first.querySelector(ANSWERS)) return null;
    const columns = this.#grids.names.columnsOf(raw);
    const [only, more] = columns.filter((column) => column?.parts.some((part) => part?.kind !== 'other'));
    const named = head.cells.filter((cell) => this.#grids.names.textOf(cell));
    return only?.parts[0]?.kind === 'code' && !more && (!named[1] || named.every(isHead))
      ? { columns, next: 1 }
      : null;
  }

  /** Rows by their roles, in nothing that says it is a table. */
  #byRoles(element: Element): Grid | null {
    const row = element.closest('[role=row]');
    if (!row || row.closest(TABLES)) return null;
    for (let at = row.parentElement, up = 0; at && up < APART; at = at.parentElement, up++) {
      if (!at.querySelector('[role=columnheader]')) continue;
      let grid = this.#plain.get(at);
      if (grid === undefined) {
        const raw = rawRows(at);
        const found = this.#grids.headerOf(raw);
        grid = found && this.#grids.grid([at], raw.slice(found.next), found.columns);
        this.#plain.set(at, grid);
      }
      return grid;
    }
    return null;
  }

  /** Rows of plain elements: an earlier sibling with as many children, whose texts are labels. */
  plain(element: Element): Grid | null {
    const named = this.#byRoles(element);
    if (named) return named;
    for (let row: Element | null = element, up = 0; row && up < 6; row = row.parentElement, up++) {
      const parent: Element | null = row.parentElement;
      // A table's own rows were looked at as such.
      if (row.localName === 'tr') return null;
      if (!parent || row.children.length < 3) continue;
      if (row.children.length > MOST_CELLS || this.#holdsSeveral(row)) return null;
      const seen = this.#plain.get(parent);
      if (seen) return seen;
      if (seen === null) continue;
      const head = this.#plainHeader(row);
      const grid = head ? this.#plainGrid(parent, head, row.children.length) : null;
      this.#plain.set(parent, grid);
      if (grid) return grid;
    }
    return null;
  }

  /** Several dossiers: then it is no row. Asked once of each element, however many codes stand in it. */
  #holdsSeveral(row: Element): boolean {
    let several = this.#several.get(row);
    if (several === undefined) {
      several = new Set(findCodes(row.textContent ?? '').map((found) => found.code)).size > 1;
      this.#several.set(row, several);
    }
    return several;
  }

  #plainHeader(row: Element): Element | null {
    for (const start of [row, row.parentElement]) {
      for (
        let at = start?.previousElementSibling, n = 0;
        at && n < 2_000;
        at = at.previousElementSibling, n++
      ) {
        let head: Element = at;
        while (head.children.length === 1 && head.firstElementChild) head = head.firstElementChild;
        if (head.children.length !== row.children.length || head.querySelector(ANSWERS)) continue;
        if (this.#grids.isHeader(new RawRow(head, [...head.children]))) return head;
      }
    }
    return null;
  }

  #plainGrid(parent: Element, head: Element, width: number): Grid {
    const columns = this.#grids.names.columnsOf([new RawRow(head, [...head.children])]);
    const raw = [...parent.children]
      .filter((row) => row !== head && !row.contains(head) && row.children.length === width)
      .map((row) => new RawRow(row, [...row.children]));
    const [only] = raw;
    // What opens below a row stands beside it, in a box for each dossier.
    if (only && raw.length === 1 && !parent.contains(head))
      only.extra.push(...[...parent.children].filter((beside) => beside !== only.first));
    return this.#grids.grid([head, ...raw.map((row) => row.first)], raw, columns);
  }
}
