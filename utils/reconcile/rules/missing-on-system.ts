/**
 * A system that must hold the dossier truly answered "not found" after it had been received elsewhere for longer than the
 * grace. Only a routing row says who must hold what; signed out, captcha or unreachable is never "not found".
 */
import type { Finding } from '../../dossier/finding';
import { missingOn } from '../missing';
import { NOTHING, type Rule } from '../rule';

export const missingOnSystem: Rule = (subject) => {
  if (!subject.dossier.notFound.length) return NOTHING;
  return missingOn(subject)
    .filter(({ certain }) => certain)
    .map(
      ({ notFound, holder, receivedAt }): Finding => ({
        rule: 'missing-on-system',
        severity: 'error',
        systems: [holder.system, notFound.system],
        ask: [notFound.system],
        reason: {
          key: 'rule_missing_on_system_reason',
          params: [
            { system: notFound.system },
            { time: notFound.sighting.seenAt },
            { system: holder.system },
            { time: receivedAt },
          ],
        },
        remedy: {
          key: 'rule_missing_on_system_remedy',
          params: [{ system: notFound.system }, { system: holder.system }],
        },
      }),
    );
};
