import { describe, expect, it } from 'vitest';
import { ask } from '../../../utils/lookup/ask';
import { readDate, valueAt } from '../../../utils/lookup/read-json';
import type { JsonConnector } from '../../../utils/systems/connector';
import type { System } from '../../../utils/systems/system';
import { asked, CODE, connector, NATIONAL, portal, row } from './json-system';
import { json, redirect } from './portal-server';

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

  it('of several grammars the first that fits counts', async () => {
    const fields = {
      statusText: { paths: ['dossierStatusText'] },
      dueAt: { paths: ['dueDate'], date: ['us', 'iso'] },
    };
    for (const [dueDate, expected] of [
      ['03/04/2026 17:00:00', '2026-03-04T17:00:00'],
      ['2026-03-04T17:00:00', '2026-03-04T17:00:00'],
      ['13/04/2026 17:00:00', undefined],
    ]) {
      portal.on('/dossiers', json(200, { data: [{ ...row, dueDate }] }));
      expect((await asked({ fields: fields as JsonConnector['fields'] })).reading?.dueAt).toBe(expected);
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
