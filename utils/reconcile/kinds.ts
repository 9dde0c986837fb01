/** What part a system plays: some work on dossiers, some only copy what those send them. */
import type { SystemId } from '../dossier/sighting';
import { CATALOGUE } from '../systems';
import type { SystemKind } from '../systems/system';

const KIND_OF = new Map<SystemId, SystemKind>(CATALOGUE.map(({ id, kind }) => [id, kind]));

const COPIES: SystemKind[] = ['national-portal', 'coordination'];
const WORK: SystemKind[] = [
  'ministry',
  'province',
  'land',
  'civil-status',
  'interlinked-services',
  'business',
  'insurance',
  'tax',
];

function isOneOf(kinds: SystemKind[], system: SystemId): boolean {
  const kind = KIND_OF.get(system);
  return kind !== undefined && kinds.includes(kind);
}

/** It shows what systems of record send it: an officer's act is never known there first. */
export function isCopy(system: SystemId): boolean {
  return isOneOf(COPIES, system);
}

/** One of the land systems (VBDLIS). */
export function isLand(system: SystemId): boolean {
  return isOneOf(['land'], system);
}

/** Dossiers are worked on in it. */
export function isWork(system: SystemId): boolean {
  return isOneOf(WORK, system);
}
