/** The work is done in one system, and another, which knows that, says itself that it has no result (kết quả giải quyết). */
import type { Finding } from '../../dossier/finding';
import { NOTHING, type Rule } from '../rule';
import { sinceText } from '../standing';
import { isDone } from '../states';
import { shownStatus } from '../words';

export const resultMissing: Rule = ({ dossier, frame }) => {
  if (!dossier.found.some(({ sighting }) => sighting.result === false)) return NOTHING;
  const lacking = dossier.found.filter(({ sighting }) => sighting.result === false);
  return lacking.flatMap((lack): Finding[] => {
    // Where the states differ, that is what is said.
    if (lack.status && !isDone(lack.status)) return [];
    const done = dossier.found
      .filter((one) => one !== lack && one.status && isDone(one.status))
      .filter((one) => lack.seen > one.since + frame.graceOf(one.system, lack.system))
      .sort((a, b) => a.since - b.since)[0];
    if (!done) return [];
    return [
      {
        rule: 'result-missing',
        severity: 'error',
        systems: [done.system, lack.system],
        ask: [lack.system],
        reason: {
          key: 'rule_result_missing_reason',
          params: [
            { system: done.system },
            shownStatus(done),
            { time: sinceText(done) },
            { time: lack.sighting.seenAt },
            { system: lack.system },
          ],
        },
        remedy: {
          key: 'rule_result_missing_remedy',
          params: [{ system: lack.system }, { system: done.system }],
        },
      },
    ];
  });
};
