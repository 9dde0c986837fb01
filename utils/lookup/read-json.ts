/** A JSON answer to a reading, as the system's data says where things stand. */
import { type DossierCode, parseCode, parseLocalCode } from '../dossier/code';
import type { Limit } from '../dossier/limit';
import type { AnswerReading } from '../dossier/sighting';
import { type LocalTime, localTime, parseTime } from '../dossier/time';
import type { BodyValue, DateGrammar, JsonField, JsonQuery } from '../systems/connector';

export type JsonReading =
  | { kind: 'found'; reading: AnswerReading }
  /** An answer in its proper shape that holds no such dossier. */
  | { kind: 'none' }
  | { kind: 'unreadable' };

const UNREADABLE: JsonReading = { kind: 'unreadable' };

/**
 * The row that names exactly this code. Searches are loose: they may answer rows that only contain it, and none of them
 * being exact means "none". A row that has nothing to do with the code shows that the question was not understood.
 */
export function readJson(connector: JsonQuery, body: unknown, code: DossierCode): JsonReading {
  const { envelope } = connector.answer;
  if (envelope && !holds(body, envelope)) return UNREADABLE;
  const path = rowsPath(connector, body);
  const rows = rowsOf(valueAt(body, path));
  if (!rows) return connector.none && holds(body, connector.none) ? { kind: 'none' } : UNREADABLE;

  const exact: AnswerReading[] = [];
  for (const row of rows) {
    const codes = connector.codeAt.flatMap((path) => textOf(valueAt(row, path)) ?? []);
    if (codes.some((text) => sameCode(text, code))) exact.push(readRow(connector, row, code));
    else if (!codes.some((text) => contains(text, code))) return UNREADABLE;
  }
  const [reading, ...others] = exact;
  // It may stand among the rows that are not here.
  if (!reading) return hasMore(body, path, rows.length) ? UNREADABLE : { kind: 'none' };
  // Two rows of one code that differ: nobody can say which one counts.
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(reading))) return UNREADABLE;
  return saysSomething(reading) ? { kind: 'found', reading } : UNREADABLE;
}

/** How lists say of how many rows theirs is a part, and that others follow; beside the rows or in the body. */
const COUNTS = [
  'total',
  'totalCount',
  'totalElements',
  'totalRecords',
  'TotalRecords',
  'recordsFiltered',
  'numFound',
];
const FOLLOWS: BodyValue[] = [
  { path: 'last', equals: false },
  { path: 'hasNextPage', equals: true },
  { path: 'hasNext', equals: true },
  { path: 'hasMore', equals: true },
];

function hasMore(body: unknown, path: string, count: number): boolean {
  return [body, valueAt(body, path.replace(/\.?[^.]*$/, ''))].some(
    (at) =>
      COUNTS.some((key) => Number(valueAt(at, key) ?? 0) > count) || FOLLOWS.some((sign) => holds(at, sign)),
  );
}

/** True where the answer holds rows that name dossiers, whichever. */
export function hasRows(connector: JsonQuery, body: unknown): boolean {
  const { answer, codeAt } = connector;
  if (answer.envelope && !holds(body, answer.envelope)) return false;
  const [first] = rowsOf(valueAt(body, rowsPath(connector, body))) ?? [];
  return first !== undefined && codeAt.some((path) => textOf(valueAt(first, path)) !== undefined);
}

/** True when a reading holds more than codes: a bare code may be the echo of the question. */
export function saysSomething({ code: _code, otherCode: _other, ...rest }: AnswerReading): boolean {
  return Object.values(rest).some((value) => value !== undefined && value !== '');
}

/** True when the text is this code, whatever its case, spaces and dashes. */
export function sameCode(text: string, code: DossierCode): boolean {
  return (parseCode(text)?.code ?? parseLocalCode(text)) === code;
}

function contains(text: string, code: DossierCode): boolean {
  return text.replace(/\s/g, '').toUpperCase().includes(code);
}

/** Where the rows stand in this answer: of several places the first that holds any, else the first with an empty list. */
export function rowsPath({ rows }: JsonQuery, body: unknown): string {
  const paths = [rows].flat();
  const counts = paths.map((path) => rowsOf(valueAt(body, path))?.length ?? -1);
  return paths[counts.findIndex((count) => count > 0)] ?? paths[counts.indexOf(0)] ?? paths[0] ?? '';
}

/** Null where the rows are left out or are no rows. */
function rowsOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? [value] : null;
}

function holds(body: unknown, { path, equals }: BodyValue): boolean {
  return valueAt(body, path) === equals;
}

