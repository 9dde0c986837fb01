import { describe, expect, test } from 'vitest';
import { CATALOGUE, hostPatterns, systemById, systemOfUrl } from '../../../utils/systems';
import type { System, SystemHost } from '../../../utils/systems/system';

describe('the page at a URL belongs to', () => {
  test.each<[string, string | null, string]>([
    ['https://dichvucong.gov.vn/', 'national-portal', 'the portal'],
    ['https://dichvucong.gov.vn/tra-cuu-ho-so?maHoSo=H26.1', 'national-portal', 'a route of it'],
    [
      'https://dichvucong.gov.vn/p/home/dvc-tra-cuu.html',
      'national-portal-old',
      'the old pages on the same host',
    ],
    ['https://dichvucong.gov.vn/p/home', 'national-portal-old', 'exactly the path'],
    ['https://dichvucong.gov.vn/p/homepage', 'national-portal', 'a path that only begins alike'],
    ['https://vpcp.dichvucong.gov.vn/p/home/x.html', 'national-portal-old', 'the old host'],
    ['https://quantricong.dichvucong.gov.vn/sso', 'coordination', 'officers'],
    ['https://lienthong.dichvucong.gov.vn/#/tra-cuu-ho-so', 'interlinked-services', 'hash routes'],
    ['https://motcua.moh.gov.vn/vi/dossier/search', 'ministry-g18', 'a ministry'],
    ['https://dvc.mt.gov.vn/x', 'ministry-g17', 'the portal of a merged ministry'],
    ['https://dichvucong.hanoi.gov.vn/', 'province-h26', 'a province'],
    ['http://dichvucong.hanoi.gov.vn:8080/x', 'province-h26', 'http and a port change nothing'],
    ['HTTPS://DICHVUCONG.HANOI.GOV.VN/', 'province-h26', 'nor do capitals'],
    ['https://dla.mplis.gov.vn/dc/DonDangKy', 'land', 'land by host and path'],
    ['https://qni.mplis.gov.vn/dc/HoSoDiaChinh', 'land', 'a province whose three letters are not listed'],
    ['https://tinh.vbdlis.vn/dc', 'land', 'the other domain'],
    ['https://dla.mplis.gov.vn/', null, 'outside its path'],
    ['https://authen.mplis.gov.vn/dc/account', null, 'a login, whatever the wildcard says'],
    ['https://xacthuc.dichvucong.gov.vn/oauth2', null, 'a login'],
    ['https://sso.dancuquocgia.gov.vn/', null, 'a login'],
    ['https://apidvc.cantho.gov.vn/pa/dossier', null, 'an interface for programs'],
    ['https://phananhkiennghi.dichvucong.gov.vn/', null, 'a host of no system'],
    ['https://dichvucong.gov.vn.example.com/', null, 'a lookalike'],
    ['https://xdichvucong.gov.vn/', null, 'another lookalike'],
    ['chrome://extensions', null, 'no web page'],
    ['ftp://dichvucong.gov.vn/', null, 'no web page'],
    ['dichvucong.gov.vn', null, 'no URL'],
    ['', null, 'nothing'],
  ])('%s → %s (%s)', (url, id) => {
    expect(systemOfUrl(CATALOGUE, url)?.id ?? null).toBe(id);
  });
});

function made(id: string, ...hosts: Partial<SystemHost>[]): System {
  return {
    id,
    name: id,
    shortName: id,
    nameEn: id,
    kind: 'documents',
    agencyCodes: [],
    hosts: hosts.map((host) => ({ host: 'a.gov.vn', role: 'officer', confidence: 'seen', ...host })),
  };
}

describe('of several systems', () => {
  test('the longest path wins, in any order', () => {
    const systems = [made('all', {}), made('long', { path: '/a/b' }), made('short', { path: '/a' })];
    for (const order of [systems, [...systems].reverse()])
      expect(systemOfUrl(order, 'https://a.gov.vn/a/b/c')?.id).toBe('long');
  });

  test('an exact host goes before a wildcard with a longer path', () => {
    const systems = [made('wild', { host: '*.gov.vn', path: '/a/b' }), made('exact', { path: '/a' })];
    expect(systemOfUrl(systems, 'https://a.gov.vn/a/b')?.id).toBe('exact');
  });

  test('the narrower wildcard wins', () => {
    const systems = [made('wide', { host: '*.x.gov.vn' }), made('narrow', { host: '*.b.x.gov.vn' })];
    expect(systemOfUrl(systems, 'https://a.b.x.gov.vn/')?.id).toBe('narrow');
  });

  test("an administrator's word goes before ours", () => {
    const systems = [made('ours', {}), made('policy', { confidence: 'policy' })];
    expect(systemOfUrl(systems, 'https://a.gov.vn/')?.id).toBe('policy');
  });

  test('a switched-off system is simply not among them', () => {
    const rest = CATALOGUE.filter(({ id }) => id !== 'land');
    expect(systemOfUrl(rest, 'https://dla.mplis.gov.vn/dc')).toBeNull();
  });
});

describe('match patterns', () => {
  test('a path stands for itself, its queries and what is below it', () => {
    expect(hostPatterns(made('one', { path: '/dc' }))).toEqual([
      '*://a.gov.vn/dc',
      '*://a.gov.vn/dc?*',
      '*://a.gov.vn/dc/*',
    ]);
  });

  test('logins and interfaces get no script', () => {
    expect(hostPatterns(made('one', { role: 'login' }, { host: 'b.gov.vn', role: 'api' }))).toEqual([]);
  });

  test('two roles on one host are one pattern', () => {
    expect(hostPatterns(made('one', {}, { role: 'citizen' }))).toEqual(['*://a.gov.vn/*']);
  });

  test('a system without known hosts has none', () => {
    const documents = systemById(CATALOGUE, 'documents');
    expect(documents && hostPatterns(documents)).toEqual([]);
  });
});

test('systemById', () => {
  expect(systemById(CATALOGUE, 'land')?.shortName).toBe('Đất đai');
  expect(systemById(CATALOGUE, 'nowhere')).toBeNull();
});
