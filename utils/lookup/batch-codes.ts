/** The dossier codes in what an officer pastes or drops: a list, a column of a table, a CSV with other columns beside it. */
import { type DossierCode, findCodes, parseCode } from '../dossier/code';

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

export function batchCodes(text: string): BatchCodes {
  const all = new Set<DossierCode>();
  let without = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const cells = line.split(/[,;\t]/).map((cell) => cell.replaceAll('"', ' '));
    const found = cells.flatMap((cell) => {
      const whole = parseCode(cell);
      return whole ? [whole.code] : findCodes(cell).map(({ code }) => code);
    });
    for (const code of found) all.add(code);
    if (found.length === 0 && /\S/.test(line)) without += 1;
  }
  const codes = [...all];
  return { codes: codes.slice(0, BATCH_MOST), without, left: Math.max(0, codes.length - BATCH_MOST) };
}
