/** What the cells of a header name: their texts, and what the texts mean. */
import { place, type RawRow } from './grid-rows';
import type { Label, Labels } from './labels';
import type { Leaf, PageText } from './page-text';
import { squeeze } from './squeeze';

export interface Column {
  /** Several for a compound header: "Ngày gửi. Ngày tiếp nhận". */
  parts: (Label | null)[];
  text: string;
}

/** Groups of columns whose states and days are not the dossier's. */
const APART = /đồng bộ|thanh toán|phí|giao dịch|tài chính/i;
/** Nodes of a cell that may name a column. */
const MOST_NODES = 100;

/** Reads the cells of headers. */
export class ColumnNames {
  readonly #page: PageText;
  readonly #labels: Labels;

  constructor(page: PageText, labels: Labels) {
    this.#page = page;
    this.#labels = labels;
  }

  /** The columns under one or more rows of a header. */
  columnsOf(rows: RawRow[]): (Column | undefined)[] {
    const columns: (Column | undefined)[] = [];
    const spans: { cell: Column | undefined; left: number }[] = [];
    for (const row of rows) {
      const placed = place(row.cells, spans, (cell) => this.#from(cell));
      // Those without a name count too, also at the end.
      columns.length = Math.max(columns.length, placed.length);
      placed.forEach((column, index) => {
        const above = columns[index];
        if (!column || column === above) return;
        // "Ngày" over "tiếp nhận | hẹn trả": the two together are the label.
        const { text, parts } = column;
        const kind = parts[0]?.kind ?? '';
        const whole = named(column) && !/^(?:when|info)$/.test(kind);
        const joined = above && !whole ? this.#joined(above.text, text) : null;
        const apart = /At$|^status/.test(kind) && APART.test(above?.text ?? '');
        columns[index] = joined ?? (apart ? { parts: [], text } : column);
      });
    }
    return columns;
  }

  /** In the one order or the other: "Ngày" over "tiếp nhận", "Trả kết quả" over "Ngày, tháng, năm". */
  #joined(above: string, below: string): Column | null {
    const columns = [this.of(`${above} ${below}`), this.of(`${below} ${above}`)];
    return columns.find((column) => column && named(column) && column.parts[0]?.kind !== 'when') ?? null;
  }

  #from(cell: Element): Column | undefined {
    const leaves = this.#leaves(cell).filter((leaf) => !leaf.control);
    const [first, ...more] = leaves.map((leaf) => leaf.text);
    // "Mã hồ sơ<small>Application code</small>"
    const glossed =
      /[^\0-\x7f]/.test(first ?? '') && more.every((text) => /^[A-Z][a-z]+[A-Za-z ]*$/.test(text));
    const all = (glossed ? leaves : this.#page.phrases(leaves)).map(({ text }) => text);
    // A sign to sort by or to be helped by names nothing.
    const lines = all.filter((line, at) => at === 0 || /\p{L}/u.test(line));
    const text = lines.join(' / ');
    if (text === '') return undefined;
    if (lines.length > 1) {
      const parts = lines.map((line) => this.#labels.of(line));
      // Among labels "Tiếp nhận" is one too.
      if (parts.filter((part) => part && part.rank < 9).length > 1)
        return { parts: parts.map((part, at) => part ?? this.#known(`${lines[at]}:`)), text };
    }
    return this.of(text) ?? { parts: [], text };
  }

  #known(text: string): Label | null {
    const label = this.#labels.of(text);
    return label && label.rank < 9 ? label : null;
  }

  /** What a header's text means; null where it is no label. */
  of(text: string): Column | null {
    const parts = text.split(/\. |\s[-–|]\s|[/;,&]\s?|\svà\s/).map((part) => this.#labels.of(part.trim()));
    const kinds = new Set(parts.map((part) => (part && part.rank < 9 ? part.kind : null)));
    // "Cơ quan tiếp nhận, xử lý" is one name; "Đơn vị / Họ tên" is two.
    const agency = kinds.has('agency') && !kinds.has('other') && this.#labels.of(text)?.kind === 'agency';
    if (parts.length > 1 && kinds.size > 1 && !kinds.has(null) && !agency) return { parts, text };
    const label = this.#labels.of(text) ?? this.#labels.of(`${text}:`);
    if (label && label.rank < 9) return { parts: [label], text };
    return /^(?:#|stt|tt)$/i.test(text) ? { parts: [{ kind: 'other', rank: 0, text }], text } : null;
  }

  /** The text of a cell that may name a column. */
  textOf(cell: Element): string {
    return squeeze(
      this.#leaves(cell)
        .map((leaf) => leaf.text)
        .join(' '),
    );
  }

  /** What names a column: buttons beside the name sort and filter by it. */
  #leaves(cell: Element): Leaf[] {
    return spoken(this.#page.leaves(cell, undefined, MOST_NODES));
  }

  /** The kind of label that a cell holds; '' for none. */
  kindOf(cell: Element): string {
    return this.#labels.of(this.textOf(cell))?.kind ?? '';
  }
}

const named = (column: Column): boolean =>
  column.parts.some((part) => part !== null && part.kind !== 'other');

/** All but buttons, where there is anything else. */
export function spoken(leaves: Leaf[]): Leaf[] {
  const said = leaves.filter((leaf) => !leaf.button);
  return said.length > 0 ? said : leaves;
}
