/**
 * A portal says the work is done while another system still waits for a paper or a fee from the citizen. A known fault: a sync
 * job sends 9 ("Đã xử lý xong") for its local 5, 6 and 8, and the citizen is told to come for a result that is not there.
 */
import type { Finding } from '../../dossier/finding';
import { NOTHING, type Rule } from '../rule';
import { sinceText } from '../standing';
import { shownStatus } from '../words';
import { isDoneAgainstOwed, worstPer } from './status-disagrees';

export const doneButSupplementOwed: Rule = ({ pairs }) => {
  if (!pairs.length) return NOTHING;
  const apart = pairs.filter((pair) => pair.kind === 'apart').filter(isDoneAgainstOwed);
  return worstPer('ahead', apart).map(
    ({ ahead, behind }): Finding => ({
      rule: 'done-but-supplement-owed',
      severity: 'error',
      systems: [ahead.system, behind.system],
      ask: [behind.system, ahead.system],
      reason: {
        key:
          behind.status === 'payment-required'
            ? 'rule_done_but_supplement_owed_fee_reason'
            : 'rule_done_but_supplement_owed_reason',
        params: [
          { system: ahead.system },
          shownStatus(ahead),
          { time: sinceText(ahead) },
          { time: behind.sighting.seenAt },
          { system: behind.system },
          shownStatus(behind),
        ],
      },
      remedy: {
        key: 'rule_done_but_supplement_owed_remedy',
        params: [{ system: ahead.system }, { system: behind.system }],
      },
    }),
  );
};
