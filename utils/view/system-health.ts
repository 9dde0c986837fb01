/**
 * What each system did lately, for whoever looks after this tool: are its pages still laid out as known, does it use
 * status words that nobody classified, do questions to it fail. Names no dossier; status words were masked when kept.
 */
import type { Outcome, SystemId } from '../dossier/sighting';
import { type IsoInstant, nowInstant } from '../dossier/time';
import type { Ledger } from '../ledger/database';
import { misfits } from '../ledger/layouts';

export interface SystemHealth {
  system: SystemId;
  /** When a dossier was last read on a page of it. */
  readAt?: IsoInstant;
  /** Since when its pages do not fit the known layout, and when that was last seen. */
  misfit?: { since: IsoInstant; lastAt: IsoInstant };
  /** Status words in no table, masked, with the number of dossiers that carry them now; most first. */
  unknown: { text: string; dossiers: number }[];
  /** Questions of the last days. `failing`: how many in a row brought no answer, up to the latest. */
  asked?: { count: number; failed: number; failing: number; last: Outcome; lastAt: IsoInstant };
}

const DAYS_MS = 7 * 86_400_000;
/** More wordings than anybody would read. */
const MOST_WORDINGS = 20;
const ANSWERS: ReadonlySet<Outcome> = new Set(['found', 'not-found']);

/** @param now ms. @returns systems of which anything is known, in no order */
export async function systemHealth(db: Ledger, now: number): Promise<SystemHealth[]> {
  const found = new Map<SystemId, SystemHealth>();
  const of = (system: SystemId): SystemHealth => {
    const known = found.get(system) ?? { system, unknown: [] };
    found.set(system, known);
    return known;
  };
  const wordings = new Map<SystemId, Map<string, number>>();
  await db.latest.each(({ system, via, seenAt, status, statusText }) => {
    const health = of(system);
    if (via === 'page' && (health.readAt ?? '') < seenAt) health.readAt = seenAt;
    if (status !== 'unknown' || !statusText) return;
    const counts = wordings.get(system) ?? new Map<string, number>();
    wordings.set(system, counts.set(statusText, (counts.get(statusText) ?? 0) + 1));
  });
  for (const [system, counts] of wordings) {
    of(system).unknown = [...counts]
      .map(([text, dossiers]) => ({ text, dossiers }))
      .sort((a, b) => b.dossiers - a.dossiers || a.text.localeCompare(b.text, 'vi'))
      .slice(0, MOST_WORDINGS);
  }
  for (const { system, since, lastAt } of await misfits(db)) of(system).misfit = { since, lastAt };
  await db.activity
    .where('at')
    .aboveOrEqual(nowInstant(now - DAYS_MS))
    .each(({ system, outcome, at }) => {
      if (!outcome) return;
      const { count = 0, failed = 0, failing = 0 } = of(system).asked ?? {};
      const answered = ANSWERS.has(outcome);
      of(system).asked = {
        count: count + 1,
        failed: failed + (answered ? 0 : 1),
        failing: answered ? 0 : failing + 1,
        last: outcome,
        lastAt: at,
      };
    });
  return [...found.values()];
}
