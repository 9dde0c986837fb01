/** The dossier codes in what an officer pastes or drops: a list, a column of a table, a CSV with other columns beside it. */
import { type DossierCode, findCodes, parseCode } from '../dossier/code';
import { parseShorthand } from '../dossier/shorthand';

/** As many as one list may hold. */
export const BATCH_MOST = 500;

export interface BatchCodes {
  /** Each once, in their order, at most `BATCH_MOST`. */
  codes: DossierCode[];
  /** Lines with words but no code: a heading, a slip of the pen. */
  without: number;
  /** Codes beyond the most. */
  left: number;
}

/** @param meant known codes of the staff's shorthands; one that stands for several is no code. */
export function batchCodes(text: string, meant?: ReadonlyMap<string, DossierCode[]>): BatchCodes {
  const all = new Set<DossierCode>();
  let without = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const cells = line.split(/[,;\t]/).map((cell) => cell.replaceAll('"', ' '));
    const found = cells.flatMap((cell) => {
      const whole = parseCode(cell);
      if (whole) return [whole.code];
      const [only, more] = meant?.get(parseShorthand(cell) ?? '') ?? [];
      return only && !more ? [only] : findCodes(cell).map(({ code }) => code);
    });
    for (const code of found) all.add(code);
    if (found.length === 0 && /\S/.test(line)) without += 1;
  }
  const codes = [...all];
  return { codes: codes.slice(0, BATCH_MOST), without, left: Math.max(0, codes.length - BATCH_MOST) };
}

const MARKS: [mark: string, encoding: string][] = [
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
];

/**
 * The text of a file: UTF-8, or what its first bytes say; spreadsheets save "Unicode text" in UTF-16.
 * @returns null for what is no text, such as a workbook
 */
export function textOfList(bytes: ArrayBuffer): string | null {
  const head = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength)));
  const [, encoding = 'utf-8'] = MARKS.find(([mark]) => head === mark) ?? [];
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? null : text;
}

/** The shorthands in a list, each once: cells that are no code but "17-1436". */
export function shorthandsIn(text: string): string[] {
  const cells = text.split(/[\r\n,;\t]+/).map((cell) => parseShorthand(cell.replaceAll('"', ' ')));
  return [...new Set(cells.filter((short) => short !== null))].slice(0, BATCH_MOST);
}
