/** A request whose redirects are not followed, although the worker is told where they lead. */
import { chromeOnly } from './browser';

/**
 * `fetch` hides where a redirect leads from whoever does not follow it; Chrome tells it to those who watch requests.
 * @returns the answer; a redirect as a 302 with its Location, where Chrome named it
 */
export async function fetchOnce(url: string, init: RequestInit): Promise<Response> {
  const { onBeforeRedirect } = chromeOnly.webRequest;
  let location: string | undefined;
  const hear = (told: { url: string; redirectUrl: string }): void => {
    if (told.url === url) location = told.redirectUrl;
  };
  onBeforeRedirect.addListener(hear, {
    urls: [`*://${new URL(url).hostname}/*`],
    types: ['xmlhttprequest'],
    // Of no tab: the extension's own.
    tabId: -1,
  });
  try {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    if (response.type !== 'opaqueredirect') return response;
    return new Response(null, { status: 302, ...(location !== undefined && { headers: { location } }) });
  } finally {
    onBeforeRedirect.removeListener(hear);
  }
}
