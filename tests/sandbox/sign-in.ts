/** What a browser needs to be signed in, as if the officer had done it by the login page. */
import type { Site } from './server';
import type { SandboxSystem } from './world/types';

export interface SignIn {
  /** The page where an officer signs in by the form; any name and password are taken. */
  loginUrl: string;
  /** Cookies to set, host-only, as the login page would. */
  cookies?: {
    name: string;
    value: string;
    domain: string;
    path: '/';
    secure: true;
    httpOnly: true;
    sameSite: 'Lax';
  }[];
  /** What the page keeps in localStorage of `origin`. */
  localStorage?: Record<string, string>;
  origin: string;
}

/** Names of the session cookies; the ministry on iGate has none, its page holds a bearer token. */
export const SESSION_COOKIES = {
  'national-portal': 'dvcqg_session',
  coordination: 'QTC_SESSIONID',
  'ministry-g11': 'JSESSIONID',
  'province-h26': 'HN_DVC_AUTH',
  land: '.MPLISAUTH',
} as const satisfies Partial<Record<SandboxSystem, string>>;

const DOORS: Record<SandboxSystem, { host: string; loginUrl: string }> = {
  'national-portal': { host: 'dichvucong.gov.vn', loginUrl: 'https://xacthuc.dichvucong.gov.vn/dang-nhap' },
  coordination: {
    host: 'quantricong.dichvucong.gov.vn',
    loginUrl: 'https://quantricong.dichvucong.gov.vn/sso',
  },
  'ministry-g18': {
    host: 'motcua.moh.gov.vn',
    loginUrl: 'https://sso.moh.gov.vn/auth/realms/digo/protocol/openid-connect/auth?client_id=web-onegate',
  },
  'ministry-g11': {
    host: 'motcua.mod.gov.vn',
    loginUrl: 'https://motcua.mod.gov.vn/web/mot-cua-bo-quoc-phong/dang-nhap',
  },
  'province-h26': { host: 'dichvucong.hanoi.gov.vn', loginUrl: 'https://dichvucong.hanoi.gov.vn/dang-nhap' },
  land: { host: 'dla.mplis.gov.vn', loginUrl: 'https://authen.mplis.gov.vn/account/login' },
};

/** iGate's own agency id, kept by the page beside the token. */
export const USER_AGENCY = '650000000000000000000018';

/** Opens a session of a system. */
export function signIn(site: Pick<Site, 'sessions' | 'world'>, system: SandboxSystem): SignIn {
  const { host, loginUrl } = DOORS[system];
  const origin = `https://${host}`;
  if (system === 'ministry-g18') {
    const userToken = site.sessions.openJwt(system, site.world.now());
    return { loginUrl, origin, localStorage: { userToken, userAgency: JSON.stringify(USER_AGENCY) } };
  }
  const name = SESSION_COOKIES[system];
  const value = site.sessions.open(system);
  return {
    loginUrl,
    origin,
    cookies: [{ name, value, domain: host, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }],
  };
}
