/** One row of a list: its code, and what its columns say of it. */
import { type DossierCode, findCodes, mayHoldCode, parseCode, parseLocalCode } from '../dossier/code';
import { type Candidate, overdueAmong } from './candidates';
import { type Column, spoken } from './column-names';
import { columnCandidates, paysHere, spansNames } from './column-values';
import { isStruck } from './drawn';
import { isChannel, timeOf, timesIn } from './field-values';
import type { Grid, GridRow } from './grid';
import type { Label, Labels } from './labels';
import type { Leaf, PageText, Phrase } from './page-text';
import type { Place } from './place';
import { placeOfCode } from './place-of-code';
import type { Pair } from './read-pairs';
import type { Rest } from './rest';

export interface RowReading {
  /** Null: the row has a code column, but nothing in it that is a code. */
  code: DossierCode | null;
  otherCode?: DossierCode;
  place?: Place;
  /** The cell that holds the code. */
  cell: Element;
  candidates: Candidate[];
  overdue?: boolean;
  /** For the explanation: the label of the code, and the texts that were asked for lateness. */
  codeLabel?: Label;
  late?: string[];
}

export type Codes = Omit<RowReading, 'candidates'>;

const TERM = /^(?:dt|th)$/;

/** What a cell says: what stands in it under labels of its own, and the rest. */
export interface Cell {
  phrases: Phrase[];
  pairs: { pair: Pair; phrases: string[] }[];
}

const UNREAD: Cell = { phrases: [], pairs: [] };

type Said = Cell['pairs'][number];

const namesOther = ({ pair }: Said): boolean => pair.label.kind === 'otherCode';
const codeOf = (said: Said | undefined): DossierCode | undefined =>
  said && findCodes(said.phrases.join(' '))[0]?.code;

const isKnown = (code: DossierCode | null | undefined): boolean => !!code && parseCode(code) !== null;

const CODES = /^(?:code|otherCode|transaction)$/;
/** Receipts and payments go by such numbers too. */
const MAY_PAY = /giao dich|tra cuu/;

export const SILENT = new Set(['other', 'mention', 'when', 'what', 'component']);
/** Silent, but for what stands there under labels of its own. */
const MIXED = new Set(['when', 'what']);
/** Of these, columns that say how long is left. */
export const LEFT = /\b(?:con lai|thoi han|qua han)\b/;

export class RowReader {
  readonly #cells = new Map<Element, Cell>();

  /** A cell of the last row may hold labels of its own, and what reads them is not there. */
  wants = false;

  readonly #page: PageText;
  readonly #labels: Labels;
  readonly #rest: () => Rest | null;

  /** @param rest what lists seldom need, once it is there */
  constructor(page: PageText, labels: Labels, rest: () => Rest | null) {
    this.#page = page;
    this.#labels = labels;
    this.#rest = rest;
  }

  /** Null when the row holds no dossier at all. */
  read(grid: Grid, row: GridRow): RowReading | null {
    const codes = this.#codes(grid, row);
    if (!codes) return null;
    const reading: RowReading = { ...codes, candidates: [] };
    if (!codes.code) return reading;
    const late: string[] = [];
    let before: Element | undefined;
    // Of two rows each, all cells are the dossier's.
    const high = row.elements[1] ? 1 : rowsOf(codes.cell);
    row.cells.forEach((cell, index) => {
      // Where the code spans rows, a cell of one of them is a step of the dossier.
      if (!cell || cell === before || (high > 1 && rowsOf(cell) < high)) return;
      before = cell;
      const parts = spansNames(grid, row, index) ? [] : (grid.columns[index]?.parts ?? []);
      const named = parts.filter((part) => part !== null);
      if (named.length > 0 && named.every(isSilent)) return;
      const [own] = named;
      const { phrases, pairs } = this.#cell(cell);
      const texts = this.#unstruck(own, phrases).map((phrase) => phrase.text);
      const state = grid.columns[index - 1]?.parts[0]?.kind === 'statusText';
      const elsewhere = own?.kind === 'statusAt' && own.rank > 0 && !state;
      const candidates = this.candidates(parts, texts);
      if (!candidates) return;
      for (const { pair, phrases: value } of pairs) {
        // "Mã: 1.004222" below a procedure's name.
        const ofProcedure = pair.label.text === 'ma' && /^\d\.\d{6}$/.test(value.join());
        const label: Label = ofProcedure ? { ...pair.label, kind: 'procedureCode', rank: 3 } : pair.label;
        reading.candidates.push({ label, phrases: value, distance: 1 });
      }
      this.#learnOther(reading, pairs);
      if (elsewhere) return;
      reading.candidates.push(...candidates);
      // Beside a step's own deadline a hint of lateness is the step's.
      if (own?.kind !== 'stepDue' && !pairs.some(({ pair }) => pair.label.kind === 'stepDue'))
        late.push(...texts);
    });
    for (const extra of row.extra) this.#below(extra, reading);
    reading.overdue = overdueAmong(late);
    reading.late = late;
    return reading;
  }

