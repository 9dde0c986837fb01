/** One request as the portals see it, and what they answer. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Dials } from './dials';
import type { Sessions } from './session';
import type { World } from './world/world';

export interface Exchange {
  host: string;
  method: string;
  path: string;
  /** Path and query as asked. */
  url: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  cookies: ReadonlyMap<string, string>;
  body: string;
  world: World;
  sessions: Sessions;
  dials: Dials;
  /** The pages of this host are turned over to their other look. */
  redesign: boolean;
}

export interface Reply {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** Goes on after the body without an end. */
  endless?: true;
  /** A call that would change something: recorded, and answered 405. */
  violation?: boolean;
}

export interface Portal {
  hosts: readonly string[];
  /** Undefined: nothing stands at this path. What is not a GET then counts as a call that would change something. */
  answer(exchange: Exchange): Reply | undefined;
  /** Headers that stand on whatever is answered here, faults too. */
  headers?(exchange: Exchange): Record<string, string>;
}

export function htmlReply(body: string, status = 200, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body,
  };
}

export function jsonReply(data: unknown, status = 200, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(data),
  };
}

/** A request without side effects that browsers make by themselves. */
export const PREFLIGHT = 'OPTIONS';

export function redirect(location: string, headers: Reply['headers'] = {}): Reply {
  return { status: 302, headers: { location, 'cache-control': 'no-store', ...headers }, body: '' };
}

export const VIOLATION: Reply = { status: 405, violation: true, headers: { allow: 'GET' }, body: '' };

/** Fields of a form or of a query. */
export function formOf(exchange: Exchange): URLSearchParams {
  return new URLSearchParams(exchange.body);
}

/** The JSON object of a body; an empty one where the body is none. */
export function jsonOf(exchange: Exchange): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(exchange.body);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    // A body that is not JSON asks for nothing, as with the real services.
    return {};
  }
}

/** A session cookie for one host alone. */
export function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const cut = pair.indexOf('=');
    if (cut > 0) cookies.set(pair.slice(0, cut).trim(), pair.slice(cut + 1).trim());
  }
  return cookies;
}
