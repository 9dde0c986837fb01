/** What the texts of a cell are by the names of its column. */
import type { Candidate } from './candidates';
import { soundsLikeProcedure, timesIn } from './field-values';
import type { Grid, GridRow } from './grid';
import type { Label } from './labels';

/** A column's value; for a compound header each line goes to its own label. */
export function columnCandidates(parts: (Label | null)[] | undefined, texts: string[]): Candidate[] {
  if (!parts || texts.length === 0) return [];
  const [only] = parts;
  if (parts.length === 1) {
    if (only?.kind !== 'info') return only ? [{ label: only, phrases: texts, distance: 0 }] : [];
    // "Thông tin hồ sơ": its code, its procedure and its citizen.
    const name = texts.filter(soundsLikeProcedure).slice(0, 1);
    return [{ label: { kind: 'procedureName', rank: 2, text: only.text }, phrases: name, distance: 1 }];
  }
  const lines = stacked(texts, parts.length);
  if (lines.length !== parts.length) {
    const [first] = texts;
    // Of which name it is the value nothing says, where one of them is a person's or a step's.
    const sure = only && !parts.some((part) => !part || /^(?:other|what|agency)$/.test(part.kind));
    return sure && first ? [{ label: only, phrases: [first], distance: 0 }] : [];
  }
  return parts.flatMap((label, at) => (label ? [{ label, phrases: [lines[at] ?? ''], distance: 0 }] : []));
}

function stacked(texts: string[], count: number): string[] {
  const [line] = texts;
  if (texts.length !== 1 || !line) return texts;
  const times = timesIn(line);
  if (times.length === count) return times.map((time) => line.slice(time.start, time.end));
  return line.split(/\s[-–|/]\s/);
}

/** A cell over columns of several names is the value of none. */
export const spansNames = ({ columns }: Grid, { cells }: GridRow, at: number): boolean =>
  cells[at] === cells[at + 1] &&
  columns.some((column, to) => column && cells[to] === cells[at] && column.text !== columns[at]?.text);

/** "Mã giao dịch" is a dossier's code only where nothing is paid. */
export const paysHere = (grid: Grid): boolean =>
  grid.columns.some((column) => /thanh toán|tiền|phí|ngân hàng/i.test(column?.text ?? ''));
