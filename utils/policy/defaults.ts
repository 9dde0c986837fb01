/** The settings of a machine on which nobody has set anything. */

import { DATABASE_IDS } from '../dossier/database';
import { CATALOGUE } from '../systems';
import type { Settings } from './settings';

export const DEFAULT_SETTINGS: Settings = {
  systems: CATALOGUE,
  disabled: [],
  graceMinutes: 60,
  askAutomatically: [],
  askGuardedAutomatically: false,
  askInTabs: [],
  requestsPerMinute: 10,
  requestsPerDay: 1_000,
  freshMinutes: { final: 1_440, moving: 10, notFound: 30 },
  pauseAsking: false,
  databases: Object.fromEntries(DATABASE_IDS.map((id) => [id, { state: 'unknown' }])),
  coveredProcedures: [],
  procedurePapers: {},
  pilot: { on: false, samplePercent: 20, leastAnswers: 20 },
  retentionDays: 30,
  ledgerMegabytes: 40,
  showCannotTell: false,
  language: 'vi',
  problems: [],
  locked: [],
};
