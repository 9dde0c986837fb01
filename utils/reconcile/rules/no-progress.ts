/**
 * Nothing has moved on any system for a month of working days while the office is to act. About time, not
 * about systems; where the due date has passed, that is what is said.
 */
import { addWorkingDays } from '../../deadline/calendar';
import { nowInstant, parseTime, toInstant } from '../../dossier/time';
import { inHand } from '../clock';
import { type Case, NOTHING, type Rule } from '../rule';
import { beganOf, type Standing, sinceText } from '../standing';
import { relation } from '../states';
import { shownStatus } from '../words';

/** Working days; most procedures are to be done in fewer. */
const MONTH = 20;
/** So many working days are never fewer calendar days. */
const LEAST_MS = 26 * 86_400_000;

/** The office is to go on with it, or to receive it. */
function waiting(subject: Case): Standing[] {
  const held = inHand(subject);
  if (held.length) return held;
  const { found } = subject.dossier;
  return found.every(({ status }) => status === 'submitted') ? found : [];
}

/** First seen in a state that another was in before, without a time of its own: that is no move. */
function isFirstSight(one: Standing, { dossier, history }: Case): boolean {
  const { status, system, since } = one;
  if (!status || beganOf(one) !== undefined || history.some((run) => run.system === system)) return false;
  return dossier.found.some(
    (other) => other.since < since && other.status && relation(other.status, status) === 'agrees',
  );
}

export const noProgress: Rule = (subject) => {
  const { found } = subject.dossier;
  if (!found.some(({ seen, since }) => seen - since >= LEAST_MS)) return NOTHING;
  const standings = waiting(subject);
  // The one that has been so longest is nobody's first sight.
  const [first] = [...standings].sort((a, b) => a.since - b.since);
  if (!first) return NOTHING;
  let moved = first;
  let seen = first.seen;
  for (const one of standings) {
    if (one.since > moved.since && !isFirstSight(one, subject)) moved = one;
    if (one.seen > seen) seen = one.seen;
  }
  if (seen - moved.since < LEAST_MS) return NOTHING;
  const from = parseTime(nowInstant(moved.since))?.slice(0, 10);
  if (!from || seen <= toInstant(addWorkingDays(from, MONTH, subject.frame.calendars), 'end')) return NOTHING;
  const systems = standings.map(({ system }) => system);
  return [
    {
      rule: 'no-progress',
      severity: 'info',
      systems,
      ask: systems,
      reason: {
        key: 'rule_no_progress_reason',
        params: [
          { system: moved.system },
          shownStatus(moved),
          { time: sinceText(moved) },
          { time: nowInstant(seen) },
          { systems },
        ],
      },
      remedy: { key: 'rule_no_progress_remedy', params: [{ systems }] },
    },
  ];
};