/** The value at a dotted path with [n] into arrays; the empty path is the value itself. */
export function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : '';
  return text || undefined;
}

function readRow(connector: JsonQuery, row: unknown, code: DossierCode): AnswerReading {
  const reading: AnswerReading = { code };
  for (const [name, field] of Object.entries(connector.fields) as [keyof AnswerReading, JsonField][]) {
    const flag = field.flags?.find((one) => holds(row, one));
    const said = field.paths.flatMap((path) => textOf(valueAt(row, path)) ?? []);
    const texts = flag ? [flag.words] : said;
    const value = READ_FIELD[name]?.(texts, field, code, row);
    if (value !== undefined) Object.assign(reading, { [name]: value });
  }
  return reading;
}

type ReadField = (
  texts: string[],
  field: JsonField,
  code: DossierCode,
  row: unknown,
) => string | boolean | number | Limit | undefined;

const words: ReadField = (texts, { labels }) => {
  const [first] = texts;
  return first !== undefined && labels ? labels[first] : first;
};
const time: ReadField = ([text], { date = 'vi' }) =>
  text === undefined
    ? undefined
    : [date]
        .flat()
        .reduce<LocalTime | undefined>((read, grammar) => read ?? readDate(text, grammar), undefined);
const oneOf =
  (...allowed: string[]): ReadField =>
  (texts, field, code, row) => {
    const value = words(texts, field, code, row);
    return typeof value === 'string' && allowed.includes(value) ? value : undefined;
  };

/** 50000 · 50000.0 · with its currency also 50.000 đồng; bare, 50.000 may be fifty with three decimals. */
const AMOUNT =
  /^(?:(\d{1,12})(?:\.0{1,2})?|(\d{1,12}|\d{1,3}(?:\.\d{3}){1,3}|\d{1,3}(?:,\d{3}){1,3})\s*(?:đồng|đ|vnđ|vnd))$/i;

const fee: ReadField = ([text = ''], { zero }) => {
  const [, plain, grouped] = AMOUNT.exec(text) ?? [];
  const digits = plain ?? grouped?.replace(/[.,]/g, '');
  const amount = digits === undefined ? undefined : Number(digits);
  return amount === 0 && zero !== 'free' ? undefined : amount;
};

/** Half days occur; 0 is a limit that nobody set. */
const limit: ReadField = ([text = ''], { unit: units }, _, row) => {
  if (!units || !/^\d{1,4}(?:[.,]\d{1,2})?$/.test(text)) return undefined;
  const count = Number(text.replace(',', '.'));
  const unit =
    'always' in units
      ? units.always
      : new Map(Object.entries(units.labels)).get(textOf(valueAt(row, units.path)) ?? '');
  return count > 0 && unit ? { count, unit } : undefined;
};

/** How each field is read from the texts at its paths, the non-empty ones in order. */
const READ_FIELD: Partial<Record<keyof AnswerReading, ReadField>> = {
  otherCode: (texts, _, code) =>
    texts
      .map((text) => parseCode(text)?.code ?? parseLocalCode(text))
      .find((other): other is DossierCode => other !== null && other !== code),
  statusText: words,
  procedureCode: words,
  procedureName: words,
  agency: words,
  statusAt: time,
  receivedAt: time,
  dueAt: time,
  resolvedAt: time,
  channel: oneOf('in-person', 'online', 'post'),
  payment: oneOf('unpaid', 'paid', 'refunded'),
  fee,
  limit,
  overdueShown: (texts, field, code, row) => {
    const value = oneOf('true', 'false')(texts, field, code, row);
    return value === undefined ? undefined : value === 'true';
  },
};

const GRAMMAR: Record<DateGrammar, RegExp> = {
  vi: /^\d{1,2}\/\d{1,2}\/\d{4}\b/,
  us: /^(\d{1,2})\/(\d{1,2})\/(\d{4}\b.*)$/,
  iso: /^\d{4}-\d{2}-\d{2}/,
  ms: /^(?:\/Date\((\d{1,15})(?:[+-]\d{4})?\)\/|(\d{10,15}))$/,
};

/** A date in its declared grammar alone, local to Vietnam; undefined for anything else: 03/04 must not swap. */
export function readDate(text: string, grammar: DateGrammar): LocalTime | undefined {
  const match = text.match(GRAMMAR[grammar]);
  if (!match) return undefined;
  const [, first, second, rest] = match;
  if (grammar === 'us') return parseTime(`${second}/${first}/${rest}`) ?? undefined;
  if (grammar === 'ms') return localTime(Number(first ?? second)) ?? undefined;
  return parseTime(text) ?? undefined;
}
