/**
 * "Skew of up to five minutes changes nothing": clocks of systems and of this machine differ by so much. What happened,
 * was seen or falls due further than ten minutes from whatever it is held against gives one verdict and one set of
 * findings, by however much each system's clock (up to five minutes, either way) is wrong; so does what lies nearer
 * than five minutes and nothing else: it is never out of sync, whatever the grace.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { CANONICAL_STATUSES } from '../../../utils/dossier/status';
import { judge, said, seen } from './scene';

const SYSTEMS = ['national-portal', 'province-h26', 'coordination'];
const BEGIN = Date.parse('2026-11-09T08:00:00+07:00');
/**
 * Systems are seen on the hours; each says that its states began at a minute of its own past one. All that is more than ten
 * minutes apart, as are the ends of these graces.
 */
const HOUR = 60;
const OWN_MINUTE = 12;
const GRACES = [0, 3, 12, 72, 252];

function at(minute: number): string {
  return new Date(BEGIN + minute * 60_000).toISOString();
}

const scene = fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 2, maxLength: 8 }).chain((hours) =>
  fc.tuple(
    ...hours.map((hour) =>
      fc
        .record({
          place: fc.nat({ max: SYSTEMS.length - 1 }),
          status: fc.constantFrom(...CANONICAL_STATUSES),
          absent: fc.nat({ max: 9 }).map((lot) => lot === 0),
          eventBefore: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
          isReceived: fc.boolean(),
          overdueShown: fc.option(fc.boolean(), { nil: undefined, freq: 3 }),
          payment: fc.option(fc.constantFrom('unpaid', 'paid', 'refunded'), { nil: undefined, freq: 3 }),
        })
        .map(({ place, eventBefore, isReceived, ...rest }) => ({
          ...rest,
          system: SYSTEMS[place] ?? '',
          minute: hour * HOUR,
          event: eventBefore && (hour - eventBefore) * HOUR + (place + 1) * OWN_MINUTE,
          received: isReceived ? -(30 + place) * HOUR : undefined,
        })),
    ),
  ),
);
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const shift = fc.integer({ min: -5, max: 5 });
const shifts = fc.record({ system: fc.tuple(shift, shift, shift), now: shift });

function told(shown: Scene, shiftOf: (system: string) => number): Sighting[] {
  return shown.map(({ minute, system, status, absent, event, received, overdueShown, payment }) => {
    const wrong = shiftOf(system);
    if (absent) return seen(system, at(minute + wrong), { outcome: 'not-found' });
    return seen(system, at(minute + wrong), {
      status,
      overdueShown,
      payment,
      ...(event !== undefined && { statusAt: at(event + wrong) }),
      ...(received !== undefined && { receivedAt: at(received + wrong) }),
    });
  });
}

const NOW = 60 * HOUR;

it('clocks that are up to five minutes wrong change nothing of what lies further apart', () => {
  fc.assert(
    fc.property(scene, shifts, fc.constantFrom(...GRACES), (shown, by, graceMinutes) => {
      const right = judge(
        told(shown, () => 0),
        { graceMinutes, now: at(NOW) },
      );
      const wrong = judge(
        told(shown, (system) => by.system[SYSTEMS.indexOf(system)] ?? 0),
        { graceMinutes, now: at(NOW + by.now) },
      );
      expect([wrong.verdict, said(wrong)]).toEqual([right.verdict, said(right)]);
    }),
    { numRuns: 500 },
  );
}, 30_000);

it('what was seen and happened within five minutes is no disagreement, whatever the grace', () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...GRACES), (shown, graceMinutes) => {
      // One order of all that is told, squeezed into five minutes.
      const squeezed = shown.map((one) => ({
        ...one,
        minute: one.minute / (8 * HOUR),
        event: one.event === undefined ? undefined : Math.max(0, one.event / (8 * HOUR)),
        received: one.received === undefined ? undefined : 0,
      }));
      const { findings } = judge(
        told(squeezed, () => 0),
        { graceMinutes, now: at(5) },
      );
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 500 },
  );
}, 30_000);

describe('at the edge, without a grace', () => {
  const cases: [string, number, Parameters<typeof judge>[0], string, string][] = [
    [
      'behind five minutes after',
      60,
      [state('province-h26', 'resolved', 0), state('coordination', 'processing', 5)],
      'cannot-tell',
      'not-known-yet',
    ],
    [
      'behind six minutes after',
      60,
      [state('province-h26', 'resolved', 0), state('coordination', 'processing', 6)],
      'out-of-sync',
      'status-disagrees',
    ],
    [
      'seen five minutes after now',
      30,
      [state('province-h26', 'resolved', 0), state('coordination', 'processing', 35)],
      'out-of-sync',
      'status-disagrees',
    ],
    [
      'seen six minutes after now is no evidence',
      30,
      [state('province-h26', 'resolved', 0), state('coordination', 'processing', 36)],
      'cannot-tell',
      'not-known-yet',
    ],
    ['not found five minutes after receipt', 60, [received(0), absent(5)], 'cannot-tell', 'not-known-yet'],
    ['not found six minutes after receipt', 60, [received(0), absent(6)], 'out-of-sync', 'missing-on-system'],
  ];
  it.each(cases)('%s', (_name, now, sightings, verdict, rule) => {
    const judged = judge(sightings, { graceMinutes: 0, now: at(now) });
    expect([judged.verdict, judged.findings[0]?.rule]).toEqual([verdict, rule]);
  });

  const due = (minute: number) => [
    { ...state('province-h26', 'processing', minute), dueAt: at(0) },
    { ...state('coordination', 'processing', minute), dueAt: at(0) },
  ];
  it.each([
    [5, []],
    [6, ['overdue']],
  ])('%i minutes after the due date', (minute, rules) => {
    const { findings } = judge(due(minute), { graceMinutes: 0, now: at(minute) });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });
});

function state(system: string, status: Sighting['status'], minute: number): Sighting {
  return seen(system, at(minute), { status });
}

function received(minute: number): Sighting {
  return seen('province-h26', at(minute), { status: 'accepted', receivedAt: at(minute) });
}

function absent(minute: number): Sighting {
  return seen('national-portal', at(minute), { outcome: 'not-found' });
}
