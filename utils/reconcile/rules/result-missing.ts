/** The work is done in one system, and another, which knows that, says itself that it has no result (kết quả giải quyết). */
import type { Finding } from '../../dossier/finding';
import { type Case, NOTHING, type Rule } from '../rule';
import { type Standing, sinceText } from '../standing';
import { isDone } from '../states';
import { shownStatus } from '../words';

/** A system without the result of work that another shows as done. */
export interface Lacking {
  done: Standing;
  lack: Standing;
  /** Seen without it after the grace; else the result may be on its way, or have come. */
  late: boolean;
}

/** One for each system that lacks a result; of those that are done the one that has been so longest. */
export function resultsLacking({ dossier, frame }: Case): Lacking[] {
  if (!dossier.found.some(({ sighting }) => sighting.result === false)) return [];
  return dossier.found.flatMap((lack): Lacking[] => {
    // Where the states differ, that is what is said.
    if (lack.sighting.result !== false || (lack.status && !isDone(lack.status))) return [];
    const all = dossier.found
      .filter((one) => one !== lack && one.status && isDone(one.status))
      .map((done) => ({
        done,
        lack,
        late: lack.seen > done.since + frame.graceOf(done.system, lack.system),
      }))
      .sort((a, b) => Number(b.late) - Number(a.late) || a.done.since - b.done.since);
    return all.slice(0, 1);
  });
}

export const resultMissing: Rule = (subject) => {
  const lacking = resultsLacking(subject);
  if (!lacking.length) return NOTHING;
  return lacking
    .filter(({ late }) => late)
    .map(
      ({ done, lack }): Finding => ({
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
      }),
    );
};
