/**
 * Lists: rows under column headers. The header may be `th` or `td`, follow a pager or caption row, span columns and rows,
 * stand in a table of its own (fixed headers), in `role` attributes, or be a row of plain `div`s before the others.
 */

import { findCodes, mayHoldCode } from '../dossier/code';
import { type Column, ColumnNames } from './column-names';
import { timesIn } from './field-values';
import { isHead, place, type RawRow, ROWS, rowsOfTable, TABLES } from './grid-rows';
import type { Label, Labels } from './labels';
import type { MoreGrids } from './more-grids';
import type { PageText } from './page-text';
import { squeeze } from './squeeze';

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
  /** Makes the rows ready in steps of some hundred, for slices. */
  prepare?(): Generator<undefined>;
}

const FIELDS = /At$|^(?:code|otherCode|statusText|submitted|procedureName|agency)$/;
const SPANNED = '[colspan],[rowspan],[aria-colindex]';
const HEADER_WITHIN = 8;
/** A table of more rows is a list. */
const MOST_OF_A_SHEET = 12;
/** Longer texts are no name of a column. */
const LONGEST_NAME = 300;

/** Finds and remembers the grid that an element stands in. */
export class Grids {
  readonly #known = new Map<Element, Grid | null>();

  readonly names: ColumnNames;
  #more: MoreGrids | null = null;

  constructor(
    readonly page: PageText,
    labels: Labels,
  ) {
    this.names = new ColumnNames(page, labels);
  }

