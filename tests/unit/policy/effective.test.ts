import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, effectiveSettings } from '../../../utils/policy';
import type { Settings } from '../../../utils/policy/settings';
import { DATABASES } from '../../../utils/reuse/databases';
import { CATALOGUE, systemById } from '../../../utils/systems';

const paths = ({ problems }: Settings) => problems.map(({ path }) => path);
const policy = (managed: Record<string, unknown>, own: unknown = undefined) =>
  effectiveSettings(managed, own);

describe('without anything set', () => {
  test.each([[{}], [undefined], [null]])('%j gives the defaults', (nothing) => {
    expect(effectiveSettings(nothing, nothing)).toEqual(DEFAULT_SETTINGS);
  });

  test('nothing is asked by itself, and no database is taken for in use', () => {
    expect(DEFAULT_SETTINGS.askAutomatically).toEqual([]);
    expect(Object.keys(DEFAULT_SETTINGS.databases)).toHaveLength(9);
    expect(Object.values(DEFAULT_SETTINGS.databases).every(({ state }) => state === 'unknown')).toBe(true);
  });

  test('the databases that policy may name are those whose papers are known', () => {
    expect(Object.keys(DEFAULT_SETTINGS.databases)).toEqual(DATABASES.map(({ id }) => id));
  });

  test('blank texts are no setting', () => {
    expect(policy({ systems: '', askAutomatically: '  ' })).toEqual(DEFAULT_SETTINGS);
  });
});

describe('whose word counts', () => {
  test('policy over own over defaults', () => {
    const settings = policy({ graceMinutes: 30 }, { graceMinutes: 10, retentionDays: 7 });
    expect(settings).toMatchObject({
      graceMinutes: 30,
      retentionDays: 7,
      showCannotTell: false,
      problems: [],
    });
    expect(settings.locked).toEqual(['graceMinutes']);
  });

  test('a bad entry of the policy leaves the key to the officer', () => {
    const settings = policy({ graceMinutes: 4 }, { graceMinutes: 10 });
    expect(settings.graceMinutes).toBe(10);
    expect(settings.locked).toEqual([]);
    expect(paths(settings)).toEqual(['graceMinutes']);
  });

  test('a system that policy keeps on cannot be switched off, others can', () => {
    const settings = policy({ systems: '{"land":{"enabled":true}}' }, { disabled: ['land', 'tax'] });
    expect(settings.disabled).toEqual(['tax']);
    expect(systemById(settings.systems, 'land')).not.toBeNull();
    expect(systemById(settings.systems, 'tax')).toBeNull();
    expect(settings.locked).toEqual(['systems.land.enabled', 'disabled.land']);
  });

  test('a policy that only adds hosts leaves the switch to the officer', () => {
    const settings = policy({ systems: '{"tax":{"hosts":["thue.example.gov.vn"]}}' }, { disabled: ['tax'] });
    expect(settings.disabled).toEqual(['tax']);
    expect(settings.locked).toEqual(['systems.tax.hosts']);
  });

  test('databases: entry by entry', () => {
    const settings = policy(
      { databases: '{"land":{"state":"not-connected","note":"Chờ LGSP"}}' },
      { databases: { land: { state: 'in-use' }, health: { state: 'in-use' } } },
    );
    expect(settings.databases.land).toEqual({ state: 'not-connected', note: 'Chờ LGSP' });
    expect(settings.databases.health).toEqual({ state: 'in-use' });
    expect(settings.databases.vehicle).toEqual({ state: 'unknown' });
    expect(settings.locked).toEqual(['databases.land']);
  });

  test("policy's list of hosts to ask replaces the officer's, even when empty", () => {
    const own = { askAutomatically: ['dichvucong.gov.vn'] };
    expect(policy({}, own).askAutomatically).toEqual(['dichvucong.gov.vn']);
    expect(policy({ askAutomatically: '["dichvucong.gov.vn"]' }, { askAutomatically: [] })).toMatchObject({
      askAutomatically: ['dichvucong.gov.vn'],
    });
    expect(policy({ askAutomatically: '[]' }, own)).toMatchObject({
      askAutomatically: [],
      locked: ['askAutomatically'],
    });
  });

  test.each(['askGuardedAutomatically', 'pauseAsking'] as const)(
    'policy’s word on %s goes before the officer’s',
    (key) => {
      expect(policy({}, {})[key]).toBe(false);
      expect(policy({}, { [key]: true })[key]).toBe(true);
      for (const word of [true, false]) {
        const settings = policy({ [key]: word }, { [key]: !word });
        expect([settings[key], settings.locked]).toEqual([word, [key]]);
      }
    },
  );

  test("covered procedures: policy's list replaces the officer's; papers by procedure are the administrator's", () => {
    const own = {
      coveredProcedures: ['1.001193', '1.001193'],
      procedurePapers: { '1.001193': ['residence'] },
    };
    const alone = effectiveSettings({}, own);
    expect(alone.coveredProcedures).toEqual(['1.001193']);
    expect(alone.procedurePapers).toEqual({});
    const both = effectiveSettings({ coveredProcedures: '["1.004884.000.00.00.H26"]' }, own);
    expect(both.coveredProcedures).toEqual(['1.004884']);
    expect(both.locked).toContain('coveredProcedures');
  });

  test('the officer cannot move systems to other hosts', () => {
    const settings = policy({}, { systems: { land: { hosts: ['x.gov.vn'] } } });
    expect(settings.systems).toEqual(CATALOGUE);
    expect(paths(settings)).toEqual(['own.systems']);
  });
});
