import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox, takeCensus } from '../../sandbox/index';
import { type Ask, clientOf, jsonOf, NOW } from './portal-client';

const PORTAL = 'https://dichvucong.gov.vn';
const COORDINATION = 'https://quantricong.dichvucong.gov.vn/dieu-phoi/ho-so';
let sandbox: Sandbox;
let ask: Ask;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  ask = clientOf(sandbox);
});
afterAll(() => sandbox.close());

describe('the national portal', () => {
  it('shows every dossier that reached it, in the words of the national list', async () => {
    for (const { code, text } of sandbox.world.held('national-portal').slice(0, 30)) {
      const answer = await ask(`${PORTAL}/tra-cuu-ho-so?maHoSo=${code}`, { as: 'national-portal' });
      expect(answer.text).toContain(
        `<p class="text-sm text-slate-500">Trạng thái hồ sơ</p><p class="font-medium text-slate-900">${text}</p>`,
      );
    }
  });

  it('does not find what was lost on the way, nor a dossier by the code it was not sent', async () => {
    const lost = takeCensus(sandbox.world).missingOnNationalPortal[0];
    const pair = sandbox.world
      .held('national-portal')
      .find(({ dossier }) => dossier.nationCode !== undefined)?.dossier;
    for (const code of [lost, pair?.code, 'H26.132-200101-0001']) {
      const answer = await ask(`${PORTAL}/tra-cuu-ho-so?maHoSo=${code}`, { as: 'national-portal' });
      expect([answer.status, answer.text.includes('Không tìm thấy hồ sơ')]).toEqual([200, true]);
    }
  });

  it('answers the catalogue’s calls with 201 in an envelope', async () => {
    const path = '/api/v1/submitting/formality/list-all-formality-by-citizen';
    const answer = await ask(PORTAL + path, {
      method: 'POST',
      body: JSON.stringify({ limit: 50, lastId: '', q: '1.001193' }),
    });
    expect(answer.status).toBe(201);
    const { code, data } = jsonOf<{ code: string; data: { items: { id: string; code: string }[] } }>(answer);
    expect([code, data.items.map((item) => item.code)]).toEqual(['OK', ['1.001193']]);
    const detail = await ask(`${PORTAL}/api/v1/configuring/formality/get-formality-by-citizen`, {
      method: 'POST',
      body: JSON.stringify({ id: data.items[0]?.id }),
    });
    expect(detail.text).toContain('Giấy chứng sinh');
    expect(
      jsonOf(
        await ask(`${PORTAL}/api/v1/configuring/formality/get-formality-by-citizen`, {
          method: 'POST',
          body: '{}',
        }),
      ),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has a firewall that rejects with 200, and one that rejects with 403', async () => {
    for (const [waf, status] of [
      [true, 200],
      [403, 403],
    ] as const) {
      sandbox.dials.set({ host: 'dichvucong.gov.vn', waf });
      const answer = await ask(`${PORTAL}/tra-cuu-ho-so?maHoSo=X`, { as: 'national-portal' });
      expect([answer.status, answer.text.includes('Request Rejected')]).toEqual([status, true]);
    }
    sandbox.dials.reset();
    expect((await ask(`${PORTAL}/api/v1/submitting/preview-attachment`)).text).toContain('Request Rejected');
  });

  it('counts other calls that post as violations', async () => {
    const before = sandbox.violations.length;
    expect(
      (await ask(`${PORTAL}/api/v1/submitting/dossier/submit`, { method: 'POST', body: '{}' })).status,
    ).toBe(405);
    expect(sandbox.violations.length).toBe(before + 1);
  });
});

describe('coordination', () => {
  it('has a grid of more than sixty rows with its header in another table, and a pager', async () => {
    const { text } = await ask(COORDINATION, { as: 'coordination' });
    expect(text.match(/<tr data-row=/g)?.length).toBeGreaterThan(60);
    expect(text.indexOf('<thead>')).toBeLessThan(text.indexOf('class="grid-body"'));
    expect(text).toContain('?trang=2');
    const second = await ask(`${COORDINATION}?trang=2`, { as: 'coordination' });
    expect(second.text).toContain('data-row="71"');
  });

  it('opens the dialog of any dossier it holds', async () => {
    const last = sandbox.world.held('coordination').at(-1);
    const { text } = await ask(`${COORDINATION}?xem=${last?.code}`, { as: 'coordination' });
    expect(text).toContain(`<dialog id="d-${last?.dossier.hexId}" class="detail" data-start="1">`);
  });
});

describe('the province', () => {
  const HANOI = 'https://dichvucong.hanoi.gov.vn';

  it('shows history with times, papers and status of a dossier, by number and by code', async () => {
    const holding = sandbox.world.held('province-h26')[0];
    for (const path of [
      `/ho-so/chi-tiet/${holding?.dossier.numericId}`,
      `/tra-cuu?maHoSo=${holding?.code.toLowerCase()}`,
    ]) {
      const { text } = await ask(HANOI + path, { as: 'province-h26' });
      expect(text).toContain(`<b class="st">${holding?.text}</b>`);
      expect(text).toContain('QUÁ TRÌNH XỬ LÝ');
      expect(text).toContain('Tên giấy tờ');
    }
  });

  it('says when it does not find, and asks to sign in before it says anything', async () => {
    const found = await ask(`${HANOI}/tra-cuu?maHoSo=H26.132-200101-0001`, { as: 'province-h26' });
    expect(found.text).toContain('Không tìm thấy hồ sơ');
    expect((await ask(`${HANOI}/tra-cuu?maHoSo=H26.132-200101-0001`)).headers.location).toMatch(
      /^\/dang-nhap/,
    );
  });

  it('the old public lookup: an object when found, an empty list when not', async () => {
    const holding = sandbox.world.held('province-h26')[0];
    const path = `${HANOI}/api/hoso/tracuuhoso?tukhoa=`;
    expect(jsonOf(await ask(path + holding?.code))).toMatchObject({ tinhtrang_hoso: holding?.text });
    expect(jsonOf(await ask(`${path}H26.132-200101-0001`))).toEqual([]);
  });

  it('has a page whose script spies, and an intake form that cannot be sent', async () => {
    expect((await ask(`${HANOI}/ho-so/danh-sach?spy=1`, { as: 'province-h26' })).text).toContain(
      '/assets/spy.js',
    );
    expect((await ask(`${HANOI}/ho-so/danh-sach`, { as: 'province-h26' })).text).not.toContain('spy.js');
    expect((await ask(`${HANOI}/nop-ho-so?maTTHC=1.004884`, { as: 'province-h26' })).text).toContain(
      'Bản sao Giấy khai sinh',
    );
    expect((await ask(`${HANOI}/nop-ho-so`, { method: 'POST', as: 'province-h26' })).status).toBe(405);
  });
});
