import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRun, foldSightings } from '../../../utils/dossier/runs';
import type { LedgerSighting, Sighting } from '../../../utils/dossier/sighting';
import { toInstant } from '../../../utils/dossier/time';

function seen(clock: string, more: Partial<Sighting> = {}): Sighting {
  return {
    code: 'H26.10-261101-0001',
    system: 'province-h26',
    outcome: 'found',
    status: 'processing',
    via: 'page',
    seenAt: `2026-11-10T${clock}:00+07:00`,
    ...more,
  };
}

/** Hours of the tenth, Vietnam's clock. */
function clockOf(instant: string | undefined): string | undefined {
  if (!instant) return undefined;
  return new Date(toInstant(instant) + 7 * 3_600_000).toISOString().slice(11, 16);
}

function fold(sightings: Sighting[]): LedgerSighting | undefined {
  return sightings.reduce<LedgerSighting | undefined>((run, next) => foldRun(run, next), undefined);
}

describe('foldRun', () => {
  it.each([
    ['one sighting', [seen('08:00')], '08:00', '08:00'],
    ['seen again: since stays', [seen('08:00'), seen('10:00')], '08:00', '08:00'],
    [
      'an event goes before the first sighting',
      [seen('08:00', { statusAt: '2026-11-10T07:10' })],
      '08:00',
      '07:10',
    ],
    [
      'an event told later in the run counts for the run',
      [seen('08:00'), seen('10:00', { statusAt: '2026-11-10T07:10' })],
      '08:00',
      '07:10',
    ],
    [
      'an event told once is kept',
      [seen('08:00', { statusAt: '2026-11-10T07:10' }), seen('10:00')],
      '08:00',
      '07:10',
    ],
    [
      'an event after the sighting (a clock that is ahead) changes nothing',
      [seen('08:00', { statusAt: '2026-11-10T08:03' })],
      '08:00',
      '08:00',
    ],
    ['a bare date counts from its end', [seen('08:00', { statusAt: '2026-11-10' })], '08:00', '08:00'],
    ['a bare date of the day before', [seen('08:00', { statusAt: '2026-11-09' })], '08:00', '23:59'],
    [
      'the end of the work is when an end began',
      [seen('08:00', { status: 'resolved', resolvedAt: '2026-11-10T06:30' })],
      '08:00',
      '06:30',
    ],
    ['but not when work went on', [seen('08:00', { resolvedAt: '2026-11-10T06:30' })], '08:00', '08:00'],
    [
      'a broken run starts anew',
      [seen('08:00'), seen('09:00', { status: 'paused' }), seen('10:00')],
      '10:00',
      '10:00',
    ],
    [
      'not found breaks a run',
      [seen('08:00'), seen('09:00', { outcome: 'not-found', status: undefined }), seen('10:00')],
      '10:00',
      '10:00',
    ],
    [
      'a failed lookup does not',
      [seen('08:00'), seen('09:00', { outcome: 'captcha', status: undefined }), seen('10:00')],
      '08:00',
      '08:00',
    ],
    [
      'a page without a status does not, and is no sighting of the state',
      [seen('08:00'), seen('09:00', { status: undefined })],
      '08:00',
      '08:00',
    ],
    [
      'one state in other words goes on',
      [seen('08:00', { statusText: 'Chờ xử lý' }), seen('09:00', { statusText: 'Đang xử lý' })],
      '08:00',
      '08:00',
    ],
    [
      'unknown words are a state each',
      [
        seen('08:00', { status: 'unknown', statusText: 'Chờ A' }),
        seen('09:00', { status: 'unknown', statusText: 'Chờ B' }),
      ],
      '09:00',
      '09:00',
    ],
  ])('%s', (_, sightings, firstSeen, since) => {
    const run = fold(sightings);
    expect([clockOf(run?.firstSeenAt), clockOf(run?.statusSince)]).toEqual([firstSeen, since]);
    expect(foldSightings([...sightings].reverse())).toEqual(run);
  });

  it('keeps the state with the time it was seen when a later page shows none, and takes that page’s facts', () => {
    const run = fold([seen('08:00'), seen('09:00', { status: undefined, receivedAt: '2026-11-01' })]);
    expect(run).toMatchObject({
      status: 'processing',
      seenAt: '2026-11-10T08:00:00+07:00',
      receivedAt: '2026-11-01',
    });
  });

  it('a list page does not take away what the detail page said', () => {
    const run = fold([
      seen('08:00', { receivedAt: '2026-11-01', dueAt: '2026-11-20', procedureCode: '1.004873' }),
      seen('09:00'),
    ]);
    expect(run).toMatchObject({ receivedAt: '2026-11-01', dueAt: '2026-11-20', procedureCode: '1.004873' });
  });

  it('a due date does not outlive the state it was given in', () => {
    const run = fold([seen('08:00', { dueAt: '2026-11-20' }), seen('09:00', { status: 'paused' })]);
    expect(run).not.toHaveProperty('dueAt');
  });

  it('after not-found, a dossier that is there again is there', () => {
    const run = fold([
      seen('08:00', { outcome: 'not-found', status: undefined }),
      seen('09:00', { status: undefined }),
    ]);
    expect(run?.outcome).toBe('found');
  });

  it('a late sighting of another state inside the run breaks it', () => {
    const run = fold([seen('08:00'), seen('10:00'), seen('09:00', { status: 'paused' })]);
    expect(run).toMatchObject({ status: 'processing' });
    expect(clockOf(run?.statusSince)).toBe('10:00');
  });
});

