/**
 * Lists: rows under column headers. The header may be `th` or `td`, follow a pager or caption row, span columns and rows,
 * stand in a table of its own (fixed headers), in `role` attributes, or be a row of plain `div`s before the others.
 */

import { findCodes, mayHoldCode } from '../dossier/code';
import { type Column, ColumnNames } from './column-names';
import { timesIn } from './field-values';
import { isHead, place, RawRow, rawRows, TABLES } from './grid-rows';
import type { Labels } from './labels';
import type { PageText } from './page-text';

export interface GridRow {
  first: Element;
  /** Several where pinned columns stand in rows of their own. */
  elements: Element[];
  cells: (Element | undefined)[];
  /** Rows that open below this one. */
  extra: Element[];
  cell(column: number): Element | undefined;
}

export interface Grid {
  element: Element;
  /** What the grid takes up: the table, or the rows alone where they are plain elements. */
  parts: Element[];
  columns: (Column | undefined)[];
  /** Where the header stands, when it is not in the grid's element. */
  head?: Element;
  readonly rows: GridRow[];
}

/** A header that stands apart from its rows. */
interface Head {
  element: Element;
  columns: (Column | undefined)[];
}

/** One column more or less: scroll bars and row numbers take one of their own. */
const fits = ({ columns }: Head, width: number): boolean => Math.abs(columns.length - width) <= 1;

const FIELDS = /^(?:code|otherCode|statusText|receivedAt|submitted|dueAt|resolvedAt|procedureName|agency)$/;
const SPANNED = '[colspan],[rowspan],[aria-colindex]';
const ANSWERS = 'input:not([type=checkbox]),select,textarea';
const HEADER_WITHIN = 8;
/** Wrappers for scrolling between a header and its rows. */
const APART = 8;
/** Longer texts are no name; what has more children is no row of plain elements. */
const MOST = { name: 300, cells: 100 };

/** Finds and remembers the grid that an element stands in. */
export class Grids {
  readonly #known = new Map<Element, Grid | null>();
  readonly #heads = new Map<Element, Head>();
  readonly #several = new Map<Element, boolean>();

  readonly #names: ColumnNames;

  constructor(page: PageText, labels: Labels) {
    this.#names = new ColumnNames(page, labels);
  }

  /** The grid that holds the element as a cell's content, or null where there is none with a header. */
  of(element: Element): Grid | null {
    for (let table = element.closest(TABLES); table; table = table.parentElement?.closest(TABLES) ?? null) {
      const grid = this.table(table);
      if (grid) return grid;
    }
    return this.#plain(element);
  }

  /** The grid that a table is, or null where it has no header (a form, a layout). */
  table(table: Element): Grid | null {
    if (!table.matches(TABLES)) return null;
    let grid = this.#known.get(table);
    if (grid === undefined) {
      grid = this.#build(table);
      this.#known.set(table, grid);
    }
    return grid;
  }

