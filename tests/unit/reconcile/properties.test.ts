import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { CANONICAL_STATUSES } from '../../../utils/dossier/status';
import { toInstant } from '../../../utils/dossier/time';
import { reconcile } from '../../../utils/reconcile';
import { TABLE } from '../../../utils/reconcile/states';
import { CODE, judge, NOW, said, seen } from './scene';

const SYSTEMS = ['national-portal', 'province-h26', 'coordination'];
const START = toInstant('2026-11-01T00:00:00+07:00');

/** Moments in steps of a minute, no two alike, so that "older" and "newer" have one meaning. */
const scene = fc
  .uniqueArray(fc.integer({ min: 0, max: 13_000 }), { minLength: 2, maxLength: 8 })
  .chain((minutes) =>
    fc.tuple(
      ...minutes.map((minute) =>
        fc
          .record({
            system: fc.constantFrom(...SYSTEMS),
            status: fc.constantFrom(...CANONICAL_STATUSES),
            lost: fc.nat({ max: 9 }),
            event: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
          })
          .map(({ system, status, lost, event }) => {
            const at = (ms: number): string => new Date(ms).toISOString();
            const ms = START + minute * 60_000;
            if (lost === 0) return seen(system, at(ms), { outcome: 'not-found' });
            const statusAt = event === undefined ? undefined : at(ms - event * 60_000);
            return seen(system, at(ms), { status, statusAt });
          }),
      ),
    ),
  );

describe('reconcile', () => {
  it('the order in which sightings come changes nothing', () => {
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.nat()), (sightings, keys) => {
        const order = new Map(sightings.map((sighting) => [sighting, keys.next().value ?? 0]));
        const shuffled = [...sightings].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        expect(judge(shuffled)).toEqual(judge(sightings));
      }),
      { numRuns: 300 },
    );
  });

  it('seeing a system again in its state never takes a disagreement away', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom(...SYSTEMS), (sightings, system) => {
        // States that only lead on: what a state may lead back to is held for a day alone.
        const onward = sightings.filter(({ status }) =>
          ['accepted', 'processing', 'resolved', 'returned'].includes(status ?? ''),
        );
        const last = onward
          .filter((one) => one.system === system)
          .sort((a, b) => toInstant(b.seenAt) - toInstant(a.seenAt))[0];
        fc.pre(last !== undefined);
        const again: Sighting = { ...last, seenAt: NOW };
        if (judge(onward).verdict === 'out-of-sync') {
          expect(judge([...onward, again]).verdict).toBe('out-of-sync');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('an older sighting of a system that was seen since never makes a dossier in sync', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom(...CANONICAL_STATUSES), (sightings, status) => {
        const newest = [...sightings].sort((a, b) => toInstant(b.seenAt) - toInstant(a.seenAt))[0];
        fc.pre(newest !== undefined);
        const older = seen(newest.system, new Date(START - 60_000).toISOString(), { status });
        const before = judge(sightings).verdict;
        if (before !== 'in-sync') expect(judge([...sightings, older]).verdict).not.toBe('in-sync');
      }),
      { numRuns: 300 },
    );
  });

  it('the same sightings a day later, with the clock a day later, give the same', () => {
    const shift = (time: string | undefined): string | undefined =>
      time && new Date(toInstant(time) + 86_400_000).toISOString();
    fc.assert(
      fc.property(scene, (sightings) => {
        const later = sightings.map((one) => ({
          ...one,
          seenAt: shift(one.seenAt) ?? '',
          statusAt: shift(one.statusAt),
        }));
        const [one, other] = [judge(sightings), judge(later, { now: shift(NOW) })];
        expect([other.verdict, said(other)]).toEqual([one.verdict, said(one)]);
      }),
    );
  });

  it('cannot-tell always names whom to ask; in sync says nothing of other systems; out of sync has an error', () => {
    fc.assert(
      fc.property(scene, (sightings) => {
        const { verdict, findings } = judge(sightings);
        if (verdict === 'cannot-tell') {
          expect(findings.length).toBeGreaterThan(0);
          for (const { ask } of findings) expect(ask.length).toBeGreaterThan(0);
        }
        expect(findings.some(({ severity }) => severity === 'error')).toBe(verdict === 'out-of-sync');
        const said = findings.filter(({ rule }) => rule !== 'moved-backwards');
        if (verdict === 'in-sync') expect(said).toEqual([]);
      }),
    );
  });

  it('within the grace there is no finding of severity error', () => {
    fc.assert(
      fc.property(scene, (sightings) => {
        // All that happened and was seen lies within one hour, and no dossier was received before it.
        const begin = Math.min(...sightings.map(({ seenAt, statusAt }) => toInstant(statusAt ?? seenAt)));
        const squeezed = (time: string): string =>
          new Date(toInstant(NOW) - 3_600_000 + ((toInstant(time) - begin) % 3_600_000)).toISOString();
        const within = sightings.map((one) => ({
          ...one,
          seenAt: squeezed(one.seenAt),
          statusAt: one.statusAt && squeezed(one.statusAt),
        }));
        expect(judge(within).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('overdue and due-soon are about time: with any due date that all show, the verdict is the same', () => {
    const due = fc.constantFrom('2026-10-30', '2026-11-10T17:00', '2026-11-12', '2026-12-30', '2027-03-01');
    fc.assert(
      fc.property(scene, due, fc.boolean(), (sightings, dueAt, alone) => {
        const some = alone ? sightings.filter(({ system }) => system === sightings[0]?.system) : sightings;
        const dated = some.map((one) => (one.outcome === 'found' ? { ...one, dueAt } : one));
        expect(judge(dated).verdict).toBe(judge(some).verdict);
      }),
    );
  });

  it('a shorter grace never takes a disagreement away', () => {
    fc.assert(
      fc.property(scene, (sightings) => {
        if (judge(sightings, { graceMinutes: 240 }).verdict === 'out-of-sync') {
          expect(judge(sightings, { graceMinutes: 30 }).verdict).toBe('out-of-sync');
        }
      }),
    );
  });
});

describe('the table of states', () => {
  it('names every pair of groups exactly once', () => {
    const groups = Object.keys(TABLE);
    const pairs = Object.entries(TABLE).flatMap(([group, row]) =>
      Object.values(row)
        .flat()
        .map((other) => [group, other].sort().join(' ')),
    );
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs).toHaveLength((groups.length * (groups.length - 1)) / 2);
  });
});

it('a dossier nobody was asked about is cannot-tell', () => {
  const [judgement] = reconcile({ now: NOW, files: [{ codes: [CODE], sightings: [] }], graceMinutes: 60 });
  expect(judgement).toMatchObject({ verdict: 'cannot-tell', findings: [{ rule: 'not-known-yet' }] });
  expect(judgement?.findings[0]?.ask).toEqual(['national-portal', 'province-h26']);
});
