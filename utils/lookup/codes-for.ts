/** Under which of a dossier's codes a system may be asked. */
import { type DossierCode, parseCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import type { LedgerFile } from '../ledger/find';

/**
 * In order: as the system was seen to name the dossier, then the codes that any system understands. A local code is
 * never asked of a system that did not show it.
 */
export function codesFor(system: SystemId, { codes, sightings }: LedgerFile): DossierCode[] {
  const named = sightings
    .filter((sighting) => sighting.system === system && sighting.outcome === 'found')
    .map(({ code }) => code);
  return [...new Set([...named, ...codes.filter((code) => parseCode(code))])];
}
