/**
 * Whether a form field is where an officer asks for supplements (yêu cầu bổ sung): by its label, else by the heading of
 * its box. Looked for as the page is shown: across open shadow roots, and out of the frame of a text editor. DOM only.
 */
import { fold } from '../dossier/fold';
import { holds, parentOf } from '../reading/visibility';
import { frameOf } from './frame-of';

const EDITOR = '[contenteditable]:not([contenteditable=false])';
const FIELD = `textarea,input:not([type]),input[type=text],${EDITOR}`;
/** What has a label of its own: what stands before it is not the field's. */
const CONTROL = `input,textarea,select,${EDITOR}`;
/** Words that are no label. */
const PASSED =
  'style,script,button,[role=button],[role=menubar],[role=toolbar],[class*=toolbar],[class*=toolbox]';
const REQUEST = /(?:yeu cau|noi dung|ly do|de nghi|phieu|thong bao|huong dan) (?:\S+ ){0,4}?bo sung|^bo sung/;
const HEADING = 'h1,h2,h3,h4,h5,h6,legend,caption,[role=heading],[class*=title]';
/** Boxes with a heading of their own. */
const BOX = 'dialog,[role=dialog],fieldset,form,section,article,[class*=modal],[class*=panel],[class*=popup]';
/** Letters in a row, so that words of one label are read as one. */
const INLINE = 'a,b,em,font,i,label,small,span,strong,sup,u';
/** A label is short; what is longer is text. */
const LABEL_LENGTH = 120;
/** Stars, counters, hints in brackets and sentences may stand between a label and its field. */
const NO_LABEL = /^\P{L}*$|^\(.*\)$|^\*|\.$/u;
/** So many of them, and so many boxes around a field. */
const STEPS = 3;

/** The field that was left, or null when it is none that is typed into. */
export function fieldOf(target: EventTarget | null | undefined): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  const field = target.closest<HTMLElement>(FIELD);
  return field?.parentElement?.closest<HTMLElement>(EDITOR) ?? field;
}

export function asksToSupplement(field: HTMLElement): boolean {
  return [...labelsOf(field), ...wordsBefore(field), ...headingsOf(field)].some(
    (text) => !!text && text.length <= LABEL_LENGTH && REQUEST.test(fold(text)),
  );
}

/** What an element stands in, as the page is shown. */
const outOf = (element: Element): Element | null =>
  element.assignedSlot ?? parentOf(element) ?? frameOf(element);

function labelsOf(field: Element): (string | null | undefined)[] {
  const named = (field.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  const labels = 'labels' in field ? [...((field as HTMLTextAreaElement).labels ?? [])] : [];
  const root = field.getRootNode() as Document | ShadowRoot;
  return [
    ...['aria-label', 'label', 'placeholder', 'title'].map((name) => field.getAttribute(name)),
    ...[...labels, ...named.map((id) => root.getElementById(id))].map((label) => label && textOf(label)),
  ];
}

/** With a space where the lines of a label part; without what is typed into a control inside of it. */
function textOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if ('matches' in node && (node as Element).matches(`${CONTROL},${PASSED}`)) return '';
  return [...node.childNodes].map(textOf).join(' ');
}

/** The label right before a field and what stands between them: within its box, and after the control before it. */
function wordsBefore(field: Element): string[] {
  const words: string[] = [];
  let last: Node | null = null;
  for (const node of nodesBefore(field)) {
    if (last?.contains(node)) continue;
    const box = node.parentElement?.closest(BOX);
    if (node.nodeType === 1 || words.length > STEPS || (box && !holds(box, field))) break;
    last = node;
    for (let at = node.parentElement; at?.matches(INLINE) && !holds(at, field); at = at.parentElement)
      last = at;
    const text = textOf(last).trim();
    if (!text) continue;
    words.push(text);
    if (!NO_LABEL.test(text)) break;
  }
  return words;
}

/** Texts and controls before an element, the nearest first. */
function* nodesBefore(element: Element): Generator<Node> {
  for (let at: Element | null = element; at; at = outOf(at))
    for (let side = at.previousSibling; side; side = side.previousSibling) yield* backwards(side);
}

function* backwards(node: Node): Generator<Node> {
  if (node.nodeType === 3) yield node;
  if (node.nodeType !== 1) return;
  const element = node as HTMLSlotElement;
  if (element.matches(CONTROL)) {
    // A text editor hides the field that it stands for.
    if (element.checkVisibility()) yield element;
  } else if (!element.matches(PASSED)) {
    const inside = element.assignedNodes?.() ?? [];
    const all = inside.length ? inside : [...(element.shadowRoot ?? element).childNodes];
    for (const child of all.reverse()) yield* backwards(child);
  }
}

/** Of each box around a field its name and its first heading; of what the page shows by a shadow root or a frame its labels. */
function headingsOf(field: Element): (string | null | undefined)[] {
  const found: (string | null | undefined)[] = [];
  let boxes = 0;
  for (let at = outOf(field); at && boxes < STEPS; at = outOf(at)) {
    const inner = at.shadowRoot?.querySelector(HEADING);
    if (at.shadowRoot || at.localName === 'iframe') found.push(...labelsOf(at), inner && textOf(inner));
    if (!at.matches(BOX)) continue;
    boxes++;
    const heading = at.querySelector(HEADING);
    found.push(at.getAttribute('aria-label'), heading && textOf(heading));
  }
  return found;
}
