/** One request of the diary in words, as the table shows it and the file says it. */
import type { Translate } from '../../utils/dossier/finding';
import { showTime } from '../../utils/dossier/time';
import type { Activity } from '../../utils/ledger/database';
import type { Settings } from '../../utils/policy/settings';
import { systemById } from '../../utils/systems';

/** Keys of the columns, in order. */
export const HEADS = [
  'activity_at',
  'activity_host',
  'activity_system',
  'activity_code',
  'activity_why',
  'activity_outcome',
  'activity_ms',
  'activity_bytes',
] as const;

export interface ActivityRow {
  id: number;
  /** One text for each of `HEADS`. */
  cells: string[];
}

export function activityRow(
  { id = 0, at, host, system, code, why, outcome, sentOn, durationMs, bytes }: Activity,
  settings: Pick<Settings, 'systems'>,
  t: Translate,
): ActivityRow {
  return {
    id,
    cells: [
      showTime(at),
      host,
      systemById(settings.systems, system)?.shortName ?? system,
      code,
      t(`activity_why_${why}`),
      t(`activity_${(outcome ?? (sentOn ? 'sent-on' : 'cut-off')).replaceAll('-', '_')}`),
      durationMs === undefined ? '' : String(durationMs),
      bytes === undefined ? '' : String(bytes),
    ],
  };
}
