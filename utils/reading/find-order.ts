/** Codes in texts and codes in controls are looked for apart; here they come together. */
import type { Find } from './scan';

const ELEMENTS = 2_000;

/** All finds in the order of the page. @param parts the root and its shadow roots */
export function* inOrder(parts: readonly Node[], finds: Find[]): Generator<undefined, Find[]> {
  // By their elements: asking each two nodes which stands first takes as long as a list is.
  const order = new Map<Element, number>();
  let count = 0;
  for (const part of parts) {
    const walker = (part.ownerDocument ?? (part as Document)).createTreeWalker(part, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (++count % ELEMENTS === 0) yield undefined;
      order.set(node as Element, count);
    }
  }
  const place = ({ element }: Find): number => order.get(element) ?? 0;
  return finds.sort((a, b) => place(a) - place(b));
}
