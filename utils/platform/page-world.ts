/**
 * The two functions that run in the page's own world, sent there as text: each is at most 1 kB, uses nothing but its
 * arguments and globals, and reads no more than it is told to.
 */
import type { TabAnswer } from '../systems/tab-call';

/** Tells under `name` what the page's globals hold at these paths; `()` calls a getter of the page. */
export function tellGlobals(name: string, paths: string[]): void {
  const told: Record<string, unknown> = {};
  for (const path of paths) {
    try {
      let owner: unknown;
      let at: unknown = globalThis;
      for (const step of path.split('.')) {
        owner = at;
        at = (at as Record<string, unknown>)[step.replace('()', '')];
        if (step.endsWith('()')) at = (at as () => unknown).call(owner);
      }
      if (typeof at === 'string' || typeof at === 'number') told[path] = at;
    } catch {
      // The page has no such global: not signed in, or another version of it.
    }
  }
  document.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(told) }));
}

/** Makes a call by the page's own `fetch`, which adds what it adds to every call. */
export async function callByPage(
  hosts: string[],
  url: string,
  init: { method: string; headers: Record<string, string>; body: string | null },
  timeoutMs: number,
  maxBytes: number,
): Promise<TabAnswer> {
  if (!hosts.includes(location.hostname)) return { kind: 'no-tab' };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const got = await fetch(url, { ...init, redirect: 'manual', cache: 'no-store', signal });
    if (got.type === 'opaqueredirect') return { kind: 'redirected' };
    // Across origins the page may not see it, which does not say that there is none.
    const retryAfter = got.headers.get('retry-after') ?? (got.type === 'cors' ? undefined : null);
    const reader = got.body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      bytes += part.value.length;
      if (bytes > maxBytes) {
        void reader?.cancel();
        return { kind: 'too-large', bytes };
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return { kind: 'answered', status: got.status, retryAfter, text, bytes };
  } catch {
    return { kind: 'unreachable' };
  }
}
