/**
 * A system calls overdue what is in time. Portals do when a state reaches them late: the work ended in time, the clock
 * stands still for a supplement, or the due date has not come.
 */
import type { Finding, WordParam } from '../../dossier/finding';
import { nowInstant } from '../../dossier/time';
import { computedDue, type Due, endedBy, shownDues } from '../clock';
import { timesOf } from '../facts';
import { isCopy } from '../kinds';
import { type Case, NOTHING, type Rule } from '../rule';
import { SKEW_MS, type Standing, sinceText } from '../standing';
import { isClockStopped } from '../states';
import { noCalendar, shownStatus } from '../words';

interface Evidence {
  due: Due;
  /** Whose word it is. */
  witness: Standing;
  why: 'ahead' | 'ended' | 'stopped';
  /** False where the accuser may just not have heard of it yet. */
  certain: boolean;
}

/** The accuser's own due date, and other systems': of a copy those of the system of record, else only where it has none. */
function duesAgainst(accuser: Standing, dues: Due[]): Due[] {
  const own = dues.filter(({ systems }) => systems.includes(accuser.system));
  const others = dues.filter(({ systems }) => !systems.includes(accuser.system));
  const fromRecord = others.filter(({ systems }) => isCopy(accuser.system) && !systems.some(isCopy));
  return own.length ? [...own, ...fromRecord] : others;
}

function evidenceFor(accuser: Standing, subject: Case): Evidence | null {
  const { dossier, frame } = subject;
  const shown = shownDues(subject);
  const computed = shown.length ? null : computedDue(subject);
  const all: Evidence[] = [];
  for (const due of computed ? [computed] : duesAgainst(accuser, shown)) {
    const holder = dossier.found.find(({ system }) => due.systems.includes(system)) ?? accuser;
    const known = (witness: Standing, since: number): boolean =>
      witness === accuser || accuser.seen > since + frame.graceOf(witness.system, accuser.system);
    if (accuser.seen < due.bounds.inTimeUntil - SKEW_MS) {
      const certain = !computed && known(holder, timesOf(holder, 'dueAt').since);
      all.push({ due, witness: holder, why: 'ahead', certain });
    }
    for (const witness of dossier.found) {
      const ended = endedBy(witness);
      if (ended !== null && ended <= due.bounds.inTimeUntil) {
        all.push({ due, witness, why: 'ended', certain: !computed && known(witness, witness.since) });
      }
      const stopped = witness.status && isClockStopped(witness.status);
      if (stopped && witness.since < due.bounds.inTimeUntil) {
        all.push({ due, witness, why: 'stopped', certain: known(witness, witness.since) });
      }
    }
  }
  return all.find(({ certain }) => certain) ?? all[0] ?? null;
}

export const falseOverdue: Rule = (subject) => {
  if (!subject.dossier.found.some(({ sighting }) => sighting.overdueShown)) return NOTHING;
  const accusers = subject.dossier.found.filter(({ sighting }) => sighting.overdueShown);
  return accusers.flatMap((accuser): Finding[] => {
    const evidence = evidenceFor(accuser, subject);
    if (!evidence) return [];
    const { due, witness, why, certain } = evidence;
    if (!due.bounds.official) return [noCalendar(due)];
    const other = witness === accuser ? (due.systems[0] ?? accuser.system) : witness.system;
    const words: WordParam[] = [
      { system: accuser.system },
      { time: accuser.sighting.seenAt },
      { system: other },
      { time: due.dueAt },
      shownStatus(witness),
      { time: why === 'ended' ? sinceText(witness) : nowInstant(witness.since) },
    ];
    return [
      {
        rule: 'false-overdue',
        severity: certain ? 'error' : 'warning',
        systems: [...new Set([other, accuser.system])],
        ask: [accuser.system],
        reason: { key: `rule_false_overdue_${due.computed ? 'computed' : why}_reason`, params: words },
        remedy: {
          key: certain ? 'rule_false_overdue_remedy' : 'rule_false_overdue_ask_remedy',
          params: [{ system: accuser.system }],
        },
      },
    ];
  });
};
