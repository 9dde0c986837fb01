import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../../utils/lookup/ask';
import { readDate, valueAt } from '../../../utils/lookup/read-json';
import type { JsonConnector } from '../../../utils/systems/connector';
import type { System } from '../../../utils/systems/system';
import { html, json, type Portal, redirect, startPortal } from './portal-server';

const CODE = 'H26.14-261116-0007';
const NEXT = 'H26.14-261116-00071';
const STRANGER = 'H26.15-261101-1234';
const NATIONAL = '000.00.06.H26-261116-0007';

let portal: Portal;
beforeEach(async () => {
  portal = await startPortal();
});
afterEach(() => portal.close());

/** In the manner of an OpenCPS list. */
function connector(more: Partial<JsonConnector> = {}): JsonConnector {
  return {
    kind: 'json',
    method: 'GET',
    url: `${portal.origin}/dossiers?start=0&end=15&dossierNo={code}`,
    headers: { groupId: '35999' },
    answer: {
      ok: [200, 201],
      notSignedIn: { status: [203], text: ['phiên làm việc đã hết'] },
      noPermission: { text: ['không có quyền'] },
      notFound: { text: ['No Content.'] },
    },
    rows: 'data',
    none: { path: 'total', equals: 0 },
    codeAt: ['dossierNo', 'nationCode'],
    fields: {
      otherCode: { paths: ['dossierNo', 'nationCode'] },
      statusText: { paths: ['dossierSubStatusText', 'dossierStatusText'] },
      receivedAt: { paths: ['receiveDate'], date: 'vi' },
      dueAt: { paths: ['task[0].dueDate', 'task.dueDate', 'dueDate'], date: 'vi' },
      payment: { paths: ['paid'], labels: { '0': 'unpaid', '1': 'paid' } },
      channel: { paths: ['online'], labels: { true: 'online', false: 'in-person' } },
    },
    ...more,
  };
}

async function asked(more: Partial<JsonConnector> = {}) {
  const system: System = {
    id: 'ministry-g11',
    name: 'Bộ mẫu',
    shortName: 'Bộ mẫu',
    nameEn: 'Sample ministry',
    kind: 'ministry',
    agencyCodes: ['G11'],
    hosts: [{ host: '127.0.0.1', role: 'officer', confidence: 'policy' }],
    connector: connector(more),
  };
  return ask(system, CODE, {
    fetch: (url, init) => fetch(url, init),
    parseHtml: () => Promise.reject(new Error('a JSON answer is not parsed as a page')),
    now: Date.now,
    timeoutMs: 5_000,
  });
}

const row = {
  dossierNo: CODE,
  dossierStatusText: 'Đang xử lý',
  dueDate: '12/01/2026 17:00:00',
  applicantName: 'NGƯỜI MẪU',
};

describe('rows', () => {
  const cases: [string, number, unknown, string][] = [
    ['an array', 200, { total: 1, data: [row] }, 'found'],
    ['one row as an object', 200, { total: 1, data: row }, 'found'],
    ['201 where the data says so', 201, { total: 1, data: [row] }, 'found'],
    ['the exact one of a loose search', 200, { data: [{ ...row, dossierNo: NEXT }, row] }, 'found'],
    [
      'the code in another case and with spaces',
      200,
      { data: [{ ...row, dossierNo: ' h26.14 - 261116 - 0007 ' }] },
      'found',
    ],
    ['loose rows alone: it is not there', 200, { data: [{ ...row, dossierNo: NEXT }] }, 'not-found'],
    [
      'rows of strangers: the search was not understood',
      200,
      { data: [{ ...row, dossierNo: STRANGER }] },
      'unreadable',
    ],
    [
      'rows without a code: another shape',
      200,
      { data: [{ no: CODE, dossierStatusText: 'Đang xử lý' }] },
      'unreadable',
    ],
    ['an empty array', 200, { total: 0, data: [] }, 'not-found'],
    ['absent, with its sign', 200, { total: 0 }, 'not-found'],
    ['absent, without its sign', 200, { total: 3 }, 'unreadable'],
    ['null, without its sign', 200, { data: null }, 'unreadable'],
    ['another shape altogether', 200, { content: [row] }, 'unreadable'],
    ['the row says nothing but its code', 200, { data: [{ dossierNo: CODE }] }, 'unreadable'],
    [
      'two exact rows that differ',
      200,
      { data: [row, { ...row, dossierStatusText: 'Đã trả kết quả' }] },
      'unreadable',
    ],
    ['two exact rows that agree', 200, { data: [row, row] }, 'found'],
    ['absence in words with 403', 403, { message: 'No Content.', code: 403 }, 'not-found'],
    ['203: the session is gone', 203, { message: 'x', code: 203 }, 'not-signed-in'],
    ['203 with rows is not read', 203, { total: 1, data: [row] }, 'not-signed-in'],
    ['401 without a rule', 401, { message: 'x' }, 'not-signed-in'],
    ['403 without words', 403, {}, 'no-permission'],
    ['no right, in words', 200, { message: 'Không có quyền', data: null }, 'no-permission'],
    [
      'a lost session in words beside an empty list',
      200,
      { message: 'Phiên làm việc đã hết', data: [] },
      'not-signed-in',
    ],
    ['500', 500, { message: 'No Content.' }, 'unreachable'],
    ['429', 429, {}, 'rate-limited'],
  ];
  it.each(cases)('%s', async (_, status, body, outcome) => {
    portal.on('/dossiers', json(status, body));
    const answer = await asked();
    expect(answer.outcome).toBe(outcome);
    if (outcome === 'found') {
      expect(answer.reading).toEqual({ code: CODE, statusText: 'Đang xử lý', dueAt: '2026-01-12T17:00:00' });
    } else {
      expect(answer.reading).toBeUndefined();
    }
  });

  const empty: [JsonConnector['emptyIs'], string][] = [
    [undefined, 'not-found'],
    ['unreadable', 'unreadable'],
    ['not-signed-in', 'not-signed-in'],
  ];
  it.each(empty)('an empty list that strangers get too means %s', async (emptyIs, outcome) => {
    portal.on('/dossiers', json(200, { total: 0 }));
    expect((await asked({ emptyIs })).outcome).toBe(outcome);
  });

  it('an envelope that does not hold is not read', async () => {
    const answer = { ...connector().answer, envelope: { path: 'code', equals: 'OK' } };
    portal.on('/dossiers', json(200, { code: 'FAILED', data: [] }));
    expect((await asked({ answer })).outcome).toBe('unreadable');
    portal.on('/dossiers', json(201, { code: 'OK', data: [row] }));
    expect((await asked({ answer })).outcome).toBe('found');
  });

  it('the body itself may be the rows', async () => {
    portal.on('/dossiers', json(200, []));
    expect((await asked({ rows: '' })).outcome).toBe('not-found');
    portal.on('/dossiers', json(200, row));
    expect((await asked({ rows: '' })).outcome).toBe('found');
  });
});

