/**
 * What one system said of one code over time, as runs of one state:
 *
 *   seen:   1 đang xử lý · 2 đang xử lý · 3 chờ bổ sung · 5 đang xử lý
 *   runs:   [1–2 đang xử lý]  [3–3 chờ bổ sung]  [5–… đang xử lý]
 *
 * The latest state is foldRun's affair; here is the history behind it. A sighting that comes late is put where its time
 * belongs. Where it breaks a run in two, what was seen inside that run is no longer known one by one: the first part is
 * then known at its beginning alone, the second at its end.
 */
import { foldRun } from '../dossier/runs';
import type { LedgerSighting, Sighting } from '../dossier/sighting';
import type { Run } from './database';

export interface History {
  latest: LedgerSighting | undefined;
  /** The runs so far, in any order. */
  runs: Run[];
  /** Runs to be written. */
  touched: Set<Run>;
}

/** Adds one sighting (found or not-found). All instants in UTC with milliseconds, so that their texts compare as times. */
export function insertSighting(history: History, sighting: Sighting): History {
  const { latest, runs, touched } = history;
  const next = foldRun(latest, sighting);
  const current = latest && runs.find((run) => isCurrent(run, latest));
  const begins = next.firstSeenAt === sighting.seenAt && next.firstSeenAt !== latest?.firstSeenAt;
  if (!latest || !current || begins) {
    // The last sighting of the run that ends here stood in `latest` alone.
    if (latest && current) touched.add(Object.assign(current, { until: latest.seenAt }));
    const run = runOf(next);
    return { latest: next, runs: [...runs, run], touched: touched.add(run) };
  }
  if (sighting.seenAt < latest.seenAt) {
    const words = sighting.status || sighting.statusText || sighting.outcome === 'not-found';
    const kept = words ? placeLate(history, current, next, runOf(foldRun(undefined, sighting))) : runs;
    return { latest: next, runs: kept, touched };
  }
  const { at: _at, until: _until, ...words } = runOf(next);
  if (current.since !== words.since || current.statusText !== words.statusText || !sameState(current, next)) {
    touched.add(Object.assign(current, words));
  }
  return { latest: next, runs, touched };
}

/** Of the run that goes on, `until` is not kept up to date; it is never earlier than where the latest state was first seen. */
export function isCurrent(run: Run, latest: LedgerSighting): boolean {
  return run.until >= latest.firstSeenAt;
}

/** @param next the latest state after the late sighting: where it begins now, if the sighting broke it */
function placeLate({ runs, touched }: History, current: Run, next: LedgerSighting, point: Run): Run[] {
  const ends = (run: Run) => (run === current ? next.seenAt : run.until);
  const around = runs.find((run) => run.at <= point.at && point.at <= ends(run));
  if (around && (sameState(around, point) || around.at === point.at || ends(around) === point.at))
    return runs;
  if (around) {
    const { id: _id, ...words } = around;
    const before: Run = { ...words, until: around.at };
    const [at, since] =
      around === current ? [next.firstSeenAt, next.statusSince] : [around.until, around.until];
    touched.add(before).add(point);
    touched.add(Object.assign(around, { at, since, until: later(at, around.until) }));
    return [...runs, before, point];
  }
  const sorted = [...runs].sort((x, y) => (x.at < y.at ? -1 : 1));
  const left = sorted.filter((run) => ends(run) < point.at).pop();
  const right = sorted.find((run) => run.at > point.at);
  if (left && sameState(left, point)) {
    touched.add(Object.assign(left, { until: point.at }));
    return runs;
  }
  if (right && sameState(right, point)) {
    touched.add(Object.assign(right, { at: point.at, since: earlier(right.since, point.since) }));
    return runs;
  }
  touched.add(point);
  return [...runs, point];
}

function sameState(one: Run | LedgerSighting, other: Run | LedgerSighting): boolean {
  if (one.outcome !== other.outcome || one.status !== other.status) return false;
  const worded = one.status === undefined || one.status === 'unknown';
  return !worded || one.statusText === other.statusText;
}

function runOf(sighting: LedgerSighting): Run {
  const { code, system, outcome, status, statusText, firstSeenAt, seenAt, statusSince } = sighting;
  const words = { ...(status && { status }), ...(statusText && { statusText }) };
  return { code, system, outcome, ...words, at: firstSeenAt, until: seenAt, since: statusSince };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
