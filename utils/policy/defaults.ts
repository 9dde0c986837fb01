/** The settings of a machine on which nobody has set anything. */
import { CATALOGUE } from '../systems';
import { DATABASE_IDS } from './schema';
import type { Settings } from './settings';

export const DEFAULT_SETTINGS: Settings = {
  systems: CATALOGUE,
  disabled: [],
  graceMinutes: 60,
  askAutomatically: [],
  databases: Object.fromEntries(DATABASE_IDS.map((id) => [id, { state: 'unknown' }])),
  retentionDays: 30,
  showCannotTell: false,
  language: 'vi',
  problems: [],
  locked: [],
};
