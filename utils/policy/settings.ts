/** The settings in force: defaults, then the officer's own, then policy. Types only; `schema.ts` is the single truth of the keys. */
import type { DatabaseState } from '../dossier/database';
import type { PaperId } from '../dossier/paper';
import type { SystemId } from '../dossier/sighting';
import type { System } from '../systems/system';

/** How other systems may be asked. */
export interface AskLimits {
  /** To one host. */
  requestsPerMinute: number;
  /** To one host, by days of Vietnam. */
  requestsPerDay: number;
  /** So many minutes the ledger's own answer is good enough, by what it says. */
  freshMinutes: { final: number; moving: number; notFound: number };
  /** Between these times of the day, HH:MM in Vietnam, nobody is asked. */
  quietHours?: { from: string; to: string };
  /** Nobody is asked at all. */
  pauseAsking: boolean;
}

export interface Settings extends AskLimits {
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
  /** Mã TTHC of the procedures in which data replace papers here; without a word from anybody: none. */
  coveredProcedures: string[];
  /** Papers among the components of a procedure by mã TTHC, where policy says so. */
  procedurePapers: Record<string, PaperId[]>;
  supportContact?: { name?: string; email?: string; phone?: string; url?: string };
  retentionDays: number;
  showCannotTell: boolean;
  language: 'vi' | 'en';
  /** Entries of the policy that were skipped: where and why, in the interface's language. */
  problems: { path: string; reason: string }[];
  /** Keys that policy sets: shown as locked in options. */
  locked: string[];
}
