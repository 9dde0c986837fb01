/**
 * Time decides. A system is out of sync when it was seen behind later than another had been ahead since, plus the grace.
 * Seeing the ahead system again does not move its since; a behind sighting older than that may have caught up meanwhile.
 *
 *   ministry: resolved since 09:00      portal: processing, seen 09:30  → pending (grace), seen 11:00 → apart
 */
import { toInstant } from '../dossier/time';
import type { PastRun } from './history';
import { beganOf, type Standing } from './standing';
import { relation } from './states';

/**
 * What is known of the order of two states that are apart: the first was ahead (`follows`), either may be (`either`), or
 * they are two ends of which only one can be true (`contradicts`).
 */
export type Order = 'follows' | 'either' | 'contradicts';

export type Comparison =
  | { kind: 'agree' }
  /** `behind` was seen behind after the grace had run out. */
  | { kind: 'apart'; ahead: Standing; behind: Standing; order: Order }
  /** Nothing is known yet: `behind` may have caught up since it was seen, or still has time to. */
  | { kind: 'pending'; ahead: Standing; behind: Standing; until: number }
  | { kind: 'unclear'; one: Standing; other: Standing };

/** A standing whose status is there. */
export type Known = Standing & { status: NonNullable<Standing['status']> };

const AGREE: Comparison = { kind: 'agree' };

/**
 * @param allowed the grace of the pair in milliseconds
 * @param history the states that systems left
 * @returns the same for (a, b) and (b, a)
 */
export function compare(a: Known, b: Known, allowed: number, history: readonly PastRun[] = []): Comparison {
  switch (relation(a.status, b.status)) {
    case 'agrees':
      return AGREE;
    case 'unclear':
      return { kind: 'unclear', one: a, other: b };
    case 'before':
      return follow(handedOver(b, a), a, allowed, 'follows');
    case 'after':
      return follow(handedOver(a, b), b, allowed, 'follows');
    case 'mayReturn':
      return returning(b, a, allowed, history);
    case 'afterMayReturn':
      return returning(a, b, allowed, history);
    case 'either':
      return isLater(a, b) ? follow(a, b, allowed, 'either') : follow(b, a, allowed, 'either');
    case 'contradicts':
      return isLater(a, b) ? follow(b, a, allowed, 'contradicts') : follow(a, b, allowed, 'contradicts');
  }
}

function isLater(a: Standing, b: Standing): boolean {
  return a.since !== b.since ? a.since > b.since : a.system > b.system;
}

function follow(ahead: Standing, behind: Standing, allowed: number, order: Order): Comparison {
  const until = ahead.since + allowed;
  if (behind.seen > until) return { kind: 'apart', ahead, behind, order };
  // Of two ends either is to be asked; the one that came first has had the longer time to change.
  if (order === 'contradicts') {
    return { kind: 'pending', ahead: behind, behind: ahead, until: behind.since + allowed };
  }
  return { kind: 'pending', ahead, behind, until };
}

/** The one behind may have gone through the ahead state already: its own time of beginning tells, or what it showed before. */
function returning(ahead: Known, behind: Known, allowed: number, history: readonly PastRun[]): Comparison {
  const came =
    (beganOf(behind) ?? 0) > ahead.since ||
    (behind.since > ahead.since &&
      history.some(
        ({ system, status }) =>
          system === behind.system && status && relation(status, ahead.status) === 'agrees',
      ));
  return came ? follow(behind, ahead, allowed, 'either') : follow(ahead, behind, allowed, 'either');
}

/**
 * Of a returned dossier the page may say when the work ended and when the result was handed over. It left every state
 * before with the first; beside "done" the second alone counts.
 */
function handedOver(ahead: Known, behind: Known): Standing {
  const { statusAt, resolvedAt, firstSeenAt } = ahead.sighting;
  if (ahead.status !== 'returned' || behind.status !== 'resolved' || !statusAt || !resolvedAt) return ahead;
  const since = Math.min(toInstant(statusAt, 'end'), toInstant(firstSeenAt));
  return since > ahead.since ? { ...ahead, since } : ahead;
}
