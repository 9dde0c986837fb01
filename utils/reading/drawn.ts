/** What only a layout tells of a part of the page; of parsed answers what their markup says. */

const STRUCK = 's,del,strike,[style*="line-through"]';

/** True when its text is struck through. Asked only of values that offer two answers. */
export function isStruck(element: Element, drawn: boolean): boolean {
  if (!drawn) return element.closest(STRUCK) !== null;
  for (let at: Element | null = element, up = 0; at && up < 3; at = at.parentElement, up++) {
    if (at.matches(STRUCK) || getComputedStyle(at).textDecorationLine.includes('line-through')) return true;
  }
  return false;
}

/** Where it is drawn (px); null where there is no layout. Asked only of tables that may be halves of one. */
export const boxOf = (element: Element, drawn: boolean): DOMRect | null =>
  drawn ? element.getBoundingClientRect() : null;
