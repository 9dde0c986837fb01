/** What a rule is: pure, one dossier in, findings out. */
import type { DossierCode } from '../dossier/code';
import type { Finding } from '../dossier/finding';
import type { SystemId } from '../dossier/sighting';
import type { Comparison } from './compare';
import type { RoutingRow } from './routing';
import type { Dossier } from './standing';

export interface Case {
  dossier: Dossier;
  /** Every pair of systems that show a status, compared once. */
  pairs: Comparison[];
  /** Routing rows that are for this dossier; worked out when asked for, since most dossiers never need them. */
  rows: () => RoutingRow[];
  /** Systems that can hold a dossier of these codes. */
  holders: (codes: DossierCode[]) => SystemId[];
  /** Milliseconds. */
  now: number;
  grace: number;
}

export type Rule = (subject: Case) => Finding[];
