/** Asking by an open page: the request that a system's data describes, and every outcome of it. */
import { describe, expect, it, vi } from 'vitest';
import { ask } from '../../../utils/lookup/ask';
import { isAskable, tabHosts } from '../../../utils/lookup/tab-answer';
import { CATALOGUE, systemById } from '../../../utils/systems';
import type { TabConnector } from '../../../utils/systems/connector';
import { connectorSchema } from '../../../utils/systems/schema';
import type { System } from '../../../utils/systems/system';
import type { TabAnswer, TabCall } from '../../../utils/systems/tab-call';

const CODE = 'H15.14-261116-0007';

function known(id: string): System {
  const system = systemById(CATALOGUE, id);
  if (!system) throw new Error(`no ${id}`);
  return system;
}

async function asked(system: System, answer: TabAnswer, code = CODE) {
  const calls: TabCall[] = [];
  const { durationMs: _, ...said } = await ask(system, code, {
    fetch: () => Promise.reject(new Error('nothing goes from the background')),
    parseHtml: () => Promise.reject(new Error('no page')),
    callInTab: async (call) => {
      calls.push(call);
      return answer;
    },
    now: () => Date.UTC(2026, 10, 22, 3),
  });
  return { said, call: calls[0] };
}

const answered = (body: unknown, status = 200): TabAnswer => ({
  kind: 'answered',
  status,
  retryAfter: null,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  bytes: 100,
});

const busy = (status: number) => ({ kind: 'answered', status, text: '', bytes: 0 }) as const;

