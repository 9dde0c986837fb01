/** Bits of sentences that several rules need. */
import type { WordParam } from '../dossier/finding';
import type { Standing } from './standing';

/** The status as the system words it, else the canonical label. */
export function shownStatus({ sighting, status }: Standing): WordParam {
  return { status: status ?? 'unknown', text: sighting.statusText };
}
