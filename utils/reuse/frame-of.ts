/** @returns the frame that holds an element's page; null at the top, and where another site is around. DOM only. */
export const frameOf = (element: Element): Element | null =>
  element.ownerDocument.defaultView?.frameElement ?? null;
