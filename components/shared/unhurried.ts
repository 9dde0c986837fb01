/** Long looks through the ledger: in small steps between which the page does what it was asked for, and given up at once. */
import Dexie, { liveQuery } from 'dexie';
import type { Watched } from './sources';

/** Lets others have their turn; throws once nobody waits for this look any more. */
export type Turn = () => PromiseLike<void>;

/** Dexie's live query, whose looks end when a newer one begins or nobody listens. */
export function unhurried<T>(look: (turn: Turn) => Promise<T>): Watched<T> {
  return {
    subscribe(next, failed) {
      let current = 0;
      const watched = liveQuery(() => {
        current += 1;
        const mine = current;
        // Dexie's own promise: after a foreign one it would no longer know what this look has read.
        return look(
          () =>
            new Dexie.Promise<void>((resolve, reject) =>
              setTimeout(() => (mine === current ? resolve() : reject(new DOMException('', 'AbortError')))),
            ),
        );
      });
      const all = watched.subscribe(next, failed);
      return {
        unsubscribe() {
          current = -1;
          all.unsubscribe();
        },
      };
    },
  };
}
