import type { IncomingMessage } from 'node:http';

/** One request that reached the sandbox: what a test needs to judge the extension's manners, and no body. */
export interface LoggedRequest {
  at: number;
  host: string;
  method: string;
  path: string;
  /** With the question mark; empty when there is none. */
  search: string;
  hasCookie: boolean;
  authorization: boolean;
  userAgent: string;
  /** Sec-Fetch-Dest, -Mode and -Site: `document` and `iframe` are the officer's own pages, `empty` is a fetch. */
  dest: string;
  mode: string;
  site: string;
  origin: string;
  /** Status answered; 0 while it hangs. */
  status: number;
}

/** A call that would have changed something on a real system. */
export interface Violation {
  at: number;
  host: string;
  method: string;
  path: string;
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** Takes down a request before it is answered. */
export function takeDown(
  request: IncomingMessage,
  host: string,
  path: string,
  search: string,
): LoggedRequest {
  return {
    at: Date.now(),
    host,
    method: request.method ?? 'GET',
    path,
    search,
    hasCookie: header(request, 'cookie') !== '',
    authorization: header(request, 'authorization') !== '',
    userAgent: header(request, 'user-agent'),
    dest: header(request, 'sec-fetch-dest'),
    mode: header(request, 'sec-fetch-mode'),
    site: header(request, 'sec-fetch-site'),
    origin: header(request, 'origin'),
    status: 0,
  };
}

/** A cookie or token of one system that reached a host of another. */
export interface Leak {
  at: number;
  host: string;
  path: string;
  /** Whose secret it is. */
  of: string;
}
