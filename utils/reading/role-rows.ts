/** The raw rows of what `role` attributes make a table, and of plain tables. Not needed for the usual list. */
import { isHead, RawRow, ROWS, rowsOfTable, TABLES } from './grid-rows';

const CELLS = '[role=gridcell],[role=cell],[role=columnheader],[role=rowheader],td,th';

export function rawRows(table: Element): RawRow[] {
  const own = rowsOfTable(table);
  if (own) return own;
  // Pinned columns split one row over several elements; they share the index.
  const rows = new Map<string | Element, RawRow>();
  // Rows may have roles where nothing around them says it is a table.
  const around = table.matches(TABLES) ? table : null;
  for (const row of table.querySelectorAll(ROWS)) {
    if ((row.parentElement?.closest(TABLES) ?? null) !== around) continue;
    const own = [...row.querySelectorAll(CELLS)].filter((cell) => cell.parentElement?.closest(ROWS) === row);
    const cells = own.length > 0 ? own : [...row.children];
    const key = row.getAttribute('aria-rowindex') ?? row.getAttribute('row-index') ?? row;
    const head = cells.length > 0 && cells.every(isHead);
    const known = rows.get(key);
    if (known && known.head === head) {
      known.elements.push(row);
      known.cells.push(...cells);
    } else rows.set(known ? row : key, new RawRow(row, cells, head));
  }
  const all = [...rows.values()];
  return [...headsOf(all), ...all.filter((row) => !row.head)];
}

/** The header rows; those of pinned columns share no index, but together they are as wide as a row. */
function headsOf(rows: RawRow[]): RawRow[] {
  const heads = rows.filter((row) => row.head);
  const [first, ...others] = heads;
  const width = Math.max(0, ...rows.slice(0, 20).map((row) => (row.head ? 0 : row.width)));
  const apart = new Set(heads.map((row) => row.first.parentElement)).size === heads.length;
  const sum = heads.reduce((all, row) => all + row.width, 0);
  if (!first || others.length === 0 || !apart || sum !== width) return heads;
  for (const { elements, cells } of others) {
    first.elements.push(...elements);
    first.cells.push(...cells);
  }
  return [first];
}
