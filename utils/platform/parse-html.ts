/** Parsing answers outside the worker, which has no DOMParser: a hidden document does it and says only what was read. */
import type { Reading } from '../dossier/sighting';
import type { ReadingProfile } from '../systems/profile';
import { browser, chromeOnly } from './browser';

export interface ParseRequest {
  offscreen: 'parse';
  html: string;
  url: string;
  profile: ReadingProfile | null;
}

export interface ParsedAnswer {
  dossiers: { reading: Reading }[];
  /** The answer's words, folded and without markup, for rules such as "không tìm thấy hồ sơ". At most 20,000 characters. */
  text: string;
}

const PAGE = 'offscreen.html';
let opening: Promise<void> | null = null;

async function openDocument(): Promise<void> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  if (contexts.length > 0) return;
  await chromeOnly.offscreen.createDocument({
    url: PAGE,
    reasons: [chrome.offscreen.Reason.DOM_PARSER],
    justification: 'Reads the dossier out of a page that a system answered.',
  });
}

/** Opens the hidden document, where it is not open yet; @throws when it cannot be */
export function openParser(): Promise<void> {
  opening ??= openDocument().finally(() => {
    opening = null;
  });
  return opening;
}

/** Parses one answer. Nothing of it is run or loaded. @throws when the document cannot be opened twice in a row, and for an answer too long to be read */
export async function parseHtml(
  html: string,
  url: string,
  profile: ReadingProfile | null,
): Promise<ParsedAnswer> {
  await openParser();
  const request: ParseRequest = { offscreen: 'parse', html, url, profile };
  const answer = (await browser.runtime.sendMessage(request)) as ParsedAnswer | null;
  if (!answer) throw new Error('the answer is too long to be read');
  return answer;
}
