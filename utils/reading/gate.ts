/**
 * The gate: whether a page is worth reading at all. The content script asks it before anything else is loaded, so it
 * knows next to nothing: one look at the text, the controls, and what open shadow roots hold.
 */
import { mayHoldCode } from '../dossier/code-gate';

/** Labels under which a code of any shape may stand, and those of component lines. */
const LABELS =
  /m[ãa]\s+(?:s[ốo]\s+)?(?:h[ồo]\s*s[ơo]|hs\b|giao d[ịi]ch)|s[ốo]\s+(?:h[ồo]\s+s[ơo]|hs\b)|bi[êe]n nh[ậa]n|m[ãa] ti[ếe]p nh[ậa]n|th[àa]nh ph[ầa]n h[ồo]\s+s[ơo]|t[êe]n gi[ấa]y t[ờo]/i;
/** Only elements with a hyphen in their name can be custom, and only those hold shadow roots of a page's own. */
const CUSTOM = './/*[contains(local-name(), "-")]';
const SNAPSHOT = 7; // XPathResult.ORDERED_NODE_SNAPSHOT_TYPE

function* customElements(root: Document | Element | ShadowRoot): Generator<Element> {
  const document = root.nodeType === 9 ? (root as Document) : (root as Element).ownerDocument;
  // XPath does not start from a shadow root: its children are asked one by one.
  const starts = root.nodeType === 11 ? [...(root as ShadowRoot).children] : [root];
  for (const start of starts) {
    if ((start as Element).localName?.includes('-')) yield start as Element;
    const found = document.evaluate(CUSTOM, start, null, SNAPSHOT);
    for (let i = 0; i < found.snapshotLength; i++) yield found.snapshotItem(i) as Element;
  }
}

/** The open shadow roots below, those inside of others too. */
export function* openRoots(root: Document | Element | ShadowRoot): Generator<ShadowRoot> {
  for (const { shadowRoot } of customElements(root)) {
    if (!shadowRoot) continue;
    yield shadowRoot;
    yield* openRoots(shadowRoot);
  }
}

/** @returns false when the reader would find neither a dossier nor a component line */
export function gate(root: Document | Element | ShadowRoot): boolean {
  const part = root.nodeType === 9 ? (root as Document).body : root;
  const text = part?.textContent ?? '';
  if (mayHoldCode(text) || LABELS.test(text.normalize('NFC'))) return true;
  for (const control of (part as Element | null)?.querySelectorAll?.('input, textarea') ?? [])
    if (mayHoldCode((control as HTMLInputElement).value)) return true;
  if (!part) return false;
  for (const element of customElements(root)) if (element.shadowRoot && gate(element.shadowRoot)) return true;
  return false;
}
