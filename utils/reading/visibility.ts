/**
 * Whether a part of the page is displayed. A port: a live page is asked (`checkVisibility`), a parsed answer has no
 * layout and is judged by `hidden`, `template`, closed dialogs and inline style alone.
 */
export interface Visibility {
  /** True when the element, with all that stands above it, is displayed. */
  shows(element: Element): boolean;
  /** True when its text is struck through. Asked only of values that offer two answers. */
  struck(element: Element): boolean;
  /** Where it is drawn (px); null where there is no layout. Asked only of tables that may be halves of one. */
  box(element: Element): DOMRect | null;
}

const STRUCK = 's,del,strike,[style*="line-through"]';

const DISPLAYED = { visibilityProperty: true, opacityProperty: true };

export const LIVE_VISIBILITY: Visibility = {
  shows: (element) => element.checkVisibility(DISPLAYED),
  struck(element) {
    for (let at: Element | null = element, up = 0; at && up < 3; at = at.parentElement, up++) {
      if (at.matches(STRUCK) || getComputedStyle(at).textDecorationLine.includes('line-through')) return true;
    }
    return false;
  },
  box: (element) => element.getBoundingClientRect(),
};

export const PARSED_VISIBILITY: Visibility = {
  shows(element) {
    for (let at: Element | null = element; at; at = parentOf(at)) if (hidesItself(at)) return false;
    return true;
  },
  struck: (element) => element.closest(STRUCK) !== null,
  box: () => null,
};

/** The parent element, across the border of a shadow root. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent?.nodeType === 11) return (parent as ShadowRoot).host ?? null;
  return parent?.nodeType === 1 ? (parent as Element) : null;
}

/** Whether a node stands inside an element, across the borders of shadow roots. */
export function holds(outer: Element | null, node: Node | null | undefined): boolean {
  if (!outer || !node) return false;
  if (outer.contains(node)) return true;
  const root = node.getRootNode();
  return root.nodeType === 11 && 'host' in root && holds(outer, (root as ShadowRoot).host);
}

function hidesItself(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const tag = element.localName;
  if (tag === 'template' || (tag === 'dialog' && !element.hasAttribute('open'))) return true;
  const parent = element.parentElement;
  if (parent?.localName === 'details' && !parent.hasAttribute('open') && tag !== 'summary') return true;
  const style = element.getAttribute('style');
  return (
    style !== null && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style)
  );
}