describe('iGate', () => {
  const igate = known('province-h15');
  const row = {
    code: CODE,
    nationCode: '000.00.14.H15-261116-0007',
    dossierStatus: { id: 2, name: 'Đang xử lý' },
    acceptedDate: '2026-11-16T01:30:00.000+0000',
    appointmentDate: '2026-11-30T17:00:00.000+0700',
    procedure: { code: '1.004884', translate: { name: 'Thủ tục mẫu' } },
    currentTask: [{ dueDate: '2026-11-20T17:00:00.000+0700' }],
    applicant: { data: { fullname: 'NGUYỄN VĂN MẪU' } },
  };

  it('asks its API with the page’s token, under the code alone', async () => {
    const { call } = await asked(igate, answered({ content: [] }));
    expect(call).toMatchObject({
      method: 'GET',
      carries: [{ header: 'Authorization', prefix: 'Bearer ', at: { in: 'storage', key: 'userToken' } }],
      headers: { Accept: 'application/json', 'Accept-Language': 'vi' },
    });
    expect(call?.url).toBe(
      `https://dvcapi.daklak.gov.vn/pa/dossier/search?page=0&size=20&applicant-organization=&spec=slice&code=${CODE}`,
    );
  });

  it('reads the row of exactly this code, and no person', async () => {
    const loose = { ...row, code: `${CODE}1`, nationCode: '' };
    const { said } = await asked(igate, answered({ content: [loose, row] }));
    expect(said).toEqual({
      outcome: 'found',
      bytes: 100,
      reading: {
        code: CODE,
        otherCode: '000.00.14.H15-261116-0007',
        statusText: 'Đang xử lý',
        receivedAt: '2026-11-16T08:30',
        dueAt: '2026-11-30T17:00',
        procedureCode: '1.004884',
        procedureName: 'Thủ tục mẫu',
      },
    });
  });

  it.each<[string, TabAnswer, string]>([
    ['no such dossier', answered({ content: [], last: true }), 'not-found'],
    [
      'only codes that contain it',
      answered({ content: [{ ...row, code: `${CODE}1`, nationCode: '' }] }),
      'not-found',
    ],
    ['the token is gone from the page', { kind: 'no-token' }, 'not-signed-in'],
    ['the token is too old', answered({ error: 'invalid_token' }, 401), 'not-signed-in'],
    ['no right', answered({}, 403), 'no-permission'],
    ['a firewall', answered('<title>Request Rejected</title>'), 'captcha'],
    ['a redirect it never makes', { kind: 'redirected' }, 'unreadable'],
    ['another shape', answered({ items: [row] }), 'unreadable'],
    ['no JSON', answered('<p>Không tìm thấy hồ sơ</p>'), 'unreadable'],
    ['cut off', { kind: 'broken', bytes: 5 }, 'unreadable'],
    ['endless', { kind: 'too-large', bytes: 5 }, 'unreadable'],
    ['no network', { kind: 'unreachable' }, 'unreachable'],
    ['the tab was closed', { kind: 'no-tab' }, 'unreachable'],
    ['in trouble', answered('x', 502), 'unreachable'],
    ['busy', answered('x', 429), 'rate-limited'],
    ['a lost session, told by a gateway', { kind: 'unreachable', status: 401 }, 'not-signed-in'],
    ['no right, or a firewall', { kind: 'unreachable', status: 403 }, 'unreadable'],
    ['a gateway knows no such address', { kind: 'unreachable', status: 404 }, 'unreadable'],
    ['a gateway in trouble', { kind: 'unreachable', status: 502, retryAfter: null }, 'unreachable'],
    ['it was answered, and cut off', { kind: 'unreachable', status: 200 }, 'unreachable'],
  ])('%s: %s', async (_, answer, outcome) => {
    expect((await asked(igate, answer)).said.outcome).toBe(outcome);
  });

  it.each<[string, TabAnswer, true | undefined]>([
    ['it answered with an error', answered('x', 502), true],
    ['a gateway did', { kind: 'unreachable', status: 502 }, true],
    ['no answer came', { kind: 'unreachable' }, undefined],
  ])('%s', async (_, answer, serverError) => {
    expect((await asked(igate, answer)).said.serverError).toBe(serverError);
  });

  it.each<[string, TabAnswer, string, string]>([
    ['busy, for an hour', { ...busy(429), retryAfter: '3600' }, 'rate-limited', '04:00'],
    ['busy, and says no time', { ...busy(429), retryAfter: null }, 'rate-limited', '03:01'],
    ['busy, and nobody can see for how long', busy(429), 'rate-limited', '03:15'],
    ['in trouble, and nobody can see for how long', busy(503), 'unreachable', '03:15'],
    ['a gateway is busy', { kind: 'unreachable', status: 429, retryAfter: '3600' }, 'rate-limited', '04:00'],
  ])('%s', async (_, answer, outcome, clock) => {
    const retryAt = `2026-11-22T${clock}:00.000Z`;
    expect((await asked(igate, answer)).said).toMatchObject({ outcome, retryAt });
  });
});

