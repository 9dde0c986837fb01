/**
 * Who said what when, as a picture can show it: a lane for each system, a run for each unbroken stretch in which it was
 * seen in one state, nothing where nothing was seen, and the spans during which two systems were seen apart.
 *
 *   Hà Nội  ···[đang xử lý]     [đã có kết quả]····     "·" the system itself says it began or nothing was seen
 *   DVCQG        [đang xử lý ─────────────]····         a span: from "đã có kết quả" to DVCQG's last sighting
 */
import type { Finding, Judgement, RuleId, Translate } from '../dossier/finding';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import { type CanonicalStatus, maskUnknown } from '../dossier/status';
import { type IsoInstant, toInstant } from '../dossier/time';
import type { Run } from '../ledger/database';
import { statusLabel, type Wording } from './sentence';

/** How a state looks: by colour and by pattern. */
export type RunLook = 'waiting' | 'work' | 'owed' | 'done' | 'ended' | 'unknown' | 'absent';

export interface TimelineRun {
  look: RunLook;
  /** The system's own words, else the canonical label. */
  text: string;
  /** When the system says that the state began, else its first sighting; ms since 1970. */
  since: number;
  /** First and last sighting, ms since 1970. */
  from: number;
  until: number;
  /** The system's latest word. */
  latest: boolean;
}

export interface Lane {
  system: SystemId;
  shortName: string;
  /** In order of time. */
  runs: TimelineRun[];
}

/** Two systems were seen apart. */
export interface ApartSpan {
  from: number;
  until: number;
  systems: [SystemId, SystemId];
  /** Set aside by the officer. */
  aside: boolean;
}

export interface Timeline {
  /** The earliest and the latest of all times, and now; ms since 1970. */
  from: number;
  now: number;
  lanes: Lane[];
  apart: ApartSpan[];
}

const LOOKS: Record<CanonicalStatus, RunLook> = {
  draft: 'waiting',
  submitted: 'waiting',
  accepted: 'work',
  processing: 'work',
  'awaiting-signature': 'work',
  interlinked: 'work',
  supplemented: 'work',
  paused: 'owed',
  'supplement-required': 'owed',
  'payment-required': 'owed',
  'withdrawal-requested': 'owed',
  withdrawn: 'ended',
  cancelled: 'ended',
  rejected: 'ended',
  stopped: 'ended',
  resolved: 'done',
  returned: 'done',
  unknown: 'unknown',
};

/** Rules whose two systems are apart in time; what else differs has no beginning that is known. */
const APART: ReadonlySet<RuleId> = new Set([
  'status-disagrees',
  'done-but-supplement-owed',
  'missing-on-system',
  'receipt-missing',
  'result-missing',
]);

type Said = Pick<Run, 'outcome' | 'status' | 'statusText'> & {
  since: IsoInstant;
  from: IsoInstant;
  until: IsoInstant;
  latest: boolean;
};

function textOf({ outcome, status, statusText }: Said, t: Translate): string {
  if (outcome === 'not-found') return t('timeline_not_found');
  if (statusText) return maskUnknown(statusText);
  return status ? statusLabel(status, t) : t('shared_no_status');
}

function runOf(said: Said, t: Translate): TimelineRun {
  const { outcome, status, since, from, until, latest } = said;
  const look = outcome === 'not-found' ? 'absent' : LOOKS[status ?? 'unknown'];
  return {
    look,
    text: textOf(said, t),
    since: Math.min(toInstant(since), toInstant(from)),
    from: toInstant(from),
    until: toInstant(until),
    latest,
  };
}

/** A system that holds the dossier under one code says nothing by not knowing the other. */
function heldFirst<T extends { outcome: Run['outcome'] }>(said: T[]): T[] {
  const held = said.filter(({ outcome }) => outcome === 'found');
  return held.length ? held : said.filter(({ outcome }) => outcome === 'not-found');
}

export interface TimelineInput {
  sightings: readonly LedgerSighting[];
  history: readonly Run[];
  judgement: Pick<Judgement, 'findings'> & { aside?: Finding[] };
  /** Systems in the order to show them; those that were never seen get no lane. */
  order: SystemId[];
  /** Milliseconds since 1970. */
  now: number;
  wording: Wording;
}

/** @returns null while no system was seen to say anything of the dossier */
export function timelineOf(input: TimelineInput): Timeline | null {
  const { sightings, history, judgement, order, now, wording } = input;
  const lanes = order.flatMap((system): Lane[] => {
    const latest = heldFirst(sightings.filter((one) => one.system === system)).map(
      (one): Said => ({
        ...one,
        since: one.statusSince,
        from: one.firstSeenAt,
        until: one.seenAt,
        latest: true,
      }),
    );
    const past = history.filter((run) => run.system === system);
    const ended = past.map((run): Said => ({ ...run, from: run.at, latest: false }));
    const runs = [...ended, ...latest]
      .map((said) => runOf(said, wording.t))
      .sort((a, b) => a.from - b.from || a.until - b.until);
    return runs.length ? [{ system, shortName: wording.shortName(system), runs }] : [];
  });
  if (lanes.length === 0) return null;
  const from = Math.min(...lanes.flatMap(({ runs }) => runs.map(({ since }) => since)));
  const findings = [
    ...judgement.findings.map((finding) => ({ finding, aside: false })),
    ...(judgement.aside ?? []).map((finding) => ({ finding, aside: true })),
  ];
  const apart = findings.flatMap(({ finding, aside }) => apartOf(finding, lanes, aside));
  return { from, now: Math.max(now, from), lanes, apart };
}

/** From when the one ahead was ahead to when the other was last seen behind. */
function apartOf({ rule, severity, systems }: Finding, lanes: Lane[], aside: boolean): ApartSpan[] {
  const [ahead, behind] = systems;
  if (!APART.has(rule) || severity !== 'error' || !ahead || !behind) return [];
  const last = (system: SystemId) =>
    lanes.find((lane) => lane.system === system)?.runs.findLast(({ latest }) => latest);
  const [first, second] = [last(ahead), last(behind)];
  if (!first || !second) return [];
  const { since: from } = first;
  return second.until > from ? [{ from, until: second.until, systems: [ahead, behind], aside }] : [];
}
