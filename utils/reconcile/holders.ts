/** Which systems can hold a dossier, from its codes alone. A fallback where no catalogue is at hand. */
import { type DossierCode, parseCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';

/** System ids by the catalogue's own naming: a province by its H-code, a ministry by its G-code, always the national portal. */
export function holdersByCode(codes: DossierCode[]): SystemId[] {
  const systems = codes.flatMap((code): SystemId[] => {
    const parsed = parseCode(code);
    if (!parsed) return [];
    if (parsed.kind === 'insurance') return ['insurance'];
    const agency = parsed.agency?.toLowerCase() ?? '';
    const own = agency.startsWith('h') ? `province-${agency}` : `ministry-${agency}`;
    const ministry = parsed.ministry && `ministry-${parsed.ministry.toLowerCase()}`;
    return ['national-portal', own, ...(ministry ? [ministry] : [])];
  });
  return [...new Set(systems)];
}
