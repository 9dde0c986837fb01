/** Two systems show states that cannot both be right any more: one has moved on and the other was seen not to. */
import type { Finding } from '../../dossier/finding';
import type { SystemId } from '../../dossier/sighting';
import type { Comparison, Order } from '../compare';
import { isCopy } from '../kinds';
import { NOTHING, type Rule } from '../rule';
import { sinceText } from '../standing';
import { isDone, isOwed } from '../states';
import { shownStatus } from '../words';

type Apart = Extract<Comparison, { kind: 'apart' }>;

/**
 * True for a pair that `done-but-supplement-owed` explains better: what a portal says is what a sync job sent it. Where
 * the work itself is done, the other is behind.
 */
export function isDoneAgainstOwed({ ahead, behind }: Apart): boolean {
  return Boolean(
    isCopy(ahead.system) && ahead.status && isDone(ahead.status) && behind.status && isOwed(behind.status),
  );
}

/** What is said of a pair, by what is known of its order. Where nothing proves who is behind, neither is called so. */
const WORDS: Record<Order, { reason: string; remedy: string }> = {
  follows: { reason: 'rule_status_disagrees_reason', remedy: 'rule_status_disagrees_remedy' },
  either: { reason: 'rule_status_disagrees_either_reason', remedy: 'rule_status_disagrees_either_remedy' },
  contradicts: {
    reason: 'rule_status_disagrees_contradicts_reason',
    remedy: 'rule_status_disagrees_contradicts_remedy',
  },
};

/** One pair for each system that is to be put right: the one that has been apart longest tells the most. */
export function worstPer(which: 'ahead' | 'behind', pairs: Apart[]): Apart[] {
  const worst = new Map<SystemId, Apart>();
  for (const pair of pairs) {
    const { system } = pair[which];
    const other = worst.get(system);
    if (!other || pair.ahead.since < other.ahead.since) worst.set(system, pair);
  }
  return [...worst.values()];
}

export const statusDisagrees: Rule = ({ pairs }) => {
  if (!pairs.length) return NOTHING;
  const apart = pairs.filter((pair) => pair.kind === 'apart').filter((pair) => !isDoneAgainstOwed(pair));
  return worstPer('behind', apart).map(
    ({ ahead, behind, order }): Finding => ({
      rule: 'status-disagrees',
      severity: 'error',
      systems: [ahead.system, behind.system],
      ask: order === 'follows' ? [behind.system] : [behind.system, ahead.system],
      reason: {
        key: WORDS[order].reason,
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
        key: WORDS[order].remedy,
        params: [{ system: behind.system }, { system: ahead.system }],
      },
    }),
  );
};
