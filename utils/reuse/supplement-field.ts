/** Whether a form field is where an officer asks for supplements (yêu cầu bổ sung), and what stands in it. DOM only. */
import { fold } from '../dossier/fold';
import type { Place } from '../reading/place';
import { frameOf } from './frame-of';

const FIELD = 'textarea,input:not([type]),input[type=text],[contenteditable]:not([contenteditable=false])';
const CONTROL = 'input,textarea,select,button,[contenteditable]';
const REQUEST = /(?:yeu cau|noi dung|ly do|de nghi|phieu|thong bao|huong dan) (?:\S+ ){0,4}?bo sung|^bo sung/;
const HEADING = 'h1,h2,h3,h4,h5,h6,legend,caption,[role=heading],[class*=title]';
/** Boxes with a heading of their own. */
const BOX = 'dialog,[role=dialog],fieldset,form,section,article,[class*=modal],[class*=panel],[class*=popup]';
/** A label is short; what is longer is text. */
const LABEL_LENGTH = 120;
/** Texts looked at before a field, boxes around it. */
const STEPS = 3;

/** The field that was left, or null when it is none that is typed into. */
export function fieldOf(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  const field = target.closest<HTMLElement>(FIELD);
  return (
    field?.parentElement?.closest<HTMLElement>('[contenteditable]:not([contenteditable=false])') ?? field
  );
}

const isControl = (field: HTMLElement): field is HTMLTextAreaElement | HTMLInputElement =>
  field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;

export const wordsIn = (field: HTMLElement): string => (isControl(field) ? field.value : field.innerText);

/** Its text without any layout: only to tell whether it changed. */
export const rawOf = (field: HTMLElement): string =>
  isControl(field) ? field.value : (field.textContent ?? '');

/**
 * True when the field's own label says so; with a label that says nothing of it, the heading of its box. A rich editor
 * stands alone in a frame, which is labelled in the page around it.
 */
export function asksToSupplement(field: HTMLElement): boolean {
  let at: Element | null = field;
  for (; at; at = frameOf(at)) {
    if ([...labelsOf(at), ...wordsBefore(at), ...headingsOf(at)].some(isRequest)) return true;
  }
  return false;
}

const isRequest = (text: string | null | undefined): boolean =>
  !!text && text.length <= LABEL_LENGTH && REQUEST.test(fold(text));

function labelsOf(field: Element): (string | null | undefined)[] {
  const named = (field.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  const labels = 'labels' in field ? [...((field as HTMLTextAreaElement).labels ?? [])] : [];
  return [
    field.getAttribute('aria-label'),
    field.getAttribute('placeholder'),
    field.getAttribute('title'),
    ...labels.map((label) => label.textContent),
    ...named.map((id) => field.ownerDocument.getElementById(id)?.textContent),
  ];
}

/** Texts right before the field, back to the control before it, within its box. */
function wordsBefore(field: Element): string[] {
  const { body } = field.ownerDocument;
  const walker = field.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = field;
  const words: string[] = [];
  while (words.length < STEPS) {
    const node = walker.previousNode();
    // A frame's page has classes of its own: no `instanceof`.
    if (!node || ('matches' in node && (node as Element).matches(CONTROL))) break;
    if (!node.nodeValue?.trim()) continue;
    const box = node.parentElement?.closest(BOX);
    if (box && !box.contains(field)) break;
    words.push(node.nodeValue);
  }
  return words;
}

/** The first heading of each box around the field. */
function headingsOf(field: Element): (string | null | undefined)[] {
  const found: (string | null | undefined)[] = [];
  for (
    let box = field.closest(BOX);
    box && found.length < 2 * STEPS;
    box = box.parentElement?.closest(BOX) ?? null
  )
    found.push(box.getAttribute('aria-label'), box.querySelector(HEADING)?.textContent);
  return found;
}

interface Typed {
  /** In an editable text the first words themselves, in a form control the control. */
  place: Place;
  /** Where the words stand in the text node, or in the control's value. */
  under: { start: number; end: number }[];
}

/** Where words stand that were typed into a field. */
export function typedIn(field: HTMLElement, words: readonly string[]): Typed {
  const [first = ''] = words;
  if (first && field.isContentEditable) {
    const walker = field.ownerDocument.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [stretch] = stretchesIn((node as Text).data, [first]);
      if (stretch) return { place: { kind: 'text', node: node as Text, ...stretch }, under: [stretch] };
    }
  }
  const value = field.isContentEditable ? '' : wordsIn(field);
  return { place: { kind: 'element', element: field }, under: stretchesIn(value, words) };
}

function stretchesIn(text: string, words: readonly string[]): { start: number; end: number }[] {
  return words.flatMap((some) => {
    const start = some ? text.indexOf(some) : -1;
    return start < 0 ? [] : { start, end: start + some.length };
  });
}
