/** The timeline: lanes, runs, what was not seen, and when two systems were apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../components/sidepanel/timeline-layout';
import type { Finding } from '../../../utils/dossier/finding';
import type { LedgerSighting } from '../../../utils/dossier/sighting';
import { toInstant } from '../../../utils/dossier/time';
import type { Run } from '../../../utils/ledger/database';
import { translator } from '../../../utils/platform/i18n';
import { timeScale } from '../../../utils/view/time-scale';
import { type Timeline, timelineOf } from '../../../utils/view/timeline';

const CODE = 'H26.10-261101-0001';
const at = (clock: string) => `2026-11-10T${clock}:00+07:00`;
const NOW = toInstant(at('16:00'));
const ms = (clock: string) => toInstant(at(clock));

function latest(
  system: string,
  from: string,
  seen: string,
  more: Partial<LedgerSighting> = {},
): LedgerSighting {
  return {
    code: CODE,
    system,
    outcome: 'found',
    status: 'processing',
    statusText: 'Đang xử lý',
    via: 'page',
    seenAt: at(seen),
    firstSeenAt: at(from),
    statusSince: at(from),
    ...more,
  };
}
const past = (system: string, from: string, until: string, status: Run['status']): Run => ({
  code: CODE,
  system,
  outcome: 'found',
  at: at(from),
  until: at(until),
  since: at(from),
  status,
});
const apart = (rule: Finding['rule'], severity: Finding['severity'] = 'error'): Finding => ({
  rule,
  severity,
  systems: ['province-h26', 'national-portal'],
  ask: [],
  reason: { key: '', params: [] },
  remedy: { key: '', params: [] },
});

function timeline(
  sightings: LedgerSighting[],
  history: Run[] = [],
  findings: Finding[] = [],
): Timeline | null {
  return timelineOf({
    sightings,
    history,
    judgement: { findings },
    order: ['province-h26', 'national-portal', 'land'],
    now: NOW,
    wording: { t: translator('vi'), shortName: (id) => id },
  });
}

const HANOI = latest('province-h26', '09:00', '13:00', { status: 'resolved', statusSince: at('08:15') });
const PORTAL = latest('national-portal', '08:00', '12:00');

it('has a lane for each system that was seen, in the order given, runs in order of time', () => {
  const lanes = timeline([PORTAL, HANOI], [past('province-h26', '07:00', '07:40', 'accepted')])?.lanes;
  expect(lanes?.map(({ system }) => system)).toEqual(['province-h26', 'national-portal']);
  expect(lanes?.[0]?.runs).toMatchObject([
    { look: 'work', from: ms('07:00'), until: ms('07:40'), latest: false },
    { look: 'done', since: ms('08:15'), from: ms('09:00'), until: ms('13:00'), latest: true },
  ]);
});

it('nothing was seen: no picture', () => expect(timeline([])).toBeNull());

it('a system that holds the dossier under one code says nothing by not knowing the other', () => {
  const other = latest('land', '10:00', '10:00', { code: 'H26-X', outcome: 'not-found', status: undefined });
  expect(timeline([latest('land', '08:00', '09:00'), other])?.lanes[0]?.runs).toHaveLength(1);
  expect(timeline([other])?.lanes[0]?.runs).toMatchObject([{ look: 'absent', text: 'Không có hồ sơ' }]);
});

it('words outside the vocabulary are masked', () => {
  const [lane] =
    timeline([latest('land', '08:00', '09:00', { status: 'unknown', statusText: 'Chờ ông Nguyễn Văn Mẫu' })])
      ?.lanes ?? [];
  expect(lane?.runs[0]?.text).not.toContain('Mẫu');
});

describe('two systems apart', () => {
  it('from when one was ahead to when the other was last seen behind', () => {
    const spans = timeline([HANOI, PORTAL], [], [apart('status-disagrees')])?.apart;
    expect(spans).toMatchObject([{ from: ms('08:15'), until: ms('12:00'), aside: false }]);
  });

  it.each([
    ['values have no beginning that is known', apart('due-date-disagrees')],
    ['a warning is no disagreement', apart('payment-disagrees', 'warning')],
  ])('no span: %s', (_, finding) => {
    expect(timeline([HANOI, PORTAL], [], [finding])?.apart).toEqual([]);
  });
});

describe('the scale of time', () => {
  const times = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 40 });
  it('keeps the order, stays on the line, keeps different times apart', () =>
    fc.assert(
      fc.property(times, fc.integer({ min: 50, max: 2_000 }), (instants, length) => {
        const scale = timeScale(instants, length);
        const sorted = [...new Set(instants)].sort((a, b) => a - b);
        const places = sorted.map(scale);
        expect(places.every((place) => place >= 0 && place <= length + 1e-6)).toBe(true);
        for (let i = 1; i < places.length; i++) {
          // Each stretch weighs at least 1 of at most 1 + log2(1 + 1e12/600000) = 22 each.
          expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeGreaterThan(
            length / (23 * sorted.length) / 1.01,
          );
        }
      }),
    ));

  it('a longer stretch never gets less room', () => {
    const scale = timeScale([0, 60_000, 3_660_000, 90_000_000], 300);
    const steps = [scale(60_000), scale(3_660_000) - scale(60_000), scale(90_000_000) - scale(3_660_000)];
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
});

describe('the picture', () => {
  const clock = fc.integer({ min: 0, max: 8 * 60 }).map((minute) => NOW - minute * 60_000);
  const runs = fc.array(fc.tuple(clock, clock), { minLength: 1, maxLength: 8 }).map((pairs) =>
    pairs
      .map(([a, b]) => ({
        look: 'work' as const,
        text: 'Đang xử lý hồ sơ',
        since: Math.min(a, b),
        from: Math.min(a, b),
        until: Math.max(a, b),
        latest: false,
      }))
      .sort((a, b) => a.from - b.from),
  );
  it('says “apart” once where the marks of two pairs stand over one another', () => {
    const hour = 3_600_000;
    const run = (from: number) => ({
      look: 'work' as const,
      text: 'Đang xử lý',
      since: NOW - from * hour,
      from: NOW - from * hour,
      until: NOW - hour,
      latest: true,
    });
    const lane = (system: string, from: number) => ({ system, shortName: system, runs: [run(from)] });
    const span = (one: string, from: number, until: number) => ({
      systems: [one, 'province-h26'] as [string, string],
      from: NOW - from * hour,
      until: NOW - until * hour,
      aside: false,
    });
    const wordsOf = (apart: ReturnType<typeof span>[]) =>
      layoutOf(
        {
          from: NOW - 40 * hour,
          now: NOW,
          lanes: [lane('coordination', 40), lane('national-portal', 8)],
          apart,
        },
        400,
      ).apart.map(({ named }) => named);
    expect(wordsOf([span('coordination', 40, 1), span('national-portal', 39, 1)])).toEqual([true, false]);
    expect(wordsOf([span('coordination', 40, 30), span('national-portal', 8, 1)])).toEqual([true, true]);
  });

  it('stays inside its width, whatever was seen, from 200 px on', () =>
    fc.assert(
      fc.property(runs, fc.integer({ min: 120, max: 900 }), (lane, width) => {
        const from = Math.min(...lane.map((run) => run.from));
        const layout = layoutOf(
          { from, now: NOW, lanes: [{ system: 'land', shortName: 'Đất đai', runs: lane }], apart: [] },
          width,
        );
        for (const { x, width: long } of layout.lanes[0]?.bars ?? []) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + long).toBeLessThanOrEqual(layout.width);
        }
        for (const { x } of layout.ticks) expect(x).toBeLessThanOrEqual(layout.width);
      }),
    ));
});
