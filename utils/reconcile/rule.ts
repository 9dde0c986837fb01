/** What a rule is: pure, one dossier in, findings out. */
import type { Calendars } from '../deadline/calendar';
import type { DueBounds } from '../deadline/due-bounds';
import type { DossierCode } from '../dossier/code';
import type { Finding } from '../dossier/finding';
import type { Limit } from '../dossier/limit';
import type { Channel, SystemId } from '../dossier/sighting';
import type { LocalTime } from '../dossier/time';
import type { RoutingRow } from '../policy/settings';
import type { Comparison } from './compare';
import type { Facts } from './facts';
import type { PastRun } from './history';
import type { Dossier } from './standing';

/** What is the same for every dossier of one call. */
export interface Frame {
  /** Milliseconds. */
  now: number;
  /** How long one of two systems may lag, milliseconds. */
  graceOf: (one: SystemId, other: SystemId) => number;
  calendars: Calendars;
  boundsOf: (dueAt: LocalTime) => DueBounds | null;
  /** Ends of the days within which a due date is soon, milliseconds. */
  soonUntil: number;
  /** True when any routing row is about a system that dossiers are worked on in. */
  routesWork: boolean;
  /** Systems that can hold a dossier of these codes. */
  holders: (codes: DossierCode[]) => SystemId[];
  /** False where no limits are known: then no due date is computed. */
  computes: boolean;
  limitOf: (procedureCode: string, channel: Channel | undefined) => Limit | null;
}

export interface Case {
  frame: Frame;
  dossier: Dossier;
  /** Every pair of systems that show a status, compared once; those that agree are left out. */
  pairs: Comparison[];
  /** Every pair of systems that show other dates, fees or procedures. */
  facts: Facts;
  history: PastRun[];
  /** Routing rows that are for this dossier; worked out when asked for, since most dossiers never need them. */
  rows: (about?: (system: SystemId) => boolean) => RoutingRow[];
}

export type Rule = (subject: Case) => readonly Finding[];

/** Most dossiers have nothing for most rules: they share one empty answer, and are gone through by the ten thousand. */
export const NOTHING: readonly Finding[] = [];
