/** What each system says of one dossier now, with its times as numbers: computed once, read by every rule. */
import type { DossierCode } from '../dossier/code';
import { isSameValue } from '../dossier/limit';
import { eventTime } from '../dossier/runs';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import type { CanonicalStatus } from '../dossier/status';
import type { IsoInstant, LocalTime } from '../dossier/time';
import { toInstant } from '../dossier/time';
import { relation } from './states';

/** Clocks of systems and machines differ by so much without meaning anything. */
export const SKEW_MS = 5 * 60_000;

export interface Standing {
  system: SystemId;
  sighting: LedgerSighting;
  /** Absent where the page showed no status. */
  status?: CanonicalStatus;
  seen: number;
  since: number;
  /** What the system said at the same instant under another code: then `status` is unknown. */
  rival?: Standing;
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
  const seen = toInstant(seenAt);
  return { system, sighting, status, seen, since: statusSince === seenAt ? seen : toInstant(statusSince) };
}

/** Standings of one dossier; `found` and `notFound` hold a system once, under whichever of the dossier's codes. */
export interface Dossier {
  codes: DossierCode[];
  found: Standing[];
  notFound: Standing[];
  /** Systems whose lookups failed and of which nothing else is known. */
  failed: SystemId[];
}

/** Puts the standing at its system's place in the order of names; of one system under two codes the latest word counts. */
function place(list: Standing[], standing: Standing): void {
  let at = list.length;
  while (at > 0) {
    const other = list[at - 1];
    if (!other || other.system < standing.system) break;
    if (other.system === standing.system) {
      if (areRivals(standing, other)) list[at - 1] = rivalling(standing, other);
      else if (isNewer(standing, other)) list[at - 1] = standing;
      return;
    }
    at--;
  }
  list.splice(at, 0, standing);
}

/** @param now milliseconds; a sighting from after it (beyond skew) is no evidence and is left out. */
export function standingsOf(codes: DossierCode[], sightings: LedgerSighting[], now: number): Dossier {
  const found: Standing[] = [];
  const notFound: Standing[] = [];
  const failed: SystemId[] = [];
  for (const sighting of sightings) {
    if (sighting.outcome !== 'found' && sighting.outcome !== 'not-found') {
      if (!failed.includes(sighting.system)) failed.push(sighting.system);
      continue;
    }
    const standing = standingOf(sighting);
    if (!(standing.seen <= now + SKEW_MS) || Number.isNaN(standing.since)) continue;
    place(sighting.outcome === 'found' ? found : notFound, standing);
  }
  const has = (list: Standing[], system: SystemId): boolean => list.some((one) => one.system === system);
  return {
    codes,
    found,
    // One code of the dossier may be unknown to a system that holds it under the other.
    notFound: notFound.length ? notFound.filter(({ system }) => !has(found, system)) : notFound,
    failed: failed.length
      ? failed.filter((system) => !has(found, system) && !has(notFound, system)).sort()
      : failed,
  };
}

/** Two states at one instant that do not agree: which is the latest, nobody can tell. */
function areRivals({ seen, status }: Standing, other: Standing): boolean {
  return Boolean(seen === other.seen && status && other.status && !statesAgree(status, other.status));
}

function statesAgree(one: CanonicalStatus, other: CanonicalStatus): boolean {
  return one === 'unknown' || other === 'unknown' || relation(one, other) === 'agrees';
}

const CHANGING = ['dueAt', 'payment', 'procedureCode', 'fee', 'limit', 'overdueShown'] as const;

/** Of what both show beside their states, only what is the same counts. */
function rivalling(a: Standing, b: Standing): Standing {
  const [one, rival] = (a.status ?? '') < (b.status ?? '') ? [a, b] : [b, a];
  const sighting = { ...one.sighting };
  for (const field of CHANGING)
    if (!isSameValue(sighting[field], rival.sighting[field])) delete sighting[field];
  return { ...one, sighting, status: 'unknown', rival };
}

function isNewer(a: Standing, b: Standing): boolean {
  if (!a.status !== !b.status) return Boolean(a.status);
  return a.seen !== b.seen ? a.seen > b.seen : a.sighting.code < b.sighting.code;
}
