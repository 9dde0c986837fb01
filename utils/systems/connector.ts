/** How a system can be asked with the officer's own session, as data. */
import type { Reading } from '../dossier/sighting';

/** What of an answer tells an outcome. The first rule that fits wins; what no rule names is `unreadable`. */
export interface AnswerRules {
  /** HTTP statuses of an answer to be read, e.g. [200, 201]. */
  ok: number[];
  notSignedIn?: { status?: number[]; finalHost?: string[]; finalPath?: string[]; text?: string[] };
  noPermission?: { status?: number[]; text?: string[] };
  captcha?: { text?: string[] };
  notFound?: { status?: number[]; text?: string[] };
}

export type Connector = HtmlConnector | JsonConnector;

/** GET a page, parse it by the same reader in the offscreen document, accept only an answer that names the code. */
export interface HtmlConnector {
  kind: 'html';
  /** `{code}` is replaced by the encoded code. */
  url: string;
  answer: AnswerRules;
}

/** Ask a JSON API that the session's cookie opens. */
export interface JsonConnector {
  kind: 'json';
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  /** JSON body with `{code}` inside its strings; only for POST that is a query. */
  body?: unknown;
  answer: AnswerRules & {
    /** A body value that must hold for the answer to be read: { path: 'code', equals: 'OK' } */
    envelope?: { path: string; equals: string | number | boolean };
  };
  /** Path of the rows; array, single object or absent are all accepted. */
  rows: string;
  /** Row choice: exactly this code stands at one of these paths. */
  codeAt: string[];
  /** Field → paths, first non-empty wins; dates with their grammar. */
  fields: Partial<Record<keyof Reading, { paths: string[]; date?: 'vi' | 'iso' | 'ms' | 'us' }>>;
}
