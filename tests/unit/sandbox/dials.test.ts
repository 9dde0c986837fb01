import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { type Ask, clientOf, jsonOf, NOW } from './portal-client';

const LIST = 'https://dichvucong.hanoi.gov.vn/ho-so/danh-sach';
let sandbox: Sandbox;
let ask: Ask;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  ask = clientOf(sandbox);
});
afterEach(() => sandbox.dials.reset());
afterAll(() => sandbox.close());

async function turn(path: string, data: unknown): Promise<Response> {
  return fetch(sandbox.controlUrl + path, { method: 'POST', body: JSON.stringify(data) });
}

describe('dials', () => {
  it('fails with 500, and with 429 and Retry-After', async () => {
    await turn('/dials', { host: 'dichvucong.hanoi.gov.vn', fail: 500 });
    expect((await ask(LIST, { as: 'province-h26' })).status).toBe(500);
    await turn('/dials', { host: 'dichvucong.hanoi.gov.vn', fail: 429, retryAfter: 7 });
    const busy = await ask(LIST, { as: 'province-h26' });
    expect([busy.status, busy.headers['retry-after']]).toEqual([429, '7']);
  });

  it('fails so many times and then recovers, and only on the path that is named', async () => {
    sandbox.dials.set({ host: 'province-h26', path: '/ho-so', fail: 503, times: 2 });
    expect((await ask('https://dichvucong.hanoi.gov.vn/tra-cuu', { as: 'province-h26' })).status).toBe(200);
    const seen: number[] = [];
    for (let call = 0; call < 3; call += 1) seen.push((await ask(LIST, { as: 'province-h26' })).status);
    expect(seen).toEqual([503, 503, 200]);
  });

  it('delays', async () => {
    sandbox.dials.set({ host: 'dichvucong.hanoi.gov.vn', delayMs: 120 });
    const start = performance.now();
    await ask(LIST, { as: 'province-h26' });
    expect(performance.now() - start).toBeGreaterThanOrEqual(115);
  });

  it('hangs until the caller gives up, and the log shows the call', async () => {
    sandbox.dials.set({ host: 'dichvucong.hanoi.gov.vn', hang: true });
    await expect(ask(LIST, { signal: AbortSignal.timeout(150) })).rejects.toThrow();
    expect(sandbox.requests.at(-1)).toMatchObject({ path: '/ho-so/danh-sach', status: 0 });
  });

  it('asks for a captcha with 200', async () => {
    sandbox.dials.set({ host: '*', captcha: true });
    const answer = await ask(LIST, { as: 'province-h26' });
    expect([answer.status, answer.text.includes('Nhập mã xác nhận')]).toEqual([200, true]);
  });

  it.each([
    ['dichvucong.hanoi.gov.vn', LIST, 'province-h26'],
    ['dichvucong.gov.vn', 'https://dichvucong.gov.vn/ho-so-cua-toi', 'national-portal'],
    [
      'quantricong.dichvucong.gov.vn',
      'https://quantricong.dichvucong.gov.vn/dieu-phoi/ho-so',
      'coordination',
    ],
  ] as const)('redesigns %s: other markup, the same dossiers', async (host, url, system) => {
    const before = await ask(url, { as: system });
    sandbox.dials.set({ host, redesign: true });
    const after = await ask(url, { as: system });
    const holds = sandbox.pages.find((page) => page.url === url)?.holds ?? [];
    expect(holds.length).toBeGreaterThan(3);
    for (const code of holds) expect(after.text).toContain(code);
    expect(after.text).not.toContain('<table');
    expect(after.text.length).toBeLessThan(before.text.length);
  });

  it.each(['ministry-g18', 'ministry-g11', 'land'] as const)(
    'redesigns what the app of %s draws',
    async (system) => {
      const url = sandbox.pages.find((page) => page.system === system)?.url ?? '';
      expect((await ask(url, { as: system })).text).toContain('"redesign":false');
      sandbox.dials.set({ host: system, redesign: true });
      expect((await ask(url, { as: system })).text).toContain('"redesign":true');
    },
  );

  it('ends sessions', async () => {
    await turn('/dials', { host: 'dichvucong.hanoi.gov.vn', sessionExpired: true });
    expect((await ask(LIST, { as: 'province-h26' })).headers.location).toMatch(/^\/dang-nhap/);
  });
});

describe('the control door', () => {
  it('refuses a dial of a host it does not serve, and a body that is not JSON', async () => {
    expect((await turn('/dials', { host: 'example.com', fail: 500 })).status).toBe(400);
    expect((await fetch(`${sandbox.controlUrl}/dials`, { method: 'POST', body: '{' })).status).toBe(400);
    expect((await fetch(`${sandbox.controlUrl}/nothing`)).status).toBe(404);
  });

  it('signs in, turns the clock, tells truth and pages, and clears its log', async () => {
    const { cookies } = (await (await turn('/signin', { system: 'province-h26' })).json()) as {
      cookies: { name: string; value: string }[];
    };
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await ask(LIST, { headers: { cookie } })).status).toBe(200);
    await turn('/now', { now: NOW + 3_600_000 });
    expect(sandbox.world.now()).toBe(NOW + 3_600_000);
    const code = sandbox.world.held('land')[0]?.code ?? '';
    const truth: unknown = await (await fetch(`${sandbox.controlUrl}/truth?code=${code}`)).json();
    expect(truth).toEqual(JSON.parse(JSON.stringify(sandbox.world.truth(code))));
    const pages = (await (await fetch(`${sandbox.controlUrl}/pages`)).json()) as unknown[];
    expect(pages).toHaveLength(sandbox.pages.length);
    await turn('/reset', {});
    expect(await (await fetch(`${sandbox.controlUrl}/requests`)).json()).toEqual([]);
  });

  it('logs what a test needs to judge manners, and no cookie value', async () => {
    await ask(LIST, {
      as: 'province-h26',
      headers: { 'user-agent': 'test', 'sec-fetch-dest': 'empty', origin: 'chrome-extension://x' },
    });
    const entry = sandbox.requests.at(-1);
    expect(entry).toMatchObject({
      host: 'dichvucong.hanoi.gov.vn',
      method: 'GET',
      hasCookie: true,
      authorization: false,
      dest: 'empty',
      userAgent: 'test',
      origin: 'chrome-extension://x',
      status: 200,
    });
    expect(JSON.stringify(entry)).not.toContain('HN_DVC_AUTH');
  });

  it('gives the browser rules that lead gov.vn here and everything else nowhere', () => {
    expect(sandbox.hostResolverRules).toBe(
      `MAP *.gov.vn:443 127.0.0.1:${sandbox.httpsPort}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    );
  });

  it('answers like the pages do: JSON of iGate and the list of the province agree with the truth at the turned clock', async () => {
    sandbox.world.setNow(NOW + 30 * 3_600_000);
    const list = jsonOf<{ content: { code: string; dossierStatus: { name: string } }[] }>(
      await ask('https://apiigate.moh.gov.vn/pa/dossier/search?size=50', { as: 'ministry-g18' }),
    );
    for (const { code, dossierStatus } of list.content) {
      expect(dossierStatus.name).toBe(sandbox.world.truth(code)['ministry-g18']?.text);
    }
  });
});
