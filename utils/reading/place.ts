/** Where on the page a thing was read: a stretch of one text node, several of them, or a form control. */
export type Place =
  | { kind: 'text'; node: Text; start: number; end: number }
  | { kind: 'element'; element: Element };
