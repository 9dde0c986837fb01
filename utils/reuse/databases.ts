/**
 * The nine databases of Nghị quyết 66.7/2025/NQ-CP and the papers whose data each holds. Plain data: policy says which
 * of them serve an office; without a word from policy a database is "not known".
 */
import type { DatabaseState } from '../dossier/database';
import type { PaperId } from '../dossier/paper';

export type DatabaseId =
  | 'population'
  | 'civil-status'
  | 'insurance'
  | 'driving-licence'
  | 'enterprise'
  | 'vehicle'
  | 'land'
  | 'judicial-record'
  | 'health';

export type { PaperId } from '../dossier/paper';

/** Its name and its papers' names stand in `_locales`: `reuse_database_…`, `reuse_paper_…`. */
export interface Database {
  id: DatabaseId;
  papers: readonly PaperId[];
  /** Only a part of the papers is in it yet, so a person has to look: never "not required". */
  partial?: boolean;
}

/** The resolution and the article that every prompt names. */
export const LEGAL_GROUND = 'Nghị quyết 66.7/2025/NQ-CP, Điều 2';

export const DATABASES: readonly Database[] = [
  { id: 'population', papers: ['identity-card', 'residence'] },
  {
    id: 'civil-status',
    papers: ['birth-certificate', 'marriage-certificate', 'marital-status-certificate', 'death-certificate'],
  },
  { id: 'insurance', papers: ['health-insurance-card', 'social-insurance-book'] },
  { id: 'driving-licence', papers: ['driving-licence'] },
  {
    id: 'enterprise',
    papers: ['enterprise-registration', 'household-business-registration', 'cooperative-registration'],
  },
  { id: 'vehicle', papers: ['vehicle-registration'] },
  // The first stage holds residential land (đất ở) alone, and a line does not say which land is meant.
  { id: 'land', papers: ['land-use-right-certificate'], partial: true },
  { id: 'judicial-record', papers: ['judicial-record'] },
  { id: 'health', papers: ['health-check-certificate'] },
];

const BY_PAPER = new Map(DATABASES.flatMap((database) => database.papers.map((paper) => [paper, database])));

/** The database that holds a paper's data. */
export function databaseOf(paper: PaperId): Database {
  const database = BY_PAPER.get(paper);
  if (!database) throw new Error(`no database holds ${paper}`);
  return database;
}

/** Whether a paper's data can be had at this office in every case: its database is in use and holds all of it. */
export function isInUse(paper: PaperId, databases: Record<string, DatabaseState>): boolean {
  const database = databaseOf(paper);
  return databases[database.id]?.state === 'in-use' && !database.partial;
}

/** What is assumed of a database that policy says nothing of: ask the one-stop centre. */
export const UNKNOWN_STATE: DatabaseState = { state: 'unknown' };
