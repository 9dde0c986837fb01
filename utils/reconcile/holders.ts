/** Which systems can hold a dossier, from its codes alone. */
import { type DossierCode, parseCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import { CATALOGUE, systemsOfAgency } from '../systems';

/** The national portal, the agency that a code names (also by a merged old code), the ministry of a long sequence. */
export function holdersByCode(codes: DossierCode[]): SystemId[] {
  const systems = codes.flatMap((code): SystemId[] => {
    const parsed = parseCode(code);
    if (!parsed) return [];
    if (parsed.kind === 'insurance') return ['insurance'];
    const agencies = [parsed.agency, parsed.ministry].flatMap((agency) => agency ?? []);
    return [
      'national-portal',
      ...agencies.flatMap((agency) => systemsOfAgency(CATALOGUE, agency).map(({ id }) => id)),
    ];
  });
  return [...new Set(systems)];
}
