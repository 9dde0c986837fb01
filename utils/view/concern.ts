/** Whether an officer has to do something about a dossier today: what the badge counts and the popup lists. */
import type { Calendars } from '../deadline/calendar';
import { dueBounds } from '../deadline/due-bounds';
import type { Finding, Judgement } from '../dossier/finding';
import { type LocalTime, nowInstant, parseTime } from '../dossier/time';

export type Concern = 'out-of-sync' | 'late' | 'due-today';

/** The due date that a finding tells of, where it falls. */
function dueDay({ reason }: Finding, calendars: Calendars): string | undefined {
  const times = reason.params.flatMap((word) =>
    typeof word === 'object' && 'time' in word ? word.time : [],
  );
  return times[0] && dueBounds(times[0] as LocalTime, calendars)?.day;
}

/** Today in Vietnam, YYYY-MM-DD. @param now ms since 1970 */
export function dayAt(now: number): string {
  return parseTime(nowInstant(now))?.slice(0, 10) ?? '';
}

/** Of findings to be told alone; the gravest wins. @param now ms since 1970 */
export function concernOf(
  { verdict, findings }: Judgement,
  { now, calendars }: { now: number; calendars: Calendars },
): Concern | undefined {
  if (verdict === 'out-of-sync' && findings.some(({ severity }) => severity === 'error'))
    return 'out-of-sync';
  // What a system calls overdue, and nobody can check, is no lateness.
  if (findings.some(({ rule, severity }) => rule === 'overdue' && severity === 'warning')) return 'late';
  const today = dayAt(now);
  const due = findings.some((one) => one.rule === 'due-soon' && dueDay(one, calendars) === today);
  return due ? 'due-today' : undefined;
}
