/**
 * A request whose redirects are not followed, although the worker is told where they lead: `fetch` hides that from
 * whoever does not follow, Chrome tells it to those who watch requests.
 */
import { chromeOnly } from './browser';

/** Chrome tells before it hands the answer over, but by another way. */
const LATE_MS = 1_000;

const told = new Map<string, string>();
const waiting = new Map<string, (location: string) => void>();

/** Listens; must be called while the worker's script first runs, so that no request goes before Chrome knows of it. */
export function hearRedirects(): void {
  const filter = {
    urls: ['<all_urls>'],
    types: ['xmlhttprequest' as const],
    // Of no tab: an extension's own.
    tabId: -1,
  };
  chromeOnly.webRequest.onBeforeRedirect.addListener(({ url, redirectUrl, initiator }) => {
    if (initiator !== location.origin) return;
    const wait = waiting.get(url);
    if (wait) wait(redirectUrl);
    else told.set(url, redirectUrl);
  }, filter);
}

/** @returns the answer; a redirect as a 302 with its Location, where Chrome named it */
export async function fetchOnce(url: string, init: RequestInit): Promise<Response> {
  told.delete(url);
  const response = await fetch(url, { ...init, redirect: 'manual' });
  if (response.type !== 'opaqueredirect') return response;
  const to = told.get(url) ?? (await tellLater(url));
  told.delete(url);
  return new Response(null, { status: 302, ...(to !== undefined && { headers: { location: to } }) });
}

function tellLater(url: string): Promise<string | undefined> {
  return new Promise<string | undefined>((resolve) => {
    waiting.set(url, resolve);
    setTimeout(() => resolve(undefined), LATE_MS);
  }).finally(() => waiting.delete(url));
}
