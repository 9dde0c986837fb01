/** The hidden document's side of `parse-html.ts`: the same reader as on live pages, over an inert document. */
import { fold } from '../dossier/fold';
import { readPage } from '../reading/read-page';
import { PARSED_VISIBILITY } from '../reading/visibility';
import type { ParsedAnswer, ParseRequest } from './parse-html';

const TEXT_LIMIT = 20_000;

function wordsOf(parsed: Document): string {
  for (const unread of parsed.querySelectorAll('script, style, template, noscript')) unread.remove();
  return fold(`${parsed.title} ${parsed.body?.textContent ?? ''}`).slice(0, TEXT_LIMIT);
}

/** Reads one answer as if it were the page at `url`; null where it is too much to be read: it says nothing then. */
export function parseAnswer({ html, profile }: ParseRequest): ParsedAnswer | null {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const { dossiers, unread } = readPage(parsed, { profile, visibility: PARSED_VISIBILITY });
  if (unread) return null;
  return { dossiers: dossiers.map(({ reading }) => ({ reading })), text: wordsOf(parsed) };
}

/** Listens for the background's requests; whatever is none of them is left to others. */
export function answerParseRequests(): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    const ours = sender.id === chrome.runtime.id && !sender.tab;
    if (!ours || typeof message !== 'object' || message === null || !('offscreen' in message)) return;
    reply(parseAnswer(message as ParseRequest));
  });
}
