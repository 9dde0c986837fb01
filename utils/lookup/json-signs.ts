/** What a JSON answer says beside its rows: its words, and that it failed although its status says otherwise. */
import { fold } from '../dossier/fold';
import type { Outcome } from '../dossier/sighting';
import { plainText } from './plain-text';
import { valueAt } from './read-json';

/** Rules look at the beginning of an answer; an answer may be nested without end. */
const MOST_WORDS = 20_000;
const MOST_VALUES = 20_000;

/** Folded words of all texts in the answer but its rows, which speak of dossiers. */
export function wordsBeside(body: unknown, rowsPath: string): string {
  const rows = valueAt(body, rowsPath);
  const stack: unknown[] = [body];
  const words: string[] = [];
  let length = 0;
  for (let seen = 0; stack.length > 0 && seen < MOST_VALUES && length < MOST_WORDS; seen += 1) {
    const value = stack.pop();
    if (typeof value === 'string') {
      words.push(value);
      length += value.length;
    } else if (typeof value === 'object' && value !== null && !(value === rows && Array.isArray(rows))) {
      stack.push(...Object.values(value).slice(0, MOST_VALUES).reverse());
    }
  }
  return plainText(words.join(' '));
}

/** Fields in which APIs repeat or replace the HTTP status; in the body itself or in its `error`. */
const STATUS_FIELDS = [
  'code',
  'status',
  'statusCode',
  'status_code',
  'errorCode',
  'error_code',
  'httpStatus',
];
const BY_STATUS: Record<string, Outcome> = {
  '401': 'not-signed-in',
  '403': 'no-permission',
  '429': 'rate-limited',
};
/** Said without a row of the dossier these mean nothing else; folded. */
const BY_WORDS: [Outcome, string[]][] = [
  [
    'not-signed-in',
    [
      'phiên làm việc',
      'phiên đăng nhập',
      'hết phiên',
      'chưa đăng nhập',
      'vui lòng đăng nhập',
      'cần đăng nhập',
      'đăng nhập lại',
      'unauthorized',
      'unauthenticated',
      'not authenticated',
      'not logged in',
      'session expired',
      'session has expired',
      'token expired',
      'invalid_token',
      'invalid token',
    ],
  ],
  ['no-permission', ['không có quyền', 'access denied', 'permission denied', 'forbidden']],
];
const FAILED: [string, boolean][] = [
  ['success', false],
  ['succeeded', false],
  ['isSuccess', false],
  ['ok', false],
  ['failed', true],
  ['isError', true],
  ['error', true],
];

/**
 * Which failure the answer speaks of, by its own word for the status, by words, or by a flag alone (`unreadable`).
 * Undefined: of none. An empty list beside a failure is no absence.
 */
export function failureSaid(body: unknown, words: string): Outcome | undefined {
  for (const field of STATUS_FIELDS.flatMap((one) => [one, `error.${one}`])) {
    const outcome = BY_STATUS[String(valueAt(body, field))];
    if (outcome) return outcome;
  }
  for (const [outcome, signs] of BY_WORDS)
    if (signs.some((sign) => words.includes(fold(sign)))) return outcome;
  const failed =
    FAILED.some(([field, value]) => valueAt(body, field) === value) ||
    ['error', 'errors'].some((field) => isFilled(valueAt(body, field)));
  return failed ? 'unreadable' : undefined;
}

/** Envelopes keep a place for an error also where there is none. */
const NO_ERROR = /^(?:0+|200|ok|none|null|no|false|success|thanh cong)?$/;

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return !NO_ERROR.test(fold(value));
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return false;
  const code = STATUS_FIELDS.map((field) => valueAt(value, field)).find((one) => one !== undefined);
  return code === undefined || !NO_ERROR.test(fold(String(code)));
}

/** What an API says where a page should have been: which failure, or undefined. */
export function failureInPlaceOfPage(text: string): Outcome | undefined {
  const body = parseJson(text);
  return body === undefined ? undefined : failureSaid(body, wordsBeside(body, ''));
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Most often a page of the login or of a firewall; its words are looked at instead.
    return undefined;
  }
}
