/** What there is to do today about dossiers that this officer saw: out of sync, late, or due today. */
import type { DossierCode } from '../../utils/dossier/code';
import type { IsoInstant } from '../../utils/dossier/time';
import { nowInstant, toInstant } from '../../utils/dossier/time';
import type { Ledger } from '../../utils/ledger/database';
import { startOfDay } from '../../utils/lookup/pace';
import { translator } from '../../utils/platform/i18n';
import type { Concern } from '../../utils/view/concern';
import type { DossierView, FindingView } from '../../utils/view/dossier-view';
import { type ViewContext, viewsOf } from '../../utils/view/views-of';
import type { TodayEntry } from './sources';
import type { Turn } from './unhurried';

/** What was last seen longer ago says little of today. */
const DAYS = 7;
const DAY_MS = 86_400_000;
/** A day's work several times over; the board has them all. */
const MOST_CODES = 1_000;
/** Rows read, and dossiers judged, before others have their turn: some milliseconds of the page's time. */
const ROWS = 200;
const FIRST_WINDOW_MS = 600_000;
const LEAST_WINDOW_MS = 1_000;
const SLICE = 6;

/** The finding that a concern comes from. */
const SAYS: Record<Concern, (finding: FindingView) => boolean> = {
  'out-of-sync': ({ severity }) => severity === 'error',
  late: ({ rule, severity }) => rule === 'overdue' && severity === 'warning',
  'due-today': ({ rule }) => rule === 'due-soon',
};

/** Backwards through time in windows that hold few rows: a cursor that goes back row by row takes ten times as long. */
async function lastSeen(db: Ledger, since: IsoInstant, turn: Turn): Promise<Map<DossierCode, IsoInstant>> {
  const codes = new Map<DossierCode, IsoInstant>();
  const last = (await db.latest.orderBy('seenAt').last())?.seenAt;
  let to = last === undefined ? Number.NaN : toInstant(last);
  let width = FIRST_WINDOW_MS;
  const end = toInstant(since);
  while (to >= end && codes.size < MOST_CODES) {
    await turn();
    const from = Math.max(end, to - width);
    const window = () => db.latest.where('seenAt').between(nowInstant(from), nowInstant(to), true, true);
    // Keys alone and no more than needed: counting a hundred thousand would keep every other question waiting.
    const count = (
      await window()
        .limit(ROWS + 1)
        .primaryKeys()
    ).length;
    if (count > ROWS && width > LEAST_WINDOW_MS) {
      width = Math.max(LEAST_WINDOW_MS, width / 8);
      continue;
    }
    const rows = count > 0 ? await window().limit(MOST_CODES).toArray() : [];
    rows.sort((x, y) => (x.seenAt > y.seenAt ? -1 : x.seenAt < y.seenAt ? 1 : 0));
    for (const { code, seenAt } of rows)
      if (codes.size < MOST_CODES && !codes.has(code)) codes.set(code, seenAt);
    to = from - 1;
    if (count < ROWS / 4) width *= 4;
  }
  return codes;
}

function entryOf({ code, concern, findings }: DossierView, seenAt: IsoInstant): TodayEntry[] {
  const finding = concern && findings.find(SAYS[concern]);
  return finding ? [{ code, concern, reason: finding.reason, seenAt }] : [];
}

/** @param now ms since 1970 @param turn lets others have theirs @returns newest seen first */
export async function todayEntries(
  db: Ledger,
  known: Pick<ViewContext, 'settings' | 'catalogue'>,
  now: number,
  turn: Turn,
): Promise<TodayEntry[]> {
  if (known.settings.pilot.on) return [];
  const seen = await lastSeen(db, nowInstant(startOfDay(now) - (DAYS - 1) * DAY_MS), turn);
  const codes = [...seen.keys()];
  const t = translator(known.settings.language);
  const done = new Set<DossierCode>();
  const entries: TodayEntry[] = [];
  for (let at = 0; at < codes.length; at += SLICE) {
    await turn();
    const slice = codes.slice(at, at + SLICE).filter((code) => !done.has(code));
    for (const view of await viewsOf(db, slice, { ...known, now, t })) {
      if (done.has(view.code)) continue;
      for (const code of view.codes) done.add(code);
      entries.push(...entryOf(view, seen.get(view.code) ?? nowInstant(now)));
    }
  }
  return entries;
}
