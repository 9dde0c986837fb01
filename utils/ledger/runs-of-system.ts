/**
 * What one system said of one code over time, as runs of one state:
 *
 *   seen:   1 đang xử lý · 2 đang xử lý · 3 chờ bổ sung · 5 đang xử lý
 *   ended:  [1–2 đang xử lý]  [3–3 chờ bổ sung]; the run that goes on since 5 is `latest` itself
 *
 * The latest state is foldRun's affair; here is the history behind it. A sighting that comes late is put where its time
 * belongs. Where it breaks a run in two, what was seen inside that run is no longer known one by one: the first part is
 * then known at its beginning alone, the second at its end.
 */
import { foldRun } from '../dossier/runs';
import type { LedgerSighting, Sighting } from '../dossier/sighting';
import type { IsoInstant } from '../dossier/time';
import type { Run } from './database';

export interface History {
  latest: LedgerSighting | undefined;
  /** The runs that ended, in any order. */
  ended: Run[];
  /** Runs to be written. */
  touched: Set<Run>;
}

/** Adds one sighting (found or not-found). All instants in UTC with milliseconds, so that their texts compare as times. */
export function insertSighting(history: History, sighting: Sighting): History {
  const { latest, ended, touched } = history;
  const next = foldRun(latest, sighting, latest && lastAbsent(ended, latest));
  if (!latest) return { ...history, latest: next };
  const begins = next.firstSeenAt !== latest.firstSeenAt;
  if (begins && next.seenAt > sighting.seenAt && sighting.seenAt >= latest.seenAt) {
    return { latest: next, ...add({ ended, touched }, runOf(latest), runOf(foldRun(undefined, sighting))) };
  }
  // A page that showed no state is no run of its own once a state from before it is known.
  if (begins && next.shownAt === latest.seenAt) return { ...history, latest: next };
  if (next.firstSeenAt === sighting.seenAt && begins) {
    return { latest: next, ...add({ ended, touched }, runOf(latest)) };
  }
  const says = sighting.status || sighting.statusText || sighting.outcome === 'not-found';
  if (sighting.seenAt >= latest.seenAt || !says) return { ...history, latest: next };
  const point = runOf(foldRun(undefined, sighting));
  if (begins && point.at !== latest.firstSeenAt) {
    const { until: _until, ...words } = runOf(latest);
    return { latest: next, ...add({ ended, touched }, { ...words, until: words.at }, point) };
  }
  const inside = point.at >= latest.firstSeenAt && !begins;
  return { latest: next, ...(inside ? { ended, touched } : placeLate({ ended, touched }, point)) };
}

/** Only found here again without a state, the dossier may have another one now. */
function lastAbsent(ended: readonly Run[], latest: LedgerSighting): IsoInstant | undefined {
  const absent = ended.filter(({ outcome, until }) => outcome === 'not-found' && until <= latest.seenAt);
  return absent
    .map(({ until }) => until)
    .sort()
    .at(-1);
}

type Ended = Pick<History, 'ended' | 'touched'>;

function add({ ended, touched }: Ended, ...runs: Run[]): Ended {
  for (const run of runs) touched.add(run);
  return { ended: [...ended, ...runs], touched };
}

function change(history: Ended, run: Run, values: Partial<Run>): Ended {
  history.touched.add(Object.assign(run, values));
  return history;
}

/** Puts a late sighting among the runs that ended. */
function placeLate(history: Ended, point: Run): Ended {
  const { ended } = history;
  const around = ended.find((run) => run.at <= point.at && point.at <= run.until);
  if (around) {
    if (sameState(around, point) || around.at === point.at || around.until === point.at) return history;
    const { id: _id, ...words } = around;
    const split = add(history, { ...words, until: around.at }, point);
    return change(split, around, { at: around.until, since: around.until });
  }
  const sorted = [...ended].sort((x, y) => (x.at < y.at ? -1 : 1));
  const left = sorted.filter((run) => run.until < point.at).pop();
  if (left && sameState(left, point)) return change(history, left, { until: point.at });
  const right = sorted.find((run) => run.at > point.at);
  if (!right || !sameState(right, point)) return add(history, point);
  return change(history, right, {
    at: point.at,
    since: point.since < right.since ? point.since : right.since,
  });
}

function sameState(one: Run, other: Run): boolean {
  if (one.outcome !== other.outcome || one.status !== other.status) return false;
  const worded = one.status === undefined || one.status === 'unknown';
  return !worded || one.statusText === other.statusText;
}

function runOf(sighting: LedgerSighting): Run {
  const { code, system, outcome, status, statusText, firstSeenAt, seenAt, statusSince } = sighting;
  const words = { ...(status && { status }), ...(statusText && { statusText }) };
  return { code, system, outcome, ...words, at: firstSeenAt, until: seenAt, since: statusSince };
}