it('an open page that cannot be reached at all ends as unreadable, and says why', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const answer = await ask(known('province-h15'), CODE, {
    fetch: () => Promise.reject(new Error('nothing goes from the background')),
    parseHtml: () => Promise.reject(new Error('no page')),
    callInTab: () => Promise.reject(new Error('a bug')),
    now: Date.now,
  });
  expect(answer.outcome).toBe('unreadable');
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

describe('VBDLIS', () => {
  const land = known('land');
  const row = {
    soBienNhan: CODE,
    state: { State: 'ThamTra', Title: 'Đang xử lý' },
    daTra: false,
    daKetISO: false,
  };

  it('asks by a form with the page’s own token', async () => {
    const { call } = await asked(land, answered({ data: [] }));
    expect(call).toMatchObject({ method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    const form = new URLSearchParams(call?.body);
    expect([form.get('model[soBienNhan]'), form.get('model[tinhId]'), form.get('model[hoTen]')]).toEqual([
      CODE,
      '66',
      null,
    ]);
  });

  it.each([
    ['the step while it is under way', {}, 'Đang xử lý'],
    ['what was done goes before the step', { daTra: true, daKetISO: true }, 'Đã trả kết quả'],
    ['the second flag', { daKetISO: true }, 'Đã kết ISO'],
    ['a flag as a word is no flag', { daTra: 'true' }, 'Đang xử lý'],
  ])('%s', async (_, more, statusText) => {
    const { said } = await asked(land, answered({ data: [{ ...row, ...more }] }));
    expect(said.reading).toMatchObject({ code: CODE, statusText });
  });

  it.each<[string, TabAnswer, string]>([
    ['sent to the login', { kind: 'redirected' }, 'not-signed-in'],
    ['the login page in its place', answered('<form><input type="password"></form>'), 'not-signed-in'],
    ['nothing', answered({ data: [] }), 'not-found'],
  ])('%s: %s', async (_, answer, outcome) => {
    expect((await asked(land, answer)).said.outcome).toBe(outcome);
  });
});

describe('a thesis’ copy of the TD stack, as policy can bring it', () => {
  const connector: TabConnector = {
    kind: 'tab',
    method: 'GET',
    url: 'https://apidvc.thanhhoa.gov.vn/api/v1/hosos?maHoSo={code}&pageNumber=1&pageSize=10',
    headers: { Tenant: 'root' },
    carries: [
      {
        header: 'Authorization',
        prefix: 'Bearer ',
        at: { in: 'storage', key: 'persist:root', path: ['auth', 'data', 'token'] },
      },
    ],
    answer: { ok: [200], notSignedIn: { status: [401] }, noPermission: { status: [403] } },
    rows: 'data',
    codeAt: ['maHoSo'],
    fields: {
      statusText: {
        paths: ['trangThaiHoSoId'],
        labels: { '4': 'Đang xử lý', '5': 'Yêu cầu bổ sung giấy tờ', '10': 'Đã trả kết quả' },
      },
      dueAt: { paths: ['ngayHenTra'], date: 'us' },
      channel: { paths: ['kenhThucHien'], labels: { '1': 'in-person', '2': 'online', '3': 'post' } },
    },
  };

  it('months stand before days, and numbers are words', async () => {
    expect(connectorSchema.safeParse(connector).success).toBe(true);
    const system = { ...known('province-h56'), connector };
    const code = 'H56.14-261116-0007';
    const row = { maHoSo: code, trangThaiHoSoId: '4', ngayHenTra: '03/04/2026 17:00:00', kenhThucHien: '2' };
    const { said } = await asked(system, answered({ data: [row], totalCount: 1 }), code);
    expect(said.reading).toEqual({
      code,
      statusText: 'Đang xử lý',
      dueAt: '2026-03-04T17:00:00',
      channel: 'online',
    });
  });

  it.each([
    ['the cookie is the browser’s own affair', { header: 'Cookie', at: { in: 'storage', key: 'k' } }],
    ['a global is named, not computed', { header: 'Token', at: { in: 'global', path: 'x[alert(1)]' } }],
    ['no arguments', { header: 'Token', at: { in: 'global', path: 'x.y(1)' } }],
    ['no other place', { header: 'Token', at: { in: 'cookie', key: 'k' } }],
  ])('%s', (_, carried) => {
    expect(connectorSchema.safeParse({ ...connector, carries: [carried] }).success).toBe(false);
  });
});

describe('only where policy names the page’s host', () => {
  const igate = known('province-h15');
  it.each([
    ['nobody is named', [], false],
    ['its page', ['motcua.daklak.gov.vn'], true],
    ['its API is no page', ['dvcapi.daklak.gov.vn'], false],
    ['another system’s page', ['motcua.cantho.gov.vn'], false],
  ])('%s', (_, named, askable) => {
    expect(isAskable(igate, named)).toBe(askable);
  });

  it('the hosts of open pages are those that are named, wildcards of the catalogue included', () => {
    expect(tabHosts(known('land'), ['dla.mplis.gov.vn', 'hni.mplis.gov.vn', 'x.gov.vn'])).toEqual([
      'dla.mplis.gov.vn',
      'hni.mplis.gov.vn',
    ]);
  });

  it('what needs no open page needs no word', () => {
    expect(isAskable(known('national-portal'), [])).toBe(true);
    expect(isAskable(known('coordination'), ['quantricong.dichvucong.gov.vn'])).toBe(false);
  });
});
