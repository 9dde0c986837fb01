/** What there is to do today about dossiers that this officer saw: out of sync, late, or due today. */
import type { DossierCode } from '../../utils/dossier/code';
import type { IsoInstant } from '../../utils/dossier/time';
import { nowInstant } from '../../utils/dossier/time';
import type { Ledger } from '../../utils/ledger/database';
import { startOfDay } from '../../utils/lookup/pace';
import { translator } from '../../utils/platform/i18n';
import type { Concern } from '../../utils/view/concern';
import type { DossierView, FindingView } from '../../utils/view/dossier-view';
import { type ViewContext, viewsOf } from '../../utils/view/views-of';
import type { TodayEntry } from './sources';

/** What was last seen longer ago says little of today. */
const DAYS = 7;
const DAY_MS = 86_400_000;
/** A day's work several times over; the board has them all. */
const MOST_CODES = 1_000;
const SLICE = 200;

/** The finding that a concern comes from. */
const SAYS: Record<Concern, (finding: FindingView) => boolean> = {
  'out-of-sync': ({ severity }) => severity === 'error',
  late: ({ rule, severity }) => rule === 'overdue' && severity === 'warning',
  'due-today': ({ rule }) => rule === 'due-soon',
};

async function lastSeen(db: Ledger, since: IsoInstant): Promise<Map<DossierCode, IsoInstant>> {
  const rows = await db.latest
    .where('seenAt')
    .aboveOrEqual(since)
    .reverse()
    .limit(4 * MOST_CODES)
    .toArray();
  const codes = new Map<DossierCode, IsoInstant>();
  for (const { code, seenAt } of rows) {
    if (codes.size >= MOST_CODES) break;
    if (!codes.has(code)) codes.set(code, seenAt);
  }
  return codes;
}

function entryOf({ code, concern, findings }: DossierView, seenAt: IsoInstant): TodayEntry[] {
  const finding = concern && findings.find(SAYS[concern]);
  return finding ? [{ code, concern, reason: finding.reason, seenAt }] : [];
}

/** @param now ms since 1970 @returns newest seen first */
export async function todayEntries(
  db: Ledger,
  known: Pick<ViewContext, 'settings' | 'catalogue'>,
  now: number,
): Promise<TodayEntry[]> {
  if (known.settings.pilot.on) return [];
  const seen = await lastSeen(db, nowInstant(startOfDay(now) - (DAYS - 1) * DAY_MS));
  const codes = [...seen.keys()];
  const t = translator(known.settings.language);
  const done = new Set<DossierCode>();
  const entries: TodayEntry[] = [];
  for (let at = 0; at < codes.length; at += SLICE) {
    const slice = codes.slice(at, at + SLICE).filter((code) => !done.has(code));
    for (const view of await viewsOf(db, slice, { ...known, now, t })) {
      if (done.has(view.code)) continue;
      for (const code of view.codes) done.add(code);
      entries.push(...entryOf(view, seen.get(view.code) ?? nowInstant(now)));
    }
  }
  return entries;
}
