/** Whose components a page lists: the dossier they stand with, and the procedure, as far as the page tells. DOM only. */
import type { Reading } from '../dossier/sighting';
import type { Place } from '../reading/place';

/** What a page says of the procedure of its components; the background finds the number and its cover. */
export interface ProcedureSaid {
  code?: string;
  name?: string;
}

export interface DossierHere {
  reading: Reading;
  places: Place[];
}

export const elementAt = (place: Place): Element | null =>
  place.kind === 'text' ? place.node.parentElement : place.element;

/**
 * The dossier whose components these are: alone in the smallest box around the first line that holds any. A page of
 * several dossiers has none, a dialog over a list of them has its own.
 */
export function dossierOf(line: Place, dossiers: readonly DossierHere[]): DossierHere | null {
  for (let box = elementAt(line); box; box = box.parentElement) {
    const around = box;
    const inside = dossiers.filter(({ places }) => places.some((place) => around.contains(elementAt(place))));
    if (inside.length) return inside.length === 1 ? (inside[0] ?? null) : null;
  }
  return null;
}

/** "Mã thủ tục: 1.004884", "TTHC 1.116360.H36". The label is part of it: a bare number may be anything. */
const LABELLED = /(?:thủ tục|tthc)[^\d\n]{0,40}(\d\.\d{6})(?!\d)/giu;
const PARAMETER = /tthc|thutuc|procedure/i;
const CODE = /^\d\.\d{6}(?!\d)/;
/** A box with more text than this is the page, not a form. */
const FORM_TEXT = 20_000;

/** The procedure of a form without a dossier: the one number in the address, else in the smallest box that names one. */
export function procedureNear(line: Place, url: URL): ProcedureSaid {
  for (const [name, value] of url.searchParams)
    if (PARAMETER.test(name) && CODE.test(value)) return { code: value };
  for (let box = elementAt(line); box; box = box.parentElement) {
    const text = box.textContent ?? '';
    if (text.length > FORM_TEXT) break;
    const codes = new Set([...text.normalize('NFC').matchAll(LABELLED)].map(([, code]) => code));
    if (codes.size) return codes.size === 1 ? { code: [...codes][0] } : {};
  }
  return {};
}
