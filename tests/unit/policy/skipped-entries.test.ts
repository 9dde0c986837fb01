/** One bad entry of a policy is reported and skipped alone. */
import { describe, expect, test } from 'vitest';
import { effectiveSettings } from '../../../utils/policy';
import type { Settings } from '../../../utils/policy/settings';
import { CATALOGUE, systemById } from '../../../utils/systems';

const paths = ({ problems }: Settings) => problems.map(({ path }) => path);
const policy = (managed: Record<string, unknown>, own: unknown = undefined) =>
  effectiveSettings(managed, own);

describe('one bad entry is skipped alone', () => {
  const json = (value: unknown) => JSON.stringify(value);
  test.each<[string, Record<string, unknown>, string[]]>([
    ['a number out of its limits', { graceMinutes: 1_441 }, ['graceMinutes']],
    ['a number that is not whole', { retentionDays: 1.5 }, ['retentionDays']],
    ['a text for a number', { retentionDays: '30' }, ['retentionDays']],
    ['a text for a switch', { showCannotTell: 'yes' }, ['showCannotTell']],
    ['another language', { language: 'fr' }, ['language']],
    ['a key that does not exist', { graceMinute: 30 }, ['graceMinute']],
    ['a province code of no province', { officeProvince: 'H99' }, ['officeProvince']],
    ["a ministry's code for a province", { officeProvince: 'G01' }, ['officeProvince']],
    [
      'a procedure code that is none',
      { coveredProcedures: json(['1.004884', 'khai sinh', '1.001193.000.00.00.H26']) },
      ['coveredProcedures[1]'],
    ],
    [
      'a paper that does not exist',
      { procedurePapers: json({ '1.004884': ['birth-certificate', 'passport'] }) },
      ['procedurePapers.1.004884[1]'],
    ],
    ['JSON that is none', { systems: '{"land":{"enabled":false}' }, ['systems']],
    ['JSON of another shape', { systems: '["land"]' }, ['systems']],
    [
      'a system that does not exist',
      { systems: json({ ministry: { enabled: false } }) },
      ['systems.ministry'],
    ],
    ['a switch that is none', { systems: json({ land: { enabled: 'no' } }) }, ['systems.land.enabled']],
    [
      'one bad host',
      { systems: json({ tax: { hosts: ['a.gov.vn', 'https://b'] } }) },
      ['systems.tax.hosts[1]'],
    ],
    ['a wildcard over all', { systems: json({ tax: { hosts: ['*.gov.vn'] } }) }, ['systems.tax.hosts[0]']],
    [
      "another system's host",
      { systems: json({ tax: { hosts: ['dichvucong.gov.vn'] } }) },
      ['systems.tax.hosts'],
    ],
    ['a field that does not exist', { systems: json({ tax: { host: 'a.gov.vn' } }) }, ['systems.tax.host']],
    ["a catalogue system's kind", { systems: json({ tax: { kind: 'documents' } }) }, ['systems.tax.kind']],
    [
      'a new system without hosts',
      { systems: json({ qlvb: { kind: 'documents', name: 'Văn bản' } }) },
      ['systems.qlvb'],
    ],
    [
      'a dossier link without the code',
      { systems: json({ land: { dossierUrl: 'https://dla.mplis.gov.vn/dc' } }) },
      ['systems.land.dossierUrl'],
    ],
    [
      'a dossier link elsewhere',
      { systems: json({ land: { dossierUrl: 'https://evil.example.com/{code}' } }) },
      ['systems.land.dossierUrl'],
    ],
    [
      'a script for a link',
      { systems: json({ land: { homeUrl: 'javascript:alert(1)' } }) },
      ['systems.land.homeUrl'],
    ],
    [
      'a database of another name',
      { databases: json({ people: { state: 'in-use' } }) },
      ['databases.people'],
    ],
    ['a state of another name', { databases: json({ land: { state: 'on' } }) }, ['databases.land.state']],
    ['a database without state', { databases: json({ land: { note: 'x' } }) }, ['databases.land.state']],
    ['a wildcard to be asked', { askAutomatically: json(['*.mplis.gov.vn']) }, ['askAutomatically[0]']],
    ['a login to be asked', { askAutomatically: json(['xacthuc.dichvucong.gov.vn']) }, ['askAutomatically']],
    ['a host of no system to be asked', { askAutomatically: json(['example.gov.vn']) }, ['askAutomatically']],
    ['a mail address that is none', { supportContact: json({ email: 'ai đó' }) }, ['supportContact.email']],
    ['a phone number that is none', { supportContact: json({ phone: 'gọi em' }) }, ['supportContact.phone']],
    ['a list too deep', { databases: '['.repeat(40) + ']'.repeat(40) }, ['databases']],
    ['a name out of the prototype', { systems: '{"__proto__":{"enabled":false}}' }, ['systems.__proto__']],
  ])('%s', (_, bad, where) => {
    const good = {
      graceMinutes: 45,
      officeProvince: 'H26',
      language: 'vi',
      supportContact: '{"phone":"1022"}',
      ...bad,
    };
    const settings = policy(good);
    expect(paths(settings)).toEqual(where);
    expect(settings.problems.every(({ reason }) => reason.length > 5 && !/\$\d|undefined/.test(reason))).toBe(
      true,
    );
    // What stands beside it is in force.
    if (!('graceMinutes' in bad)) expect(settings.graceMinutes).toBe(45);
    if (!('officeProvince' in bad)) expect(settings.officeProvince).toBe('H26');
    if (!('supportContact' in bad)) expect(settings.supportContact).toEqual({ phone: '1022' });
    // And what cannot be used has changed nothing.
    if (!('systems' in bad)) expect(settings.systems).toEqual(CATALOGUE);
  });

  test('within one list and one system too', () => {
    const settings = policy({
      systems: json({
        tax: {
          enabled: 'maybe',
          hosts: ['thue.example.gov.vn', 7, 'THUE2.example.gov.vn'],
          shortName: 'Liên thông thuế quá dài',
        },
        land: { enabled: false },
      }),
    });
    expect(systemById(settings.systems, 'tax')?.hosts.map(({ host }) => host)).toEqual([
      'thue.example.gov.vn',
      'thue2.example.gov.vn',
    ]);
    expect(settings.disabled).toEqual(['land']);
    expect(paths(settings)).toEqual(['systems.tax.enabled', 'systems.tax.hosts[1]', 'systems.tax.shortName']);
  });

  test('reasons are in the language of the interface', () => {
    expect(policy({ graceMinutes: 1 }).problems[0]?.reason).toBe('Giá trị nhỏ nhất là 5.');
    expect(policy({ graceMinutes: 1, language: 'en' }).problems[0]?.reason).toBe('The least value is 5.');
  });

  test('the same keys may come as objects: own settings, other browsers', () => {
    const settings = policy({
      systems: { land: { enabled: false } },
      askAutomatically: ['dichvucong.gov.vn'],
    });
    expect(settings).toMatchObject({
      disabled: ['land'],
      askAutomatically: ['dichvucong.gov.vn'],
      problems: [],
    });
  });

  test.each([['a text'], [5], [[{ graceMinutes: 30 }]]])('a policy that is %j is no policy', (managed) => {
    const settings = effectiveSettings(managed, undefined);
    expect(settings).toMatchObject({ graceMinutes: 60 });
    expect(settings.problems).toHaveLength(1);
  });
});
