import { describe, expect, it } from 'vitest';
import type { JsonConnector } from '../../../utils/systems/connector';
import { asked, CODE, connector, portal, row } from './json-system';
import { html, json, redirect } from './portal-server';

const NEXT = 'H26.14-261116-00071';
const STRANGER = 'H26.15-261101-1234';

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

  it.each<[string, unknown, string]>([
    ['in the first place', { data: [row] }, 'found'],
    ['in the second, the first is left out', { value: [row] }, 'found'],
    ['in the second, the first is empty', { data: [], value: [row] }, 'found'],
    ['in the second, as one row', { data: null, value: row }, 'found'],
    ['nowhere, and one of them is empty', { value: [] }, 'not-found'],
    ['nowhere at all', { total: 3 }, 'unreadable'],
    ['in the first, and the second is another matter', { data: [row], value: [{ x: 1 }] }, 'found'],
    ['in the second, which is a part', { value: [{ ...row, dossierNo: NEXT }], total: 9 }, 'unreadable'],
    ['in the second, whose words are no failure', { value: [{ ...row, note: 'Unauthorized' }] }, 'found'],
  ])('of several places: %s', async (_, body, outcome) => {
    portal.on('/dossiers', json(200, body));
    expect((await asked({ rows: ['data', 'value'] })).outcome).toBe(outcome);
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
