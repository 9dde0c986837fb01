import { describe, expect, it } from 'vitest';
import { isLoginUrl, isOwnHost } from '../../../utils/lookup/hosts';
import { system } from './html-system';

const tinh = system(
  {
    hosts: [
      { host: 'dichvucong.vidu.gov.vn', role: 'citizen', confidence: 'policy' },
      { host: '*.motcua.vidu.gov.vn', role: 'officer', confidence: 'policy' },
      { host: 'cua.motcua.vidu.gov.vn', role: 'login', confidence: 'policy' },
      { host: 'sso-api.vidu.gov.vn', role: 'api', confidence: 'policy' },
    ],
  },
  'https://dichvucong.vidu.gov.vn/{code}',
);

describe('a redirect there asks somebody to sign in', () => {
  it.each([
    ['the national sign-in', 'https://xacthuc.dichvucong.gov.vn/oauth2/authorize', true],
    ['VNeID', 'https://vneid.gov.vn/', true],
    ['a province’s, by its name', 'https://sso.vidu.gov.vn/cas', true],
    ['a vendor’s, by its name', 'https://ssodvcmc.vidu.gov.vn/', true],
    ['with a number', 'https://auth2.vidu.gov.vn/', true],
    ['in Vietnamese', 'https://dangnhapmotcua.vidu.gov.vn/', true],
    ['the system’s own, by its data', 'https://cua.motcua.vidu.gov.vn/', true],
    ['a path of the system', 'https://dichvucong.vidu.gov.vn/vi/dang-nhap?ve=1', true],
    ['a page by a longer name', 'https://dichvucong.vidu.gov.vn/login-page', true],
    ['of an older framework', 'https://dichvucong.vidu.gov.vn/DangNhap.aspx', true],
    ['a portlet for VNeID', 'https://dichvucong.vidu.gov.vn/web/guest/vneidsso', true],
    ['Keycloak', 'https://x.vidu.gov.vn/auth/realms/digo/protocol/openid-connect/auth', true],
    ['a host that is named like one, but the system’s own', 'https://sso-api.vidu.gov.vn/ho-so', false],
    ['a name that only begins so', 'https://author.vidu.gov.vn/', false],
    ['another that only begins so', 'https://castle.vidu.gov.vn/', false],
    ['accounts that are books', 'https://accounting.vidu.gov.vn/', false],
    ['a path that only contains the word', 'https://dichvucong.vidu.gov.vn/ho-so/loginov', false],
    ['a place beside the login', 'https://dichvucong.vidu.gov.vn/tra-cuu', false],
  ])('%s: %s is %s', (_, url, isLogin) => {
    expect(isLoginUrl(tinh, new URL(url))).toBe(isLogin);
  });
});

it.each([
  ['dichvucong.vidu.gov.vn', true],
  ['x.motcua.vidu.gov.vn', true],
  ['cua.motcua.vidu.gov.vn', false],
  ['dichvucong.vidu.gov.vn.la.vn', false],
  ['xdichvucong.vidu.gov.vn', false],
])('dossiers of the system stand on %s: %s', (host, own) => {
  expect(isOwnHost(tinh, host)).toBe(own);
});
