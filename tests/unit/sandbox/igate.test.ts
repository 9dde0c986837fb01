import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { type Ask, clientOf, jsonOf, NOW } from './portal-client';

interface Row {
  id: string;
  code: string;
  nationCode: string;
  dossierStatus: { id: number; name: string };
  acceptedDate: string | null;
  appointmentDate: string | null;
  procedure: { translate: unknown };
  currentTask: unknown;
}
interface Slice {
  content: Row[];
  last: boolean;
  totalElements?: number;
}

const API = 'https://apiigate.moh.gov.vn';
const APP = 'https://motcua.moh.gov.vn';
let sandbox: Sandbox;
let ask: Ask;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  ask = clientOf(sandbox);
});
afterAll(() => sandbox.close());

async function search(query: string): Promise<Slice> {
  return jsonOf<Slice>(await ask(`${API}/pa/dossier/search?${query}`, { as: 'ministry-g18' }));
}

describe('iGate', () => {
  it('lets the app of its own origin read, and no other page', async () => {
    const origin = { origin: APP };
    const own = await ask(`${API}/pa/dossier/search`, { as: 'ministry-g18', headers: origin });
    expect(own.headers['access-control-allow-origin']).toBe(APP);
    expect(own.headers['access-control-allow-credentials']).toBeUndefined();
    const preflight = await ask(`${API}/pa/dossier/search`, { method: 'OPTIONS', headers: origin });
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization');
    for (const foreign of ['https://dichvucong.gov.vn', 'chrome-extension://abc', 'null']) {
      const answer = await ask(`${API}/pa/dossier/search`, { headers: { origin: foreign } });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('answers 401 without a token, with a wrong one, with a cookie alone, and when expired', async () => {
    const cookie = { cookie: `userToken=${sandbox.signIn('ministry-g18').localStorage?.userToken}` };
    const credentials: Record<string, string>[] = [{}, { authorization: 'Bearer x.y.z' }, cookie];
    const calls = credentials.map((headers) => ask(`${API}/pa/dossier/search`, { headers }));
    for (const answer of await Promise.all(calls)) expect(answer.status).toBe(401);
    sandbox.dials.set({ host: 'ministry-g18', sessionExpired: true });
    expect((await ask(`${API}/pa/dossier/search`, { as: 'ministry-g18' })).status).toBe(401);
    sandbox.dials.reset();
  });

  it('searches loosely: one code brings three rows, the exact parameter one', async () => {
    const family = sandbox.world.dossiers.filter(
      ({ owner, nationCode }) => owner === 'ministry-g18' && !nationCode,
    );
    const code = family[0]?.code ?? '';
    expect((await search(`code=${code}`)).content.map((row) => row.code).sort()).toEqual(
      family
        .slice(0, 3)
        .map((dossier) => dossier.code)
        .sort(),
    );
    expect((await search(`code-match=${code}`)).content.map((row) => row.code)).toEqual([code]);
  });

  it('finds by the national code, and shows both codes of the dossier', async () => {
    const pair = sandbox.world.dossiers.find(({ nationCode }) => nationCode !== undefined);
    const { content } = await search(`code=${pair?.nationCode}`);
    expect(content.map(({ code, nationCode }) => [code, nationCode])).toEqual([
      [pair?.code, pair?.nationCode],
    ]);
  });

  it('words dates with an offset without colon, and states as the world has them', async () => {
    const { content } = await search('size=50&spec=page');
    expect(content.length).toBeGreaterThan(10);
    for (const row of content) {
      expect(row.appointmentDate ?? '2026-01-01T00:00:00.000+0700').toMatch(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0700$/,
      );
      expect(row.dossierStatus.name).toBe(sandbox.world.truth(row.code)['ministry-g18']?.text);
    }
  });

  it('sends currentTask as array and as object, translate as object and, to the public, as array', async () => {
    const { content } = await search('size=50');
    expect(new Set(content.map(({ currentTask }) => Array.isArray(currentTask)))).toEqual(
      new Set([true, false]),
    );
    expect(content.every(({ procedure }) => !Array.isArray(procedure.translate))).toBe(true);
    const open = jsonOf<Slice>(await ask(`${API}/pa/dossier-search/dvc?code=`, { as: 'ministry-g18' }));
    expect(open.content.every(({ procedure }) => Array.isArray(procedure.translate))).toBe(true);
  });

  it('pages from zero, a slice without totals', async () => {
    const first = await search('page=0&size=5&spec=slice');
    expect(first.content).toHaveLength(5);
    expect(first.last).toBe(false);
    expect(first.totalElements).toBeUndefined();
    expect((await search('page=0&size=5&spec=page')).totalElements).toBeGreaterThan(5);
    expect((await search('code=H99.99-260101-0001')).content).toEqual([]);
  });

  it('gives a detail by its 24 digits', async () => {
    const [row] = (await search('size=1')).content;
    const answer = await ask(`${API}/pa/dossier/${row?.id}/--online`, { as: 'ministry-g18' });
    expect(jsonOf<{ dossierFormFile: unknown[]; code: string }>(answer)).toMatchObject({ code: row?.code });
    expect(jsonOf<{ dossierFormFile: unknown[] }>(answer).dossierFormFile.length).toBeGreaterThan(2);
  });

  it.each([
    ['GET', '/bt/pattern/650000000000000000000001/--get-next-value'],
    ['GET', '/pa/dossier/650000000000000000000001/--sync-dossiers'],
    ['PUT', '/pa/dossier/650000000000000000000001/--online'],
    ['POST', '/pa/dossier/--apply-online'],
    ['DELETE', '/pa/dossier/650000000000000000000001'],
  ])('counts %s %s as a violation', async (method, path) => {
    const before = sandbox.violations.length;
    expect((await ask(API + path, { method, as: 'ministry-g18' })).status).toBe(405);
    expect(sandbox.violations.slice(before)).toMatchObject([{ method, path, host: 'apiigate.moh.gov.vn' }]);
  });
});
