/** The settings in force: defaults, then the officer's own, then policy. Types only; `schema.ts` is the single truth of the keys. */
import type { DatabaseState } from '../dossier/database';
import type { SystemId } from '../dossier/sighting';
import type { System } from '../systems/system';

export interface Settings {
  /** The catalogue as this office has it: enabled systems alone, own hosts merged in. */
  systems: System[];
  /** Ids of systems that policy or the officer switched off. */
  disabled: SystemId[];
  /** H-code of the office's province, e.g. H26. */
  officeProvince?: string;
  /** A system may lag this many minutes before it counts as out of sync. */
  graceMinutes: number;
  /** Hosts that may be asked without a click. Empty by default. */
  askAutomatically: string[];
  databases: Record<string, DatabaseState>;
  supportContact?: { name?: string; email?: string; phone?: string; url?: string };
  retentionDays: number;
  showCannotTell: boolean;
  language: 'vi' | 'en';
  /** Entries of the policy that were skipped: where and why, in the interface's language. */
  problems: { path: string; reason: string }[];
  /** Keys that policy sets: shown as locked in options. */
  locked: string[];
}
