/** The hidden document's side of `parse-html.ts`: the same reader as on live pages, over an inert document. */
import { fold } from '../dossier/fold';
import { readPage } from '../reading/read-page';
import { hidesItself, PARSED_VISIBILITY } from '../reading/visibility';
import type { ParsedAnswer, ParseRequest } from './parse-html';

const TEXT_LIMIT = 20_000;

/** No words of an answer: nobody reads them before choosing or running something. */
const UNSAID = new Set(['script', 'style', 'template', 'noscript', 'select', 'datalist']);
/** Class names by which widespread libraries hide; without a style sheet nothing else tells. */
const HIDING = ['hidden', 'hide', 'd-none', 'ng-hide', 'is-hidden'];

/** The words that are shown, each piece apart from the next: "Không tìm thấy hồ sơ" that waits for a script is not said. */
function wordsOf(parsed: Document): string {
  const isSaid = (element: Element) =>
    !UNSAID.has(element.localName) &&
    !hidesItself(element) &&
    !HIDING.some((name) => element.classList.contains(name));
  const walker = parsed.createTreeWalker(
    parsed.body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node.nodeType === Node.TEXT_NODE || isSaid(node as Element)
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
  );
  const words = [parsed.title];
  let length = 0;
  for (let node = walker.nextNode(); node && length < TEXT_LIMIT; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const text = (node.nodeValue ?? '').trim();
    words.push(text);
    length += text.length;
  }
  return fold(words.join(' ')).slice(0, TEXT_LIMIT);
}

/** Reads one answer as if it were the page at `url`; null where it is too much to be read: it says nothing then. */
export function parseAnswer({ html, profile }: ParseRequest): ParsedAnswer | null {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const { dossiers, unread } = readPage(parsed, { profile, visibility: PARSED_VISIBILITY });
  if (unread) return null;
  return { dossiers: dossiers.map(({ reading }) => ({ reading })), text: wordsOf(parsed) };
}

/** Nobody's dossier, in a list and in a detail. */
const MADE_UP = `<h1>Hồ sơ H26.18-260105-9999</h1><table><thead><tr><th>Mã hồ sơ</th><th>Trạng thái</th><th>Ngày hẹn trả</th>
</tr></thead><tbody><tr><td>H26.18-260105-9998</td><td>Đang xử lý</td><td>05/02/2026 17:00</td></tr></tbody></table>
<dl><dt>Mã hồ sơ</dt><dd>H26.18-260105-9999</dd><dt>Trạng thái</dt><dd>Đang xử lý</dd><dt>Ngày tiếp nhận</dt>
<dd>05/01/2026 08:00</dd><dt>Ngày hẹn trả</dt><dd>05/02/2026 17:00</dd></dl>`;

/** The first answer takes three times as long to read as the next: one is read while the system that was asked still works. */
export function warmUp(): void {
  parseAnswer({ offscreen: 'parse', html: MADE_UP, url: '', profile: null });
}

/** Listens for the background's requests; whatever is none of them is left to others. */
export function answerParseRequests(): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    const ours = sender.id === chrome.runtime.id && !sender.tab;
    if (!ours || typeof message !== 'object' || message === null || !('offscreen' in message)) return;
    reply(parseAnswer(message as ParseRequest));
  });
}
