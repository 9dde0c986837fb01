/** What the tests load into a page: the overlay, a finder of codes, and the closed root, which only the tests can see. */

import { createOverlay, type Overlay, type OverlayOptions } from '../../../utils/overlay/index';
import type { Place } from '../../../utils/reading/place';
import type { DossierView } from '../../../utils/view/dossier-view';
import { findCodes } from './made-codes';
import { mixed } from './made-views';

export interface Harness {
  roots: ShadowRoot[];
  calls: string[];
  start(texts: Record<string, string>, options?: Partial<OverlayOptions>): Overlay;
  overlay: Overlay;
  read(): { code: string; places: Place[] }[];
  /** Reads the page anew and gives every dossier a made-up view, without a way through the test's own process. */
  readAndView(): void;
  root(): ShadowRoot;
  marks(): HTMLElement[];
  /** By a click on its first mark in view. */
  openCard(code: string): void;
  settled(): Promise<void>;
}

const attach = Element.prototype.attachShadow;
const roots: ShadowRoot[] = [];

const harness: Harness = {
  roots,
  calls: [],
  overlay: undefined as unknown as Overlay,
  start(texts, options) {
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      roots.push(root);
      return root;
    };
    const { calls } = harness;
    harness.overlay = createOverlay(document, {
      texts,
      onPause: (code, system, paused) => calls.push(`${paused ? 'pause' : 'unpause'} ${code} ${system}`),
      onAsk: (code, systems) => calls.push(`ask ${code} ${systems ?? 'all'}`),
      onOpen: (code, system) => calls.push(`open ${code} ${system}`),
      onPanel: (code) => calls.push(`panel ${code}`),
      onRead: (code) => calls.push(`read ${code}`),
      onLink: (url) => calls.push(`link ${url}`),
      ...options,
    });
    Element.prototype.attachShadow = attach;
    return harness.overlay;
  },
  read() {
    const found = new Map<string, Place[]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      if (node.parentElement?.closest('script,style')) continue;
      for (const { code, start, end } of findCodes(node.data)) {
        found.set(code, [...(found.get(code) ?? []), { kind: 'text', node, start, end }]);
      }
    }
    return [...found].map(([code, places]) => ({ code, places }));
  },
  readAndView() {
    const found = harness.read();
    harness.overlay.setDossiers(found);
    harness.overlay.setViews(found.map(({ code }, at) => mixed(code, at)));
  },
  root: () => roots.at(-1) as ShadowRoot,
  marks: () => [...harness.root().querySelectorAll<HTMLElement>('.mark:not(.away)')],
  openCard: (code) =>
    harness
      .marks()
      .find(({ ariaLabel }) => ariaLabel?.startsWith(code))
      ?.click(),
  /** Nothing was painted anew for longer than the rest after a scroll. */
  settled: () =>
    new Promise((resolve) => {
      let last = '';
      let since = performance.now();
      const look = () => {
        const now = harness
          .marks()
          .map((mark) => mark.style.cssText + mark.className)
          .join();
        if (now !== last) since = performance.now();
        last = now;
        if (performance.now() - since > 170) resolve();
        else requestAnimationFrame(look);
      };
      // The observer speaks after the first frame, the paint comes with the second.
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(look)));
    }),
};

declare global {
  interface Window {
    soi: Harness;
  }
}
window.soi = harness;

export type { DossierView };
