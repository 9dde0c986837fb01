/** The due date is today or one of the next two working days, and the office has the dossier in hand. About time alone. */
import type { Finding } from '../../dossier/finding';
import { computedDue, inHand, shownDues } from '../clock';
import type { Rule } from '../rule';

export const dueSoon: Rule = (subject) => {
  const { dossier, now, soonUntil } = subject;
  if (!dossier.found.some(({ sighting }) => sighting.dueAt || sighting.receivedAt)) return [];
  if (!inHand(subject).length) return [];
  const shown = shownDues(subject);
  const computed = shown.length ? null : computedDue(subject);
  const [due] = (computed ? [computed] : shown)
    .filter(({ bounds }) => bounds.lateAfter >= now && bounds.inTimeUntil <= soonUntil)
    .sort((a, b) => a.bounds.inTimeUntil - b.bounds.inTimeUntil);
  if (!due) return [];
  const same = shown.filter(({ bounds }) => bounds.day === due.bounds.day);
  const systems = due.computed ? due.systems : same.flatMap((one) => one.systems);
  const finding: Finding = {
    rule: 'due-soon',
    severity: 'info',
    systems,
    ask: [],
    reason: {
      key: due.computed ? 'rule_due_soon_computed_reason' : 'rule_due_soon_reason',
      params: [{ systems }, { time: due.dueAt }],
    },
    remedy: { key: 'rule_due_soon_remedy', params: [] },
  };
  return [finding];
};
