/** Systems sorted into their kinds, in the order of the catalogue. */
import type { System, SystemKind } from '../../utils/systems/system';

export function systemsByKind(systems: System[]): [SystemKind, System[]][] {
  const groups = new Map<SystemKind, System[]>();
  for (const system of systems) groups.set(system.kind, [...(groups.get(system.kind) ?? []), system]);
  return [...groups];
}
