/** When the ledger's own answer is fresh enough that nobody need be asked. */
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import type { CanonicalStatus } from '../dossier/status';
import { toInstant } from '../dossier/time';
import type { LedgerFile } from '../ledger/find';
import type { Settings } from '../policy/settings';

/** States that a dossier does not leave, or hardly ever. */
const FINAL: ReadonlySet<CanonicalStatus> = new Set([
  'returned',
  'withdrawn',
  'rejected',
  'stopped',
  'cancelled',
]);

const MINUTE_MS = 60_000;

/**
 * True when the latest word of this system under any code of the dossier is young enough for its state. A failed try
 * says nothing of the dossier and is never fresh.
 * @param now ms
 */
export function isFresh(
  system: SystemId,
  { sightings }: Pick<LedgerFile, 'sightings'>,
  { freshMinutes }: Pick<Settings, 'freshMinutes'>,
  now: number,
): boolean {
  return sightings.some((sighting) => {
    const age = now - toInstant(sighting.seenAt);
    return sighting.system === system && age >= 0 && age < freshMinutes[kindOf(sighting)] * MINUTE_MS;
  });
}

/** True when the system was asked so lately, with whatever outcome, that nobody should ask it again unbidden. */
export function wasTried(
  system: SystemId,
  { tries }: Pick<LedgerFile, 'tries'>,
  { freshMinutes }: Pick<Settings, 'freshMinutes'>,
  now: number,
): boolean {
  return tries.some((one) => {
    const age = now - toInstant(one.at);
    return one.system === system && age >= 0 && age < freshMinutes.moving * MINUTE_MS;
  });
}

function kindOf({ outcome, status }: LedgerSighting): keyof Settings['freshMinutes'] {
  if (outcome === 'not-found') return 'notFound';
  return status && FINAL.has(status) ? 'final' : 'moving';
}
