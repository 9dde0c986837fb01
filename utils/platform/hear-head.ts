/**
 * The head of an answer that a page was given. Across origins a page may not read Retry-After, and nothing at all of what
 * a gateway answers without naming the page's origin; Chrome tells it to those who watch requests.
 */
import type { TabCall } from '../systems/tab-call';
import { chromeOnly } from './browser';

export interface AnswerHead {
  status: number;
  retryAfter: string | null;
}

/** Chrome tells before the page is done, but by another way. */
const LATE_MS = 500;

/** A gateway that has too much to do turns away also what the browser asks before the call. */
const TURNED_AWAY = [429, 503];

/**
 * Listens for the answer to one call by one of these tabs, and only while that is under way: no other request of the page wakes the worker.
 * @returns `head`: undefined where Chrome tells nothing, since we may not reach that host or nothing was answered
 */
export function hearHead(
  { url, method }: Pick<TabCall, 'url' | 'method'>,
  tabs: readonly number[],
): {
  head(): Promise<AnswerHead | undefined>;
  stop(): void;
} {
  const { onHeadersReceived } = chromeOnly.webRequest;
  let resolve: (head?: AnswerHead) => void = () => undefined;
  const heard = new Promise<AnswerHead | undefined>((given) => {
    resolve = given;
  });
  const hear = (told: chrome.webRequest.OnHeadersReceivedDetails): undefined => {
    if (!tabs.includes(told.tabId) || told.url !== url) return;
    if (told.method !== method && !TURNED_AWAY.includes(told.statusCode)) return;
    const header = told.responseHeaders?.find(({ name }) => name.toLowerCase() === 'retry-after');
    resolve({ status: told.statusCode, retryAfter: header?.value ?? null });
  };
  const filter = { urls: [`*://${new URL(url).hostname}/*`], types: ['xmlhttprequest' as const] };
  // The extra ones are not wanted: without asking for them Chrome tells nothing of what CORS keeps from the page.
  onHeadersReceived.addListener(hear, filter, ['responseHeaders', 'extraHeaders']);
  return {
    head() {
      setTimeout(resolve, LATE_MS);
      return heard;
    },
    stop: () => onHeadersReceived.removeListener(hear),
  };
}
