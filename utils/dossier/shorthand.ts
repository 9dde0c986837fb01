/**
 * The staff's shorthand of a dossier code: the day of the month and the number of that day, 17-1436 for
 * H15.50.05.12-260917-1436. Every month and every agency has its own, so alone it names no dossier.
 */
import { type DossierCode, parseCode } from './code';

const SHORTHAND = /^(\d{2})\s?[-\u2010-\u2015]\s?(\d{4,7})$/;

/** "17-1436" in its one spelling; null for anything else and for days that no month has. */
export function parseShorthand(text: string): string | null {
  const [, day = '', sequence] = text.trim().match(SHORTHAND) ?? [];
  return sequence && Number(day) >= 1 && Number(day) <= 31 ? `${day}-${sequence}` : null;
}

/** The shorthand of a code; null for codes that carry no day. */
export function shorthandOf(code: DossierCode): string | null {
  const parsed = parseCode(code);
  return parsed?.day ? `${parsed.day.slice(-2)}-${parsed.sequence}` : null;
}
