/** The page's second script as it offers itself to the reader beside it: only pages with components or requests get it. */
import type { Translate } from '../dossier/finding';
import { copyText } from './copy-text';
import { createPagePapers, type PagePapers, type PaperPorts } from './page-papers';

/** What the reader gives: texts by key instead of a translator. */
export interface ReaderPorts extends Omit<PaperPorts, 't'> {
  texts: Record<string, string>;
}

/** The world both scripts share. */
export interface PapersWorld {
  soiPapers?: {
    start(document: Document, ports: ReaderPorts): PagePapers;
    copy(document: Document, text: string): Promise<boolean>;
  };
}

/** Sentences come with their places marked `$1`, as they stand in `_locales`. */
function wordsOf(texts: Record<string, string>): Translate {
  return (key, params = []) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text.replace(/\$(\d)/g, (_, digit: string) => params[Number(digit) - 1] ?? '');
  };
}

/** Puts the script's maker into the world. */
export function offerPapers(world: PapersWorld): void {
  world.soiPapers = {
    start: (document, { texts, ...ports }) => createPagePapers(document, { ...ports, t: wordsOf(texts) }),
    copy: copyText,
  };
}
