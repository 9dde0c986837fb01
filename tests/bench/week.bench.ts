/**
 * Simulated weeks of 2,000 dossiers: how often "out of sync" is true, and how much of what could be known is told. The
 * worst of several weeks, each of another seed. "At first sight" is the verdict before what its findings name is asked;
 * the ledger then holds what pages showed and what was answered before.
 */
import type { BenchSection, Figure } from './section';
import { simulateWeek, type Week } from './simulated-week';

const DOSSIERS = 2_000;
/** A week takes the worlds of some seeds in a row. */
const SEEDS = [1, 1_001, 2_001];
const PRECISION = 0.99;
const RECALL = 0.95;

async function weeks(): Promise<Figure[]> {
  const all = SEEDS.map((seed) => simulateWeek(DOSSIERS, seed));
  const worst = (share: (week: Week) => number): number => Math.min(...all.map(share));
  const sightings = Math.min(...all.map((week) => week.sightings));
  const size = `${DOSSIERS.toLocaleString('en')} dossiers, ${sightings.toLocaleString('en')} sightings, worst of ${all.length}`;
  const seen = Math.min(...all.map((week) => week.seen));
  const share = { unit: 'share' } as const;
  return [
    {
      ...share,
      what: `week of ${size}: precision of out-of-sync at first sight`,
      value: worst(({ shown, shownRight }) => shownRight / shown),
      atLeast: PRECISION,
    },
    {
      ...share,
      what: 'the same once what findings name was asked again',
      value: worst(({ told, right }) => right / told),
      atLeast: PRECISION,
    },
    {
      ...share,
      what: `week: recall of ${seen} disagreements that lasted and were seen on both sides, at first sight`,
      value: worst((week) => week.shownFound / week.seen),
      atLeast: RECALL,
    },
    {
      ...share,
      what: 'the same once what findings name was asked again',
      value: worst((week) => week.found / week.seen),
      atLeast: RECALL,
    },
  ];
}

export default { name: 'week', run: weeks } satisfies BenchSection;