describe('what is no JSON', () => {
  const cases: [string, number, string, string][] = [
    ['a login page with 200', 200, '<form><input type="password"></form> No Content.', 'not-signed-in'],
    ['a page that speaks of absence proves none', 200, '<p>No Content.</p>', 'unreadable'],
    ['the firewall with 200', 200, '<title>Request Rejected</title>', 'captcha'],
    ['XML', 200, '<dossiers><dossierNo>H26.14-261116-0007</dossierNo></dossiers>', 'unreadable'],
    ['nothing', 200, '', 'unreadable'],
    ['a secret that is wrong, as plain text with 203', 203, 'x', 'not-signed-in'],
  ];
  it.each(cases)('%s', async (_, status, body, outcome) => {
    portal.on('/dossiers', html(status, body));
    expect((await asked()).outcome).toBe(outcome);
  });

  it('a hang, 20 MB and a foreign host end as on pages', async () => {
    portal.on('/dossiers', json(200, {}, { 'content-length': '20000000' }));
    expect((await asked()).outcome).toBe('unreadable');
    portal.on('/dossiers', redirect(`${portal.foreignOrigin}/elsewhere`));
    portal.on('/elsewhere', json(200, { data: [row] }));
    expect((await asked()).outcome).toBe('unreadable');
  });
});

