/**
 * A copy's "done" may be overtaken. A faulty job reports "done" while the work owes a paper or a fee, and reports anew once
 * that was answered. Who was seen to say "done" while the work owed, and not since that was answered, has nobody behind it.
 *
 *   province: supplement owed since 08:00, processing since 14:00   portal: done, seen 09:00 → the portal is to be asked
 */
import type { SystemId } from '../dossier/sighting';
import { toInstant } from '../dossier/time';
import type { Comparison } from './compare';
import type { PastRun } from './history';
import { isCopy } from './kinds';
import type { Standing } from './standing';
import { isDone, isOwed } from './states';

/** Copies seen to say "done" while the work owed, and when that was answered, in milliseconds. */
export type Overtaken = ReadonlyMap<SystemId, number>;

const NONE: Overtaken = new Map();

/** When the system left that state: the beginning of what it said next. */
function leftAt(run: PastRun, found: Standing[], history: readonly PastRun[]): number | undefined {
  const until = toInstant(run.until);
  const next = history.find(({ system, at }) => system === run.system && toInstant(at) > until);
  if (next) return toInstant(next.since);
  return found.find(({ system, seen }) => system === run.system && seen > until)?.since;
}

/** @param history the states that systems left, each system's in order */
export function overtakenCopies(found: Standing[], history: readonly PastRun[]): Overtaken {
  if (!history.length) return NONE;
  const done = found.filter(({ system, status }) => status && isDone(status) && isCopy(system));
  if (!done.length) return NONE;
  const overtaken = new Map<SystemId, number>();
  for (const debt of history) {
    if (!debt.status || !isOwed(debt.status) || isCopy(debt.system)) continue;
    const answered = leftAt(debt, found, history);
    if (answered === undefined) continue;
    for (const { system, since, seen } of done) {
      if (toInstant(debt.since) <= seen && toInstant(debt.until) > since)
        overtaken.set(system, Math.max(answered, overtaken.get(system) ?? answered));
    }
  }
  return overtaken;
}

/** @param allowed the grace of the pair in milliseconds: so long the job may take to report anew */
export function unlessOvertaken(pair: Comparison, overtaken: Overtaken, allowed: number): Comparison {
  if (pair.kind !== 'apart' || pair.order !== 'follows') return pair;
  const { ahead, behind } = pair;
  const answered = overtaken.get(ahead.system);
  if (answered === undefined || ahead.seen >= answered + allowed) return pair;
  if (!behind.status || isDone(behind.status) || isOwed(behind.status)) return pair;
  return { kind: 'pending', ahead: behind, behind: ahead, until: answered + allowed };
}