/** Often close together: sightings at one instant are where order of arrival matters. */
const minutes = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 600 }));
const sightings = fc.array(
  fc
    .record({
      minute: minutes,
      outcome: fc.constantFrom(
        'found' as const,
        'found' as const,
        'not-found' as const,
        'unreachable' as const,
      ),
      status: fc.constantFrom('processing' as const, 'resolved' as const, 'paused' as const, undefined),
      event: fc.option(minutes, { nil: undefined }),
    })
    .map(({ minute, outcome, status, event }) => {
      const at = (m: number): string =>
        `2026-11-10T${String(8 + Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
      const found = outcome === 'found';
      return seen('08:00', {
        seenAt: `${at(minute)}:00+07:00`,
        outcome,
        status: found ? status : undefined,
        statusAt: found && status && event !== undefined ? at(event) : undefined,
      });
    }),
  { minLength: 1, maxLength: 8 },
);

describe('order of arrival', () => {
  it('changes nothing when all sightings are at hand', () => {
    fc.assert(
      fc.property(sightings, fc.infiniteStream(fc.nat()), (list, keys) => {
        const order = new Map(list.map((sighting) => [sighting, keys.next().value ?? 0]));
        const shuffled = [...list].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        const [one, other] = [foldSightings(list), foldSightings(shuffled)];
        expect(other?.status).toBe(one?.status);
        expect(other?.outcome).toBe(one?.outcome);
        expect(other?.statusSince).toBe(one?.statusSince);
        expect(other?.seenAt).toBe(one?.seenAt);
      }),
      { numRuns: 1_000 },
    );
  });

  it('one by one, the latest state is the same and since is never earlier than the truth', () => {
    fc.assert(
      fc.property(sightings, (list) => {
        const known = list.filter(({ outcome, status }) => outcome !== 'found' || status);
        const [exact, arrived] = [foldSightings(known), fold(known)];
        expect(arrived?.status).toBe(exact?.status);
        expect(arrived?.outcome).toBe(exact?.outcome);
        if (exact?.outcome !== 'found') return;
        expect(toInstant(arrived?.statusSince ?? '')).toBeGreaterThanOrEqual(toInstant(exact.statusSince));
      }),
      { numRuns: 1_000 },
    );
  });
});
