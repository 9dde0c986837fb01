/**
 * The dossier code (mã hồ sơ): its shapes, where it stands in running text, and what only looks like one.
 * Legal form: Thông tư 01/2018/TT-VPCP, Điều 19, with the short agency codes of Quyết định 20/2020/QĐ-TTg.
 * Every pattern is bounded, so that reading is linear in the text's length whatever it holds.
 */
import { INVISIBLE } from './fold';
import { parseTime } from './time';

export { mayHoldCode } from './code-gate';

/** A dossier code (mã hồ sơ) in its one normal spelling: upper case, plain hyphens, no spaces. */
export type DossierCode = string & { readonly __brand?: 'DossierCode' };

export interface ParsedCode {
  code: DossierCode;
  /** `insurance`: the social insurance's own form, number/year/office. */
  kind: 'agency' | 'insurance';
  /** The agency's token: H26 (a province), G01 (a ministry). */
  agency?: string;
  /** The whole left part: 000.00.06.H56, or the insurance office's number. */
  unit?: string;
  /** Day of receipt that the code carries, YYYY-MM-DD. */
  day?: string;
  sequence: string;
  /** G-code of the ministry whose system made the code, when a province's long sequence names it. */
  ministry?: string;
}

export interface FoundCode {
  code: DossierCode;
  /** Offsets into the text as given. */
  start: number;
  end: number;
}

const SEGMENT = '[0-9A-Z]{2,3}';
const AGENCY = '[GH]\\d\\d';
// Old form: segments, then the agency (000.A0.01.H26). New form: the agency, then segments (H15.50.05.13).
const UNIT = `(?:(?:${SEGMENT}\\.){1,4}${AGENCY}|${AGENCY}(?:\\.${SEGMENT}){1,4})`;
const DASH = '\\s?-\\s?';
const KNOWN = `(${UNIT})${DASH}(\\d{8}|\\d{6})${DASH}(\\d{4,7})|(\\d{3,7})/(20\\d\\d)/(\\d{5})`;
// A code never continues a word, a number or a longer id on either side; `_` is glue, not a part.
const BEFORE = '(?<![\\p{L}\\p{N}][-./]?)(?<!(?<!\\.)\\.)';
const AFTER = '(?![\\p{L}\\p{N}]|[-.]\\d|/[\\p{L}\\p{N}])';
const IN_TEXT = new RegExp(`${BEFORE}(?:${KNOWN})${AFTER}`, 'giu');
const WHOLE = new RegExp(`^(?:${KNOWN})$`, 'i');
/** As nearly every list prints it: nothing around, nothing odd. */
const CLEAN = new RegExp(`^${UNIT}-(\\d{8}|\\d{6})-\\d{4,7}$`);

/** First two digits of a 6- or 7-digit sequence that a ministry's system made. */
const SEQUENCE_MINISTRIES = ['03', '06', '09', '10', '15', '16', '17', '18'];

const DASHES = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63]/g;
const WIDE = /[\uff01-\uff5e]/g;
const ODD = /[\u2010-\uffff]/;

/** Character for character: odd dashes, spaces and full-width forms to plain ones; offsets stay. */
function plain(text: string): string {
  if (!ODD.test(text)) return text;
  return text.replace(WIDE, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(DASHES, '-');
}

/** Day of six (YYMMDD) or eight digits, null when it does not exist. */
function dayOf(digits: string): string | null {
  let day = days.get(digits);
  if (day === undefined) {
    day = existingDay(digits);
    if (days.size < 1_000) days.set(digits, day);
  }
  return day;
}

// A list's codes share their days.
const days = new Map<string, string | null>();

function existingDay(digits: string): string | null {
  const full = digits.length === 6 ? `20${digits}` : digits;
  if (!full.startsWith('20')) return null;
  return parseTime(`${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`);
}

function fromMatch(match: RegExpMatchArray): ParsedCode | null {
  const [, unit, date, sequence, number, year, office] = match;
  if (number && year && office) {
    return { code: `${number}/${year}/${office}`, kind: 'insurance', unit: office, sequence: number };
  }
  if (!unit || !date || !sequence) return null;
  const day = dayOf(date);
  if (!day) return null;
  const left = unit.toUpperCase();
  const agency = left.split('.').find((segment) => /^[GH]\d\d$/.test(segment)) ?? left;
  const prefix = sequence.slice(0, 2);
  const byMinistry = agency.startsWith('H') && sequence.length > 5 && SEQUENCE_MINISTRIES.includes(prefix);
  return {
    code: `${left}-${date}-${sequence}`,
    kind: 'agency',
    agency,
    unit: left,
    day,
    sequence,
    ...(byMinistry && { ministry: `G${prefix}` }),
  };
}

/** One code typed or pasted: any case, spaces, dash variants, quotes around it. Null when it is none or its date does not exist. */
export function parseCode(text: string): ParsedCode | null {
  if (text.length > 200) return null;
  const bare = plain(text.replace(INVISIBLE, '').replace(/\s+/g, ''));
  const match = bare.replace(/^["'([<]+|(?<!["')\]>.,;:])["')\]>.,;:]+$/g, '').match(WHOLE);
  return match ? fromMatch(match) : null;
}

