/** Files of the ledger, judged by the settings in force: wherever a verdict is shown, it is this one. */
import { CALENDARS } from '../deadline/calendar';
import { limitOf } from '../deadline/limit';
import type { Judgement } from '../dossier/finding';
import type { Ledger } from '../ledger/database';
import type { LedgerFile } from '../ledger/find';
import { historyOf } from '../ledger/history';
import type { Settings } from '../policy/settings';
import { type ReconcileInput, reconcile } from '../reconcile';
import type { Procedures } from '../systems/procedures';

export interface JudgedBy {
  settings: Pick<Settings, 'graceMinutes' | 'gracePairs' | 'routing' | 'calendars'>;
  /** Milliseconds since 1970. */
  now: number;
  holders?: ReconcileInput['holders'];
  /** The catalogue of procedures, for due dates that no system shows. */
  procedures?: Procedures;
}

/** One judgement a file, in their order. */
export async function judgementsOf(
  db: Ledger,
  files: readonly LedgerFile[],
  { settings, now, holders, procedures }: JudgedBy,
): Promise<Judgement[]> {
  const { graceMinutes, gracePairs, routing, calendars } = settings;
  const histories = await historyOf(
    db,
    files.map(({ codes }) => codes),
  );
  return reconcile({
    now,
    files: files.map(({ codes, sightings }, i) => ({ codes, sightings, history: histories[i] })),
    graceMinutes,
    gracePairs,
    routing,
    calendars: calendars ? { ...CALENDARS, ...calendars } : undefined,
    holders,
    limitOf: procedures && ((code, channel) => limitOf(procedures.of(code)?.timeLimits ?? [], channel)),
  });
}
