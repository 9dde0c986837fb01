/** The settings in force: defaults, then the officer's own, then policy. Types only; `schema.ts` is the single truth of the keys. */
import type { DatabaseState } from '../dossier/database';
import type { PaperId } from '../dossier/paper';
import type { SystemId } from '../dossier/sighting';
import type { OfficeProcedure } from '../systems/procedures';
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

/** Says that a system must hold dossiers of some procedures and agencies, received on some days. */
export interface RoutingRow {
  system: SystemId;
  /** Mã TTHC; absent: every procedure. */
  procedure?: string | string[];
  /** Agency or unit that the dossier's code carries (H26, H26.10, G15); absent: every agency. */
  agency?: string | string[];
  /** First and last day of receipt the row is valid for, YYYY-MM-DD. */
  from?: string;
  to?: string;
  /** Procedures, agencies and dossiers the row is not for, and systems of which one is enough. */
  exceptions?: string[];
  /** The administrator's own words. */
  note?: string;
}

/** Two systems of which one may lag longer, or less long, than usual. */
export interface GracePair {
  systems: [SystemId, SystemId];
  minutes: number;
}

/** A year's days off (Monday to Friday) and Saturdays or Sundays worked instead, YYYY-MM-DD. */
export interface CalendarYear {
  /** False for an estimate: nobody is called late by it. */
  official: boolean;
  off: string[];
  makeUp: string[];
}

/** Trying the rules out before anybody sees their marks. */
export interface Pilot {
  /** Everything is computed and counted, nothing is painted on pages. */
  on: boolean;
  /** So many of a hundred findings are asked about. */
  samplePercent: number;
  /** A rule with more wrong answers than this is muted; absent: none ever is. */
  muteAbovePercent?: number;
  /** Answers ("right" or "wrong") that a rule needs before it can be muted. */
  leastAnswers: number;
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
  /** Pairs of systems with a grace of their own. */
  gracePairs?: GracePair[];
  /** Which system must hold which dossiers, beside the row that is built in. */
  routing?: RoutingRow[];
  /** Calendars by year, in place of those that are built in. */
  calendars?: Record<string, CalendarYear>;
  /** Hosts that may be asked without a click. Empty by default. */
  askAutomatically: string[];
  /** The named hosts of police and defence may be asked without a click too. */
  askGuardedAutomatically: boolean;
  /** Hosts whose open pages may make a call for us with their own token. Empty unless policy names them. */
  askInTabs: string[];
  databases: Record<string, DatabaseState>;
  /** Mã TTHC of the procedures in which data replace papers here; without a word from anybody: none. */
  coveredProcedures: string[];
  /** The office's own word on procedures by mã TTHC, in place of the built-in catalogue's. */
  procedures?: Record<string, OfficeProcedure>;
  /** Papers among the components of a procedure by mã TTHC, where policy says so. */
  procedurePapers: Record<string, PaperId[]>;
  supportContact?: { name?: string; email?: string; phone?: string; url?: string };
  pilot: Pilot;
  retentionDays: number;
  /** What the ledger may take on the disk, MB (millions of bytes). */
  ledgerMegabytes: number;
  showCannotTell: boolean;
  language: 'vi' | 'en';
  /** Entries of the policy that were skipped: where and why, in the interface's language. */
  problems: { path: string; reason: string }[];
  /** Keys that policy sets: shown as locked in options. */
  locked: string[];
}
