/** Under which of a dossier's codes a system may be asked. */
import { type DossierCode, parseCode } from '../dossier/code';
import type { LedgerFile } from '../ledger/find';
import type { System } from '../systems/system';

/**
 * In order: as the system was seen to name the dossier, then the codes that any system understands, where it holds
 * dossiers of their agency. A local code is never asked of a system that did not show it.
 */
export function codesFor(
  { id, connector }: Pick<System, 'id' | 'connector'>,
  { codes, sightings }: Pick<LedgerFile, 'codes' | 'sightings'>,
): DossierCode[] {
  const named = sightings
    .filter(({ system, outcome }) => system === id && outcome === 'found')
    .map(({ code }) => code);
  const agencies = connector?.agencies;
  const understood = codes.filter((code) => {
    const parsed = parseCode(code);
    return parsed && (agencies?.includes(parsed.agency ?? '') ?? true);
  });
  return [...new Set([...named, ...understood])];
}
