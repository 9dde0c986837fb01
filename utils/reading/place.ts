/** Where on the page a thing was read: a stretch of one text node, several of them, or a form control. */
export type Place =
  | { kind: 'text'; node: Text; start: number; end: number }
  | { kind: 'element'; element: Element };

/** A text node from its first letter to its last. */
export function wholeOf(node: Text): Place {
  const { data } = node;
  return { kind: 'text', node, start: data.length - data.trimStart().length, end: data.trimEnd().length };
}
