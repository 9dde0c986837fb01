/** Rules that turned out wrong more often than policy allows: they are not told, and say so. */
import type { RuleId } from '../dossier/finding';
import type { Ledger } from '../ledger/database';
import { type RuleTally, tallies } from '../ledger/pilot';
import type { Settings } from '../policy/settings';

/** "Wrong" among the answers that say something, in whole percent; null while nobody has said anything. */
export function wrongPercent({ right, wrong }: Pick<RuleTally, 'right' | 'wrong'>): number | null {
  return right + wrong === 0 ? null : Math.round((100 * wrong) / (right + wrong));
}

/**
 * A rule is muted when more than `muteAbovePercent` of its answers were "wrong", of at least `leastAnswers` answers that
 * were "right" or "wrong" (one wrong of one says nothing). It goes on being counted and asked about, so that it comes back
 * once the share falls.
 */
export function isMuted(tally: RuleTally, { muteAbovePercent, leastAnswers }: Settings['pilot']): boolean {
  const { right, wrong } = tally;
  if (muteAbovePercent === undefined || right + wrong < leastAnswers) return false;
  return 100 * wrong > muteAbovePercent * (right + wrong);
}

/** @returns each muted rule with its share of wrong answers, percent; none unless policy sets a limit */
export async function mutedRules(
  db: Ledger,
  { pilot }: Pick<Settings, 'pilot'>,
): Promise<Map<RuleId, number>> {
  if (pilot.muteAbovePercent === undefined) return new Map();
  const muted = [...(await tallies(db))].filter(([, tally]) => isMuted(tally, pilot));
  return new Map(muted.map(([rule, tally]) => [rule, wrongPercent(tally) ?? 0]));
}
