/** How a system can be asked with the officer's own session, as data. */
import type { LimitUnit } from '../dossier/limit';
import type { AnswerReading } from '../dossier/sighting';

/**
 * What of an answer tells an outcome. Within one rule any sign is enough. Texts are compared folded, as parts of the
 * answer's words. An answer that names exactly the code asked for wins over texts; what no rule names is `unreadable`.
 */
export interface AnswerRules {
  /** HTTP statuses of an answer to be read, e.g. [200, 201]. */
  ok: number[];
  notSignedIn?: {
    status?: number[];
    /** Host of the final URL; `*.` allowed in front. */
    finalHost?: string[];
    /** The final URL's path begins so. */
    finalPath?: string[];
    text?: string[];
    /** A POST is never followed: true where its redirect can only mean the login. */
    redirect?: boolean;
  };
  noPermission?: { status?: number[]; text?: string[] };
  captcha?: { text?: string[] };
  notFound?: { status?: number[]; text?: string[] };
}

export type Connector = HtmlConnector | JsonConnector | TabConnector;

/** What every way of asking says of itself. */
interface Declared {
  /** Asking changes nothing there, not even a counter or a mark of having been read: it may be done without a click. */
  harmless?: true;
  /** It holds dossiers of these agencies alone; any other system's dossier it is asked of only where it showed it. */
  agencies?: string[];
}

/** GET a page, parse it by the same reader in the offscreen document, accept only an answer that names the code. */
export interface HtmlConnector extends Declared {
  kind: 'html';
  /** `{code}` is replaced by the encoded code. */
  url: string;
  answer: AnswerRules;
}

/** Ask a JSON API that the session's cookie opens. */
export interface JsonConnector extends JsonQuery {
  kind: 'json';
}

/**
 * Ask a JSON API by an open page of the system itself, with what the page's own calls carry. Only where policy names the
 * page's host; a token is read, used and forgotten inside that page.
 */
export interface TabConnector extends JsonQuery {
  kind: 'tab';
  /** Everything here must be found on the page; where something is missing nobody is signed in. */
  carries: Carried[];
  /** `page`: made by the page's own `fetch`, which adds what nobody can name. Default: a call like the page's. */
  calls?: 'page';
}

/** A header of the page's own calls, and where the page keeps its value. */
export interface Carried {
  header: string;
  /** Stands before the value: 'Bearer '. */
  prefix?: string;
  at: TokenPlace;
}

/**
 * storage: the text under a key, or what `path` leads to where that is JSON, at any step in JSON text within JSON text;
 * a text that is kept as JSON, in quotes, counts without them.
 * dom: the value or content of a hidden field or meta. global: a dotted path of the page's globals, `()` calls a getter.
 */
export type TokenPlace =
  | { in: 'storage'; key: string; path?: string[] }
  | { in: 'dom'; selector: string }
  | { in: 'global'; path: string };

/** One query of a JSON API and how its answer is read. Paths are dotted, with [n] into arrays: `currentTask[0].dueDate`. */
export interface JsonQuery extends Declared {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  /** Body with `{code}` inside its strings; only for POST that is a query. */
  body?: unknown;
  /** How the body is written; a form's body is a flat record of strings. Default: json. */
  bodyAs?: 'json' | 'form';
  answer: AnswerRules & {
    /** A body value that must hold for the answer to be read: { path: 'code', equals: 'OK' } */
    envelope?: BodyValue;
  };
  /** Path of the rows; an array or one object. Empty: the body itself. Of several the first that holds any counts. */
  rows: string | string[];
  /** The sign that nothing was found where the rows may be left out: { path: 'total', equals: 0 } */
  none?: BodyValue;
  /** What an empty list means; a list that is empty to strangers too proves nothing. Default: not-found. */
  emptyIs?: 'not-found' | 'not-signed-in' | 'unreadable';
  /**
   * Goes before `emptyIs`: a query of the same host by GET, answered in the same shape, whose rows only somebody signed in gets. It is
   * made after an empty list; only when it shows rows was the dossier not found.
   */
  proof?: { url: string };
  /** Row choice: exactly this code stands at one of these paths. */
  codeAt: string[];
  /** Field → where it stands in the row. */
  fields: Partial<Record<keyof AnswerReading, JsonField>>;
}

export interface BodyValue {
  path: string;
  equals: string | number | boolean;
}

export interface JsonField {
  /** First non-empty wins. */
  paths: string[];
  /** Flags that go before the paths; the first that holds gives its words. */
  flags?: (BodyValue & { words: string })[];
  /** How its dates are written; of several grammars the first that fits counts. Default: vi. */
  date?: DateGrammar | DateGrammar[];
  /** Value → words ("5" → "Yêu cầu bổ sung giấy tờ") or → channel, payment, "true"/"false". A value in no row is left out. */
  labels?: Record<string, string>;
  /** Only of a limit, whose paths lead to its count: one unit for all, or the value at a path → unit. */
  unit?: { always: LimitUnit } | { path: string; labels: Record<string, LimitUnit> };
  /** Only of a fee: 0 says that it is free. Without this 0 may be a fee that nobody set, and is left out. */
  zero?: 'free';
}

/** vi dd/MM/yyyy HH:mm:ss · iso, offset with or without colon · ms since 1970, /Date(ms)/ · us MM/dd/yyyy. */
export type DateGrammar = 'vi' | 'iso' | 'ms' | 'us';