/** Codes of a known shape inside running text, in order; never a lookalike, never one glued to other characters. */
export function findCodes(text: string): FoundCode[] {
  const clean = CLEAN.exec(text);
  if (clean) return dayOf(clean[1] as string) ? [{ code: text, start: 0, end: text.length }] : [];
  const marks: number[] = [];
  const bare = plain(
    text.replace(INVISIBLE, (_, offset: number) => {
      marks.push(offset);
      return '';
    }),
  );
  // Offset in the text as given: each invisible mark before it moves it on by one.
  let passed = 0;
  const original = (index: number): number => {
    while (passed < marks.length && (marks[passed] ?? 0) - passed <= index) passed++;
    return index + passed;
  };
  const found: FoundCode[] = [];
  for (const match of bare.matchAll(IN_TEXT)) {
    const parsed = fromMatch(match);
    if (!parsed) continue;
    const start = original(match.index);
    found.push({ code: parsed.code, start, end: original(match.index + match[0].length - 1) + 1 });
  }
  return found;
}

/** Shapes that are no local code even under a code label, upper case. */
const LOOKALIKES: RegExp[] = [
  /^\d\.\d{6}/, // procedure, with or without its unit
  /(^|\.)[GH]\d\d(\.|$)|\.[GH]\d\d-/, // agency, payment, result and archive ids
  /^[GH]\d\d-[A-Z]/, // sector
  /^\d+\/([A-Z]+-|\d{4}\/[A-Z]+-)|\/[A-Z]+-[A-Z]+$/, // documents and laws
  /^\d{1,16}$|^\d*[.,:][\d.,:]*$|^\d{10}-\d{3}$/, // citizens, taxpayers, phones, cards, money, receipts
  /^(?!\d{4,}\/20\d\d$)\d*[./-][\d./-]*$/, // dates and the staff's shorthand
  /^[A-Z]{3}\d{3}[A-Z](-\d+)?$/, // insured units
  /^[\dA-F]{24}$|^[\dA-F]{8}-[\dA-F]{4}-/, // ids of records
  /^(INV|ORD|TKT|CUS|BK|CR|MCC|TXN)-|^\d+-\d+_/, // commerce
  /\.(PDF|DOCX?|XLSX?|JPE?G|PNG|ZIP|RAR|XML|P7S)$/,
];

/**
 * A local code: a value of another shape that stands under an explicit code label (Mã hồ sơ, Số biên nhận…). One token of
 * 6 to 32 characters with a digit, of no lookalike's shape. Never trusted anywhere else, never asked of another system.
 * Null for codes of a known shape: those are not local.
 */
export function parseLocalCode(text: string): DossierCode | null {
  if (text.length > 64) return null;
  const token = plain(text.replace(INVISIBLE, '')).trim().toUpperCase();
  if (!/^[0-9A-Z][0-9A-Z._/-]{4,30}[0-9A-Z]$/.test(token) || !/\d/.test(token)) return null;
  if (parseCode(token) || LOOKALIKES.some((shape) => shape.test(token))) return null;
  return token;
}
