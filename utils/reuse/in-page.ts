/** The page's second script as it offers itself to the reader beside it: only pages with components or requests get it. */
import type { Translate } from '../dossier/finding';
import { copyText } from './copy-text';
import { createPagePapers, type PagePapers, type PaperPorts, type ProcedureKnown } from './page-papers';

/** What the reader gives: texts by key instead of a translator. */
export interface ReaderPorts extends Omit<PaperPorts, 't' | 'around'> {
  texts: Record<string, string>;
}

/** The world both scripts share. */
export interface PapersWorld {
  soiPapers?: PapersOffer;
}

interface PapersOffer {
  start(document: Document, ports: ReaderPorts): PagePapers;
  copy(document: Document, text: string): Promise<boolean>;
  /** Those of this frame, for the frames in it. */
  here?: PagePapers;
}

/** Sentences come with their places marked `$1`, as they stand in `_locales`. */
function wordsOf(texts: Record<string, string>): Translate {
  return (key, params = []) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text.replace(/\$(\d)/g, (_, digit: string) => params[Number(digit) - 1] ?? '');
  };
}

/** What the nearest page around a frame knows of its procedure: pages of one site share this world. */
function knownAround(frame: Window | null): ProcedureKnown | undefined {
  for (let view = frame; view?.frameElement; ) {
    view = view.parent;
    const known = (view as PapersWorld).soiPapers?.here?.known;
    if (known) return known;
  }
  return undefined;
}

/** Puts the script's maker into the world. */
export function offerPapers(world: PapersWorld): void {
  const offer: PapersOffer = {
    start(document, { texts, ...ports }) {
      const around = () => knownAround(document.defaultView);
      offer.here = createPagePapers(document, { ...ports, t: wordsOf(texts), around });
      return offer.here;
    },
    copy: copyText,
  };
  world.soiPapers = offer;
}
