/** Pilot mode as pages show it: the next finding to ask about, and how each rule did. */
import type { Ledger, PilotFinding } from '../../utils/ledger/database';
import { tallies, unanswered } from '../../utils/ledger/pilot';
import { translator } from '../../utils/platform/i18n';
import type { Settings } from '../../utils/policy/settings';
import { findingKey } from '../../utils/view/finding-facts';
import { isMuted, wrongPercent } from '../../utils/view/muted-rules';
import { type ViewContext, viewsOf } from '../../utils/view/views-of';
import type { PilotQuestion, RuleResult } from './sources';

/** Findings looked at for one that still stands; most of those that came up lately do. */
const LOOKED_AT = 50;

/** A number from 0 to 99 that a text always has: the same findings are in the sample on every machine. */
function hundredth(text: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return (hash >>> 0) % 100;
}

function isSampled({ code, finding, facts }: PilotFinding, percent: number): boolean {
  return hundredth(`${code} ${finding} ${facts}`) < percent;
}

/** A finding of the sample that still stands and was not answered for; null: there is none. @param now ms since 1970 */
export async function nextQuestion(
  db: Ledger,
  known: Pick<ViewContext, 'settings' | 'catalogue'>,
  now: number,
): Promise<PilotQuestion | null> {
  const { on, samplePercent } = known.settings.pilot;
  if (!on) return null;
  const sample = (await unanswered(db)).filter((one) => isSampled(one, samplePercent)).slice(0, LOOKED_AT);
  const t = translator(known.settings.language);
  for (const { code, finding, facts } of sample) {
    const [view] = await viewsOf(db, [code], { ...known, now, t });
    const stands = [...(view?.findings ?? []), ...(view?.aside ?? [])].find(
      (one) => findingKey(one) === finding && one.facts === facts,
    );
    if (view && stands && stands.severity !== 'info')
      return { code, finding, facts, verdictText: view.verdictText, reason: stands.reason };
  }
  return null;
}

/** @returns rules that came up, the most often wrong first */
export async function ruleResults(db: Ledger, { pilot }: Pick<Settings, 'pilot'>): Promise<RuleResult[]> {
  return [...(await tallies(db))]
    .map(([rule, tally]) => ({
      ...tally,
      rule,
      wrongPercent: wrongPercent(tally),
      muted: isMuted(tally, pilot),
    }))
    .sort((a, b) => (b.wrongPercent ?? -1) - (a.wrongPercent ?? -1) || b.found - a.found);
}
