/** A simulated week of 2,000 dossiers: how often "out of sync" is true, and how much of what could be known is told. */
import type { BenchSection, Figure } from './section';
import { simulateWeek } from './simulated-week';

const DOSSIERS = 2_000;

async function week(): Promise<Figure[]> {
  const { sightings, shown, shownRight, told, right, seen, found } = simulateWeek(DOSSIERS);
  const size = `${DOSSIERS.toLocaleString('en')} dossiers, ${sightings.toLocaleString('en')} sightings`;
  return [
    {
      what: `week of ${size}: precision of out-of-sync, what findings name asked again`,
      value: right / told,
      unit: 'share',
      atLeast: 0.99,
    },
    { what: 'week: precision by what pages showed alone', value: shownRight / shown, unit: 'share' },
    {
      what: `week: recall of ${seen} disagreements that lasted and were seen on both sides`,
      value: found / seen,
      unit: 'share',
      atLeast: 0.95,
    },
  ];
}

export default { name: 'week', run: week } satisfies BenchSection;
