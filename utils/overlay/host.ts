/**
 * The one element the overlay adds to a page: a manual popover with a closed root, in the top layer, 0 × 0 px for ever.
 * A plain div: the root of a custom element could be had by a page that defines its name.
 */
import { STYLE } from './style';

const MARKER = 'data-soi-layer';

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** True while the host is taken out of the top layer and put back: the focus moves for no reason of the officer's. */
  readonly raising: boolean;
  /** Puts the host on top of everything opened so far. @returns false when a newer overlay has taken its place. */
  raise(): boolean;
  /** Raises when the page opened a dialog, a popover or fullscreen, or took the host off, since the last look. */
  keepOnTop(): boolean;
  /** This element was opened or closed: were it open at the next look, it would lie above the host. */
  forget(element: Element): void;
  remove(): void;
}

/** Takes away what an older instance of the extension left behind, and adds the host. */
export function createHost(document: Document): Host {
  for (const leftover of document.querySelectorAll(`[${MARKER}]`)) leftover.remove();
  const element = document.createElement('div');
  element.setAttribute(MARKER, '');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  let raising = false;
  let opened = new Set<Element>();

  function raise(): boolean {
    if (!element.isConnected) {
      if (document.querySelector(`[${MARKER}]`)) return false;
      document.documentElement.append(element);
    }
    const focused = root.activeElement;
    raising = true;
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    raising = false;
    return true;
  }

  function openedByPage(): Set<Element> {
    const found = new Set<Element>();
    for (const candidate of document.querySelectorAll('dialog[open],[popover]')) {
      if (candidate !== element && candidate.matches(':modal,:popover-open')) found.add(candidate);
    }
    if (document.fullscreenElement) found.add(document.fullscreenElement);
    return found;
  }

  return {
    element,
    root,
    get raising() {
      return raising;
    },
    raise,
    keepOnTop() {
      const before = opened;
      opened = openedByPage();
      const lost = !element.isConnected || !element.matches(':popover-open');
      return lost || [...opened].some((one) => !before.has(one)) ? raise() : true;
    },
    forget(one) {
      opened.delete(one);
    },
    remove() {
      element.remove();
    },
  };
}
