/**
 * "Time decides", written down a second time from its sentence alone and held against the rules: for states that only
 * lead on, and for fees. Whatever was seen, in whatever order and offset it is told, both must say the same.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Payment, Sighting } from '../../../utils/dossier/sighting';
import type { CanonicalStatus } from '../../../utils/dossier/status';
import { judge, seen } from './scene';

const SYSTEMS = ['national-portal', 'province-h26', 'coordination'];
const ROAD: CanonicalStatus[] = ['draft', 'submitted', 'accepted', 'processing', 'resolved', 'returned'];
const FEES: Payment[] = ['unpaid', 'paid'];
const BEGIN = Date.parse('2026-11-09T08:00:00+07:00');
const GRACE = 60;

/** What a system showed, minutes after the beginning; `step` is the place on the road. */
interface Shown {
  minute: number;
  system: string;
  step: number;
  event?: number;
}

const scene = (steps: number) =>
  fc
    .tuple(
      fc.constantFrom(90, 400, 1500),
      fc.uniqueArray(fc.nat({ max: 999 }), { minLength: 2, maxLength: 8 }),
    )
    .chain(([span, places]) =>
      fc.tuple(
        ...[...new Set(places.map((place) => Math.floor((place * span) / 1000)))].map((minute) =>
          fc.record({
            minute: fc.constant(minute),
            system: fc.constantFrom(...SYSTEMS),
            step: fc.nat({ max: steps - 1 }),
            event: fc.option(
              fc.integer({ min: -300, max: 20 }).map((before) => minute + before),
              { nil: undefined, freq: 2 },
            ),
          }),
        ),
      ),
    );

/** In another zone's clock: the same instant. */
function told(minute: number, offset: number): string {
  const local = new Date(BEGIN + (minute + offset * 60) * 60_000).toISOString().slice(0, 19);
  const sign = offset < 0 ? '-' : '+';
  return `${local}${sign}${String(Math.abs(offset)).padStart(2, '0')}:00`;
}

/** The sentence: out of sync when one was seen behind later than another had been ahead since, plus the grace. */
function verdictOf(shown: Shown[]): string {
  const latest = new Map<string, { step: number; since: number; seen: number }>();
  for (const { minute, system, step, event = minute } of [...shown].sort((a, b) => a.minute - b.minute)) {
    const run = latest.get(system);
    const began = Math.min(minute, event);
    const since = run?.step === step ? Math.min(run.since, began) : began;
    latest.set(system, { step, since, seen: minute });
  }
  const all = [...latest.values()];
  const apart = all.some((a) => all.some((b) => a.step > b.step && b.seen > a.since + GRACE));
  if (apart) return 'out-of-sync';
  return all.length > 1 && all.every(({ step }) => step === all[0]?.step) ? 'in-sync' : 'cannot-tell';
}

function hold(
  shown: Shown[],
  offset: number,
  backwards: boolean,
  show: (one: Shown) => Partial<Sighting>,
): void {
  const sightings = shown.map((one) => seen(one.system, told(one.minute, offset), show(one)));
  const { verdict } = judge(backwards ? sightings.reverse() : sightings);
  expect(verdict).toBe(verdictOf(shown));
}

const offset = fc.constantFrom(-5, 0, 7, 14);

it('states that only lead on', () => {
  fc.assert(
    fc.property(scene(ROAD.length), offset, fc.boolean(), (shown, zone, backwards) => {
      hold(shown, zone, backwards, ({ step, event }) => ({
        status: ROAD[step],
        ...(event !== undefined && { statusAt: told(event, 7) }),
      }));
    }),
    { numRuns: 1000 },
  );
}, 30_000);

it('fees: what is paid was unpaid before', () => {
  fc.assert(
    fc.property(scene(FEES.length), offset, fc.boolean(), (shown, zone, backwards) => {
      const bare = shown.map(({ event: _event, ...one }) => one);
      hold(bare, zone, backwards, ({ step }) => ({ status: 'processing', payment: FEES[step] }));
    }),
    { numRuns: 1000 },
  );
}, 30_000);
