/** The one request that a connector's data describes for a code, or null where it must not be sent. */
import type { DossierCode } from '../dossier/code';
import type { JsonQuery } from '../systems/connector';
import type { System } from '../systems/system';
import { isOwnHost, webUrl } from './hosts';

export interface LookupRequest {
  url: URL;
  init: RequestInit & { method: 'GET' | 'POST' };
}

/** What a system's data may never set: the session is the browser's own affair. */
const FORBIDDEN_HEADERS = /^(?:cookie|authorization|proxy-.*|host|origin|referer)$/i;

/** @returns null when the system has no connector, or its URL is not http(s) on one of its own hosts */
export function requestOf(system: System, code: DossierCode): LookupRequest | null {
  const { connector } = system;
  const url = connector && ownUrl(system, connector.url.replaceAll('{code}', encodeURIComponent(code)));
  if (!url) return null;
  if (connector.kind === 'html')
    return { url, init: { ...SHARED, method: 'GET', headers: { Accept: 'text/html' } } };
  const headers = headersOf(connector);
  if (connector.method === 'GET') return { url, init: { ...SHARED, method: 'GET', headers } };
  return { url, init: { ...SHARED, method: 'POST', headers, body: bodyOf(connector, code) } };
}

/** The request whose answer proves that somebody is signed in; null where the system's data names none. */
export function proofOf(system: System): LookupRequest | null {
  const { connector } = system;
  if (!connector || connector.kind === 'html' || !connector.proof) return null;
  const url = ownUrl(system, connector.proof.url);
  return (
    url && { url, init: { ...SHARED, method: 'GET', headers: headersOf({ ...connector, method: 'GET' }) } }
  );
}

/** Redirects are not the browser's to follow: one could take the code, and other cookies, to another host. */
const SHARED = {
  credentials: 'include',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'manual',
} as const;

function ownUrl(system: System, text: string): URL | null {
  const url = webUrl(text);
  return url && isOwnHost(system, url.hostname) ? url : null;
}

function headersOf({ headers = {}, method, bodyAs }: JsonQuery): Record<string, string> {
  const allowed = Object.entries(headers).filter(([name]) => !FORBIDDEN_HEADERS.test(name));
  const type = bodyAs === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    Accept: 'application/json',
    ...(method === 'POST' && { 'Content-Type': type }),
    ...Object.fromEntries(allowed),
  };
}

function bodyOf({ body = {}, bodyAs }: JsonQuery, code: DossierCode): string {
  const filled = fill(body, code);
  if (bodyAs !== 'form') return JSON.stringify(filled);
  const pairs = Object.entries(filled as Record<string, unknown>).map(([key, value]) => [key, String(value)]);
  return new URLSearchParams(pairs).toString();
}

function fill(value: unknown, code: DossierCode): unknown {
  if (typeof value === 'string') return value.replaceAll('{code}', code);
  if (Array.isArray(value)) return value.map((item) => fill(item, code));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, code)]));
}
