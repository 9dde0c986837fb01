/**
 * The usual row of a long list, read without weighing: every field has one column, and a column's cells are marked up
 * alike and say the same things again and again. What a text says in its column is judged once; whether such a cell is
 * displayed is asked once. Whatever is not so goes to `RowReader`, which reads it to the same result.
 */
import type { DossierCode } from '../dossier/code';
import type { Reading } from '../dossier/sighting';
import { clearTime, type LocalTime } from '../dossier/time';
import { believe, type Offer, overdueAmong } from './candidates';
import type { Grid, GridRow } from './grid';
import { RawRow } from './grid-rows';
import type { Label } from './labels';
import type { PageText } from './page-text';
import type { Place } from './place';
import { LEFT, type RowReader, SILENT } from './read-rows';
import type { Find } from './scan';
import { overdueOf } from './wording';

export interface QuickRow {
  code: DossierCode;
  otherCode?: undefined;
  place: Place;
  overdue?: boolean;
  offer: Offer;
}

type TimeField = 'receivedAt' | 'dueAt' | 'resolvedAt';

/** What one text says in its column. */
interface Said {
  fields: [keyof Reading, string | boolean][];
  weakName?: string;
  doubts: Offer['doubts'];
  /** Its hints of lateness. */
  late: string[];
}

interface QuickColumn {
  index: number;
  label: Label | undefined;
  time?: TimeField;
  /** What was said before: by the markup of the cell, displayed, then by its text. */
  looks: Map<string, Map<string, Said>>;
}

interface Plan {
  code: QuickColumn;
  columns: QuickColumn[];
}

/** Texts that a column remembers; a list of ten thousand differing names is not worth the room. */
const REMEMBERED = 2_000;
const NOTHING: Said = { fields: [], doubts: [], late: [] };

export class QuickRows {
  readonly #plans = new Map<Grid, Plan | null>();
  readonly #codes = new Map<Node, Find>();

  readonly #page: PageText;
  readonly #rows: RowReader;

  constructor(page: PageText, rows: RowReader, finds: Find[]) {
    this.#page = page;
    this.#rows = rows;
    for (const find of finds) if (find.whole) this.#codes.set(find.node, find);
  }

  /** Null where the row must be weighed. The row is displayed. */
  read(grid: Grid, row: GridRow): QuickRow | null {
    let plan = this.#plans.get(grid);
    if (plan === undefined) {
      plan = planOf(grid);
      this.#plans.set(grid, plan);
    }
    // Where cells span rows, a cell may be a step's.
    if (!plan || !(row instanceof RawRow) || row.extra.length > 0) return null;
    const cells = row.pass();
    const { className } = row.elements[0] as Element;
    const find = this.#codeIn(plan.code, cells[plan.code.index], className);
    if (!find) return null;
    const offer: Offer = { reading: {}, doubts: [] };
    const reading: Record<string, unknown> = offer.reading;
    let late: string[] | undefined;
    for (const column of plan.columns) {
      const cell = cells[column.index];
      const said = cell && this.#said(column, cell, className);
      if (!said) return null;
      if (typeof said === 'string') {
        reading[column.time as TimeField] = said;
        continue;
      }
      for (const [field, value] of said.fields) {
        if (reading[field] !== undefined) return null;
        reading[field] = value;
      }
      offer.weakName ??= said.weakName;
      if (said.doubts.length > 0) offer.doubts.push(...said.doubts);
      if (said.late.length > 0) late = [...(late ?? []), ...said.late];
    }
    find.shown = true;
    return { code: find.code, place: find.place, overdue: late && overdueAmong(late), offer };
  }

  #codeIn(column: QuickColumn, cell: Element | undefined, row: string): Find | null {
    const text = cell && this.#page.onlyText(cell);
    const find = text && this.#codes.get(text);
    return find && this.#looksOf(column, cell, text, row) ? find : null;
  }

  /** What the cell says: the time alone where it says just that; null where it must be weighed. */
  #said(column: QuickColumn, cell: Element, row: string): Said | LocalTime | null {
    if (!cell.firstChild) return NOTHING;
    const node = this.#page.onlyText(cell);
    const looks = node && this.#looksOf(column, cell, node, row);
    const raw = node?.data ?? '';
    if (looks) {
      const known = looks.get(raw) ?? (column.time && clearTime(raw));
      if (known) return known;
    }
    const texts = this.#rows.plainTexts(cell);
    if (!texts) return null;
    const said = this.#judge(column.label, texts);
    if (!looks) return said;
    if (looks.size > REMEMBERED) looks.clear();
    looks.set(raw, said);
    return said;
  }

  /** What cells of this markup said before; undefined where they are not displayed. */
  #looksOf(column: QuickColumn, cell: Element, text: Text, row: string): Map<string, Said> | undefined {
    let look = row;
    for (let at = text.parentNode as Element; ; at = at.parentNode as Element) {
      if (at !== cell) look += `<${at.localName}`;
      if (at.hasAttributes()) look += attributesOf(at);
      if (at === cell) break;
    }
    let said = column.looks.get(look);
    if (!said && this.#page.shows(text.parentNode as Element)) {
      said = new Map();
      column.looks.set(look, said);
    }
    return said;
  }

  #judge(label: Label | undefined, texts: string[]): Said {
    const candidates = this.#rows.candidates(label && [label], texts);
    if (!candidates) return NOTHING;
    const { reading, weakName, doubts } = believe(candidates);
    return {
      fields: Object.entries(reading) as Said['fields'],
      weakName,
      doubts,
      late: texts.filter((text) => overdueOf(text) !== undefined),
    };
  }
}

/** Values of these differ from row to row and hide nothing. */
const OWN = new Set([
  'href',
  'title',
  'id',
  'onclick',
  'aria-label',
  'data-title',
  'data-label',
  'data-code',
]);

function attributesOf(element: Element): string {
  let look = '';
  for (const name of element.getAttributeNames()) {
    look += OWN.has(name) ? ` ${name}` : ` ${name}=${element.getAttribute(name)}`;
  }
  return look;
}

/** Only where one column names the code, and each kind of thing has one column of one label. */
function planOf(grid: Grid): Plan | null {
  let code: QuickColumn | undefined;
  const columns: QuickColumn[] = [];
  const kinds = new Set<string>();
  for (const [index, column] of grid.columns.entries()) {
    const [label, ...more] = column?.parts ?? [];
    if (more.length > 0) return null;
    const kind = label?.kind ?? '';
    if (label && SILENT.has(kind)) {
      if (LEFT.test(label.text)) return null;
      continue;
    }
    if (/^(?:otherCode|transaction|statusAt|info)$/.test(kind) || (label && kinds.has(kind))) return null;
    kinds.add(kind);
    const quick: QuickColumn = { index, label: label ?? undefined, looks: new Map() };
    if (kind === 'receivedAt' || kind === 'dueAt' || kind === 'resolvedAt') quick.time = kind;
    if (kind === 'code') code = quick;
    else columns.push(quick);
  }
  return code ? { code, columns } : null;
}
