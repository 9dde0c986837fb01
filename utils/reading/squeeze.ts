/** The text of a page without what a person does not see of it. */
import { INVISIBLE } from '../dossier/fold';

/** White space collapsed, zero-width and direction marks gone, letters composed. */
export const squeeze = (text: string): string =>
  // Most texts of a long list are clean: the question costs a fraction of the work.
  UNCLEAN.test(text) ? text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim() : text;

const UNCLEAN = /[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|^\s|\s$|\s\s|[^\S ]/;
