/** What stands in a field that is typed into, and where in it some words stand. DOM only. */
import type { Place } from '../reading/place';

const isControl = (field: HTMLElement): field is HTMLTextAreaElement | HTMLInputElement =>
  field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;

export const wordsIn = (field: HTMLElement): string => (isControl(field) ? field.value : field.innerText);

/** Its text without any layout: only to tell whether it changed. */
export const rawOf = (field: HTMLElement): string =>
  isControl(field) ? field.value : (field.textContent ?? '');

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
