import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { type Answer, type Ask, clientOf, jsonOf, NOW } from './portal-client';

const DC = 'https://dla.mplis.gov.vn/dc';
let sandbox: Sandbox;
let ask: Ask;
let cookie: string;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW });
  ask = clientOf(sandbox);
  const { name, value } = sandbox.signIn('land').cookies?.[0] ?? { name: '', value: '' };
  cookie = `${name}=${value}`;
  const page = await ask(`${DC}/XuLyCongViec`, { headers: { cookie } });
  token = /name="__RequestVerificationToken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
});
afterAll(() => sandbox.close());

function post(
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return ask(`${DC}/${path}`, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: {
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      __RequestVerificationToken: token,
      ...headers,
    },
  });
}

interface Row {
  Id: string;
  soBienNhan: string;
  state: { State: string; Title: string };
  daTra: boolean;
  ngayTra: string | null;
  ngayhenTra: string | null;
}
type Table = { data: Row[]; recordsTotal: number };

/** The page's own cascade: what was returned is worded by the flag, everything else by the step. */
function worded(row: Row): string {
  if (!row.daTra) return row.state.Title;
  const at = Number(/\d+/.exec(row.ngayTra ?? '')?.[0]);
  const [year, month, day] = new Date(at + 7 * 3_600_000).toISOString().slice(0, 10).split('-');
  return `Đã trả kết quả ngày ${day}/${month}/${year}`;
}

describe('VBDLIS', () => {
  it('serves the work list with /Date()/ times, worded by the cascade as the world has it', async () => {
    const { data, recordsTotal } = jsonOf<Table>(
      await post('DangKyAjax/GetXuLyCongViec', { draw: '1', start: '0', length: '50' }),
    );
    expect(data).toHaveLength(recordsTotal);
    expect(data.some(({ daTra }) => daTra)).toBe(true);
    for (const row of data) {
      expect(row.ngayhenTra ?? '/Date(0)/').toMatch(/^\/Date\(\d+\)\/$/);
      expect(worded(row)).toBe(sandbox.world.truth(row.soBienNhan).land?.text);
    }
  });

  it('searches only with the id of the province, and answers an empty list for what it has not', async () => {
    const code = sandbox.world.held('land')[0]?.code ?? '';
    const search = async (form: Record<string, string>) =>
      jsonOf<Table>(await post('DangKyAjax/AdvancedSearchHoSoTiepNhan', form)).data.map(
        ({ soBienNhan }) => soBienNhan,
      );
    expect(await search({ 'model[tinhId]': '66', 'model[soBienNhan]': code })).toEqual([code]);
    expect(await search({ 'model[soBienNhan]': code })).toEqual([]);
    expect(await search({ 'model[tinhId]': '66', 'model[soBienNhan]': 'H15.50-200101-0001' })).toEqual([]);
  });

  it('tells in the detail what is waited for', async () => {
    const waiting = sandbox.world.held('land').find(({ state }) => state === 'supplement-required');
    const answer = await post('CungCapThongTinHoSoTiepNhan/GetHoSoTiepNhanById', {
      hoSoTiepNhanID: waiting?.dossier.guid ?? '',
    });
    expect(jsonOf(answer)).toMatchObject({
      success: true,
      danhSachVanBanChoBoSung: [{ loaiVanBanPhatSinh: 0 }],
    });
  });

  it('refuses a call without the page’s token', async () => {
    const answer = await post('DangKyAjax/GetXuLyCongViec', {}, { __RequestVerificationToken: 'other' });
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('a lost session is a redirect to the login, or its page with 200', async () => {
    sandbox.dials.set({ host: 'dla.mplis.gov.vn', sessionExpired: true });
    const moved = await post('DangKyAjax/GetXuLyCongViec', {});
    expect(moved.status).toBe(302);
    expect(moved.headers.location).toMatch(/^https:\/\/authen\.mplis\.gov\.vn\/account\/login/);
    sandbox.dials.set({ host: 'dla.mplis.gov.vn', sessionExpired: 'html' });
    const page = await post('DangKyAjax/GetXuLyCongViec', {});
    expect([page.status, page.text.includes('login100-form-btn')]).toEqual([200, true]);
    sandbox.dials.reset();
  });

  it('has a frame variant, an intake screen, and the loading words that look like a status', async () => {
    const framed = await ask(`${DC}/XuLyCongViec?khung=1`, { headers: { cookie } });
    expect(framed.text).toContain('<iframe');
    expect((await ask(`${DC}/DonDangKy/KeKhaiDangKyV2`, { headers: { cookie } })).text).toContain(
      'tbGiayToDinhKem',
    );
    expect((await ask('https://dla.mplis.gov.vn/assets/vbdlis.js')).text).toContain('Đang xử lý...');
  });

  it('counts any other POST as a violation', async () => {
    expect((await post('DonDangKy/LuuHoSo', {})).status).toBe(405);
    expect(sandbox.violations.at(-1)).toMatchObject({ method: 'POST', path: '/dc/DonDangKy/LuuHoSo' });
  });
});
