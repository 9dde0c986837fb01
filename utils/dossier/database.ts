/** The nine databases of Nghị quyết 66.7/2025/NQ-CP. */
export const DATABASE_IDS = [
  'population',
  'civil-status',
  'insurance',
  'driving-licence',
  'enterprise',
  'vehicle',
  'land',
  'judicial-record',
  'health',
] as const;

/** How far one of the nine databases (NQ 66.7) serves this office, as policy says. */
export interface DatabaseState {
  state: 'in-use' | 'not-connected' | 'unknown';
  /** Where the officer looks the data up; nothing of the citizen is in it. */
  url?: string;
  note?: string;
  /** The owner's announcement that the database is in use. */
  announcement?: string;
}
