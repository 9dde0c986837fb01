/** What the bench of reading does inside a page: the same list walked barely, scanned, read, and marked by others. */
import { createOverlay, OVERLAY_TEXT_KEYS } from '../../utils/overlay';
import { LIVE_VISIBILITY, type PageReading, readPageInSlices, readSteps } from '../../utils/reading';
import { gate, rootSteps } from '../../utils/reading/gate';
import { atOnce } from '../../utils/reading/in-slices';
import { Labels } from '../../utils/reading/labels';
import { scanSteps } from '../../utils/reading/scan';
import { CODE_PATTERN } from './dossier-list';
import type { Kind } from './reading-kinds';

/** The two libraries as they define themselves in a page. */
interface Markers {
  Mark: new (
    root: Element,
  ) => {
    markRegExp(pattern: RegExp, options?: object): void;
    unmark(): void;
  };
  findAndReplaceDOMText(root: Element, options: { find: RegExp; wrap: string }): { revert(): void };
}

declare global {
  interface Window extends Markers {
    /** One run; returns how many codes it found. */
    benchRun(kind: Kind): number;
    /** Leaves the page as it was, laid out. */
    benchTidy(kind: Kind): void;
    /** The longest slice of a reading that shares the thread, in ms. */
    benchSlices(): Promise<number>;
    benchGate(): boolean;
    /** Changes the page and takes that back: no list of its elements is kept from before. Drawn again when it resolves. */
    benchTouch(): Promise<void>;
    /** How many open shadow roots there are. */
    benchRoots(): number;
  }
}

const CODE = new RegExp(CODE_PATTERN);
const CODES = new RegExp(CODE_PATTERN, 'g');
/** As a live page is read: the watch has looked for shadow roots, and what lists do not need is not there. */
const options = { visibility: LIVE_VISIBILITY, roots: [] };
const overlay = createOverlay(document, {
  texts: Object.fromEntries(OVERLAY_TEXT_KEYS.map((key) => [key, key])),
  onAsk: () => undefined,
  onOpen: () => undefined,
  onPause: () => undefined,
  onPanel: () => undefined,
});

/** One walk over all text with one regular expression: the least that anything which looks for codes must do. */
function bare(): number {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let found = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (CODE.test(node.nodeValue as string)) found++;
  return found;
}

/** Every code with its place, handed to the painted layer. */
function scanAndMark(): number {
  const { finds } = atOnce(scanSteps(document, new Labels(), options.roots));
  overlay.setDossiers(finds.map(({ code, place }) => ({ code, places: [place] })));
  return finds.length;
}

/** Every field of every dossier. */
const full = (): number => read().dossiers.length;

const read = (): PageReading => atOnce(readSteps(document, options));

function fullAndMark(): number {
  const { dossiers } = read();
  overlay.setDossiers(dossiers.map(({ reading, places }) => ({ code: reading.code, places })));
  return dossiers.length;
}

const WORK: Record<Kind, { run(): number; after?(): void }> = {
  bare: { run: bare },
  scan: { run: scanAndMark, after: () => overlay.setDossiers([]) },
  full: { run: full },
  marked: { run: fullAndMark, after: () => overlay.setDossiers([]) },
  markjs: {
    run() {
      new window.Mark(document.body).markRegExp(CODES);
      return document.querySelectorAll('mark').length;
    },
    after: () => new window.Mark(document.body).unmark(),
  },
  replace: {
    run() {
      undo = window.findAndReplaceDOMText(document.body, { find: CODES, wrap: 'mark' });
      return document.querySelectorAll('mark').length;
    },
    after: () => undo?.revert(),
  },
};
let undo: { revert(): void } | undefined;

window.benchRun = (kind) => WORK[kind].run();
window.benchTidy = (kind) => {
  WORK[kind].after?.();
  document.body.getBoundingClientRect();
};

window.benchSlices = async () => {
  let longest = 0;
  let start = performance.now();
  await readPageInSlices(document, {
    ...options,
    pause: async () => {
      longest = Math.max(longest, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
      start = performance.now();
    },
  });
  return Math.max(longest, performance.now() - start);
};

window.benchTouch = async () => {
  const element = document.createElement('p');
  document.body.append(element);
  element.remove();
  document.body.getBoundingClientRect();
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
};
window.benchGate = () => gate(document, []);
window.benchRoots = () => atOnce(rootSteps(document)).length;
