/** Whatever a store holds, valid settings come out of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATABASE_IDS } from '../../../utils/dossier/database';
import { effectiveSettings } from '../../../utils/policy';
import { policySchema } from '../../../utils/policy/schema';
import type { Settings } from '../../../utils/policy/settings';
import { CATALOGUE, systemById } from '../../../utils/systems';
import { systemSchema } from '../../../utils/systems/schema';

function valid(settings: Settings): void {
  // The catalogue's own systems are checked in tests of the catalogue.
  const changed = settings.systems.filter((system) => !CATALOGUE.includes(system));
  for (const system of changed) expect(systemSchema.safeParse(system).success).toBe(true);
  expect(new Set(settings.systems.map(({ id }) => id)).size).toBe(settings.systems.length);
  for (const id of settings.disabled) expect(systemById(settings.systems, id)).toBeNull();
  const { officeProvince, supportContact, ...rest } = settings;
  const { graceMinutes, askAutomatically, databases, retentionDays, showCannotTell, language } = rest;
  const again = { graceMinutes, askAutomatically, databases, retentionDays, showCannotTell, language };
  expect(policySchema.safeParse({ ...again, officeProvince, supportContact }).error?.issues ?? []).toEqual(
    [],
  );
  for (const { path, reason } of settings.problems)
    expect(typeof path === 'string' && reason.length > 0).toBe(true);
}

describe('whatever comes in', () => {
  const keys = [
    ...Object.keys(policySchema.shape),
    'disabled',
    '__proto__',
    'constructor',
    'systems.land',
    '',
  ];
  const ids = [...CATALOGUE.slice(0, 4).map(({ id }) => id as string), ...DATABASE_IDS, 'qlvb', '__proto__'];
  const leaf = fc.oneof(
    fc.constantFrom(
      'in-use',
      'documents',
      'H26',
      'h47',
      'en',
      'a.gov.vn',
      '*.gov.vn',
      'https://a.gov.vn/{code}',
      '{',
      '[]',
    ),
    fc.constantFrom(5, 30, 1_440, 0, -1, 1.5, Number.NaN),
    fc.boolean(),
    fc.anything(),
  );
  const field = fc.constantFrom(
    'enabled',
    'hosts',
    'state',
    'url',
    'name',
    'kind',
    'connector',
    'dossierUrl',
    'email',
    'x',
  );
  const entry = fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 4 }),
    fc.dictionary(field, fc.oneof(leaf, fc.array(leaf))),
  );
  const value = fc.oneof(leaf, entry, fc.dictionary(fc.constantFrom(...ids), entry));
  const texted = fc.oneof(
    value,
    fc.json(),
    value.map((one) => String(toJson(one))),
  );
  const values = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), texted),
  );

  test('valid settings come out', () => {
    fc.assert(
      fc.property(values, values, (managed, own) => valid(effectiveSettings(managed, own))),
      { numRuns: 150 },
    );
  });

  test('good siblings of a bad entry survive', () => {
    const junk = fc.dictionary(fc.constantFrom(...ids.filter((id) => id !== 'coordination')), entry);
    fc.assert(
      fc.property(junk, fc.dictionary(fc.constantFrom(...keys), texted), (bad, badKeys) => {
        const good = { coordination: { enabled: false } };
        const settings = effectiveSettings(
          { ...badKeys, systems: { ...bad, ...good }, graceMinutes: 33 },
          badKeys,
        );
        expect(settings.graceMinutes).toBe(33);
        expect(settings.disabled).toContain('coordination');
        valid(settings);
      }),
      { numRuns: 150 },
    );
  });

  test('a long text is refused, not parsed', () => {
    const text = `{"land":{"enabled":false},"x":"${'x'.repeat(600_000)}"}`;
    expect(effectiveSettings({ systems: text }, {}).problems.map(({ path }) => path)).toEqual(['systems']);
  });
});

/** What JSON cannot say (a cycle, a bigint) becomes a text that is no JSON. */
function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return 'not JSON';
  }
}
