import type { State } from './types';

/** TrangThaiHoSo, the national list 1–10; the two states it does not know are under 4. */
const NUMBERS: Readonly<Record<State, number>> = {
  submitted: 1,
  accepted: 2,
  rejected: 3,
  processing: 4,
  supplemented: 4,
  'awaiting-signature': 4,
  'supplement-required': 5,
  'payment-required': 6,
  'withdrawal-requested': 7,
  stopped: 8,
  resolved: 9,
  returned: 10,
};

/** Number of a state in the national list. */
export function nationalNumber(state: State): number {
  return NUMBERS[state];
}
