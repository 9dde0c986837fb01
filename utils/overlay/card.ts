/**
 * The card: one non-modal dialog beside a mark. It opens by hovering (and closes when the pointer goes), by the keyboard's
 * focus (and closes with it), or pinned by a click (and stays until Escape, the close button or a click elsewhere).
 */
import type { Host } from './host';
import { patch, type Spec } from './patch';

export type Opened = 'hover' | 'focus' | 'pinned';

export interface CardContent {
  label: string;
  children: (Spec | false)[];
}

/** A mark's box in the viewport (px). */
export interface Beside {
  left: number;
  top: number;
  height: number;
}

/** Room kept to the viewport's edge and to the mark (px). */
const EDGE = 8;
const GAP = 4;

/** What has the focus, in open shadow roots too. */
function activeIn({ activeElement }: DocumentOrShadowRoot): Element | null {
  return (activeElement?.shadowRoot && activeIn(activeElement.shadowRoot)) ?? activeElement;
}

export function createCard(document: Document, host: Host, onClose: () => void, signal: AbortSignal) {
  const view = document.defaultView as Window;
  const { root } = host;
  const element = document.createElement('div');
  element.className = 'card';
  element.role = 'dialog';
  element.tabIndex = -1;
  let opened: Opened | null = null;
  let beside: Beside | undefined;
  let returnTo: Element | null = null;

  /** Below the mark, above it where that does not fit; always inside the viewport. */
  function place(): void {
    if (!opened) return;
    const { left, top, height } = beside ?? { left: view.innerWidth, top: 0, height: GAP };
    const { offsetWidth, offsetHeight } = element;
    const lowest = view.innerHeight - offsetHeight - EDGE;
    const below = top + height + GAP;
    const above = top - GAP - offsetHeight;
    const y = below > lowest && above >= EDGE ? above : Math.max(EDGE, Math.min(below, lowest));
    element.style.left = `${Math.max(EDGE, Math.min(left, view.innerWidth - offsetWidth - EDGE))}px`;
    element.style.top = `${y}px`;
  }
  view.addEventListener('resize', place, { signal });

  const holdsFocus = () => element.contains(root.activeElement);
  const takeFocus = () => element.focus({ preventScroll: true });

  /** New words for the open card; the focus, the scroll position and a press under way stay. */
  function update({ label, children }: CardContent): void {
    const held = holdsFocus();
    element.ariaLabel = label;
    patch(element, children);
    if (held && !holdsFocus()) takeFocus();
    place();
  }

  return {
    element,
    get opened(): Opened | null {
      return opened;
    },
    update,

    /** @param at the mark it is about; absent: the upper right corner. */
    open(content: CardContent, how: Opened, at?: Beside): void {
      if (!holdsFocus()) returnTo = root.activeElement ?? activeIn(document);
      opened = how;
      beside = at;
      root.append(element);
      host.keepOnTop();
      element.scrollTop = 0;
      update(content);
      if (how === 'pinned') takeFocus();
    },

    /** A card that opened by itself stays from now on. */
    pin(): void {
      if (opened) opened = 'pinned';
    },

    close(): void {
      if (!opened) return;
      const back = holdsFocus() && returnTo;
      opened = null;
      element.remove();
      onClose();
      if (back && 'focus' in back) (back as HTMLElement).focus({ preventScroll: true });
    },
  };
}

export type Card = ReturnType<typeof createCard>;
