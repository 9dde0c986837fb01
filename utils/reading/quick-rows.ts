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
import { LEFT, type RowReader, SILENT } from './read-rows';
import type { Find } from './scan';
import { overdueOf } from './wording';

export interface QuickRow {
  code: DossierCode;
  otherCode?: undefined;
  element: Element;
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
  looks: Map<string, Look>;
  /** The look of the last cell: most often that of the next one too. */
  last?: Look;
}

/** Markup of a cell whose text is all it says, displayed. */
interface Look {
  row: string;
  /** Attributes of the cell and of what stands in it one inside of the other, down to the text. */
  layers: Layer[];
  /** What was said so before, by the text. */
  said: Map<string, Said>;
}

interface Layer {
  tag: string;
  names: string[];
  /** Of each name; null where it differs from row to row and hides nothing. */
  values: (string | null)[];
}

/** The columns that are looked at, from first to last. */
interface Plan {
  code: QuickColumn;
  columns: QuickColumn[];
}

/** Texts that a column remembers; a list of ten thousand differing names is not worth the room. */
const REMEMBERED = 2_000;
const NOTHING: Said = { fields: [], doubts: [], late: [] };

export class QuickRows {
  readonly #plans = new Map<Grid, Plan | null>();

  readonly #page: PageText;
  readonly #rows: RowReader;
  readonly #finds: Find[];
  /** Where the next row's code is expected: finds stand in the order of the page. */
  #next = 0;
  #byElement: Map<Element, number> | undefined;

  constructor(page: PageText, rows: RowReader, finds: Find[]) {
    this.#page = page;
    this.#rows = rows;
    this.#finds = finds;
  }

  /** Null where the row must be weighed. The row is displayed. */
  read(grid: Grid, row: GridRow): QuickRow | null {
    let plan = this.#plans.get(grid);
    if (plan === undefined) {
      plan = planOf(grid);
      this.#plans.set(grid, plan);
    }
    if (!plan || !(row instanceof RawRow) || row.opens) return null;
    const { first, held } = row;
    const own = first.hasAttributes() ? JSON.stringify(layerOf(first)) : '';
    const offer: Offer = { reading: {}, doubts: [] };
    const reading: Record<string, unknown> = offer.reading;
    let find: Find | null = null;
    let late: string[] | undefined;
    let at = Array.isArray(held) ? undefined : held.firstElementChild;
    let index = 0;
    for (const column of plan.columns) {
      for (; at && index < column.index; index++) at = at.nextElementSibling;
      const cell = Array.isArray(held) ? held[column.index] : at;
      if (!cell) return null;
      if (column === plan.code) {
        find = this.#codeIn(column, cell, own);
        if (!find) return null;
        continue;
      }
      const said = this.#said(column, cell, own);
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
    // Other elements may stand among the cells of a table's row.
    if (!find || (at && (at as HTMLTableCellElement).cellIndex !== index)) return null;
    find.shown = true;
    reading.code = find.code;
    return { code: find.code, element: first, overdue: late && overdueAmong(late), offer };
  }

  #codeIn(column: QuickColumn, cell: Element, row: string): Find | null {
    const holder = this.#holderIn(column, cell, row);
    const find = holder && this.#findAt(holder);
    // Of a code that spans rows, a cell of one of them is a step of the dossier.
    if (!find?.whole || (cell as HTMLTableCellElement).rowSpan > 1) return null;
    return column.last ? find : null;
  }

