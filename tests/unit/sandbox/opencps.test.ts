import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { GROUP_ID } from '../../sandbox/portals/opencps-api';
import { type Answer, type Ask, clientOf, jsonOf, NOW } from './portal-client';

const REST = 'https://motcua.mod.gov.vn/o/rest/v2';
const HEADERS = { accept: 'application/json', groupId: GROUP_ID };
let sandbox: Sandbox;
let ask: Ask;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  ask = clientOf(sandbox);
});
afterAll(() => sandbox.close());

function signedIn(path: string, headers: Record<string, string> = HEADERS): Promise<Answer> {
  return ask(REST + path, { as: 'ministry-g11', headers });
}

interface Row {
  dossierId: number;
  dossierNo: string;
  dossierStatusText: string;
  receiveDate: string;
  dueDate: string;
}

describe('OpenCPS', () => {
  it('lists rows as the world has them, dates dd/MM/yyyy HH:mm:ss or empty', async () => {
    const { total, data } = jsonOf<{ total: number; data: Row[] }>(
      await signedIn('/dossiers?start=0&end=15'),
    );
    expect(total).toBeGreaterThan(15);
    expect(data).toHaveLength(15);
    for (const row of data) {
      expect(row.dossierStatusText).toBe(sandbox.world.truth(row.dossierNo)['ministry-g11']?.text);
      for (const date of [row.receiveDate, row.dueDate])
        expect(date).toMatch(/^(\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d)?$/);
    }
  });

  it('sends everything when the end is left out', async () => {
    const { total, data } = jsonOf<{ total: number; data: Row[] }>(await signedIn('/dossiers'));
    expect(data).toHaveLength(total);
  });

  it('sends a lone row as an object, and no data where there is no row', async () => {
    const code = sandbox.world.held('ministry-g11')[0]?.code;
    expect(jsonOf(await signedIn(`/dossiers?dossierNo=${code}`))).toMatchObject({
      total: 1,
      data: { dossierNo: code },
    });
    expect(jsonOf(await signedIn('/dossiers?dossierNo=G11.03-200101-1100000'))).toEqual({ total: 0 });
  });

  it('signed out: the list is empty with 200, queue and detail are 203', async () => {
    const list = await ask(`${REST}/dossiers?start=0&end=15`, { headers: HEADERS });
    expect([list.status, jsonOf(list)]).toEqual([200, { total: 0 }]);
    const id = sandbox.world.held('ministry-g11')[0]?.dossier.numericId;
    for (const path of ['/dossiers/todo', `/dossiers/${id}`, `/dossierlogs/${id}/logs`]) {
      const answer = await ask(REST + path, { headers: HEADERS });
      expect([answer.status, jsonOf<{ code: number }>(answer).code]).toEqual([203, 203]);
    }
  });

  it('finds nothing without the id of the site', async () => {
    expect(jsonOf(await signedIn('/dossiers', { accept: 'application/json' }))).toEqual({ total: 0 });
  });

  it('answers XML to who takes anything', async () => {
    const answer = await signedIn('/dossiers?start=0&end=2', { groupId: GROUP_ID, accept: '*/*' });
    expect(answer.headers['content-type']).toContain('application/xml');
    expect(answer.text).toContain('<dossierNo>');
  });

  it('gives a detail and its history by number or reference, and 403 for what it does not have', async () => {
    const holding = sandbox.world.held('ministry-g11')[0];
    const { numericId, guid } = holding?.dossier ?? { numericId: 0, guid: '' };
    for (const id of [numericId, guid]) {
      expect(jsonOf(await signedIn(`/dossiers/${id}`))).toMatchObject({
        dossierNo: holding?.code,
        dossierStatusText: holding?.text,
      });
    }
    const logs = jsonOf<{ total: number }>(await signedIn(`/dossierlogs/${numericId}/logs`));
    expect(logs.total).toBe(holding?.history.length);
    const missing = await signedIn('/dossiers/1');
    expect([missing.status, jsonOf<{ message: string }>(missing).message]).toEqual([403, 'No Content.']);
  });

  it('shows the papers in a frame of the same origin', async () => {
    const id = sandbox.world.held('ministry-g11')[0]?.dossier.numericId;
    const url = `https://motcua.mod.gov.vn/web/mot-cua-bo-quoc-phong/thanh-phan-ho-so?dossierId=${id}`;
    expect((await ask(url, { as: 'ministry-g11' })).text).toContain('Tên giấy tờ');
    expect((await ask(url)).status).toBe(302);
  });

  it.each([
    ['POST', '/dossiers'],
    ['PUT', '/dossiers/990068'],
    ['POST', '/proxy'],
  ])('counts %s %s as a violation', async (method, path) => {
    const before = sandbox.violations.length;
    expect((await ask(REST + path, { method, as: 'ministry-g11', headers: HEADERS })).status).toBe(405);
    expect(sandbox.violations.length).toBe(before + 1);
  });
});
