/**
 * The gate: whether a page is worth reading at all. The content script asks it of every page before anything else is
 * loaded, so it must be nearly free: the text as one, the controls, and what open shadow roots hold.
 */
import { mayHoldCode } from '../dossier/code-gate';
import { INVISIBLE } from '../dossier/fold';

/** What every code of a known shape has in plain letters. */
const CODE = /[gh]\s?\d\d|\/\s?20\d\d\s?\//i;
/** Labels under which a code of any shape may stand, and those of component lines. */
const LABELS =
  /m[ãa]\s+(?:s[ốo]\s+)?(?:h[ồo]\s*s[ơo]|hs\b|giao d[ịi]ch)|s[ốo]\s+(?:h[ồo]\s+s[ơo]|hs\b)|bi[êe]n nh[ậa]n|m[ãa] ti[ếe]p nh[ậa]n|th[àa]nh ph[ầa]n h[ồo]\s+s[ơo]|t[êe]n gi[ấa]y t[ờo]/i;
/** Procedures are named by their number or under a label. */
const PROCEDURE =
  /\d\.\d{6}(?!\d)|t[êe]n\s+(?:th[ủu]\s+t[ụu]c|tthc)|(?:th[ủu]\s+t[ụu]c(?:\s+h[àa]nh\s+ch[íi]nh)?|tthc)\s*[:：]/i;
/** Few pages have any of these: all are looked for at once, as a pass over a long text costs, and asked apart after that. */
const WORDS = new RegExp(`${CODE.source}|${LABELS.source}|th[ủu]\\s+t[ụu]c|tthc`, 'i');

/** Letters taken apart, marks that take no room, full-width forms: such text is made plain before it is asked. */
const ODD = /[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uff01-\uff5e]/;

/** The open shadow roots below, those inside of others too: a walk over all elements, in steps. */
export function* rootSteps(root: Node): Generator<undefined, ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 1); // SHOW_ELEMENT
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (++count % 500 === 0) yield undefined;
    const { shadowRoot } = node as Element;
    if (shadowRoot) found.push(shadowRoot, ...(yield* rootSteps(shadowRoot)));
  }
  return found;
}

const telling = (text: string): boolean =>
  WORDS.test(text) && (CODE.test(text) || LABELS.test(text) || PROCEDURE.test(text));

function mayTell(text: string): boolean {
  return telling(text) || (ODD.test(text) && telling(text.normalize('NFKC').replace(INVISIBLE, '')));
}

/**
 * The fields to write in. What a page brings in a text area is part of its text; a code that a script puts there, beside no
 * word of dossiers at all, is a note.
 */
function* fieldsOf(part: Element | ShadowRoot): Generator<HTMLInputElement> {
  // First whether there is one at all: by one tag alone it is the cheapest of walks.
  if (part.querySelector('input')) yield* part.querySelectorAll('input');
}

/**
 * @param roots the open shadow roots below
 * @returns false when the reader would find neither a dossier, nor a component line, nor a procedure
 */
export function gate(root: Document | Element | ShadowRoot, roots: Iterable<ShadowRoot>): boolean {
  const part = root.nodeType === 9 ? (root as Document).body : (root as Element | ShadowRoot);
  if (!part) return false;
  // One string: in pieces it would stay in the processor's cache, but the pieces cost another walk.
  if (mayTell(part.textContent ?? '')) return true;
  for (const { value } of fieldsOf(part)) if (mayHoldCode(value)) return true;
  for (const shadowRoot of roots) if (gate(shadowRoot, [])) return true;
  return false;
}
