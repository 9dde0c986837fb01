/**
 * The ledger: what systems were seen to say of dossiers, kept in this browser alone. In: sightings, tries, questions,
 * links. Out: one file for each dossier. The background alone writes; extension pages read inside live queries.
 */
export type { Asking, Ledger, Run, Try } from './database';
export { openLedger } from './database';
export { find, type LedgerFile } from './find';
export { link, unlink } from './links';
export { eraseAll, prune } from './prune';
export { recent, remember } from './recent';
export { record } from './record';
export { type KnownProcedures, sightingOf } from './sighting-of';
