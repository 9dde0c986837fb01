/** Why a system is asked, and what follows from it: who goes first, how long anybody waits, how often it is tried. */

export const WHYS = ['popup', 'card', 'panel', 'page', 'batch'] as const;
export type Why = (typeof WHYS)[number];

export interface Reason {
  /** Lower goes first. */
  rank: number;
  /** Nobody waits longer for an answer than so many milliseconds. */
  wantedMs: number;
  /** Requests for one question where a host cannot answer. Default 1: whoever waits is told at once. */
  tries?: number;
}

const IN_FRONT_OF_THE_OFFICER: Reason = { rank: 0, wantedMs: 120_000 };

export const REASONS: Record<Why, Reason> = {
  popup: IN_FRONT_OF_THE_OFFICER,
  card: IN_FRONT_OF_THE_OFFICER,
  panel: IN_FRONT_OF_THE_OFFICER,
  // Nobody clicked: what is in view, after all that somebody waits for.
  page: { rank: 1, wantedMs: 600_000 },
  // A list has time: it goes last, waits for the next day, and tries again what failed.
  batch: { rank: 2, wantedMs: Number.POSITIVE_INFINITY, tries: 3 },
};

/** The reason of a stored question; an older version may have left another word. */
export function reasonOf(why: string): Reason {
  return REASONS[WHYS.find((known) => known === why) ?? 'popup'];
}
