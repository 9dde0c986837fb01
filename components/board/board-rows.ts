/** Which dossiers the board shows, in which order: pure, so that it can be tested without a page. */
import type { Verdict } from '../../utils/dossier/finding';
import { toInstant } from '../../utils/dossier/time';
import type { BoardEntry } from '../shared/sources';

export type BoardOrder = 'due' | 'seen';
export const PAGE_SIZE = 50;

/** @returns the entries of one verdict (null: all); by due date, earliest first and undated last, or last seen first */
export function boardRows(entries: BoardEntry[], verdict: Verdict | null, order: BoardOrder): BoardEntry[] {
  const kept = verdict ? entries.filter((entry) => entry.verdict === verdict && !entry.quiet) : [...entries];
  // A due day without an hour lasts to its end.
  const keyOf = ({ due, seenAt }: BoardEntry): number =>
    order === 'seen' ? -Date.parse(seenAt) : due ? toInstant(due.at, 'end') : Number.POSITIVE_INFINITY;
  // Keys are made once each, and codes are plain letters: with 50,000 rows the page would stand still otherwise.
  return kept
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key === b.key ? (a.entry.code < b.entry.code ? -1 : 1) : a.key - b.key))
    .map(({ entry }) => entry);
}

/** How many dossiers there are of each verdict; what the officer set aside is not counted. */
export function countVerdicts(entries: BoardEntry[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { 'out-of-sync': 0, 'cannot-tell': 0, 'in-sync': 0 };
  for (const { verdict, quiet } of entries) if (!quiet) counts[verdict] += 1;
  return counts;
}
