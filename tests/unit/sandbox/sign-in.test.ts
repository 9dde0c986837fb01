import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERSONAL_MARKERS, SANDBOX_SYSTEMS, type Sandbox, startSandbox } from '../../sandbox/index';
import { type Answer, type Ask, clientOf, NOW } from './portal-client';

let sandbox: Sandbox;
let ask: Ask;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  ask = clientOf(sandbox);
});
afterAll(() => sandbox.close());

const GUARDED = {
  'national-portal': 'https://dichvucong.gov.vn/ho-so-cua-toi',
  coordination: 'https://quantricong.dichvucong.gov.vn/dieu-phoi/ho-so',
  'ministry-g11': 'https://motcua.mod.gov.vn/web/mot-cua-bo-quoc-phong/qlhs',
  'province-h26': 'https://dichvucong.hanoi.gov.vn/ho-so/danh-sach',
  land: 'https://dla.mplis.gov.vn/dc/XuLyCongViec',
} as const;
const COOKIE_SYSTEMS = Object.keys(GUARDED) as (keyof typeof GUARDED)[];
const LOGIN_HOSTS: Partial<Record<string, string>> = {
  'national-portal': 'xacthuc.dichvucong.gov.vn',
  land: 'authen.mplis.gov.vn',
};

/** Follows redirects from host to host with a jar of host-only cookies, as a browser does. */
async function browse(
  first: string,
  options: { method?: string; body?: string },
): Promise<{ answer: Answer; url: string }> {
  const jar = new Map<string, string[]>();
  let url = first;
  let next = options;
  for (let hop = 0; hop < 6; hop += 1) {
    const { host } = new URL(url);
    const answer: Answer = await ask(url, { ...next, headers: { cookie: (jar.get(host) ?? []).join('; ') } });
    for (const line of answer.headers['set-cookie'] ?? [])
      jar.set(host, [...(jar.get(host) ?? []), line.split(';')[0] ?? '']);
    if (!answer.headers.location) return { answer, url };
    url = new URL(answer.headers.location, url).href;
    next = {};
  }
  throw new Error('too many redirects');
}

describe.each(COOKIE_SYSTEMS)('%s', (system) => {
  it('sends who is not signed in to its own login', async () => {
    const answer = await ask(GUARDED[system]);
    expect(answer.status).toBe(302);
    const login = new URL(answer.headers.location ?? '', GUARDED[system]);
    expect(login.host).toBe(LOGIN_HOSTS[system] ?? new URL(GUARDED[system]).host);
    const form = await ask(login.href);
    expect(form.text).toContain('type="password"');
  });

  it('opens after the form of its login page is sent', async () => {
    const { loginUrl } = sandbox.signIn(system);
    const { answer, url } = await browse(loginUrl, { method: 'POST', body: 'username=canbo&password=mau' });
    expect(answer.status).toBe(200);
    expect(new URL(url).host).toBe(new URL(GUARDED[system]).host);
    expect(answer.text).toContain('Đăng xuất');
  });

  it('opens for the session that signIn gives, and for no other system', async () => {
    expect((await ask(GUARDED[system], { as: system })).status).toBe(200);
    const other = COOKIE_SYSTEMS[(COOKIE_SYSTEMS.indexOf(system) + 1) % COOKIE_SYSTEMS.length];
    const name = sandbox.signIn(system).cookies?.[0]?.name ?? '';
    const foreign = sandbox.signIn(other ?? 'land').cookies?.[0]?.value ?? '';
    expect((await ask(GUARDED[system], { headers: { cookie: `${name}=${foreign}` } })).status).toBe(302);
  });

  it('closes when its sessions are ended', async () => {
    const cookie = sandbox.signIn(system).cookies?.[0];
    sandbox.signOut(system);
    const answer = await ask(GUARDED[system], { headers: { cookie: `${cookie?.name}=${cookie?.value}` } });
    expect(answer.status).toBe(302);
  });
});

it('iGate: the login hands the app a token in the fragment', async () => {
  const { loginUrl } = sandbox.signIn('ministry-g18');
  const answer = await ask(loginUrl, { method: 'POST', body: 'username=canbo&password=mau' });
  const target = new URL(answer.headers.location ?? '');
  expect(target.host).toBe('motcua.moh.gov.vn');
  const token = new URLSearchParams(target.hash.slice(1)).get('access_token') ?? '';
  const [, claims = ''] = token.split('.');
  const { exp, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    exp: number;
    iat: number;
  };
  expect(exp - iat).toBe(86_400);
});

it('pages of the tour are all there, signed in, and hold the codes they say', async () => {
  for (const { system, url, holds } of sandbox.pages) {
    const answer = await ask(url, { as: system });
    expect(answer.status, url).toBe(200);
    // Single-page apps draw their rows themselves; the others hold them at once.
    if (['national-portal', 'coordination', 'province-h26'].includes(system)) {
      for (const code of holds) expect(answer.text, url).toContain(code);
    }
  }
  expect(new Set(sandbox.pages.map(({ system }) => system))).toEqual(new Set(SANDBOX_SYSTEMS));
});

it('people are on the pages, so that a privacy test has something to find', async () => {
  const texts = await Promise.all(sandbox.pages.map(({ url, system }) => ask(url, { as: system })));
  const all = texts.map(({ text }) => text).join('');
  const found = PERSONAL_MARKERS.filter((marker) => all.includes(marker));
  expect(found.length).toBeGreaterThan(12);
});

it('a host of no system has a code on its page and needs no sign-in', async () => {
  const answer = await ask('https://www.vidu.gov.vn/');
  expect(answer.status).toBe(200);
  expect(answer.text).toMatch(/Mã hồ sơ: \S*H26\S*-\d{6}-\d{4}/);
});
