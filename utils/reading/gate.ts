/**
 * The gate: whether a page is worth reading at all. The content script asks it of every page before anything else is
 * loaded, so it must be nearly free: the text in bulk, the controls, and what open shadow roots hold.
 */
import { mayHoldCode } from '../dossier/code-gate';
import { INVISIBLE } from '../dossier/fold';

/** Labels under which a code of any shape may stand, and those of component lines. */
const LABELS =
  /m[ãa]\s+(?:s[ốo]\s+)?(?:h[ồo]\s*s[ơo]|hs\b|giao d[ịi]ch)|s[ốo]\s+(?:h[ồo]\s+s[ơo]|hs\b)|bi[êe]n nh[ậa]n|m[ãa] ti[ếe]p nh[ậa]n|th[àa]nh ph[ầa]n h[ồo]\s+s[ơo]|t[êe]n gi[ấa]y t[ờo]/i;
/** What every code of a known shape has in plain letters. Three patterns are faster over long text than one of all. */
const CODE = /[gh]\s?\d\d|\/\s?20\d\d\s?\//i;
/** Few pages have these words at all: what names a procedure by its number or under a label is asked of them alone. */
const PROCEDURE = /th[ủu]\s+t[ụu]c|tthc/i;
const NAMES_PROCEDURE =
  /\d\.\d{6}(?!\d)|t[êe]n\s+(?:th[ủu]\s+t[ụu]c|tthc)|(?:th[ủu]\s+t[ụu]c(?:\s+h[àa]nh\s+ch[íi]nh)?|tthc)\s*[:：]/i;
/**
 * Letters taken apart, marks that take no room, full-width forms: such text is made plain before it is asked. One range
 * is found several times as fast as a class of some; the widest is asked again, closely.
 */
const odd = (text: string): boolean =>
  /[\u0300-\u036f]/.test(text) ||
  /\u00ad/.test(text) ||
  /[\ufeff-\uff5e]/.test(text) ||
  (/[\u200b-\u2069]/.test(text) && /[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/.test(text));
/** The open shadow roots below, those inside of others too: a walk over all elements. */
export function* openRoots(root: Node): Generator<ShadowRoot> {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 1); // SHOW_ELEMENT
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { shadowRoot } = node as Element;
    if (!shadowRoot) continue;
    yield shadowRoot;
    yield* openRoots(shadowRoot);
  }
}

/** Elements whose text is taken together: one native walk for all of them, and no string so long that it is costly. */
const TOGETHER = 1_000;
/** A code or a label is looked for over the border of two bulks within so many characters. */
const SEAM = 100;

/** All text under an element, bulk by bulk. */
function* bulks(part: Element): Generator<string> {
  const elements = part.getElementsByTagName('*');
  const range = part.ownerDocument.createRange();
  range.setStart(part, 0);
  // Borders are starts of elements: a border inside of many children would be counted off from the first.
  for (let at = TOGETHER, next = elements[at]; next; at += TOGETHER, next = elements[at]) {
    range.setEnd(next, 0);
    yield range.toString();
    range.setStart(next, 0);
  }
  range.setEnd(part, part.childNodes.length);
  yield range.toString();
}

const telling = (text: string): boolean =>
  CODE.test(text) || LABELS.test(text) || (PROCEDURE.test(text) && NAMES_PROCEDURE.test(text));

function mayTell(text: string): boolean {
  return telling(text) || (odd(text) && telling(text.normalize('NFKC').replace(INVISIBLE, '')));
}

function textMayTell(part: Element | ShadowRoot): boolean {
  if (!('getElementsByTagName' in part)) return mayTell(part.textContent ?? '');
  let before = '';
  for (const text of bulks(part)) {
    if (mayTell(text) || (before && mayTell(before + text.slice(0, SEAM)))) return true;
    before = text.length < SEAM ? (before + text).slice(-SEAM) : text.slice(-SEAM);
  }
  return false;
}

function* controlsOf(part: Element | ShadowRoot): Generator<HTMLInputElement> {
  // An element keeps lists of its tags: far cheaper than a selector where there are none.
  if (!('getElementsByTagName' in part)) yield* part.querySelectorAll<HTMLInputElement>('input,textarea');
  else
    for (const tag of ['input', 'textarea'])
      yield* part.getElementsByTagName(tag) as Iterable<HTMLInputElement>;
}

/**
 * @param roots the open shadow roots below
 * @returns false when the reader would find neither a dossier, nor a component line, nor a procedure
 */
export function gate(root: Document | Element | ShadowRoot, roots: Iterable<ShadowRoot>): boolean {
  const part = root.nodeType === 9 ? (root as Document).body : (root as Element | ShadowRoot);
  if (!part) return false;
  if (textMayTell(part)) return true;
  for (const control of controlsOf(part)) if (mayHoldCode(control.value)) return true;
  for (const shadowRoot of roots) if (gate(shadowRoot, [])) return true;
  return false;
}
