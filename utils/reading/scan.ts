/**
 * One walk over the page's text for what the rest is built on: codes of a known shape, labels of codes, and whether there
 * are component lines. It asks neither style nor layout; what it finds is asked for visibility later, all at once.
 */
import { type DossierCode, findCodes, mayHoldCode, parseCode } from '../dossier/code';
import type { Labels } from './labels';
import { controlText, isControl, NEVER, squeeze } from './page-text';
import type { Place } from './place';
import { parentOf } from './visibility';

export interface Find {
  code: DossierCode;
  place: Place;
  /** The element that holds it. */
  element: Element;
  /** Its text node or control. */
  node: Node;
  /** The code is all there is in its node. */
  whole: boolean;
}

export interface Scan {
  finds: Find[];
  /** Elements whose own text is a label of a code. */
  codeLabels: Element[];
  components: boolean;
}

const LABEL_START =
  /^[\s\d.•*+-]{0,6}(?:m[aã]|s[oố]|h\S{1,3}\s+s|bi\S{1,3}n|gi[aấ]y|t[eê]n|th\S{1,3}nh\s|danh)/i;
const FRAGMENT = /[GH]\d\d|\d{6}/i;

/** Walks text, controls and open shadow roots under `root`; yields every few hundred nodes. */
export function* scanSteps(root: Node, labels: Labels): Generator<void, Scan> {
  const scan: Scan = { finds: [], codeLabels: [], components: false };
  const roots: Node[] = [root];
  const owner = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  for (let at = roots.pop(); at && owner; at = roots.pop()) {
    const walker = owner.createTreeWalker(at, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let count = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (++count % 500 === 0) yield;
      if (node.nodeType === 3) textNode(node as Text, labels, scan);
      else {
        const element = node as Element;
        if (element.shadowRoot) roots.push(element.shadowRoot);
        else if (isControl(element)) {
          const code = parseCode(controlText(element))?.code;
          if (code) {
            scan.finds.push({
              code,
              place: { kind: 'element', element },
              element,
              node: element,
              whole: true,
            });
          }
        }
      }
    }
  }
  return scan;
}

function textNode(node: Text, labels: Labels, scan: Scan): void {
  const text = node.nodeValue ?? '';
  if (text.length < 4) return;
  if (mayHoldCode(text)) {
    const element = parentOf(node);
    if (!element || NEVER.has(element.localName)) return;
    const codes = findCodes(text);
    for (const { code, start, end } of codes) {
      const whole = squeeze(text).length <= end - start + 2;
      scan.finds.push({ code, place: { kind: 'text', node, start, end }, element, node, whole });
    }
    if (codes.length > 0) return;
  }
  if (text.length < 80 && FRAGMENT.test(text)) splitCode(node, scan);
  if (text.length > 300) return;
  const trimmed = text.trim();
  if (trimmed.length < 90 && LABEL_START.test(trimmed)) {
    const bare = squeeze(trimmed);
    const colon = bare.search(/[:：]/);
    const label = labels.of(bare) ?? (colon > 0 ? labels.of(bare.slice(0, colon + 1)) : null);
    if (!label) return;
    const element = parentOf(node);
    if (/^(?:code|otherCode|transaction)$/.test(label.kind) && element && !NEVER.has(element.localName)) {
      scan.codeLabels.push(element);
    } else if (label.kind === 'component') scan.components = true;
  }
}

/** A code broken over elements ("H26.14-<mark>260921</mark>-0001"): the smallest element whose text is one code. */
function splitCode(node: Text, scan: Scan): void {
  let element = parentOf(node);
  for (let up = 0; element && up < 3; up++, element = element.parentElement) {
    const text = element.textContent ?? '';
    if (text.length > 64) return;
    const code = parseCode(text)?.code;
    if (!code) continue;
    const last = scan.finds[scan.finds.length - 1];
    if (last?.element !== element) {
      scan.finds.push({ code, place: { kind: 'element', element }, element, node, whole: true });
    }
    return;
  }
}
