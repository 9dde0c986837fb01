/** A list of dossiers worked through by a worker of its own. */
import { currentBatch, itemsOf } from '../../../utils/ledger/batch-list';
import { type BatchRunner, createBatchRunner } from '../../../utils/lookup/batch';
import { DEFAULT_SETTINGS } from '../../../utils/policy';
import { newAsker, world } from './asker-world';

/** A worker with its queue and its list; a second one on the same ledger is the worker after its death. */
export function worker(wait?: (ms: number) => Promise<void>): BatchRunner & { end(): Promise<void> } {
  const told: { look?: () => Promise<void> } = {};
  const asker = newAsker({ onChange: () => told.look?.(), ...(wait && { wait }) });
  const batch = createBatchRunner({
    db: world.db,
    settings: () => ({ ...DEFAULT_SETTINGS, ...world.settings }),
    asker,
    now: () => world.clock,
  });
  told.look = batch.look;
  /** Until nothing more happens by itself. */
  const end = async () => {
    for (let before = -1; before !== world.portal.requests.length; ) {
      before = world.portal.requests.length;
      await asker.idle();
      await batch.look();
    }
  };
  return { ...batch, end };
}

export const paths = () => world.portal.requests.map(({ path }) => path);
export const states = async () => {
  const batch = await currentBatch(world.db);
  const items = await itemsOf(world.db, batch?.id ?? '');
  return { state: batch?.state, done: items.filter(({ state }) => state === 'done').length };
};
