/**
 * Time decides. A system is out of sync when it was seen behind later than another had been ahead since, plus the grace.
 * Seeing the ahead system again does not move its since; a behind sighting older than that may have caught up meanwhile.
 *
 *   ministry: resolved since 09:00      portal: processing, seen 09:30  → pending (grace), seen 11:00 → apart
 */
import { toInstant } from '../dossier/time';
import type { PastRun } from './history';
import { isCopy } from './kinds';
import { beganOf, type Standing } from './standing';
import { isDone, isOwed, relation } from './states';

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
      return leading(b, a, allowed, history);
    case 'after':
      return leading(a, b, allowed, history);
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

/**
 * A known fault: the job that feeds the copies says "done" while a paper or a fee is owed, and takes it back later. Where
 * one copy left that state, or the work was seen to owe after it, the copy is to follow: it is held against the other.
 */
function leading(ahead: Known, behind: Known, allowed: number, history: readonly PastRun[]): Comparison {
  const mayBeFalse = history.length > 0 && isCopy(ahead.system) && isDone(ahead.status);
  if (mayBeFalse && behind.since > ahead.since) {
    const isFalse = isCopy(behind.system)
      ? hasLeft(behind, ahead, history)
      : wasOwed(behind, ahead.since + allowed, history);
    if (isFalse) return follow(behind, ahead, allowed, 'either');
  }
  return follow(handedOver(ahead, behind), behind, allowed, 'follows');
}

function wasOwed({ system }: Known, after: number, history: readonly PastRun[]): boolean {
  return history.some(
    (run) => run.system === system && run.status && isOwed(run.status) && toInstant(run.until) > after,
  );
}

/** Since the other shows its state, this one showed it too, and left it. */
function hasLeft(one: Known, other: Known, history: readonly PastRun[]): boolean {
  return (
    one.since > other.since &&
    history.some(
      ({ system, status }) => system === one.system && status && relation(status, other.status) === 'agrees',
    )
  );
}

/** The one behind may have gone through the ahead state already: its own time of beginning tells, or what it showed before. */
function returning(ahead: Known, behind: Known, allowed: number, history: readonly PastRun[]): Comparison {
  const came = (beganOf(behind) ?? 0) > ahead.since || hasLeft(behind, ahead, history);
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
