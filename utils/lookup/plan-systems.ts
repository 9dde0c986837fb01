/** Which systems can hold a dossier, so that not all of them are asked. */
import type { ParsedCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import type { Settings } from '../policy/settings';
import type { System, SystemKind } from '../systems/system';

/** The systems that every dossier passes; the portal's old pages are another system and count only when seen. */
const ALWAYS: SystemId[] = ['national-portal', 'coordination'];
/** Kinds that hold a dossier when the code names their agency. */
const BY_AGENCY: SystemKind[] = [
  'province',
  'ministry',
  'interlinked-services',
  'insurance',
  'tax',
  'business',
];

/**
 * The systems to look at for one dossier: the national portal and coordination, the agency that its codes name (also by
 * merged old codes), the ministry that a long sequence names, the ministry and the sector of its procedure, and every
 * system that was seen to hold it.
 * Local codes (none parsed) mean nothing elsewhere: then only the systems that were seen. Only enabled systems.
 */
export function planSystems(
  codes: readonly ParsedCode[],
  settings: Pick<Settings, 'systems' | 'disabled'>,
  seenSystems: readonly SystemId[],
  byProcedure: readonly SystemId[] = [],
): SystemId[] {
  const enabled = settings.systems.filter(({ id }) => !settings.disabled.includes(id));
  const agencies = new Set(codes.flatMap(({ agency, ministry }) => [agency ?? [], ministry ?? []].flat()));
  const insured = codes.some(({ kind }) => kind === 'insurance');
  const rank = (system: System): number | null => {
    if (codes.length > 0 && ALWAYS.includes(system.id)) return ALWAYS.indexOf(system.id);
    if (BY_AGENCY.includes(system.kind) && system.agencyCodes.some((code) => agencies.has(code))) return 2;
    if (insured && system.kind === 'insurance') return 2;
    if (codes.length > 0 && byProcedure.includes(system.id)) return 3;
    return seenSystems.includes(system.id) ? 4 : null;
  };
  return enabled
    .flatMap((system) => {
      const place = rank(system);
      return place === null ? [] : [{ id: system.id, place }];
    })
    .sort((x, y) => x.place - y.place)
    .map(({ id }) => id);
}
