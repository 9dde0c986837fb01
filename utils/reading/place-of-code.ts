/** Where on the page a code stands. */
import { type DossierCode, findCodes } from '../dossier/code';
import type { Leaf } from './page-text';
import type { Place } from './place';

export function placeOfCode(found: { code: DossierCode; leaf?: Leaf } | undefined): Place | undefined {
  const leaf = found?.leaf;
  if (!leaf) return undefined;
  if (leaf.control) return { kind: 'element', element: leaf.element };
  const node = leaf.node as Text;
  const raw = node.nodeValue ?? '';
  const known = findCodes(raw).find((code) => code.code === found.code);
  if (known) return { kind: 'text', node, start: known.start, end: known.end };
  const start = raw.length - raw.trimStart().length;
  return { kind: 'text', node, start, end: raw.trimEnd().length };
}
