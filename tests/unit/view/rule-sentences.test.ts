/** Whatever the rules say can be said in both languages, in whole sentences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../utils/dossier/finding';
import type { Limit } from '../../../utils/dossier/limit';
import type { Sighting } from '../../../utils/dossier/sighting';
import { CANONICAL_STATUSES } from '../../../utils/dossier/status';
import { toInstant } from '../../../utils/dossier/time';
import { translator } from '../../../utils/platform/i18n';
import { reconcile } from '../../../utils/reconcile';
import { gather } from '../../../utils/reconcile/gather';
import { sentence } from '../../../utils/view/sentence';

const NOW = '2026-11-10T16:00:00+07:00';
const SYSTEMS = ['national-portal', 'coordination', 'ministry-g15', 'province-h26', 'payment'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const day = fc.constantFrom(
  '2026-09-01',
  '2026-11-05T17:00',
  '2026-11-09',
  '2026-11-11',
  '2026-11-27',
  '2027-02-01',
);
const sighting: fc.Arbitrary<Sighting> = fc.record({
  code: fc.constant('H26.10-261101-0001'),
  system: fc.constantFrom(...SYSTEMS),
  outcome: fc.constantFrom('found', 'found', 'found', 'found', 'not-found', 'captcha'),
  status: maybe(fc.constantFrom(...CANONICAL_STATUSES)),
  statusAt: maybe(day),
  receivedAt: maybe(fc.constantFrom('2026-09-01', '2026-11-02T08:00')),
  dueAt: maybe(day),
  resolvedAt: maybe(day),
  overdueShown: maybe(fc.boolean()),
  payment: maybe(fc.constantFrom('unpaid', 'paid', 'refunded')),
  receipt: maybe(fc.boolean()),
  result: maybe(fc.boolean()),
  procedureCode: maybe(fc.constantFrom('1.004873', '2.000815')),
  fee: maybe(fc.constantFrom(0, 50_000, 1_250_000)),
  limit: maybe(
    fc.constantFrom<Limit>(
      { count: 5, unit: 'working-day' },
      { count: 0.5, unit: 'working-day' },
      { count: 3, unit: 'hour' },
      { count: 30, unit: 'day' },
      { count: 1, unit: 'month' },
      { count: 2, unit: 'month' },
    ),
  ),
  via: fc.constantFrom('page', 'lookup'),
  seenAt: fc
    .integer({ min: 0, max: 400 })
    .map((halfHours) => new Date(toInstant(NOW) - halfHours * 1_800_000).toISOString()),
});

const RULES: RuleId[] = [
  'status-disagrees',
  'done-but-supplement-owed',
  'missing-on-system',
  'wrong-system',
  'due-date-disagrees',
  'false-overdue',
  'payment-disagrees',
  'receipt-missing',
  'result-missing',
  'procedure-disagrees',
  'incomplete-on-system',
  'overdue',
  'due-soon',
  'moved-backwards',
  'no-progress',
  'not-known-yet',
];

describe('sentences', () => {
  it('stand for every rule in both languages, with nothing left open; no rule ever throws', () => {
    const seen = new Set<string>();
    const wordings = (['vi', 'en'] as const).map((language) => ({
      t: translator(language),
      shortName: (id: string) => id,
    }));
    fc.assert(
      fc.property(fc.array(sighting, { minLength: 1, maxLength: 7 }), fc.boolean(), (sightings, computed) => {
        const [judgement] = reconcile({
          now: NOW,
          files: gather(sightings, [], toInstant(NOW)),
          graceMinutes: 60,
          routing: [{ system: 'ministry-g15' }],
          limitOf: () => (computed ? { count: 5, unit: 'working-day' } : null),
        });
        for (const { rule, systems, reason, remedy } of judgement?.findings ?? []) {
          seen.add(rule);
          for (const words of [reason, remedy]) {
            for (const wording of wordings) {
              const text = sentence(words, wording);
              expect(text).not.toMatch(/\$\d|undefined|NaN|null/);
              expect(text).toMatch(/[.]$/);
            }
          }
          for (const wording of wordings) {
            const text = sentence(reason, wording);
            if (reason.key !== 'rule_not_known_yet_nothing_reason') expect(text).toMatch(/\d\d\/\d\d\/\d{4}/);
            for (const system of systems) expect(text).toContain(system);
          }
        }
      }),
      { numRuns: 1500, seed: 5 },
    );
    expect([...seen].sort()).toEqual([...RULES].sort());
  }, 30_000);
});
