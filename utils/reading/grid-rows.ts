/** The raw rows of a table: their elements, their cells, and in which column each cell stands. */

export const TABLES = 'table,[role=grid],[role=table],[role=treegrid]';
export const ROWS = '[role=row],tr';

/** A row whose cells are looked up only when asked for: a long list is read by a few of its columns. */
export class RawRow {
  /** The cells, or the table row that holds them. */
  held: Element[] | HTMLTableRowElement;

  #elements: Element[] | undefined;
  #extra: Element[] | undefined;
  #width = -1;

  /**
   * @param first the row's element, the first of several
   * @param head in a `thead`, or made of column headers
   */
  constructor(
    readonly first: Element,
    held: Element[] | HTMLTableRowElement,
    readonly head = false,
  ) {
    this.held = held;
  }

  get elements(): Element[] {
    this.#elements ??= [this.first];
    return this.#elements;
  }

  /** Rows that open below this one. */
  get extra(): Element[] {
    this.#extra ??= [];
    return this.#extra;
  }

  get opens(): boolean {
    return this.#extra !== undefined;
  }

  get cells(): Element[] {
    if (!Array.isArray(this.held)) this.held = [...this.held.cells];
    return this.held;
  }

  get width(): number {
    if (Array.isArray(this.held)) return this.held.length;
    if (this.#width < 0) {
      // A row makes a list of its cells when asked for it; the last cell knows its place without.
      const last = this.held.lastElementChild as HTMLTableCellElement | null;
      this.#width = last?.cellIndex === undefined ? this.held.cells.length : last.cellIndex + 1;
    }
    return this.#width;
  }

  cell(column: number): Element | undefined {
    if (Array.isArray(this.held)) return this.held[column];
    let cell = this.held.firstElementChild;
    for (let at = 0; cell && at < column; at++) cell = cell.nextElementSibling;
    // Other elements may stand among the cells of a table's row.
    return (cell as HTMLTableCellElement | null)?.cellIndex === column
      ? (cell as Element)
      : this.held.cells[column];
  }
}

export const isHead = (cell: Element): boolean =>
  cell.localName === 'th' || (cell.hasAttributes() && cell.getAttribute('role') === 'columnheader');

/** The rows of a table; null where it has none of its own. */
export function rowsOfTable(table: Element): RawRow[] | null {
  if (table.localName !== 'table' || (table as HTMLTableElement).rows.length === 0) return null;
  // A table lists the rows of its heads before all others.
  let head = true;
  return Array.from((table as HTMLTableElement).rows, (row) => {
    head &&= row.parentElement?.localName === 'thead';
    return new RawRow(row, row, head);
  });
}

/** Cells by column, with `aria-colindex`, `colspan` and the `rowspan` of rows above. */
export function place<T>(
  cells: Element[],
  spans: { cell: T; left: number }[],
  make: (cell: Element) => T,
): (T | undefined)[] {
  const placed: (T | undefined)[] = [];
  let column = 0;
  for (const cell of cells) {
    const index = Number(cell.getAttribute('aria-colindex'));
    if (index > 0) column = index - 1;
    for (let span = spans[column]; span && span.left > 0; span = spans[column]) {
      span.left--;
      placed[column++] = span.cell;
    }
    const made = make(cell);
    const wide = Math.min(Math.max(Number(cell.getAttribute('colspan')) || 1, 1), 100);
    const high = Number(cell.getAttribute('rowspan')) || 1;
    for (let i = 0; i < wide; i++) {
      placed[column + i] = made;
      if (high > 1) spans[column + i] = { cell: made, left: high - 1 };
    }
    column += wide;
  }
  for (; column < spans.length; column++) {
    const span = spans[column];
    if (span && span.left-- > 0) placed[column] = span.cell;
  }
  return placed;
}
