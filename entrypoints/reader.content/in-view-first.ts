/** Of a list longer than one message the dossiers on the screen are told, and so marked, before the others. */
import type { DossierReading } from '../../utils/reading';

/** One row in so many is asked where it stands: each answer costs as much as reading a row. */
const STEP = 50;

/** @returns the same dossiers, beginning a little before the first that is on the screen or below it */
export function inViewFirst(dossiers: readonly DossierReading[]): DossierReading[] {
  for (let at = 0; at < dossiers.length; at += STEP) {
    const place = dossiers[at]?.places[0];
    const element = place?.kind === 'text' ? place.node.parentElement : place?.element;
    if (!element || element.getBoundingClientRect().bottom < 0) continue;
    const first = Math.max(0, at - STEP);
    return [...dossiers.slice(first), ...dossiers.slice(0, first)];
  }
  return [...dossiers];
}
