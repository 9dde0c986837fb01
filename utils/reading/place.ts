/** Where on the page a thing was read: a stretch of one text node, several of them, or a form control. */
export interface TextPlace {
  kind: 'text';
  node: Text;
  start: number;
  end: number;
}

export type Place = TextPlace | { kind: 'element'; element: Element };

/** A text node from its first letter to its last. */
export function wholeOf(node: Text): TextPlace {
  const { data } = node;
  return { kind: 'text', node, start: data.length - data.trimStart().length, end: data.trimEnd().length };
}

/** So much of a text says what a code in it is. */
const ENOUGH = 500;

/** What stands before and after a stretch in its text: text nodes with nothing between them are one. */
export function around({ node, start, end }: Place & { kind: 'text' }): [before: string, after: string] {
  let before = node.data.slice(0, start);
  let after = node.data.slice(end);
  for (
    let at = node.previousSibling;
    at && at.nodeType !== 1 && before.length < ENOUGH;
    at = at.previousSibling
  )
    if (at.nodeType === 3) before = at.nodeValue + before;
  for (let at = node.nextSibling; at && at.nodeType !== 1 && after.length < ENOUGH; at = at.nextSibling)
    if (at.nodeType === 3) after += at.nodeValue;
  return [before, after];
}
