/** The keys that say how systems are compared: grace by pair, routing, calendars. */
import { describe, expect, test } from 'vitest';
import { effectiveSettings } from '../../../utils/policy';
import { managedValues } from '../../../utils/policy/managed-schema';

const policy = (managed: Record<string, unknown>, own?: unknown) =>
  effectiveSettings(managedValues(managed), own);
const paths = (managed: Record<string, unknown>) => policy(managed).problems.map(({ path }) => path);

const ROW = { system: 'ministry-g15', procedure: ['1.004873'], agency: 'H26', from: '2026-07-01' };

test('without policy none of them is set', () => {
  expect(effectiveSettings({}, {})).not.toHaveProperty('routing');
  expect(effectiveSettings({}, {})).not.toHaveProperty('gracePairs');
  expect(effectiveSettings({}, {})).not.toHaveProperty('calendars');
});

test('good ones come through as they are', () => {
  const good = {
    routing: [ROW, { system: 'land', note: 'đất đai', exceptions: ['1.000894', 'H26'] }],
    gracePairs: [{ systems: ['ministry-g15', 'national-portal'], minutes: 240 }],
    calendars: { '2027': { official: true, off: ['2027-01-01'], makeUp: [] } },
  };
  expect(policy(good)).toMatchObject({ ...good, problems: [], locked: Object.keys(good) });
});

test('a year’s calendar that policy gives is official unless it says otherwise', () => {
  const { calendars } = policy({
    calendars: { '2027': { off: ['2027-01-01'] }, '2028': { official: false, off: [] } },
  });
  expect(calendars).toEqual({
    '2027': { official: true, off: ['2027-01-01'], makeUp: [] },
    '2028': { official: false, off: [], makeUp: [] },
  });
});

describe('a row stands or falls whole: one that lost a narrowing key would be for more dossiers than was meant', () => {
  test.each([
    ['a key that is no key', { ...ROW, procedures: ['1.004873'] }, 'routing[1]'],
    ['a day that does not exist', { ...ROW, to: '2026-02-30' }, 'routing[1].to'],
    ['no system', { procedure: '1.004873' }, 'routing[1].system'],
    ['a list of numbers', { ...ROW, exceptions: [1] }, 'routing[1].exceptions[0]'],
    ['an empty list of procedures', { ...ROW, procedure: [] }, 'routing[1].procedure'],
  ])('%s', (_, row, path) => {
    expect(policy({ routing: [ROW, row] }).routing).toEqual([ROW]);
    expect(paths({ routing: [ROW, row] })).toEqual([path]);
  });

  test.each([
    ['one system', { systems: ['land'], minutes: 60 }],
    ['no minutes', { systems: ['land', 'national-portal'] }],
    ['a grace shorter than clocks differ', { systems: ['land', 'national-portal'], minutes: 1 }],
  ])('a pair with %s', (_, pair) => {
    expect(policy({ gracePairs: [pair] }).gracePairs).toEqual([]);
    expect(paths({ gracePairs: [pair] })).toHaveLength(1);
  });

  test.each([
    ['a day of another year', { '2027': { off: ['2026-12-31'] } }, 'calendars.2027'],
    ['no days off', { '2027': { makeUp: [] } }, 'calendars.2027.off'],
    ['a day that is none', { '2027': { off: ['2027-02-31'] } }, 'calendars.2027.off[0]'],
    ['no year', { tet: { off: [] } }, 'calendars.tet'],
  ])('a calendar with %s', (_, calendars, path) => {
    expect(policy({ calendars }).calendars).toEqual({});
    expect(paths({ calendars })).toEqual([path]);
  });
});

test('they are the administrator’s alone', () => {
  const settings = policy({}, { routing: [ROW], gracePairs: [], calendars: {} });
  expect(settings).not.toHaveProperty('routing');
  expect(settings.problems.map(({ path }) => path)).toEqual([
    'own.routing',
    'own.gracePairs',
    'own.calendars',
  ]);
});