  #build(table: Element): Grid | null {
    const raw = rawRows(table);
    const found = this.#headerOf(raw);
    if (found) return this.#grid([table], raw.slice(found.next), found.columns);
    const apart = this.#headerApart(table, raw);
    return apart ? this.#grid([table], raw, apart.columns, apart.element) : null;
  }

  #grid(parts: Element[], raw: RawRow[], columns: (Column | undefined)[], head?: Element): Grid {
    let rows: GridRow[] | undefined;
    const assemble = () => this.#assemble(raw, columns);
    return {
      element: parts[0] as Element,
      parts,
      columns,
      head,
      get rows() {
        rows ??= assemble();
        return rows;
      },
    };
  }

  #assemble(raw: RawRow[], columns: (Column | undefined)[]): GridRow[] {
    const rows: GridRow[] = [];
    const spans: { cell: Element; left: number }[] = [];
    // Most lists span nothing: then a cell's place is its index.
    const even = raw.every((row) => row.width < 2 || row.width === columns.length);
    const spanned = raw.some(
      (row, at) => (!even || at === 0) && row.elements.some((e) => e.querySelector(SPANNED)),
    );
    // A row over all columns before the first one heads a group: it speaks of what follows.
    const grouped = raw[0]?.width === 1;
    for (const row of raw) {
      const last = rows[rows.length - 1];
      const { width } = row;
      if (width === 1 && columns.length > 1 && last) {
        if (!grouped) last.extra.push(...row.elements);
        continue;
      }
      // A header that comes again is of head cells in its second column too.
      const probe = row.cell(width > 1 ? 1 : 0);
      if (!probe || (isHead(probe) && this.#isHeader(row))) continue;
      if (spanned) {
        const cells = place(row.cells, spans, (cell) => cell);
        rows.push({
          first: row.first,
          elements: row.elements,
          cells,
          extra: [],
          cell: (column) => cells[column],
        });
      } else rows.push(row);
    }
    return rows;
  }

  /** The header among the first rows, and where the rows after it begin. */
  #headerOf(raw: RawRow[]): { columns: (Column | undefined)[]; next: number } | null {
    for (let at = 0; at < Math.min(raw.length, HEADER_WITHIN); at++) {
      const row = raw[at];
      if (!row || row.cells.length === 0) continue;
      if (!this.#isHeader(row) && !this.#headsCodes(raw.slice(at, at + 20))) {
        if (row.cells.length > 1) return null;
        continue;
      }
      if (!row.head && !row.cells.every(isHead) && this.#pairsBelow(raw.slice(at + 1, at + 4))) return null;
      let next = at + 1;
      while (next < raw.length && next - at < 4 && this.#continuesHeader(raw[next])) next++;
      return { columns: this.#names.columnsOf(raw.slice(at, next)), next };
    }
    return null;
  }

  /** A table of codes alone: pinned beside the one of the other columns. */
  #headsCodes([head, ...rows]: RawRow[]): boolean {
    const [name] = head?.cells ?? [];
    if (!name || head?.width !== 1 || rows.length === 0 || this.#names.kindOf(name) !== 'code') return false;
    return rows.every(({ width, first }) => width === 1 && findCodes(first.textContent ?? '').length === 1);
  }

  /** Labels again where values should be: a form of labels and values, not a list. */
  #pairsBelow(rows: RawRow[]): boolean {
    return rows.some(
      (row) => row.cells.length > 1 && row.cells.some((cell) => FIELDS.test(this.#names.kindOf(cell))),
    );
  }

  #continuesHeader(row: RawRow | undefined): boolean {
    return row !== undefined && row.cells.length > 0 && row.cells.every(isHead) && this.#isHeader(row, true);
  }

  #isHeader(row: RawRow, further = false): boolean {
    const texts = row.cells.map((cell) => this.#names.textOf(cell));
    const filled = texts.filter((text) => text !== '');
    if (
      texts.some(
        (text) =>
          text.length > MOST.name ||
          (mayHoldCode(text) && findCodes(text).length > 0) ||
          timesIn(text).length > 0,
      )
    )
      return false;
    if (further) return true;
    if (filled.length < 2) return false;
    if (row.head) return true;
    const named = filled.filter((text) => this.#names.of(text) !== null).length;
    if (row.cells.every(isHead)) return named > 0;
    if (filled.length <= texts.length / 2 || filled.some((text) => /[:：]$/.test(text))) return false;
    return named >= 2 && named >= filled.length * 0.7;
  }

  /** A header that stands before this table for as many columns: in a table of its own, or in column headers alone. */
  #headerApart(table: Element, raw: RawRow[]): Head | null {
    const width = Math.max(0, ...raw.slice(0, 10).map((row) => row.cells.length));
    const parent = table.parentElement;
    if (width < 2 || !parent) return null;
    // Some grids make each row a table: what heads one heads its siblings.
    const known = this.#heads.get(parent);
    if (known && fits(known, width)) return known;
    for (let at: Element | null = table, up = 0; at && up < APART; at = at.parentElement, up++) {
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        // Below a title something else begins.
        const head = /^h[1-6]$/.test(before.localName) ? null : this.#headIn(before, width);
        if (head === null) return null;
        if (!head) continue;
        this.#heads.set(parent, head);
        return head;
      }
    }
    return null;
  }

  /** @returns null for a list of its own, undefined where no list or header is */
  #headIn(element: Element, width: number): Head | null | undefined {
    const tables = element.matches(TABLES) ? [element] : [...element.querySelectorAll(TABLES)];
    let own = false;
    for (const table of tables) {
      const raw = rawRows(table);
      const found = this.#headerOf(raw);
      const filters = (row: RawRow) => row.cells.every((cell) => this.#names.textOf(cell) === '');
      // Another part of this grid: its pinned columns.
      if (!found && this.table(table)?.head) continue;
      own = true;
      if (!found || raw.slice(found.next).some((row) => !filters(row))) return null;
      const head = { element: table, columns: found.columns };
      if (fits(head, width)) return head;
    }
    if (own) return null;
    const cells = [...element.querySelectorAll('[role=columnheader]')];
    const row = new RawRow(element, cells, true);
    const head = cells.length > 1 &&
      this.#isHeader(row) && { element, columns: this.#names.columnsOf([row]) };
    return head && fits(head, width) ? head : undefined;
  }

  /** Rows of plain elements: an earlier sibling with as many children, whose texts are labels. */
  #plain(element: Element): Grid | null {
    for (let row: Element | null = element, up = 0; row && up < 6; row = row.parentElement, up++) {
      const parent: Element | null = row.parentElement;
      if (!parent || row.children.length < 3) continue;
      if (row.children.length > MOST.cells || this.#holdsSeveral(row)) return null;
      const seen = this.#known.get(parent);
      if (seen) return seen;
      if (seen === null) continue;
      const head = this.#plainHeader(row);
      const grid = head ? this.#plainGrid(parent, head, row.children.length) : null;
      this.#known.set(parent, grid);
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
        if (this.#isHeader(new RawRow(head, [...head.children]))) return head;
      }
    }
    return null;
  }

  #plainGrid(parent: Element, head: Element, width: number): Grid {
    const columns = this.#names.columnsOf([new RawRow(head, [...head.children])]);
    const raw = [...parent.children]
      .filter((row) => row !== head && !row.contains(head) && row.children.length === width)
      .map((row) => new RawRow(row, [...row.children]));
    return this.#grid([head, ...raw.map((row) => row.first)], raw, columns);
  }
}
