/** The runs of one state that ended, as the ledger keeps them: what a system said before its latest word. */
import type { SystemId } from '../dossier/sighting';
import type { CanonicalStatus } from '../dossier/status';
import type { IsoInstant } from '../dossier/time';

export interface PastRun {
  system: SystemId;
  status?: CanonicalStatus;
  /** First and last sighting of the run. */
  at: IsoInstant;
  until: IsoInstant;
  /** The earlier of the event's own time and the first sighting. */
  since: IsoInstant;
}
