/**
 * Whether a part of the page is displayed. A port: a live page is asked (`checkVisibility`), a parsed answer has no
 * layout and is judged by `hidden`, `template`, closed dialogs and inline style alone.
 */
export interface Visibility {
  /** True when the element, with all that stands above it, is displayed. */
  shows(element: Element): boolean;
  /** There is a layout to ask. */
  readonly drawn: boolean;
}

const DISPLAYED = { visibilityProperty: true, opacityProperty: true };

export const LIVE_VISIBILITY: Visibility = {
  shows: (element) => element.checkVisibility(DISPLAYED),
  drawn: true,
};

export const PARSED_VISIBILITY: Visibility = {
  shows(element) {
    for (let at: Element | null = element; at; at = parentOf(at)) if (hidesItself(at)) return false;
    return true;
  },
  drawn: false,
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

/** Whether an element of a parsed answer says itself that it is not displayed. */
export function hidesItself(element: Element): boolean {
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