  /** What a column says by these texts; null for a label where a value should be: this is no list after all. */
  candidates(parts: (Label | null)[] | undefined, texts: string[]): Candidate[] | null {
    if (parts?.some((part) => part) && texts.some((text) => isField(this.#labels.of(text)))) return null;
    const found = columnCandidates(parts, texts);
    for (const text of texts) {
      if (isChannel(text))
        found.push({ label: { kind: 'channel', rank: 5, text: '' }, phrases: [text], distance: 2 });
    }
    return found;
  }

  /** Where a time's cell offers two, without what is struck through. */
  #unstruck(own: Label | null | undefined, phrases: Phrase[]): Phrase[] {
    const leaves = phrases.flatMap((phrase) => phrase.leaves);
    if (!own?.kind.endsWith('At') || leaves.length < 2) return phrases;
    if (timeOf(leaves.map(({ text }) => text).join(' ')) !== 'several') return phrases;
    return this.#page.phrases(leaves.filter((leaf) => !isStruck(leaf.element, this.#page.drawn)));
  }

  /** The texts of a cell, or null when some stand under labels of their own. */
  plainTexts(element: Element): string[] | null {
    const cell = this.#cell(element);
    return cell === UNREAD || cell.pairs.length > 0 ? null : cell.phrases.map((phrase) => phrase.text);
  }

  #below(element: Element, reading: RowReading): void {
    const { pairs, phrases: rest } = this.#cell(element);
    const texts = [...pairs.flatMap((pair) => pair.phrases), ...rest.map((phrase) => phrase.text)];
    const other = codeOf(pairs.find(namesOther));
    if (findCodes(texts.join('\n')).some(({ code }) => code !== reading.code && code !== other)) return;
    this.#learnOther(reading, pairs);
    for (const { pair, phrases } of pairs) {
      reading.candidates.push({ label: pair.label, phrases, distance: 3 });
    }
  }

  /** The other code, named beside what else the row says; a receipt's number where it has no known shape. */
  #learnOther(reading: RowReading, pairs: Said[]): void {
    const receipt = pairs.find(({ pair }) => pair.label.kind === 'code')?.phrases ?? [];
    const other =
      codeOf(pairs.find(namesOther)) ?? (receipt.length === 1 && parseLocalCode(receipt[0] ?? ''));
    if (other && other !== reading.code) reading.otherCode ??= other;
  }

