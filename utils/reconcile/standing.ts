/** What each system says of one dossier now, with its times as numbers: computed once, read by every rule. */
import type { DossierCode } from '../dossier/code';
import { eventTime } from '../dossier/runs';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import type { CanonicalStatus } from '../dossier/status';
import type { IsoInstant, LocalTime } from '../dossier/time';
import { toInstant } from '../dossier/time';

/** Clocks of systems and machines differ by so much without meaning anything. */
export const SKEW_MS = 5 * 60_000;

export interface Standing {
  system: SystemId;
  sighting: LedgerSighting;
  /** Absent where the page showed no status. */
  status?: CanonicalStatus;
  seen: number;
  since: number;
}

/** When the state began as the system itself says it; a bare date counts from its start here. */
export function beganOf({ sighting }: Standing): number | undefined {
  const event = eventTime(sighting);
  return event && toInstant(event);
}

/** `since` for showing: the date alone where the system gave no hour. */
export function sinceText({ sighting, since }: Standing): LocalTime | IsoInstant {
  const event = eventTime(sighting);
  return event && toInstant(event, 'end') === since ? event : sighting.statusSince;
}

function standingOf(sighting: LedgerSighting): Standing {
  const { system, status, seenAt, statusSince } = sighting;
  return { system, sighting, status, seen: toInstant(seenAt), since: toInstant(statusSince) };
}

/** Standings of one dossier; `found` and `notFound` hold a system once, under whichever of the dossier's codes. */
export interface Dossier {
  codes: DossierCode[];
  found: Standing[];
  notFound: Standing[];
  /** Systems whose lookups failed and of which nothing else is known. */
  failed: SystemId[];
}

/** @param now milliseconds; a sighting from after it (beyond skew) is no evidence and is left out. */
export function standingsOf(codes: DossierCode[], sightings: LedgerSighting[], now: number): Dossier {
  const found = new Map<SystemId, Standing>();
  const notFound = new Map<SystemId, Standing>();
  const failed = new Set<SystemId>();
  for (const sighting of sightings) {
    if (sighting.outcome !== 'found' && sighting.outcome !== 'not-found') {
      failed.add(sighting.system);
      continue;
    }
    const standing = standingOf(sighting);
    if (!(standing.seen <= now + SKEW_MS) || Number.isNaN(standing.since)) continue;
    const kind = sighting.outcome === 'found' ? found : notFound;
    const other = kind.get(sighting.system);
    if (!other || isNewer(standing, other)) kind.set(sighting.system, standing);
  }
  // One code of the dossier may be unknown to a system that holds it under the other.
  for (const system of found.keys()) notFound.delete(system);
  for (const system of [...found.keys(), ...notFound.keys()]) failed.delete(system);
  const bySystem = (a: Standing, b: Standing): number => (a.system < b.system ? -1 : 1);
  return {
    codes,
    found: [...found.values()].sort(bySystem),
    notFound: [...notFound.values()].sort(bySystem),
    failed: [...failed].sort(),
  };
}

function isNewer(a: Standing, b: Standing): boolean {
  if (!a.status !== !b.status) return Boolean(a.status);
  return a.seen !== b.seen ? a.seen > b.seen : a.sighting.code < b.sighting.code;
}
