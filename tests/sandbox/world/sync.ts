/**
 * The synchronisation job that copies what happens in a system of record to the national portal and to coordination.
 * It is as bad as the real ones: mostly minutes, sometimes hours, sometimes never.
 */
import type { Random } from './random';
import type { Copier, Happening, Message, Owner, State } from './types';
import { HOUR, MINUTE } from './working-time';

const LOST = 0.045;
const LATE = 0.1;
const TARGETS: readonly Copier[] = ['national-portal', 'coordination'];

/** The provinces' jobs send 9 "Đã xử lý xong" for 5, 6 and 8: their own list ends where the national one goes on. */
const FLATTENED: readonly State[] = ['supplement-required', 'payment-required', 'stopped'];
const FLATTENING_OWNERS: readonly Owner[] = ['province-h26', 'land'];

/** The state as the message words it; the national list knows neither "supplemented" nor "awaiting signature". */
export function stateSent(owner: Owner, state: State): State {
  if (FLATTENING_OWNERS.includes(owner) && FLATTENED.includes(state)) return 'resolved';
  if (state === 'supplemented' || state === 'awaiting-signature') return 'processing';
  return state;
}

function delay(random: Random): number | null {
  const roll = random.next();
  const minutes = random.between(1, 9);
  const hours = random.between(3, 30);
  if (roll < LOST) return null;
  return roll < LOST + LATE ? hours * HOUR : minutes * MINUTE;
}

/**
 * All messages of one dossier. Where the first one is lost the target never creates the dossier and refuses the rest.
 * What a citizen submits online begins on the national portal itself.
 */
export function messagesOf(
  owner: Owner,
  online: boolean,
  happenings: readonly Happening[],
  random: Random,
): Message[] {
  return TARGETS.flatMap((target) => {
    let known = true;
    return happenings.map(({ state, at }, index): Message => {
      const born = online && index === 0 && target === 'national-portal';
      const wait = born ? 0 : delay(random);
      if (index === 0) known = wait !== null;
      const arrivesAt = known && wait !== null ? at + wait : null;
      return { target, state: stateSent(owner, state), happenedAt: at, arrivesAt };
    });
  });
}
