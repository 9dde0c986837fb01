/**
 * What the due dates of a dossier come to: which systems show one, or which one follows from the receipt and the
 * procedure's limit, and whether the office has the dossier in hand while the clock runs.
 */

import type { DueBounds } from '../deadline/due-bounds';
import { dueDateOf } from '../deadline/due-date';
import { addWorkingMinutes, pointOf, timeOf, workingMinutes } from '../deadline/working-hours';
import type { SystemId } from '../dossier/sighting';
import { type LocalTime, nowInstant, toInstant } from '../dossier/time';
import type { Case } from './rule';
import type { Standing } from './standing';
import { isBeforeReceipt, isClockStopped, isEnded, isInHand } from './states';

export interface Due {
  /** The systems whose word it is; for a computed one those that show the receipt. */
  systems: SystemId[];
  /** As shown, or as computed. */
  dueAt: LocalTime;
  bounds: DueBounds;
  computed: boolean;
}

/**
 * Standings that are in hand as last seen; none when any system shows an end, a stopped clock or unknown words. One that
 * does not know of the receipt yet is no witness against the others.
 */
export function inHand({ dossier }: Case): Standing[] {
  const held: Standing[] = [];
  for (const standing of dossier.found) {
    if (!standing.status || isBeforeReceipt(standing.status)) continue;
    if (!isInHand(standing.status)) return [];
    held.push(standing);
  }
  return held;
}

/** Every due date that systems show. */
export function shownDues({ dossier, frame }: Case): Due[] {
  return dossier.found.flatMap(({ system, sighting }) => {
    const bounds = sighting.dueAt ? frame.boundsOf(sighting.dueAt) : null;
    return bounds && sighting.dueAt
      ? [{ systems: [system], dueAt: sighting.dueAt, bounds, computed: false }]
      : [];
  });
}

/** All that a computed due date hangs on. */
export type DueSubject = Pick<Case, 'dossier' | 'history'> & {
  frame: Pick<Case['frame'], 'computes' | 'calendars' | 'boundsOf' | 'limitOf'>;
};

/** From receipt and limit where no system shows a due date and no clock was ever stopped. */
export function computedDue(subject: DueSubject): Due | null {
  const { dossier, frame, history } = subject;
  const { computes, calendars, boundsOf, limitOf } = frame;
  if (!computes) return null;
  const stopped = [...dossier.found, ...history].some(
    ({ status }) => status && (isClockStopped(status) || status === 'supplemented'),
  );
  const source = dossier.found.find(({ sighting }) => sighting.receivedAt && sighting.procedureCode);
  if (stopped || !source?.sighting.receivedAt || !source.sighting.procedureCode) return null;
  const limit = limitOf(source.sighting.procedureCode, source.sighting.channel);
  const due = limit && dueDateOf(source.sighting.receivedAt, limit, { calendars });
  const bounds = due && boundsOf(due.dueAt);
  if (!due || !bounds) return null;
  return {
    systems: [source.system],
    dueAt: due.dueAt,
    bounds: { ...bounds, official: due.certain && bounds.official },
    computed: true,
  };
}

/**
 * When a dossier is late for certain: the due date, and the longest that its clock can have stood still since, where the
 * system shows one and the same due date before and after the request for a supplement.
 * @returns milliseconds
 */
export function lateAfter(due: Due, { dossier, frame, history }: Case): number {
  const { calendars } = frame;
  let minutes = 0;
  for (const one of dossier.found) {
    if (!due.systems.includes(one.system) || !one.sighting.facts?.dueAt) continue;
    const runs = history
      .filter(({ system }) => system === one.system)
      .sort((a, b) => toInstant(a.at) - toInstant(b.at));
    runs.forEach((run, i) => {
      if (!run.status || !isClockStopped(run.status)) return;
      const from = runs[i - 1]?.until ?? run.since;
      const to = runs[i + 1]?.at ?? one.sighting.firstSeenAt;
      if (toInstant(one.sighting.facts?.dueAt?.since ?? to) > toInstant(run.until)) return;
      const [start, end] = [pointOf(from), pointOf(to)];
      if (start && end) minutes += workingMinutes(start, end, undefined, calendars);
    });
  }
  if (!minutes) return due.bounds.lateAfter;
  const end = pointOf(nowInstant(due.bounds.inTimeUntil));
  return end
    ? Math.max(due.bounds.lateAfter, toInstant(timeOf(addWorkingMinutes(end, minutes, undefined, calendars))))
    : due.bounds.lateAfter;
}

/** When the work ended for certain, and no later than that; milliseconds. */
export function endedBy({ status, since }: Standing): number | null {
  return status && isEnded(status) ? since : null;
}