  /** Rarer ways of finding one, where they are there; tables that had none are looked at again. */
  learn(more: MoreGrids): void {
    this.#more = more;
    for (const [table, grid] of this.#known) if (!grid) this.#known.delete(table);
  }

  /** The grid that holds the element as a cell's content, or null where there is none with a header. */
  of(element: Element): Grid | null {
    for (let table = element.closest(TABLES); table; ) {
      const grid = this.table(table);
      if (grid) return grid;
      // Out of a table only through a row: beside the rows of a grid may stand tables of its own.
      table = table.parentElement?.closest(ROWS)?.closest(TABLES) ?? null;
    }
    return this.#more?.plain(element) ?? null;
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
    const raw = rowsOfTable(table) ?? this.#more?.rows(table);
    if (!raw) return null;
    const found = this.headerOf(raw);
    if (!found || inTurns(raw, found.next)) return this.#more?.under(table, raw, found?.next) ?? null;
    const rows = raw.slice(found.next);
    return this.#namesMore(found.columns, rows) ? null : this.grid([table], rows, found.columns);
  }

  /** A list of these rows. */
  grid(parts: Element[], raw: RawRow[], named: (Column | undefined)[], head?: Element): Grid {
    const columns = ofDossiers(named);
    let rows: GridRow[] | undefined;
    const assemble = this.#assemble.bind(this);
    function* prepare(): Generator<undefined> {
      rows ??= yield* assemble(raw, columns);
    }
    return {
      element: parts[0] as Element,
      parts,
      columns,
      head,
      prepare,
      get rows() {
        for (const steps = prepare(); !steps.next().done; );
        return rows ?? [];
      },
    };
  }

  *#assemble(raw: RawRow[], columns: (Column | undefined)[]): Generator<undefined, GridRow[]> {
    const rows: GridRow[] = [];
    const spans: { cell: Element; left: number }[] = [];
    yield undefined;
    // Most lists span nothing: then a cell's place is its index.
    const even = raw.every(({ width }) => width < 2 || width === columns.length);
    yield undefined;
    const spanned = (even ? raw.slice(0, 1) : raw).some(({ elements }) =>
      elements.some((e) => e.querySelector(SPANNED)),
    );
    // A row over all columns before the first one heads a group: it speaks of what follows.
    const grouped = raw.find(({ head, first }) => !head && squeeze(first.textContent ?? ''))?.width === 1;
    for (const [at, row] of raw.entries()) {
      if (at % 500 === 499) yield undefined;
      const last = rows[rows.length - 1];
      const { width } = row;
      if ((width === 1 || (width === 2 && spansRest(row, columns.length))) && columns.length > 1) {
        if (last && !grouped) last.extra.push(...row.elements);
        for (const span of spans) if (span) span.left--;
        continue;
      }
      // A header that comes again is of head cells in its second column too.
      const probe = row.cell(width > 1 ? 1 : 0);
      if (!probe || (isHead(probe) && this.isHeader(row))) continue;
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
  headerOf(raw: RawRow[]): { columns: (Column | undefined)[]; next: number } | null {
    for (let at = 0; at < Math.min(raw.length, HEADER_WITHIN); at++) {
      const row = raw[at];
      if (!row || row.cells.length === 0) continue;
      if (!this.isHeader(row)) {
        // A row without words only sets widths.
        if (row.cells.length > 1 && row.cells.some((cell) => this.names.textOf(cell))) return null;
        continue;
      }
      // Names that span rows have more names beside them below.
      const high = row.cells.map((cell) => Number(cell.getAttribute('rowspan')) || 1);
      let next = at + Math.min(Math.max(...high), 3);
      if (!row.head && !row.cells.every(isHead) && this.pairsIn(raw.slice(next, next + 3))) return null;
      while (next < raw.length && next - at < 4 && this.#continuesHeader(raw[next])) next++;
      return { columns: this.names.columnsOf(raw.slice(at, next)), next };
    }
    return null;
  }

  /** Labels again where values should be: a form of labels and values, not a list. */
  pairsIn(rows: RawRow[]): boolean {
    return rows.some(
      (row) => row.cells.length > 1 && row.cells.some((cell) => FIELDS.test(this.names.kindOf(cell))),
    );
  }

  /** Other names under the first values: a sheet of one dossier, its labels above its values. */
  #namesMore(columns: (Column | undefined)[], rows: RawRow[]): boolean {
    if (rows.length > MOST_OF_A_SHEET) return false;
    const known = new Set(columns.flatMap((column) => column?.parts.map((part) => part?.kind) ?? []));
    return rows.some(
      ({ cells }) =>
        cells.every(isHead) &&
        cells.some((cell) => {
          const kind = this.names.kindOf(cell);
          return FIELDS.test(kind) && !known.has(kind as Label['kind']);
        }),
    );
  }

  #continuesHeader(row: RawRow | undefined): boolean {
    // One cell over several columns heads a group of rows.
    const [only, more] = row?.cells ?? [];
    if (!row || !only || (!more && (only as HTMLTableCellElement).colSpan > 1)) return false;
    return row.cells.every(isHead) && this.isHeader(row, true);
  }

  /** Whether a row names columns. @param further below such a row: then no label of it need be known */
  isHeader(row: RawRow, further = false): boolean {
    const texts = row.cells.map((cell) => this.names.textOf(cell));
    const filled = texts.filter((text) => text !== '');
    if (
      texts.some(
        (text) =>
          text.length > LONGEST_NAME ||
          (mayHoldCode(text) && findCodes(text).length > 0) ||
          timesIn(text).length > 0,
      )
    )
      return false;
    if (further) return true;
    if (filled.length < 2) return false;
    if (row.head) return true;
    const named = filled.filter((text) => this.names.of(text) !== null).length;
    if (row.cells.every(isHead)) return named > 0;
    if (filled.length <= texts.length / 2 || filled.some((text) => /[:：]$/.test(text))) return false;
    return named >= 4 || (named >= 2 && named >= filled.length * 0.7);
  }
}

/** Two rows of names, and below them rows as wide as the one and as the other by turns. */
function inTurns(raw: RawRow[], next: number): boolean {
  const [a = 0, b, c, d] = raw.slice(next - 2, next + 2).map(({ width }) => width);
  return a > 1 && a === c && a !== b && b === d;
}

/** Behind a cell to open it by, one over all other columns. */
const spansRest = (row: RawRow, width: number): boolean =>
  width > 2 &&
  Number(row.cell(1)?.getAttribute('colspan')) >= width - 1 &&
  squeeze(row.cell(0)?.textContent ?? '') === '';

/** What has a state and days of its own; named before the code, the rows are payments, parcels, files. */
const OTHERS = /giao dịch|vận đơn|(?:số|ký) hiệu|tệp|file|hóa đơn|phản ánh|tin nhắn/i;

/** Of such rows "Trạng thái" and "Ngày nhận" are not the dossier's, when nothing says so. */
function ofDossiers(columns: (Column | undefined)[]): (Column | undefined)[] {
  const names = columns.slice(0, columns.findIndex((column) => column?.parts[0]?.kind === 'code') + 1);
  if (!OTHERS.test(names.map((column) => column?.text).join())) return columns;
  return columns.map((column) =>
    column?.parts.some((part) => part?.rank && /^(?:status|received)/.test(part.kind)) ? undefined : column,
  );
}
