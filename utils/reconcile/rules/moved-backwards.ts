/**
 * A system shows a state that comes before one that it showed earlier and that never leads back: done, and in work again.
 * It may be a correction, so nobody is out of sync by it alone.
 */
import type { Finding } from '../../dossier/finding';
import { toInstant } from '../../dossier/time';
import { NOTHING, type Rule } from '../rule';
import { SKEW_MS } from '../standing';
import { relation } from '../states';
import { shownStatus } from '../words';

export const movedBackwards: Rule = ({ dossier, history }) => {
  if (!history.length) return NOTHING;
  return dossier.found.flatMap((one): Finding[] => {
    const { system, status, sighting } = one;
    if (!status || status === 'unknown') return [];
    const first = toInstant(sighting.firstSeenAt);
    const earlier = history
      .filter((run) => run.system === system && run.status && relation(run.status, status) === 'after')
      .filter((run) => toInstant(run.until) + SKEW_MS < first)
      .sort((a, b) => toInstant(b.until) - toInstant(a.until))[0];
    if (!earlier?.status) return [];
    return [
      {
        rule: 'moved-backwards',
        severity: 'warning',
        systems: [system],
        ask: [system],
        reason: {
          key: 'rule_moved_backwards_reason',
          params: [
            { system },
            { status: earlier.status },
            { time: earlier.until },
            shownStatus(one),
            { time: sighting.firstSeenAt },
          ],
        },
        remedy: { key: 'rule_moved_backwards_remedy', params: [{ system }] },
      },
    ];
  });
};
