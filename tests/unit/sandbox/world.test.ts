import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SEED, SANDBOX_SYSTEMS, takeCensus, World } from '../../sandbox/index';
import { tourPages } from '../../sandbox/tour';
import { PERSONAL_MARKERS } from '../../sandbox/world/people';
import { DAY, dueAfter, HOUR, moveWorkingMinutes, startOfDay } from '../../sandbox/world/working-time';
import { NOW } from './portal-client';

function print(world: World): string {
  return JSON.stringify(world.dossiers.map((dossier) => [dossier, world.truth(dossier.code)]));
}

describe('the world', () => {
  it('is the same for the same seed and beginning, and another for another seed', () => {
    expect(print(new World({ seed: 7, now: NOW }))).toBe(print(new World({ seed: 7, now: NOW })));
    expect(print(new World({ seed: 8, now: NOW }))).not.toBe(print(new World({ seed: 7, now: NOW })));
  });

  it('has enough dossiers, each code once, in the shapes of its agency', () => {
    const world = new World({ now: NOW });
    const codes = world.dossiers.flatMap(({ code, nationCode }) =>
      nationCode ? [code, nationCode] : [code],
    );
    expect(world.dossiers.length).toBeGreaterThanOrEqual(60);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { owner, code } of world.dossiers) {
      const shape = {
        'province-h26': /^(000\.[0A]0\.01\.H26|H26\.[\d.]+)-\d{6}-\d{4}$/,
        'ministry-g18': /G18(\.04)?-\d{6}-18\d{4,5}$/,
        'ministry-g11': /G11(\.03)?-\d{6}-11\d{5}$/,
        land: /^H15\.50[\d.]*-\d{6}-\d{4}$/,
      }[owner];
      expect(code).toMatch(shape);
    }
    expect(world.dossiers.some(({ nationCode }) => nationCode !== undefined)).toBe(true);
  });

  it('by default is out of sync in every way at any hour of the week', () => {
    for (let hour = 0; hour < 7 * 24; hour += 5) {
      const world = new World({ now: NOW + hour * HOUR });
      const census = takeCensus(world);
      expect(census.agreeing.length).toBeGreaterThanOrEqual(3);
      expect(census.disagreeing.length).toBeGreaterThanOrEqual(3);
      expect(census.doneButOwed.length).toBeGreaterThanOrEqual(1);
      expect(census.missingOnNationalPortal.length).toBeGreaterThanOrEqual(1);
      expect(census.alone.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('by default has a dossier’s own page of each system of record at any hour of the week', () => {
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      const details = tourPages(new World({ now: NOW + hour * HOUR })).filter(
        ({ kind }) => kind === 'detail',
      );
      expect(details.map(({ system }) => system)).toEqual(
        expect.arrayContaining(['province-h26', 'ministry-g18', 'ministry-g11', 'land']),
      );
    }
  });

  it('disagrees by times that the pages show: the history of the system ahead is older than two hours', () => {
    const world = new World({ now: NOW });
    for (const { code, ahead, aheadSince, aheadState } of takeCensus(world).disagreeing) {
      const dossier = world.find(code);
      const holding = dossier && world.holding(ahead, dossier);
      expect(holding?.history.some(({ at, state }) => at === aheadSince && state === aheadState)).toBe(true);
      expect(world.now() - aheadSince).toBeGreaterThan(2 * HOUR);
    }
  });

  it('moves only by its clock, and never shows what lies ahead', () => {
    const world = new World({ now: NOW });
    const before = print(world);
    expect(print(world)).toBe(before);
    world.setNow(NOW + 2 * DAY);
    expect(print(world)).not.toBe(before);
    for (const system of SANDBOX_SYSTEMS) {
      for (const holding of world.held(system)) {
        expect(holding.since).toBeLessThanOrEqual(world.now());
        expect(holding.receivedAt ?? 0).toBeLessThanOrEqual(world.now());
        expect(holding.finishedAt ?? 0).toBeLessThanOrEqual(world.now());
        expect(holding.history.at(-1)?.text).toBe(holding.text);
      }
    }
  });

  it('follows the real clock when none is given', () => {
    const world = new World();
    expect(Math.abs(world.now() - Date.now())).toBeLessThan(2000);
    expect(world.seed).toBe(DEFAULT_SEED);
  });

  it('tells the truth of a code in any case and by both codes, and nothing of a code it does not know', () => {
    const world = new World({ now: NOW });
    const pair = world.dossiers.find(({ nationCode }) => nationCode !== undefined);
    expect(world.truth(pair?.nationCode?.toLowerCase() ?? '')).toEqual(world.truth(pair?.code ?? ''));
    expect(world.truth(pair?.code ?? '')['ministry-g18']?.code).toBe(pair?.code);
    expect(Object.values(world.truth('H26.132-200101-0001'))).toEqual(SANDBOX_SYSTEMS.map(() => null));
  });

  it('holds each dossier on its system of record and on what copies it, nowhere else', () => {
    const world = new World({ now: NOW });
    const begun = world.dossiers.filter(({ happenings }) => (happenings[0]?.at ?? NOW) < NOW);
    expect(begun.length).toBeGreaterThan(60);
    for (const dossier of begun) {
      const truth = world.truth(dossier.code);
      for (const system of ['ministry-g18', 'ministry-g11', 'province-h26', 'land'] as const) {
        expect(truth[system] !== null).toBe(system === dossier.owner);
      }
    }
  });
});

describe('the synchronisation job', () => {
  const world = new World({ now: NOW });
  const messages = world.dossiers.flatMap(({ messages, owner }) =>
    messages.map((one) => ({ ...one, owner })),
  );

  it('is late, loses messages, and is mostly on time', () => {
    const waits = messages.map(({ arrivesAt, happenedAt }) =>
      arrivesAt === null ? null : arrivesAt - happenedAt,
    );
    expect(waits.filter((wait) => wait === null).length).toBeGreaterThan(5);
    expect(waits.filter((wait) => wait !== null && wait > 2 * HOUR).length).toBeGreaterThan(5);
    expect(waits.filter((wait) => wait !== null && wait < HOUR / 4).length).toBeGreaterThan(waits.length / 2);
  });

  it('sends 9 for 5, 6 and 8 from the provinces, and the truth from the ministries', () => {
    const owed = ['supplement-required', 'payment-required', 'stopped'];
    for (const { code } of world.dossiers.filter(({ happenings }) =>
      happenings.some(({ state }) => owed.includes(state)),
    )) {
      const dossier = world.find(code);
      const sent = dossier?.messages.filter(({ happenedAt }) =>
        dossier.happenings.some(({ at, state }) => at === happenedAt && owed.includes(state)),
      );
      const flat = dossier?.owner === 'province-h26' || dossier?.owner === 'land';
      for (const { state } of sent ?? []) expect(state === 'resolved').toBe(flat);
    }
  });

  it('never creates a dossier whose first message was lost', () => {
    for (const dossier of world.dossiers) {
      for (const target of ['national-portal', 'coordination'] as const) {
        const own = dossier.messages.filter((message) => message.target === target);
        if (own[0]?.arrivesAt === null) expect(own.every(({ arrivesAt }) => arrivesAt === null)).toBe(true);
      }
    }
  });
});

describe('working time', () => {
  it('goes forth and back to the same minute of office hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 4000 }),
        (start, minutes) => {
          const from = moveWorkingMinutes(NOW, start);
          // The end of one span and the beginning of the next are the same moment of work: one step on tells.
          const back = moveWorkingMinutes(moveWorkingMinutes(from, minutes), -minutes);
          expect(moveWorkingMinutes(back, 1)).toBe(moveWorkingMinutes(from, 1));
          expect(moveWorkingMinutes(from, minutes)).toBeGreaterThan(from);
          expect(moveWorkingMinutes(from, -minutes)).toBeLessThan(from);
        },
      ),
    );
  });

  it.each([
    ['over the night', Date.UTC(2026, 9, 7, 9, 50), 20, Date.UTC(2026, 9, 8, 0, 40)],
    ['over the weekend', Date.UTC(2026, 9, 9, 9, 50), 20, Date.UTC(2026, 9, 12, 0, 40)],
    ['over noon', Date.UTC(2026, 9, 7, 4, 25), 10, Date.UTC(2026, 9, 7, 6, 35)],
    ['back from a Sunday', Date.UTC(2026, 9, 11, 3, 0), -10, Date.UTC(2026, 9, 9, 9, 50)],
  ])('%s', (_reason, from, minutes, to) => {
    expect(moveWorkingMinutes(from, minutes)).toBe(to);
  });

  it('promises the end of the day after so many working days', () => {
    expect(dueAfter(Date.UTC(2026, 9, 9, 3, 0), 1)).toBe(Date.UTC(2026, 9, 12, 10, 0));
    expect(startOfDay(Date.UTC(2026, 9, 9, 18, 0))).toBe(Date.UTC(2026, 9, 9, 17, 0));
  });
});

it('names its people so that nobody could take them for real', () => {
  expect(PERSONAL_MARKERS).toContain('Nguyễn Văn Mẫu');
  expect(PERSONAL_MARKERS).toContain('001099000001');
  expect(PERSONAL_MARKERS).toContain('0900000001');
  expect(PERSONAL_MARKERS).toContain('Số 1 phố Mẫu');
});
