/**
 * Time decides. A system is out of sync when it was seen behind later than another had been ahead since, plus the grace.
 * Seeing the ahead system again does not move its since; a behind sighting older than that may have caught up meanwhile.
 *
 *   ministry: resolved since 09:00      portal: processing, seen 09:30  → pending (grace), seen 11:00 → apart
 */

import { isCopy } from './kinds';
import { beganOf, type Standing } from './standing';
import { isOfficersRequest, relation } from './states';

/** A state that may be left backwards counts as still holding for so long after it was last seen. */
export const HOLDS_MS = 24 * 3_600_000;

export type Comparison =
  | { kind: 'agree' }
  /** `behind` was seen behind after the grace had run out. `contradicts`: two ends of which only one can be true. */
  | { kind: 'apart'; ahead: Standing; behind: Standing; contradicts: boolean }
  /** Nothing is known yet: `behind` may have caught up since it was seen, or still has time to. */
  | { kind: 'pending'; ahead: Standing; behind: Standing; until: number }
  | { kind: 'unclear'; one: Standing; other: Standing };

/** A standing whose status is there. */
export type Known = Standing & { status: NonNullable<Standing['status']> };

const AGREE: Comparison = { kind: 'agree' };

/** @param allowed the grace of the pair in milliseconds. Gives the same for (a, b) and (b, a). */
export function compare(a: Known, b: Known, allowed: number): Comparison {
  switch (relation(a.status, b.status)) {
    case 'agrees':
      return AGREE;
    case 'unclear':
      return { kind: 'unclear', one: a, other: b };
    case 'before':
      return follow(b, a, allowed);
    case 'after':
      return follow(a, b, allowed);
    case 'mayReturn':
      return returning(b, a, allowed);
    case 'afterMayReturn':
      return returning(a, b, allowed);
    case 'either':
      return isLater(a, b) ? passing(a, b, allowed) : passing(b, a, allowed);
    case 'contradicts':
      return contradict(a, b, allowed);
  }
}

function isLater(a: Standing, b: Standing): boolean {
  return a.since !== b.since ? a.since > b.since : a.system > b.system;
}

function follow(ahead: Standing, behind: Standing, allowed: number): Comparison {
  const until = ahead.since + allowed;
  if (behind.seen > until) return { kind: 'apart', ahead, behind, contradicts: false };
  return { kind: 'pending', ahead, behind, until };
}

/** The one behind may have gone through the ahead state already: its own time of beginning tells. */
function returning(ahead: Known, behind: Known, allowed: number): Comparison {
  const came = (beganOf(behind) ?? 0) > ahead.since || isLateCopy(ahead, behind);
  return came ? passing(behind, ahead, allowed) : passing(ahead, behind, allowed);
}

/** A copy that still shows an officer's request, while the system of record works: the record went through it first. */
function isLateCopy(ahead: Known, behind: Known): boolean {
  return isOfficersRequest(ahead.status) && isCopy(ahead.system) && !isCopy(behind.system);
}

/** Like `follow`, but the ahead state passes: it must have been seen not long before the one behind. */
function passing(ahead: Standing, behind: Standing, allowed: number): Comparison {
  const until = ahead.since + allowed;
  if (behind.seen > until && behind.seen > ahead.seen + HOLDS_MS) {
    return { kind: 'pending', ahead: behind, behind: ahead, until: behind.since + allowed };
  }
  return follow(ahead, behind, allowed);
}

function contradict(a: Standing, b: Standing, allowed: number): Comparison {
  const [first, second] = isLater(a, b) ? [b, a] : [a, b];
  if (second.seen > first.since + allowed) {
    return { kind: 'apart', ahead: first, behind: second, contradicts: true };
  }
  return { kind: 'pending', ahead: second, behind: first, until: second.since + allowed };
}
