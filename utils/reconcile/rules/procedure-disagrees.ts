/** Two systems hold the dossier under different procedures (mã TTHC): limits, fees and components follow from it. */
import type { Finding } from '../../dossier/finding';
import { baseProcedureCode } from '../../dossier/procedure-code';
import { worstPerBehind } from '../facts';
import { NOTHING, type Rule } from '../rule';
import type { Standing } from '../standing';

function codeOf({ sighting }: Standing): string {
  return baseProcedureCode(sighting.procedureCode ?? '') ?? '';
}

export const procedureDisagrees: Rule = ({ facts }) => {
  if (!facts.procedure.length) return NOTHING;
  return worstPerBehind(facts.procedure.filter(({ kind }) => kind === 'apart')).map(
    ({ ahead, behind }): Finding => ({
      rule: 'procedure-disagrees',
      severity: 'error',
      systems: [ahead.system, behind.system],
      ask: [behind.system, ahead.system],
      reason: {
        key: 'rule_procedure_disagrees_reason',
        params: [ahead, behind].flatMap((one) => [
          { system: one.system },
          codeOf(one),
          { time: one.sighting.seenAt },
        ]),
      },
      remedy: {
        key: 'rule_procedure_disagrees_remedy',
        params: [{ system: ahead.system }, { system: behind.system }],
      },
    }),
  );
};
