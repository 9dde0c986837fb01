/**
 * One walk over the page's text for what the rest is built on: codes of a known shape, labels of codes, and whether there
 * are component lines. It asks neither style nor layout; what it finds is asked for visibility later, all at once.
 */
import { type DossierCode, findCodes, mayHoldCode, parseCode } from '../dossier/code';
import { MAY_BE_CODE } from '../dossier/code-gate';
import { type Control, controlText } from './control-text';
import type { Labels } from './labels';
import { MOST_TEXTS, type Unread } from './limits';
import { NEVER } from './page-text';
import type { Place } from './place';
import { squeeze } from './squeeze';
import { type TextChunk, textChunks } from './text-chunks';
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
  /** Displayed, once that is known. */
  shown?: boolean;
}

export interface Scan {
  /** In the order of the page. */
  finds: Find[];
  /** Of controls. */
  typed: Find[];
  /** Elements whose own text is a label of a code. */
  codeLabels: Element[];
  components: boolean;
  /** There is a label of a procedure. */
  procedures: boolean;
  /** The page holds more than is read of any; what was found so far is not all. */
  unread?: Unread;
}

const LABEL_START =
  /[\s\d.•*+\-\u00ad\u200b-\u200f\u2060\ufeff]{0,6}(?:m[aã]|s[oố]|h\S{1,3}\s+s|bi\S{1,3}n|gi[aấ]\S{0,2}y|t[eê]\u0302?n|th\S{1,3}(?:nh\s|\s+t)|tthc|danh)/iy;
/** What may stand at its head; bullets and odd spaces lie beyond. */
const HEAD = Array.from({ length: 128 }, (_, char) => /[\d.*+\-mshbgtd]/i.test(String.fromCharCode(char)));
const BEYOND = 0x2000;
const HINT = new RegExp(MAY_BE_CODE, 'g');
const FRAGMENT = /[GH]\d\d/i;
/** The agency's token of a code, where it runs over the end of a node. */
const TOKEN = /[gh]\s?\d\d\s?[.\u2010-\u2015\u2043\u2212\ufe58\ufe63-]/iy;
/** What follows a label, or the first of two: "Mã hồ sơ / Tên thủ tục". */
const AFTER_NAME = /(?:(?<=[:：])|\. |\s[-–|]\s|[/;,&]).*/s;

/**
 * Looks through the text and the controls under `root`; yields every few hundred nodes.
 * @param shadows all open shadow roots below
 */
export function* scanSteps(
  root: Node,
  labels: Labels,
  shadows: readonly ShadowRoot[],
): Generator<undefined, Scan> {
  const scan: Scan = { finds: [], typed: [], codeLabels: [], components: false, procedures: false };
  let texts = 0;
  const owner = root.ownerDocument ?? (root as Document);
  for (const at of [root, ...shadows]) {
    for (const chunk of textChunks(at, owner)) {
      lookThrough(chunk, labels, scan);
      texts += chunk.count;
      if (texts > MOST_TEXTS) {
        scan.unread = 'too-large';
        return scan;
      }
      yield undefined;
    }
    let asked = 0;
    for (const tag of CONTROLS) {
      yield undefined;
      for (const control of tagged(at as ParentNode, tag)) {
        if (++asked % 200 === 0) yield undefined;
        scan.typed.push(...typedCode(control));
      }
    }
  }
  return scan;
}

function lookThrough({ text, count, nodes, starts }: TextChunk, labels: Labels, scan: Scan): void {
  const { length } = text;
  const endOf = (at: number): number => (at + 1 < count ? (starts[at + 1] as number) : length);
  /** Nodes that hold codes, and so no labels. */
  const done = new Set<number>();
  let at = 0;
  HINT.lastIndex = 0;
  for (let hint = HINT.exec(text); hint; hint = HINT.exec(text)) {
    let end = endOf(at);
    while (end <= hint.index) end = endOf(++at);
    const node = nodes[at] as Text;
    TOKEN.lastIndex = hint.index;
    if (HINT.lastIndex <= end) {
      if (codesIn(node, scan)) done.add(at);
    } else if (TOKEN.test(text)) splitCode(node, scan);
    HINT.lastIndex = end;
  }
  for (let index = 0, end = 0; index < count; index++) {
    let from = end;
    end = endOf(index);
    if (end - from < 4 || end - from > 300) continue;
    let char = text.charCodeAt(from);
    while (char <= 32 || char === 160) char = text.charCodeAt(++from);
    if (from >= end || !(char < 128 ? HEAD[char] : char >= BEYOND) || done.has(index)) continue;
    LABEL_START.lastIndex = from;
    if (LABEL_START.test(text)) labelIn(nodes[index] as Text, labels, scan);
  }
}

/** @returns true when nothing else is to be looked for in the node */
function codesIn(node: Text, scan: Scan): boolean {
  const text = node.data;
  if (mayHoldCode(text)) {
    const element = parentOf(node);
    if (!element || NEVER.has(element.localName)) return true;
    const codes = findCodes(text);
    for (const { code, start, end } of codes) {
      const whole = squeeze(text).length <= end - start + 2;
      scan.finds.push({ code, place: { kind: 'text', node, start, end }, element, node, whole });
    }
    if (codes.length > 0) return true;
  }
  if (text.length < 80 && FRAGMENT.test(text)) splitCode(node, scan);
  return false;
}

function labelIn(node: Text, labels: Labels, scan: Scan): void {
  const trimmed = node.data.trim();
  LABEL_START.lastIndex = 0;
  if (trimmed.length >= 90 || !LABEL_START.test(trimmed)) return;
  const bare = squeeze(trimmed);
  const label = labels.of(bare) ?? labels.of(bare.replace(AFTER_NAME, ''));
  if (!label) return;
  const element = parentOf(node);
  if (/^(?:code|otherCode|transaction)$/.test(label.kind) && element && !NEVER.has(element.localName)) {
    scan.codeLabels.push(element);
  } else if (label.kind === 'component') scan.components = true;
  else if (/^procedure/.test(label.kind)) scan.procedures = true;
}

/** A control whose text is a code. */
function typedCode(element: Control): Find[] {
  const code = parseCode(controlText(element))?.code;
  return code ? [{ code, place: { kind: 'element', element }, element, node: element, whole: true }] : [];
}

const CONTROLS = ['input', 'textarea', 'select'];

const tagged = (root: ParentNode, tag: string): Control[] =>
  // A document keeps lists of its tags: far cheaper than a selector where there are none.
  'getElementsByTagName' in root
    ? ([...(root as Document).getElementsByTagName(tag)] as Control[])
    : [...root.querySelectorAll<Control>(tag)];

/** The text of an element that holds little; null where it holds more than a code in pieces. */
function shortText(element: Element): string | null {
  let text = '';
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    text += squeeze((node as Text).data);
    if (text.length > 64) return null;
  }
  return text;
}

/** A code broken over elements ("H26.14-<mark>260921</mark>-0001"): the smallest element whose text is one code. */
function splitCode(node: Text, scan: Scan): void {
  let element = parentOf(node);
  for (let up = 0; element && up < 3; up++, element = element.parentElement) {
    const text = shortText(element);
    if (text === null) return;
    // Its label may stand in the same element.
    const code = (parseCode(text) ?? parseCode(text.replace(/^[^:：]*[:：]/, '')))?.code;
    if (!code) continue;
    const last = scan.finds[scan.finds.length - 1];
    if (last?.element !== element) {
      scan.finds.push({ code, place: { kind: 'element', element }, element, node, whole: true });
    }
    return;
  }
}