describe('fields', () => {
  const cases: [string, Record<string, unknown>, Record<string, unknown>][] = [
    [
      'the first non-empty path',
      { dossierSubStatusText: ' ', dossierStatusText: 'Đang xử lý' },
      { statusText: 'Đang xử lý' },
    ],
    [
      'the first path before the second',
      { dossierSubStatusText: 'Đang thụ lý' },
      { statusText: 'Đang thụ lý' },
    ],
    ['inside an array', { task: [{ dueDate: '05/01/2026 08:00:00' }] }, { dueAt: '2026-01-05T08:00:00' }],
    [
      'inside an object where an array was expected',
      { task: { dueDate: '05/01/2026 08:00:00' } },
      { dueAt: '2026-01-05T08:00:00' },
    ],
    ['a number by its label', { paid: 1 }, { payment: 'paid' }],
    ['a number without a label is left out', { paid: 7 }, { payment: undefined }],
    ['a boolean by its label', { online: false }, { channel: 'in-person' }],
    ['a date that does not exist is left out', { receiveDate: '31/02/2026' }, { receivedAt: undefined }],
    ['a date in another grammar is left out', { receiveDate: '20260105080000' }, { receivedAt: undefined }],
    ['the other code of the same dossier', { nationCode: NATIONAL }, { otherCode: NATIONAL }],
    ['the same code twice is no other code', { nationCode: CODE }, { otherCode: undefined }],
  ];
  it.each(cases)('%s', async (_, more, expected) => {
    portal.on('/dossiers', json(200, { data: [{ ...row, ...more }] }));
    const { reading } = await asked();
    expect(reading?.code).toBe(CODE);
    for (const [field, value] of Object.entries(expected)) {
      expect(reading?.[field as keyof typeof reading]).toBe(value);
    }
  });

  it('asked by its national code, a row under its local code is that dossier', async () => {
    portal.on('/dossiers', json(200, { data: [{ ...row, dossierNo: NATIONAL, nationCode: CODE }] }));
    expect((await asked()).reading).toMatchObject({ code: CODE, otherCode: NATIONAL });
  });

  it('nothing but the declared fields is taken along', async () => {
    portal.on('/dossiers', json(200, { data: [row] }));
    expect(JSON.stringify(await asked())).not.toContain('MẪU');
  });

  const dates: [string, Parameters<typeof readDate>[1], string | undefined][] = [
    ['03/04/2026 08:30:00', 'vi', '2026-04-03T08:30:00'],
    ['03/04/2026 08:30:00', 'us', '2026-03-04T08:30:00'],
    ['13/04/2026 08:30:00', 'us', undefined],
    ['04/13/2026 08:30:00', 'vi', undefined],
    ['2026-11-16T01:30:00.000+0000', 'iso', '2026-11-16T08:30'],
    ['2026-11-16T08:30:00.000+0700', 'iso', '2026-11-16T08:30'],
    ['2026-11-16T23:30:00', 'iso', '2026-11-16T23:30:00'],
    ['16/11/2026', 'iso', undefined],
    ['1767225600000', 'ms', '2026-01-01T07:00'],
    ['/Date(1767225600000)/', 'ms', '2026-01-01T07:00'],
    ['2026', 'ms', undefined],
    ['0001-01-01T00:00:00', 'iso', undefined],
  ];
  it.each(dates)('%s as %s', (text, grammar, expected) => {
    expect(readDate(text, grammar)).toBe(expected);
  });

  it('paths do not reach into what the language itself put there', () => {
    expect(valueAt({ a: [{ b: 2 }] }, 'a[0].b')).toBe(2);
    expect(valueAt({ a: 'x' }, 'a.length')).toBeUndefined();
    expect(valueAt({}, 'constructor.name')).toBeUndefined();
    expect(valueAt({ a: 1 }, '')).toEqual({ a: 1 });
  });
});

describe('the request', () => {
  it('carries the declared headers and never a session of its own', async () => {
    portal.on('/dossiers', json(200, { data: [row] }));
    await asked({ headers: { groupId: '35999', Authorization: 'Bearer x', Cookie: 'a=b' } });
    const [request] = portal.requests;
    expect(request?.headers).toMatchObject({ groupid: '35999', accept: 'application/json' });
    expect(request?.headers.authorization).toBeUndefined();
    expect(request?.headers.cookie).toBeUndefined();
    expect(request?.headers.referer).toBeUndefined();
  });

  it('a code with slashes stays one value', async () => {
    portal.on('/dossiers', json(200, { total: 0 }));
    const system = {
      connector: connector(),
      hosts: [{ host: '127.0.0.1', role: 'officer', confidence: 'policy' }],
    };
    await ask(system as unknown as System, '03706/2026/07906', {
      fetch: (url, init) => fetch(url, init),
      parseHtml: () => Promise.resolve({ dossiers: [] }),
      now: Date.now,
    });
    expect(portal.requests[0]?.path).toContain('dossierNo=03706%2F2026%2F07906');
  });

  it('a POST that is a query, as JSON', async () => {
    portal.on('/dossiers', json(201, { data: [row] }));
    const answer = await asked({ method: 'POST', body: { q: '{code}', limit: 5, in: ['{code}'] } });
    expect(answer.outcome).toBe('found');
    expect(portal.requests[0]).toMatchObject({ method: 'POST' });
    expect(JSON.parse(portal.requests[0]?.body ?? '')).toEqual({ q: CODE, limit: 5, in: [CODE] });
  });

  it('a POST as a form with bracket keys', async () => {
    portal.on('/dossiers', json(200, { data: [row] }));
    await asked({ method: 'POST', bodyAs: 'form', body: { 'model[soBienNhan]': '{code}', start: 0 } });
    const [request] = portal.requests;
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      'model[soBienNhan]': CODE,
      start: '0',
    });
  });

  const redirects: [string, string, Partial<JsonConnector['answer']['notSignedIn']>, string][] = [
    ['to a login', '/account/login', {}, 'not-signed-in'],
    ['anywhere, where the data says that it means the login', '/home', { redirect: true }, 'not-signed-in'],
    ['anywhere else', '/home', {}, 'unreadable'],
  ];
  it.each(redirects)('the redirect of a POST is not followed: %s', async (_, to, notSignedIn, outcome) => {
    portal.on('/dossiers', redirect(to, 307));
    const answer = { ...connector().answer, notSignedIn };
    expect((await asked({ method: 'POST', body: { q: '{code}' }, answer })).outcome).toBe(outcome);
    expect(portal.requests).toHaveLength(1);
  });
});
