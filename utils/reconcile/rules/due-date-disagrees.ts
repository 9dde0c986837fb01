/** Two systems promise the citizen different days (ngày hẹn trả). Which is right only the system of record can say. */
import type { Finding } from '../../dossier/finding';
import { worstPerBehind } from '../facts';
import { NOTHING, type Rule } from '../rule';

export const dueDateDisagrees: Rule = ({ facts }) => {
  if (!facts.due.length) return NOTHING;
  return worstPerBehind(facts.due.filter(({ kind }) => kind === 'apart')).map(
    ({ ahead, behind }): Finding => ({
      rule: 'due-date-disagrees',
      severity: 'error',
      systems: [ahead.system, behind.system],
      ask: [behind.system, ahead.system],
      reason: {
        key: 'rule_due_date_disagrees_reason',
        params: [
          { system: ahead.system },
          { time: ahead.sighting.dueAt ?? '' },
          { time: ahead.sighting.seenAt },
          { system: behind.system },
          { time: behind.sighting.dueAt ?? '' },
          { time: behind.sighting.seenAt },
        ],
      },
      remedy: {
        key: 'rule_due_date_disagrees_remedy',
        params: [{ system: ahead.system }, { system: behind.system }],
      },
    }),
  );
};
