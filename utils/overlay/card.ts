/**
 * The card: one non-modal dialog beside a mark. It opens by hovering (and closes when the pointer goes), by the keyboard's
 * focus (and closes with it), or pinned by a click (and stays until Escape, the close button or a click elsewhere).
 */
import type { Host } from './host';
import { patch, type Spec } from './patch';

export type Opened = 'hover' | 'focus' | 'pinned';

export interface CardContent {
  label: string;
  children: Spec[];
}

/** Room kept to the viewport's edge and to the mark (px). */
const EDGE = 8;
const GAP = 4;

export interface Beside {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function createCard(document: Document, host: Host, onClose: () => void) {
  const view = document.defaultView as Window;
  const element = document.createElement('div');
  element.className = 'card';
  element.role = 'dialog';
  element.tabIndex = -1;
  let opened: Opened | null = null;
  let beside: Beside | null = null;
  let returnTo: Element | null = null;

  function place(): void {
    const { innerWidth, innerHeight } = view;
    const { offsetWidth: width, offsetHeight: height } = element;
    const by = beside ?? { left: innerWidth, right: innerWidth, top: 0, bottom: EDGE };
    const below = by.bottom + GAP;
    const above = by.top - GAP - height;
    const top = below + height + EDGE <= innerHeight || above < EDGE ? below : above;
    element.style.left = `${Math.max(EDGE, Math.min(by.left, innerWidth - width - EDGE))}px`;
    element.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
  }

  function holdsFocus(): boolean {
    return element.contains(host.root.activeElement);
  }

  return {
    element,
    get opened(): Opened | null {
      return opened;
    },
    holdsFocus,

    /** Shows what is given; `at` is the mark's box in the viewport, absent: the upper right corner. */
    open(content: CardContent, how: Opened, at: Beside | null): void {
      if (!holdsFocus()) returnTo = host.root.activeElement ?? document.activeElement;
      opened = how;
      beside = at;
      this.update(content);
      host.root.append(element);
      host.keepOnTop();
      view.addEventListener('resize', place);
      element.scrollTop = 0;
      place();
      if (how === 'pinned') element.focus({ preventScroll: true });
    },

    /** New words for the open card; the focus, the scroll position and a press under way stay. */
    update({ label, children }: CardContent): void {
      const lost = holdsFocus();
      if (element.ariaLabel !== label) element.ariaLabel = label;
      patch(element, children);
      if (lost && !holdsFocus()) element.focus({ preventScroll: true });
      if (element.isConnected) place();
    },

    /** A card that opened by itself stays from now on. */
    pin(): void {
      if (opened) opened = 'pinned';
    },

    close(): void {
      if (!opened) return;
      const back = holdsFocus() ? returnTo : null;
      opened = null;
      returnTo = null;
      element.remove();
      view.removeEventListener('resize', place);
      onClose();
      if (back?.isConnected && 'focus' in back) (back as HTMLElement).focus({ preventScroll: true });
    },
  };
}

export type Card = ReturnType<typeof createCard>;
