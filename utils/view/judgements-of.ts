/** Files of the ledger, judged by the settings in force: wherever a verdict is shown, it is this one. */
import { CALENDARS } from '../deadline/calendar';
import { limitOf } from '../deadline/limit';
import type { Ledger, Run } from '../ledger/database';
import { dismissalsByCode } from '../ledger/dismissals';
import type { LedgerFile } from '../ledger/find';
import { historyOf } from '../ledger/history';
import type { Settings } from '../policy/settings';
import { type ReconcileInput, reconcile } from '../reconcile';
import type { Procedures } from '../systems/procedures';
import { mutedRules } from './muted-rules';
import { type AsideRules, type Settled, settle } from './set-aside';

export interface JudgedBy {
  settings: Pick<Settings, 'graceMinutes' | 'gracePairs' | 'routing' | 'calendars' | 'pilot'>;
  /** Milliseconds since 1970. */
  now: number;
  holders?: ReconcileInput['holders'];
  /** The catalogue of procedures, for due dates that no system shows. */
  procedures?: Procedures;
}

/** What the ledger holds beside the files themselves. */
export interface JudgedWith extends AsideRules {
  histories: readonly Run[][];
}

/** One judgement a file, in their order, without what was set aside. */
export async function judgementsOf(
  db: Ledger,
  files: readonly LedgerFile[],
  judgedBy: JudgedBy,
): Promise<Settled[]> {
  const [histories, dismissals, muted] = await Promise.all([
    historyOf(
      db,
      files.map(({ codes }) => codes),
    ),
    dismissalsByCode(db),
    mutedRules(db, judgedBy.settings),
  ]);
  return judge(files, { histories, dismissals, muted }, judgedBy);
}

/** The same from what is at hand. */
export function judge(
  files: readonly LedgerFile[],
  { histories, dismissals, muted }: JudgedWith,
  { settings, now, holders, procedures }: JudgedBy,
): Settled[] {
  const { graceMinutes, gracePairs, routing, calendars } = settings;
  const judgements = reconcile({
    now,
    files: files.map(({ codes, sightings, ended = [] }, i) => ({
      codes,
      sightings,
      history: [...(histories[i] ?? []), ...ended],
    })),
    graceMinutes,
    gracePairs,
    routing,
    calendars: calendars ? { ...CALENDARS, ...calendars } : undefined,
    holders,
    limitOf: procedures && ((code, channel) => limitOf(procedures.of(code)?.timeLimits ?? [], channel)),
  });
  return judgements.map((judgement, i) =>
    settle(judgement, files[i]?.sightings ?? [], { dismissals, muted }),
  );
}
