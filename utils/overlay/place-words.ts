/** The words at a mark's place: as long as they are those that were read, the mark is that dossier's. */
import type { Place } from '../reading/place';

export function elementOf(place: Place): Element | null {
  return place.kind === 'text' ? place.node.parentElement : place.element;
}

/** Whether what was read there still stands there: a recycled row is another dossier's. */
export function stands({ place, words }: { place: Place; words: string | null }): boolean {
  return !!elementOf(place)?.isConnected && wordsAt(place) === words;
}

/** What stands at a place now. */
export function wordsAt(place: Place): string | null {
  if (place.kind === 'text') return place.node.data.slice(place.start, place.end);
  const { element } = place;
  const typed = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return typed ? element.value : element.textContent;
}
