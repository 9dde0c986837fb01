/** What one system said over time, told in whatever order: no state is shown that it would not have told in order. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldSightings } from '../../../utils/dossier/runs';
import type { Sighting } from '../../../utils/dossier/sighting';
import { type History, insertSighting } from '../../../utils/ledger/runs-of-system';
import { at, ended, seen } from './seen-dossier';

const absent: Partial<Sighting> = { outcome: 'not-found', status: undefined, statusText: undefined };
const stateless: Partial<Sighting> = { status: undefined, statusText: undefined };

function told(sightings: readonly Sighting[]): History {
  const start: History = { latest: undefined, ended: [], touched: new Set() };
  return sightings.reduce(insertSighting, start);
}

it('a late state does not come back past a not-found in between', () => {
  const { latest } = told([seen(20, stateless), seen(10, absent), seen(0, ended)]);
  expect(latest).toMatchObject({ outcome: 'found', seenAt: at(20) });
  expect(latest?.status).toBeUndefined();
});

it('without one in between it is the state of a dossier that later pages only showed', () => {
  const { latest } = told([seen(20, stateless), seen(10, ended), seen(0, absent)]);
  expect(latest).toMatchObject({ status: 'resolved', seenAt: at(10), firstSeenAt: at(10) });
});

it('shown again after a not-found that comes late, the dossier is there', () => {
  const orders = [
    [seen(20, stateless), seen(0, ended), seen(10, absent)],
    [seen(0, ended), seen(20, stateless), seen(10, absent)],
  ];
  for (const order of orders) {
    const { latest, ended: runs } = told(order);
    expect(latest).toMatchObject({ outcome: 'found', seenAt: at(20), firstSeenAt: at(20) });
    expect(latest?.status).toBeUndefined();
    expect(runs.map(({ outcome, at: from, until }) => [outcome, from, until])).toEqual([
      ['found', at(0), at(0)],
      ['not-found', at(10), at(10)],
    ]);
  }
});

it('a not-found after it was last shown counts', () => {
  const { latest } = told([seen(10, stateless), seen(0, ended), seen(20, absent)]);
  expect(latest).toMatchObject({ outcome: 'not-found', seenAt: at(20) });
});

it('in whatever order sightings come, a state that is shown is that of the order of time, and begins no earlier', () => {
  const states = fc.constantFrom<Partial<Sighting>>({}, ended, absent, stateless);
  const all = fc.uniqueArray(fc.record({ minute: fc.integer({ min: 0, max: 30 }), state: states }), {
    selector: ({ minute }) => minute,
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      all.chain((list) => fc.shuffledSubarray(list, { minLength: list.length })),
      (list) => {
        const sightings = list.map(({ minute, state }) => seen(minute, state));
        const truth = foldSightings(sightings);
        const { latest } = told(sightings);
        expect(latest?.outcome).toBe(truth?.outcome);
        if (!latest?.status) return;
        expect(latest.status).toBe(truth?.status);
        expect(latest.statusSince >= (truth?.statusSince ?? '')).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