  #codes(grid: Grid, row: GridRow): Codes | null {
    const all: Codes[] = [];
    /** So many of them stand under plain names; those of other systems come after. */
    let plain = 0;
    let blank: Codes | undefined;
    for (const [index, column] of grid.columns.entries()) {
      const cell = row.cells[index];
      const label = column?.parts.find((part) => CODES.test(part?.kind ?? ''));
      if (!cell || !column || !label || (MAY_PAY.test(label.text) && paysHere(grid))) continue;
      // A transaction that names a procedure is a dossier's.
      const local = label.kind !== 'transaction' || grid.columns.some(namesProcedure);
      const codes = this.#codesIn(cell, label, column, local);
      const other = label.kind === 'otherCode';
      if (codes.code) all.splice(other ? all.length : plain++, 0, codes);
      else if (!other && /[\p{L}\p{N}]/u.test(cell.textContent ?? '')) blank = codes;
    }
    // Alone, what only a search or another system goes by stands for nothing when its shape is local.
    const first =
      all.find(({ code }) => isKnown(code)) ??
      (plain > 0 ? all[0] : (blank ?? all.find(({ codeLabel }) => codeLabel?.rank === 0)));
    if (!first) return all.length > 0 ? null : this.#unnamed(row, grid);
    const others = all
      .flatMap(({ code, otherCode }) => [code, otherCode])
      .filter((code, at, list) => code && code !== first.code && list.indexOf(code) === at);
    const known = others.filter(isKnown);
    const [only, more] = known.length > 0 ? known : others;
    // Of several none is surely the other.
    return { ...first, otherCode: more ? undefined : (only ?? undefined) };
  }

  /** The codes of a code cell: the first is the dossier's, unless only a later one is of a known shape. */
  #codesIn(cell: Element, label: Label, { parts }: Column, local: boolean): Codes {
    const { phrases, pairs } = this.#cell(cell);
    const labelled = pairs.find(({ pair }) => pair.label.kind === 'code');
    const named = [labelled, ...pairs.filter(namesOther)].flatMap((one) => one?.phrases ?? []);
    // A receipt's number may stand named below the code, which the column itself names.
    const ofOther = (at: number) => parts.length === phrases.length && !CODES.test(parts[at]?.kind ?? 'code');
    const bareCode = phrases.filter(({ text }, at) => !ofOther(at) && (!labelled || parseCode(text)));
    const texts: Pick<Phrase, 'text' | 'leaves'>[] = isKnown(codeOf(labelled)) ? [] : [...bareCode];
    for (const text of named) texts.push({ text, leaves: [] });
    const found: { code: DossierCode; leaf?: Leaf }[] = [];
    for (const { text: whole, leaves } of texts) {
      for (const text of whole.split(/\s[/|]\s/)) {
        let code = parseCode(text)?.code ?? findCodes(text)[0]?.code ?? null;
        if (local && timesIn(text).length === 0) code ??= parseLocalCode(text);
        if (code) found.push({ code, leaf: leaves[0] });
      }
    }
    // A code in pieces, each in an element of its own.
    const whole = phrases.every(({ line }) => line === phrases[0]?.line) && phrases.length > 1;
    const joined =
      whole &&
      !found.some(({ code }) => isKnown(code)) &&
      parseCode(phrases.map(({ text }) => text).join(''));
    if (joined) found.unshift({ code: joined.code });
    const first = found.find(({ code }) => isKnown(code)) ?? found[0];
    return {
      code: first?.code ?? null,
      cell,
      otherCode: found.find(({ code }) => code !== first?.code)?.code,
      place: placeOfCode(first),
      codeLabel: label,
    };
  }

  /** No column is named for the code: the one code that stands alone in a cell. */
  #unnamed(row: GridRow, grid: Grid): Codes | null {
    const found = new Map<DossierCode, Codes>();
    let local: Codes | null = null;
    for (const [index, cell] of row.cells.entries()) {
      const { parts = [], text = '' } = grid.columns[index] ?? {};
      const kind = parts.find((part) => part)?.kind;
      // A code to type one by is nobody's.
      if (!cell || (kind && SILENT.has(kind)) || kind === 'statusText' || /^ví dụ/i.test(text)) continue;
      if (kind !== 'info' && !mayHoldCode(cell.textContent ?? '')) continue;
      const { phrases, pairs } = this.#cell(cell);
      const named = pairs.filter(({ pair: { label } }) => label.kind === 'code' || label.text === 'ma');
      const code = codeOf(named.find(codeOf));
      if (code) return { code, cell, otherCode: codeOf(pairs.find(namesOther)) };
      if (named[0]) local ??= this.#rest()?.localIn(cell, named, this.#page) ?? null;
      for (const phrase of phrases) {
        const whole = parseCode(phrase.text)?.code;
        if (whole)
          found.set(whole, {
            code: whole,
            cell,
            place: placeOfCode({ code: whole, leaf: phrase.leaves[0] }),
          });
      }
    }
    const [only] = found;
    return found.size > 1 ? null : (only?.[1] ?? local);
  }

  #cell(element: Element): Cell {
    let cell = this.#cells.get(element);
    if (!cell) {
      cell = this.#readCell(element);
      if (cell !== UNREAD) this.#cells.set(element, cell);
    }
    return cell;
  }

  #readCell(element: Element): Cell {
    const single = this.#page.single(element);
    if (single && !/[:：]\s*\S/.test(single.text.replace(/\d:\d/g, ''))) {
      return {
        phrases: single.text === '' ? [] : [{ text: single.text, leaves: [single], line: 0 }],
        pairs: [],
      };
    }
    const leaves = spoken(this.#page.leaves(element));
    const plain = !leaves.some((leaf) => this.#mayName(leaf));
    if (plain) return { phrases: this.#page.phrases(leaves), pairs: [] };
    const rest = this.#rest();
    this.wants = !rest;
    return rest?.readCell(leaves, this.#labels, this.#page, element) ?? UNREAD;
  }

  #mayName({ text, element, control }: Leaf): boolean {
    return !control && (/[:：]/.test(text) || TERM.test(element.localName) || this.#labels.of(text) !== null);
  }
}

const isSilent = ({ kind, text }: Label): boolean => !MIXED.has(kind) && SILENT.has(kind) && !LEFT.test(text);

const isField = (label: Label | null): boolean =>
  label !== null && label.rank < 9 && !/^(?:other|info|what|component|agency)$/.test(label.kind);

const rowsOf = (cell: Element | undefined): number =>
  (cell as HTMLTableCellElement | undefined)?.rowSpan ?? 1;

const namesProcedure = (column: Column | undefined): boolean => column?.parts[0]?.kind === 'procedureName';
