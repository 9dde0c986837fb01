/** Reads heavy pages inside a browser, and how long that took. */
import { LIVE_VISIBILITY } from '../../../utils/reading';
import { readPage } from '../../../utils/reading/read-page';
import { HEAVY_PAGES } from './heavy-pages';

declare global {
  interface Window {
    /** The reader's own time (ms) on one such page of n parts, and the dossiers it found. */
    soiReadHeavy(name: keyof typeof HEAVY_PAGES, n: number): { ms: number; dossiers: number };
    /** Codes that were read before so many short texts, and why more was not. */
    soiReadBefore(html: string, texts: number): { codes: string[]; unread?: string };
  }
}

window.soiReadHeavy = (name, n) => {
  document.body.innerHTML = HEAVY_PAGES[name](n);
  document.body.getBoundingClientRect();
  const start = performance.now();
  const { dossiers } = readPage(document, { visibility: LIVE_VISIBILITY });
  const ms = performance.now() - start;
  document.body.innerHTML = '';
  return { ms, dossiers: dossiers.length };
};

window.soiReadBefore = (html, texts) => {
  document.body.innerHTML = `${html}${'<b>1</b>'.repeat(texts)}`;
  const { dossiers, unread } = readPage(document, { visibility: LIVE_VISIBILITY });
  document.body.innerHTML = '';
  return { codes: dossiers.map(({ reading }) => reading.code), unread };
};
