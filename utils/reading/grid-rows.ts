/** The raw rows of a table or grid: their elements, their cells, and in which column each cell stands. */

export const TABLES = 'table,[role=grid],[role=table],[role=treegrid]';
const CELLS = '[role=gridcell],[role=cell],[role=columnheader],[role=rowheader],td,th';

/** A row whose cells are looked up only when asked for: a long list is read by a few of its columns. */
export class RawRow {
  /** Rows that open below this one. */
  readonly extra: Element[] = [];

  #held: Element[] | HTMLTableRowElement;

  /**
   * @param held the cells, or the table row that holds them
   * @param head in a `thead`, or made of column headers
   */
  constructor(
    readonly elements: Element[],
    held: Element[] | HTMLTableRowElement,
    readonly head = false,
  ) {
    this.#held = held;
  }

  get cells(): Element[] {
    this.#held = this.pass();
    return this.#held;
  }

  /** The cells for one look, not kept: a long list would keep them all. */
  pass(): Element[] {
    return Array.isArray(this.#held) ? this.#held : cellsIn(this.#held);
  }

  get width(): number {
    return (Array.isArray(this.#held) ? this.#held : this.#held.cells).length;
  }

  cell(column: number): Element | undefined {
    return (Array.isArray(this.#held) ? this.#held : this.#held.cells)[column];
  }
}

/** As `row.cells`, several times as fast. */
function cellsIn(row: HTMLTableRowElement): Element[] {
  const cells: Element[] = [];
  for (let at = row.firstElementChild; at; at = at.nextElementSibling)
    if (at.localName === 'td' || at.localName === 'th') cells.push(at);
  return cells;
}

export const isHead = (cell: Element): boolean =>
  cell.localName === 'th' || cell.getAttribute('role') === 'columnheader';

export function rawRows(table: Element): RawRow[] {
  if (table.localName === 'table' && (table as HTMLTableElement).rows.length > 0) {
    return [...(table as HTMLTableElement).rows].map(
      (row) => new RawRow([row], row, row.parentElement?.localName === 'thead'),
    );
  }
  // Pinned columns split one row over several elements; they share the index.
  const rows = new Map<string | Element, RawRow>();
  for (const row of table.querySelectorAll('[role=row],tr')) {
    if (row.parentElement?.closest(TABLES) !== table) continue;
    const own = [...row.querySelectorAll(CELLS)].filter(
      (cell) => cell.parentElement?.closest('[role=row],tr') === row,
    );
    const cells = own.length > 0 ? own : [...row.children];
    const key = row.getAttribute('aria-rowindex') ?? row.getAttribute('row-index') ?? row;
    const head = cells.length > 0 && cells.every(isHead);
    const known = rows.get(key);
    if (known && known.head === head) {
      known.elements.push(row);
      known.cells.push(...cells);
    } else rows.set(known ? row : key, new RawRow([row], cells, head));
  }
  return [...rows.values()].sort((a, b) => Number(b.head) - Number(a.head));
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
