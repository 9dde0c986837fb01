/**
 * The office still has the dossier in hand after its due date. Told of what was seen after that date alone; of a dossier
 * that was last seen before it, only that it may be late. About time, not about systems.
 */
import { type Calendars, isOfficial } from '../../deadline/calendar';
import type { Finding, WordParam } from '../../dossier/finding';
import { type IsoInstant, parseTime } from '../../dossier/time';
import { computedDue, type Due, inHand, lateAfter, shownDues } from '../clock';
import { isWork } from '../kinds';
import { type Case, NOTHING, type Rule } from '../rule';
import { SKEW_MS, type Standing } from '../standing';
import { noCalendar } from '../words';

/** The latest of the due dates: while systems disagree, a dossier is late by all of them or not for certain. */
export function latestDue(subject: Case): Due | null {
  const dues = shownDues(subject);
  const [latest] = [...dues].sort((a, b) => b.bounds.lateAfter - a.bounds.lateAfter);
  if (!latest) return computedDue(subject);
  const same = dues.filter(({ bounds }) => bounds.day === latest.bounds.day);
  return { ...latest, systems: same.flatMap(({ systems }) => systems) };
}

function latestSeen(standings: Standing[]): Standing | undefined {
  return standings.reduce<Standing | undefined>(
    (best, one) => (best && best.seen >= one.seen ? best : one),
    undefined,
  );
}

function isOfficialDay(at: IsoInstant, calendars: Calendars): boolean {
  const day = parseTime(at)?.slice(0, 10);
  return day !== undefined && isOfficial(day, day, calendars);
}

/** A system calls it overdue, and nobody shows a due date to check that by. */
function shownOverdue(standings: Standing[], { frame }: Case): Finding[] {
  const claims = standings.filter(
    ({ sighting }) => sighting.overdueShown && isOfficialDay(sighting.seenAt, frame.calendars),
  );
  const [claim] = claims;
  if (!claim) return [];
  const systems = claims.map(({ system }) => system);
  return [
    {
      rule: 'overdue',
      severity: 'info',
      systems,
      ask: systems,
      reason: {
        key: 'rule_overdue_shown_reason',
        params: [{ systems }, { time: claim.sighting.seenAt }],
      },
      remedy: { key: 'rule_overdue_shown_remedy', params: [{ systems }] },
    },
  ];
}

/** A system that says "in time" after the due date may know of a pause that we do not. */
function denied({ systems, dueAt }: Due, { system, sighting }: Standing): Finding {
  return {
    rule: 'overdue',
    severity: 'info',
    systems,
    ask: [system],
    reason: {
      key: 'rule_overdue_denied_reason',
      params: [{ systems }, { time: dueAt }, { system }, { time: sighting.seenAt }],
    },
    remedy: { key: 'rule_overdue_denied_remedy', params: [{ system }] },
  };
}

export const overdue: Rule = (subject) => {
  const { dossier, frame } = subject;
  const { boundsOf, computes, now } = frame;
  const may = ({ sighting }: Standing): boolean =>
    sighting.dueAt
      ? (boundsOf(sighting.dueAt)?.lateAfter ?? now) < now
      : sighting.overdueShown === true || (computes && sighting.receivedAt !== undefined);
  if (!dossier.found.some(may)) return NOTHING;
  const standings = inHand(subject);
  const last = latestSeen(standings);
  const due = last && latestDue(subject);
  if (!last || !due) return shownOverdue(standings, subject);
  if (now <= due.bounds.lateAfter + SKEW_MS) return NOTHING;
  if (!due.bounds.official) return [noCalendar(due)];
  const late = lateAfter(due, subject);
  if (now <= late + SKEW_MS) return NOTHING;
  const { systems } = due;
  const words: WordParam[] = [
    { systems },
    { time: due.dueAt },
    { system: last.system },
    { time: last.sighting.seenAt },
  ];
  if (last.seen <= late + SKEW_MS) {
    return [
      {
        rule: 'not-known-yet',
        severity: 'info',
        systems,
        ask: [last.system],
        reason: { key: 'rule_not_known_yet_late_reason', params: words },
        remedy: { key: 'rule_not_known_yet_late_remedy', params: [{ systems: [last.system] }] },
      },
    ];
  }
  const claims = standings.filter(({ seen }) => seen > late + SKEW_MS);
  const denial = claims.find(({ sighting }) => sighting.overdueShown === false);
  if (denial && !claims.some(({ sighting }) => sighting.overdueShown)) return [denied(due, denial)];
  const place = standings.find(({ system }) => isWork(system)) ?? last;
  return [
    {
      rule: 'overdue',
      severity: 'warning',
      systems,
      ask: [last.system],
      reason: { key: due.computed ? 'rule_overdue_computed_reason' : 'rule_overdue_reason', params: words },
      remedy: { key: 'rule_overdue_remedy', params: [{ system: place.system }] },
    },
  ];
};
