import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, effectiveSettings } from '../../../utils/policy';
import { DATABASE_IDS, policySchema } from '../../../utils/policy/schema';
import type { Settings } from '../../../utils/policy/settings';
import { CATALOGUE, systemById, systemOfUrl } from '../../../utils/systems';
import { systemSchema } from '../../../utils/systems/schema';

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
    expect(policy({ askAutomatically: '[]' }, own)).toMatchObject({
      askAutomatically: [],
      locked: ['askAutomatically'],
    });
  });

  test('the officer cannot move systems to other hosts', () => {
    const settings = policy({}, { systems: { land: { hosts: ['x.gov.vn'] } } });
    expect(settings.systems).toEqual(CATALOGUE);
    expect(paths(settings)).toEqual(['own.systems']);
  });
});

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

describe("an office's systems", () => {
  test('own hosts join those of the catalogue and are read as its pages', () => {
    const { systems } = policy({
      systems: '{"documents":{"hosts":["qlvb.hanoi.gov.vn","*.vanban.example.vn"]}}',
    });
    expect(systemOfUrl(systems, 'https://qlvb.hanoi.gov.vn/x')?.id).toBe('documents');
    expect(systemOfUrl(systems, 'https://so-y-te.vanban.example.vn/')?.id).toBe('documents');
    expect(systemOfUrl(systems, 'https://dichvucong.hanoi.gov.vn/')?.id).toBe('province-h26');
  });

  test('a host that the catalogue has already is not added twice', () => {
    const { systems, problems } = policy({ systems: '{"ministry-g18":{"hosts":["motcua.moh.gov.vn"]}}' });
    expect(systems).toEqual(CATALOGUE);
    expect(problems).toEqual([]);
  });

  test('a document system of its own, named and with hosts', () => {
    const { systems, problems } = policy({
      systems: JSON.stringify({
        'qlvb-so-y-te': {
          kind: 'documents',
          name: 'Văn bản Sở Y tế Hà Nội',
          hosts: ['qlvb.soyte.hanoi.gov.vn'],
        },
      }),
    });
    expect(problems).toEqual([]);
    expect(systemOfUrl(systems, 'https://qlvb.soyte.hanoi.gov.vn/')).toMatchObject({
      id: 'qlvb-so-y-te',
      shortName: 'Văn bản Sở Y',
      kind: 'documents',
    });
  });

  test('a chip has a short name, however the long one is spaced', () => {
    const { systems } = policy({
      systems: { qlvb: { kind: 'documents', name: `A${' '.repeat(20)}B`, hosts: ['qlvb.hanoi.gov.vn'] } },
    });
    expect(systemById(systems, 'qlvb')?.shortName).toBe('A B');
  });

  test('an own name, address and way to ask replace the guesses', () => {
    const connector = {
      kind: 'html',
      url: 'https://dichvucong.hanoi.gov.vn/ho-so/{code}',
      answer: { ok: [200], notFound: { status: [404] } },
    };
    const { systems, problems } = policy({
      systems: JSON.stringify({
        'province-h26': { shortName: 'HN', homeUrl: 'https://dichvucong.hanoi.gov.vn/vi', connector },
      }),
    });
    expect(problems).toEqual([]);
    expect(systemById(systems, 'province-h26')).toMatchObject({ shortName: 'HN', connector });
  });

  test.each([
    ['another host', { url: 'https://evil.example.com/{code}' }],
    ['a login', { url: 'https://sso.dancuquocgia.gov.vn/{code}' }],
    ['no encryption', { url: 'http://dichvucong.hanoi.gov.vn/{code}' }],
    ['no code', { url: 'https://dichvucong.hanoi.gov.vn/' }],
    ['the code in the host', { url: 'https://{code}.dichvucong.hanoi.gov.vn/' }],
    ['a password', { url: 'https://a:b@dichvucong.hanoi.gov.vn/{code}' }],
    ['no accepted status', { answer: { ok: [] } }],
    ['a rule of another name', { answer: { ok: [200], lost: {} } }],
    [
      'a token of its own',
      { kind: 'json', method: 'GET', rows: '', codeAt: ['a'], fields: {}, headers: { Authorization: 'x' } },
    ],
  ])('a way to ask with %s is dropped whole: a half of it could be wrong', (_, part) => {
    const connector = {
      kind: 'html',
      url: 'https://dichvucong.hanoi.gov.vn/{code}',
      answer: { ok: [200] },
      ...part,
    };
    const settings = policy({ systems: JSON.stringify({ 'province-h26': { connector } }) });
    expect(settings.systems).toEqual(CATALOGUE);
    expect(settings.problems[0]?.path).toMatch(/^systems\.province-h26\.connector/);
  });

  test('two offices of one province: the old code names the new province', () => {
    expect(policy({ officeProvince: ' h47 ' })).toMatchObject({
      officeProvince: 'H17',
      locked: ['officeProvince'],
    });
  });

  test('any host below a wildcard of the catalogue may be asked', () => {
    expect(policy({ askAutomatically: '["qni.mplis.gov.vn"]' })).toMatchObject({
      askAutomatically: ['qni.mplis.gov.vn'],
      problems: [],
    });
  });
});

function valid(settings: Settings): void {
  for (const system of settings.systems) expect(systemSchema.safeParse(system).success).toBe(true);
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
      { numRuns: 300 },
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
      { numRuns: 300 },
    );
  });

  test('a long text is refused, not parsed', () => {
    const text = `{"land":{"enabled":false},"x":"${'x'.repeat(600_000)}"}`;
    expect(paths(policy({ systems: text }))).toEqual(['systems']);
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
