/**
 * Two systems hold the dossier under different procedures (mã TTHC), from which limits, fees and components follow; or
 * under one with another fee or another limit.
 */
import type { Finding } from '../../dossier/finding';
import { baseProcedureCode } from '../../dossier/procedure-code';
import { type FactPair, type TermsPair, worstPerBehind } from '../facts';
import { NOTHING, type Rule } from '../rule';
import type { Standing } from '../standing';
import { shownTerms } from '../words';

function codeOf({ sighting }: Standing): string {
  return baseProcedureCode(sighting.procedureCode ?? '') ?? '';
}

function worst<P extends FactPair>(pairs: P[]): P[] {
  return worstPerBehind(pairs.filter(({ kind }) => kind === 'apart'));
}

function between(
  { ahead, behind }: FactPair,
  about: 'procedure' | 'terms',
  params: Finding['reason']['params'],
): Finding {
  return {
    rule: 'procedure-disagrees',
    severity: 'error',
    systems: [ahead.system, behind.system],
    ask: [behind.system, ahead.system],
    reason: { key: `rule_${about}_disagrees_reason`, params },
    remedy: {
      key: `rule_${about}_disagrees_remedy`,
      params: [{ system: ahead.system }, { system: behind.system }],
    },
  };
}

function ofCodes(pair: FactPair): Finding {
  const said = [pair.ahead, pair.behind].flatMap((one) => [
    { system: one.system },
    codeOf(one),
    { time: one.sighting.seenAt },
  ]);
  return between(pair, 'procedure', said);
}

function ofTerms(pair: TermsPair): Finding {
  return between(pair, 'terms', shownTerms(pair));
}

export const procedureDisagrees: Rule = ({ facts }) =>
  facts.procedure.length || facts.terms.length
    ? [...worst(facts.procedure).map(ofCodes), ...worst(facts.terms).map(ofTerms)]
    : NOTHING;
