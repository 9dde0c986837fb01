import { describe, expect, test } from 'vitest';
import { effectiveSettings } from '../../../utils/policy';
import { CATALOGUE, systemById, systemOfUrl } from '../../../utils/systems';
import { connectorSchema } from '../../../utils/systems/schema';

const policy = (managed: Record<string, unknown>) => effectiveSettings(managed, undefined);

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

  test.each(['igate', 'opencps', 'td'] as const)(
    'the way of %s, by the host of its API alone',
    (platform) => {
      const api = 'api.thanhhoa.gov.vn';
      const { systems, problems } = policy({
        systems: JSON.stringify({ 'province-h56': { hosts: [api], connector: { platform, api } } }),
      });
      expect(problems).toEqual([]);
      const connector = systemById(systems, 'province-h56')?.connector;
      expect(connector).toMatchObject({ kind: 'tab', url: expect.stringContaining(`https://${api}/`) });
      expect(connectorSchema.safeParse(connector).success).toBe(true);
    },
  );

  test.each([
    ['another host', { url: 'https://evil.example.com/{code}' }],
    ['a login', { url: 'https://sso.dancuquocgia.gov.vn/{code}' }],
    ['no encryption', { url: 'http://dichvucong.hanoi.gov.vn/{code}' }],
    ['no code', { url: 'https://dichvucong.hanoi.gov.vn/' }],
    ['the code in the host', { url: 'https://{code}.dichvucong.hanoi.gov.vn/' }],
    ['a password', { url: 'https://a:b@dichvucong.hanoi.gov.vn/{code}' }],
    ['no accepted status', { answer: { ok: [] } }],
    [
      'a limit whose unit nobody knows',
      { kind: 'json', method: 'GET', rows: '', codeAt: ['a'], fields: { limit: { paths: ['n'] } } },
    ],
    [
      'a unit of its own',
      {
        kind: 'json',
        method: 'GET',
        rows: '',
        codeAt: ['a'],
        fields: { limit: { paths: ['n'], unit: { always: 'week' } } },
      },
    ],
    ['a rule of another name', { answer: { ok: [200], lost: {} } }],
    [
      'a proof from another host',
      {
        kind: 'json',
        method: 'GET',
        rows: ['a', 'b'],
        codeAt: ['a'],
        fields: {},
        proof: { url: 'https://dichvucong.gov.vn/x' },
      },
    ],
    ['no place for its rows', { kind: 'json', method: 'GET', rows: [], codeAt: ['a'], fields: {} }],
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
