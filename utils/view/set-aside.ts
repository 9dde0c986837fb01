/**
 * Findings that are not to be told: those that the officer set aside, until their facts change, and those of rules that
 * turned out wrong too often. A verdict that rests on findings the officer set aside stays what it is; one that rests on
 * a rule that is muted alone is none.
 */
import type { DossierCode } from '../dossier/code';
import type { Finding, Judgement, RuleId } from '../dossier/finding';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import type { Dismissal } from '../ledger/database';
import { factsOf, findingKey } from './finding-facts';

/** Why a finding is not told. */
export type Because =
  | { kind: 'dismissed'; reason: Dismissal['reason']; at: Dismissal['at'] }
  /** So many in a hundred of its answers were "wrong". */
  | { kind: 'muted'; percent: number };

/** A judgement whose `findings` are those to be told. */
export interface Settled extends Judgement {
  aside: (Finding & { because: Because })[];
}

export interface AsideRules {
  dismissals: ReadonlyMap<DossierCode, readonly Dismissal[]>;
  /** Muted rules with their share of wrong answers in percent. */
  muted: ReadonlyMap<RuleId, number>;
}

export const NOTHING_ASIDE: AsideRules = { dismissals: new Map(), muted: new Map() };

/** Why nothing is known is no alarm: there is nothing to set aside. */
export function isDismissable({ rule }: Pick<Finding, 'rule'>): boolean {
  return rule !== 'not-known-yet';
}

export function settle(
  judgement: Judgement,
  sightings: readonly LedgerSighting[],
  { dismissals, muted }: AsideRules,
): Settled {
  const said = judgement.codes.flatMap((code) => dismissals.get(code) ?? []);
  const because = (finding: Finding): Because | undefined => {
    const percent = muted.get(finding.rule);
    if (percent !== undefined) return { kind: 'muted', percent };
    const key = findingKey(finding);
    const named = isDismissable(finding) ? said.filter((one) => one.finding === key) : [];
    const now = named.length ? factsOf(finding, sightings) : '';
    const held = named.find(({ facts }) => facts === now);
    return held && { kind: 'dismissed', reason: held.reason, at: held.at };
  };
  const findings: Finding[] = [];
  const aside: Settled['aside'] = [];
  for (const finding of judgement.findings) {
    const why = because(finding);
    if (why) aside.push({ ...finding, because: why });
    else findings.push(finding);
  }
  if (aside.length === 0) return { ...judgement, aside };
  const errors = [...findings, ...aside.filter((one) => one.because.kind === 'dismissed')].filter(
    ({ severity }) => severity === 'error',
  );
  if (judgement.verdict !== 'out-of-sync' || errors.length > 0) return { ...judgement, findings, aside };
  return { ...judgement, verdict: 'cannot-tell', findings: [...findings, ...asking(aside)], aside };
}

/** Cannot-tell names whom to ask, also where the rule that knew is muted. */
function asking(aside: Settled['aside']): Finding[] {
  const errors = aside.filter(({ severity }) => severity === 'error');
  const all = (of: 'systems' | 'ask'): SystemId[] => [...new Set(errors.flatMap((one) => one[of]))];
  const ask = all('ask');
  return [
    {
      rule: 'not-known-yet',
      severity: 'info',
      systems: all('systems'),
      ask,
      reason: { key: 'rule_not_known_yet_muted_reason', params: [{ systems: all('systems') }] },
      remedy: { key: 'rule_not_known_yet_muted_remedy', params: [{ systems: ask }] },
    },
  ];
}

/** Out of sync, and all that says so was set aside: counts, badge and marks leave it out. */
export function isQuiet({ verdict, findings }: Pick<Judgement, 'verdict' | 'findings'>): boolean {
  return verdict === 'out-of-sync' && !findings.some(({ severity }) => severity === 'error');
}
