/** Of a list longer than one message the dossiers on the screen are told, and so marked, before the others. */
import type { DossierReading } from '../../utils/reading';

/** One row in so many is asked where it stands: each answer costs as much as reading a row. */
const STEP = 50;

/** @returns the same dossiers, beginning a little before the first that is on the screen or below it */
export function inViewFirst(dossiers: readonly DossierReading[]): DossierReading[] {
  const isAbove = (at: number): boolean => {
    const place = dossiers[at]?.places[0];
    const element = place?.kind === 'text' ? place.node.parentElement : place?.element;
    return !element || element.getBoundingClientRect().bottom < 0;
  };
  let first = 0;
  while (first + STEP < dossiers.length && isAbove(first + STEP)) first += STEP;
  return [...dossiers.slice(first), ...dossiers.slice(0, first)];
}
