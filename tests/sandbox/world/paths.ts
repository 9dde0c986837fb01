import type { Random } from './random';
import type { Happening, State } from './types';
import { moveWorkingMinutes } from './working-time';

/** A step of a path: the state, and after how many working minutes (least, most) it comes. */
type Step = readonly [State, number, number];

const OPENING: readonly Step[] = [
  ['submitted', 0, 0],
  ['accepted', 20, 240],
  ['processing', 10, 200],
];
const CLOSING: readonly Step[] = [
  ['awaiting-signature', 100, 900],
  ['resolved', 30, 300],
  ['returned', 60, 1200],
];

/** Ways a dossier goes, with how often. */
const PATHS: readonly { weight: number; steps: readonly Step[] }[] = [
  { weight: 46, steps: [...OPENING, ...CLOSING] },
  {
    weight: 22,
    steps: [
      ...OPENING,
      ['supplement-required', 60, 600],
      ['supplemented', 900, 2700],
      ['processing', 30, 200],
      ...CLOSING,
    ],
  },
  { weight: 14, steps: [...OPENING, ['payment-required', 60, 600], ['processing', 400, 1500], ...CLOSING] },
  { weight: 7, steps: [...OPENING, ['stopped', 100, 900]] },
  {
    weight: 5,
    steps: [
      ['submitted', 0, 0],
      ['rejected', 30, 400],
    ],
  },
  { weight: 6, steps: [...OPENING, ['withdrawal-requested', 60, 900]] },
];

function choosePath(random: Random): readonly Step[] {
  const total = PATHS.reduce((sum, path) => sum + path.weight, 0);
  let left = random.next() * total;
  for (const path of PATHS) {
    left -= path.weight;
    if (left < 0) return path.steps;
  }
  return OPENING;
}

/** What happens to one dossier, from `start` on and into the future. At the counter a dossier begins as accepted. */
export function walk(start: number, atCounter: boolean, random: Random): Happening[] {
  let at = start;
  const steps = choosePath(random);
  const happenings = steps.map(([state, least, most]) => {
    at = moveWorkingMinutes(at, random.between(least, most));
    return { state, at };
  });
  // A refusal at the counter leaves no dossier, so such a path keeps its first step.
  return atCounter && steps[1]?.[0] === 'accepted' ? happenings.slice(1) : happenings;
}
