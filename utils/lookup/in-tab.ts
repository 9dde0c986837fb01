/**
 * The part that runs inside an open page of a system, put there for one call: it finds what the page's own calls carry,
 * makes the call as the page would, and hands out the answer alone. The token stays in this file's hands.
 */
import type { Carried, TokenPlace } from '../systems/connector';
import type { TabAnswer, TabCall } from '../systems/tab-call';
import { readBody } from './read-body';

export interface TabWorld {
  soiTab?: {
    /** Hears once, under a name that nobody else knows, what the page's globals hold. */
    listen(name: string): void;
    call(call: TabCall, hosts: readonly string[]): Promise<TabAnswer>;
  };
}

/** What JSON text says; what is no JSON is not what the data says: the same as no token. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A step into a value; JSON text is read on the way. */
function into(value: unknown, step: string): unknown {
  const at = typeof value === 'string' ? parsed(value) : value;
  return typeof at === 'object' && at !== null && Object.hasOwn(at, step)
    ? (at as Record<string, unknown>)[step]
    : undefined;
}

function found(at: TokenPlace, document: Document, globals: Record<string, unknown>): unknown {
  switch (at.in) {
    case 'storage': {
      const view = document.defaultView;
      const text = view?.localStorage.getItem(at.key) ?? view?.sessionStorage.getItem(at.key);
      const value = (at.path ?? []).reduce(into, text as unknown);
      // Kept as JSON it stands in quotes, which no token begins with.
      return typeof value === 'string' && value.startsWith('"') ? parsed(value) : value;
    }
    case 'dom': {
      const element = document.querySelector(at.selector);
      return element?.getAttribute('content') ?? (element as HTMLInputElement | null)?.value;
    }
    case 'global':
      return globals[at.path];
  }
}

/** The headers with what is carried, or null where something is missing or no text that a header can hold. */
export function carriedHeaders(
  carries: readonly Carried[],
  document: Document,
  globals: Record<string, unknown>,
): Record<string, string> | null {
  const headers: Record<string, string> = {};
  for (const { header, prefix = '', at } of carries) {
    const value = found(at, document, globals);
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || !/^[\x21-\x7e]{1,8000}$/.test(text)) return null;
    headers[header] = prefix + text;
  }
  return headers;
}

async function makeCall(call: TabCall, carried: Record<string, string>): Promise<TabAnswer> {
  const { url, method, headers, body, timeoutMs, maxBytes } = call;
  const signal = AbortSignal.timeout(timeoutMs);
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers: { ...headers, ...carried },
      body,
      // As the page's own calls: its cookies at home, none abroad. A redirect would carry the token on.
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      signal,
    });
  } catch {
    return { kind: 'unreachable' };
  }
  if (response.type === 'opaqueredirect' || response.redirected) return { kind: 'redirected' };
  const read = await readBody(response, maxBytes, signal);
  if ('failed' in read) return { kind: read.failed, bytes: read.bytes };
  const { status } = response;
  // Across origins the page may not see it, which does not say that there is none.
  const retryAfter = response.headers.get('retry-after') ?? (response.type === 'cors' ? undefined : null);
  return { kind: 'answered', status, retryAfter, ...read };
}

/** Offers itself to the background's calls, in a world that the page's scripts cannot see. */
export function offerTab(world: TabWorld, document: Document): void {
  let globals: Record<string, unknown> = {};
  world.soiTab = {
    listen(name) {
      const hear = ({ detail }: CustomEvent<unknown>) => {
        globals = typeof detail === 'string' ? (JSON.parse(detail) as Record<string, unknown>) : {};
      };
      document.addEventListener(name, (event) => hear(event as CustomEvent<unknown>), { once: true });
    },
    async call(call, hosts) {
      // The tab may have gone elsewhere since it was chosen.
      if (!hosts.includes(document.location.hostname)) return { kind: 'no-tab' };
      const headers = carriedHeaders(call.carries, document, globals);
      globals = {};
      return headers ? makeCall(call, headers) : { kind: 'no-token' };
    },
  };
}
