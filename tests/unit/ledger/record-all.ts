/** Records sightings and puts long lists where they belong, as the background does between two messages. */
import type { Sighting } from '../../../utils/dossier/sighting';
import type { Ledger } from '../../../utils/ledger/database';
import { record } from '../../../utils/ledger/record';
import { settle } from '../../../utils/ledger/settle';

export async function recordAll(db: Ledger, sightings: readonly Sighting[]): Promise<void> {
  await record(db, sightings);
  await settle(db, () => Promise.resolve());
}
