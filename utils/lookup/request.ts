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
  if (!connector) return null;
  const url = webUrl(connector.url.replaceAll('{code}', encodeURIComponent(code)));
  if (!url || !isOwnHost(system, url.hostname)) return null;
  const shared = { credentials: 'include', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;
  if (connector.kind === 'html') {
    return { url, init: { ...shared, method: 'GET', redirect: 'follow', headers: { Accept: 'text/html' } } };
  }
  const headers = headersOf(connector);
  if (connector.method === 'GET') {
    return { url, init: { ...shared, method: 'GET', redirect: 'follow', headers } };
  }
  // Following a POST could hand the code to another host.
  return {
    url,
    init: { ...shared, method: 'POST', redirect: 'manual', headers, body: bodyOf(connector, code) },
  };
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
