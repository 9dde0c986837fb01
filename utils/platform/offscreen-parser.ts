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
