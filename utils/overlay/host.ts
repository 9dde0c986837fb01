/**
 * The one element the overlay adds to a page: a manual popover with a closed root, in the top layer, 0 × 0 px for ever.
 * A plain div: the root of a custom element could be had by a page that defines its name.
 */
import { STYLE } from './style';

const MARKER = 'data-soi-layer';
/** A newer instance says that it took the frame over: one that an update left behind must not put its host back. */
const RENEWED = 'soi-layer-renewed';

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** True while the host is taken out of the top layer and put back: the focus moves for no reason of the officer's. */
  raising: boolean;
  /**
   * Puts the host on top when the page, since the last look, opened a dialog, a popover or fullscreen or took the host off.
   */
  keepOnTop(): void;
  /** This element was opened or closed: were it open at the next look, it would lie above the host. */
  forget(element: EventTarget | null): void;
}

/**
 * Takes away what an older instance of the extension left behind. The host itself comes with the first `keepOnTop`.
 * @param displaced a newer instance does so to this one.
 */
export function createHost(document: Document, displaced: () => void, signal: AbortSignal): Host {
  document.dispatchEvent(new Event(RENEWED));
  document.addEventListener(RENEWED, displaced, { signal });
  for (const leftover of document.querySelectorAll(`[${MARKER}]`)) leftover.remove();
  const element = document.createElement('div');
  element.setAttribute(MARKER, '');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  let opened = new Set<EventTarget | null>();

  const host: Host = {
    element,
    root,
    raising: false,
    forget: (one) => opened.delete(one),
    keepOnTop() {
      const before = opened;
      const open = [...document.querySelectorAll('dialog[open],[popover]')].filter(
        (one) => one !== element && one.matches(':modal,:popover-open'),
      );
      if (document.fullscreenElement) open.push(document.fullscreenElement);
      opened = new Set(open);
      const shown = element.isConnected && element.matches(':popover-open');
      if (shown && open.every((one) => before.has(one))) return;

      if (!element.isConnected) document.documentElement.append(element);
      const focused = root.activeElement;
      host.raising = true;
      if (shown) element.hidePopover();
      element.showPopover();
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      host.raising = false;
    },
  };
  return host;
}
