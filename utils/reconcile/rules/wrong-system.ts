/**
 * The dossier is worked on in a system, while the routing row of its day of receipt names another that was not seen to
 * hold it. No more than a warning: the other system may hold it unseen, and the remedy is to ask it.
 */
import type { Finding } from '../../dossier/finding';
import { isWork } from '../kinds';
import { NOTHING, type Rule } from '../rule';

export const wrongSystem: Rule = ({ dossier, frame, rows }) => {
  if (!frame.routesWork) return NOTHING;
  const held = dossier.found.filter(({ system }) => isWork(system));
  const working = held.map(({ system }) => system);
  if (!working.length) return NOTHING;
  const named = [...new Set(rows(isWork).map(({ system }) => system))];
  const [right] = named;
  if (!right || named.some((system) => working.includes(system))) return NOTHING;
  return held.map(
    ({ system: wrong, sighting }): Finding => ({
      rule: 'wrong-system',
      severity: 'warning',
      systems: [right, wrong],
      ask: named,
      reason: {
        key: 'rule_wrong_system_reason',
        params: [{ systems: named }, { system: wrong }, { time: sighting.seenAt }],
      },
      remedy: { key: 'rule_wrong_system_remedy', params: [{ systems: named }, { system: wrong }] },
    }),
  );
};
