/** Bits of sentences that several rules need. */
import type { Finding, WordParam } from '../dossier/finding';
import { nowInstant } from '../dossier/time';
import type { Due } from './clock';
import { type TermsPair, timesOf } from './facts';
import type { Standing } from './standing';

/** The status as the system words it, else the canonical label. */
export function shownStatus({ sighting, status }: Standing): WordParam {
  return { status: status ?? 'unknown', text: sighting.statusText };
}

/** The same of a system that showed two states at once: the one that this sighting has. */
export function shownStatusOf({ sighting }: Standing): WordParam {
  return { status: sighting.status ?? 'unknown', text: sighting.statusText };
}

/** What two systems show as fee, as limit, or as both, and when it was seen. */
export function shownTerms({ ahead, behind, terms }: TermsPair): WordParam[] {
  return [ahead, behind].flatMap((one) => {
    const { fee, limit } = one.sighting;
    return [
      { system: one.system },
      { terms: { ...(terms.includes('fee') && { fee }), ...(terms.includes('limit') && { limit }) } },
      { time: nowInstant(Math.min(...terms.map((term) => timesOf(one, term).seen))) },
    ];
  });
}

/** Why nothing is said of lateness: the days off of that year are not announced. */
export function noCalendar({ systems, dueAt, bounds }: Due): Finding {
  return {
    rule: 'not-known-yet',
    severity: 'info',
    systems,
    ask: systems,
    reason: {
      key: 'rule_not_known_yet_calendar_reason',
      params: [bounds.day.slice(0, 4), { systems }, { time: dueAt }],
    },
    remedy: { key: 'rule_not_known_yet_calendar_remedy', params: [{ systems }] },
  };
}