  #findAt(holder: Element): Find | undefined {
    let found = this.#finds[this.#next];
    if (found?.element !== holder) {
      this.#byElement ??= new Map(this.#finds.map((find, at) => [find.element, at]));
      this.#next = this.#byElement.get(holder) ?? this.#next;
      found = this.#finds[this.#next];
      if (found?.element !== holder) return undefined;
    }
    this.#next++;
    return found;
  }

  /** What the cell says: the time alone where it says just that; null where it must be weighed. */
  #said(column: QuickColumn, cell: Element, row: string): Said | LocalTime | null {
    const holder = this.#holderIn(column, cell, row);
    if (!holder && !cell.firstChild) return NOTHING;
    const said = holder && column.last?.said;
    // Asked of the element: its text node would have to be made for the script.
    const raw = holder?.textContent ?? '';
    // The row's number, or a count.
    if (said && !column.label && /^\d+$/.test(raw)) return NOTHING;
    const known = said && ((column.time && clearTime(raw)) ?? said.get(raw));
    if (known) return known;
    const texts = this.#rows.plainTexts(cell);
    if (!texts) return null;
    const judged = this.#judge(column.label, texts);
    if (!said || !judged) return judged;
    if (said.size > REMEMBERED) said.clear();
    said.set(raw, judged);
    return judged;
  }

  /** What holds the only text of a cell; `last` is then its look, undefined where that is not displayed. */
  #holderIn(column: QuickColumn, cell: Element, row: string): Element | null {
    const again = column.last?.row === row ? holderAgain(cell, column.last.layers) : null;
    if (again) return again;
    const holder = this.#page.onlyText(cell)?.parentElement ?? null;
    column.last = holder ? this.#lookOf(column, cell, holder, row) : undefined;
    return holder;
  }

  #lookOf(column: QuickColumn, cell: Element, holder: Element, row: string): Look | undefined {
    const layers: Layer[] = [];
    for (let at = holder; ; at = at.parentNode as Element) {
      layers.unshift(layerOf(at));
      if (at === cell) break;
    }
    const key = JSON.stringify([row, layers]);
    const known = column.looks.get(key);
    if (known) return known;
    if (!this.#page.shows(holder)) return undefined;
    const look: Look = { row, layers, said: new Map() };
    column.looks.set(key, look);
    return look;
  }

  #judge(label: Label | undefined, texts: string[]): Said | null {
    const candidates = this.#rows.candidates(label && [label], texts);
    if (!candidates) return NOTHING;
    const { reading, weakName, doubts } = believe(candidates);
    // A channel that is none puts what other cells say in doubt.
    if (label?.kind === 'channel' && texts.length > 0 && !reading.channel) return null;
    return {
      fields: Object.entries(reading) as Said['fields'],
      weakName,
      doubts,
      // Beside a step's own deadline a hint of lateness is the step's.
      late: label?.kind === 'stepDue' ? [] : texts.filter((text) => overdueOf(text) !== undefined),
    };
  }
}

/** Values of these differ from row to row and hide nothing; nor do numbers, but in style and class. */
const OWN = /^(?:href|title|onclick|aria-label|data-(?:title|label|code))$/;

const layerOf = (element: Element): Layer => {
  const names = element.getAttributeNames();
  return {
    tag: element.localName,
    names,
    values: names.map((name) => {
      if (OWN.test(name)) return null;
      const value = element.getAttribute(name) ?? '';
      return name === 'class' || name === 'style' ? value : value.replace(/\d{2,}/g, '');
    }),
  };
};

/** What holds the text of a cell marked up as these layers say, and nothing beside it; null where it is not so. */
function holderAgain(cell: Element, layers: readonly Layer[]): Element | null {
  let at = cell;
  for (let depth = 0; ; depth++) {
    const layer = layers[depth] as Layer;
    // A cell's own tag says nothing of how it is displayed.
    if ((depth > 0 && at.localName !== layer.tag) || !isOf(at, layer)) return null;
    if (depth === layers.length - 1) return at.firstElementChild ? null : at;
    const only = at.firstChild;
    if (!only || only.nextSibling || only.nodeType !== 1 || (only as Element).shadowRoot) return null;
    at = only as Element;
  }
}

function isOf(element: Element, { names, values }: Layer): boolean {
  if (names.length === 0) return !element.hasAttributes();
  const own = element.getAttributeNames();
  if (own.length !== names.length) return false;
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as string;
    if (own[at] !== name) return false;
    const value = values[at];
    if (value !== null && element.getAttribute(name) !== value) return false;
  }
  return true;
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
    if (label && kind !== 'when' && SILENT.has(kind)) {
      if (LEFT.test(label.text)) return null;
      continue;
    }
    if (
      /^(?:otherCode|transaction|statusAt|info)$/.test(kind) ||
      (label && kind !== 'when' && kinds.has(kind))
    )
      return null;
    kinds.add(kind);
    const quick: QuickColumn = { index, label: label ?? undefined, looks: new Map() };
    if (kind.endsWith('At')) quick.time = kind as TimeField;
    if (kind === 'code') code = quick;
    columns.push(quick);
  }
  return code ? { code, columns } : null;
}
