/** The due date is today or one of the next two working days, and the office has the dossier in hand. About time alone. */
import type { DueBounds } from '../../deadline/due-bounds';
import type { Finding } from '../../dossier/finding';
import { computedDue, inHand, shownDues } from '../clock';
import { NOTHING, type Rule } from '../rule';
import type { Standing } from '../standing';

export const dueSoon: Rule = (subject) => {
  const { dossier, frame } = subject;
  const { boundsOf, computes, now, soonUntil } = frame;
  const isSoon = (bounds: DueBounds | null): boolean =>
    bounds !== null && bounds.lateAfter >= now && bounds.inTimeUntil <= soonUntil;
  const may = ({ sighting }: Standing): boolean =>
    sighting.dueAt ? isSoon(boundsOf(sighting.dueAt)) : computes && sighting.receivedAt !== undefined;
  if (!dossier.found.some(may) || !inHand(subject).length) return NOTHING;
  const shown = shownDues(subject);
  const computed = shown.length ? null : computedDue(subject);
  const [due] = (computed ? [computed] : shown)
    .filter(({ bounds }) => isSoon(bounds))
    .sort((a, b) => a.bounds.inTimeUntil - b.bounds.inTimeUntil);
  if (!due) return NOTHING;
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
