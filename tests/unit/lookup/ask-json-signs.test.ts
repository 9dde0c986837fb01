/** JSON that says with status 200 what others say by their status, and lists that prove nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandJson } from '../../../utils/lookup/understand-json';
import { asked, CODE, connector, portal, row } from './json-system';
import { html, json } from './portal-server';

const loose = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...row, dossierNo: `${CODE}${n % 10}${n}` }));

describe('an empty list beside a failure is no absence', () => {
  it.each<[string, number, unknown, string]>([
    ['the session is gone, by its code', 200, { code: 401, data: [] }, 'not-signed-in'],
    ['by a code as text', 200, { status: '401', message: 'x', data: [] }, 'not-signed-in'],
    ['by the code of its error', 200, { data: [], error: { code: 401 } }, 'not-signed-in'],
    ['by a code, without a list', 200, { code: 401, message: 'x' }, 'not-signed-in'],
    ['in words', 200, { data: [], message: 'Phiên làm việc của bạn không còn' }, 'not-signed-in'],
    ['in words that no data names', 200, { data: [], error: 'Unauthorized' }, 'not-signed-in'],
    ['asked to sign in', 200, { data: [], messages: ['Vui lòng đăng nhập để tiếp tục'] }, 'not-signed-in'],
    ['the words of marked text', 200, { data: [], message: 'Vui lòng <b>đăng nhập</b>' }, 'not-signed-in'],
    ['no right, by its code', 200, { code: 403, data: [] }, 'no-permission'],
    ['no right, in English', 200, { data: [], message: 'Access denied' }, 'no-permission'],
    ['too often', 200, { statusCode: 429, data: [] }, 'rate-limited'],
    ['a flag alone', 200, { success: false, data: [] }, 'unreadable'],
    ['its opposite', 200, { failed: true, data: [] }, 'unreadable'],
    ['an error that nobody knows', 200, { data: [], error: 'ORA-00942' }, 'unreadable'],
    ['errors in a list', 200, { data: [], errors: [{ id: 7 }] }, 'unreadable'],
    [
      'the absence that the data names, with its flag',
      200,
      { success: false, message: 'No Content.' },
      'not-found',
    ],
    ['no error at all', 200, { data: [], error: null, errors: [], success: true, code: 200 }, 'not-found'],
    ['a place for an error, and none in it', 200, { data: [], error: { code: 0, message: '' } }, 'not-found'],
    ['an error that says that there is none', 200, { data: [], error: 'Thành công' }, 'not-found'],
    ['an error with a code of its own', 200, { data: [], error: { code: 'E17' } }, 'unreadable'],
    ['a good message', 200, { data: [], message: 'Thành công' }, 'not-found'],
    [
      'words in a loose row are that row’s',
      200,
      { data: [{ ...row, dossierNo: `${CODE}1`, note: 'Unauthorized' }] },
      'not-found',
    ],
    ['a row of the dossier itself, whatever stands beside', 200, { data: [row], success: false }, 'found'],
  ])('%s', async (_, status, body, outcome) => {
    portal.on('/dossiers', json(status, body));
    expect((await asked()).outcome).toBe(outcome);
  });

  it.each([401, 419, 440])('%i speaks of no dossier, whatever its words', async (status) => {
    const answer = { ok: [200], notFound: { text: ['No Content.'] } };
    portal.on('/dossiers', json(status, { message: 'No Content.' }));
    expect((await asked({ answer })).outcome).toBe('not-signed-in');
    portal.on('/dossiers', html(status, '<p>No Content.</p>'));
    expect((await asked({ answer })).outcome).toBe('not-signed-in');
  });
});

it('words that are blank in the system’s data say nothing', async () => {
  const blank = { text: ['', ' '] };
  portal.on('/dossiers', json(200, { other: 'shape' }));
  const answer = { ok: [200], notFound: blank, noPermission: blank, captcha: blank, notSignedIn: blank };
  expect((await asked({ answer })).outcome).toBe('unreadable');
});

describe('a part of a list', () => {
  it.each<[string, unknown, string]>([
    ['others follow, by its own count', { total: 40, data: loose(15) }, 'unreadable'],
    ['others follow, by a sign', { last: false, data: loose(20) }, 'unreadable'],
    ['others follow, by a count beside the rows', { data: loose(15), recordsFiltered: '16' }, 'unreadable'],
    ['it counts some and shows none', { total: 1, data: [] }, 'unreadable'],
    ['all of them are here', { total: 3, last: true, data: loose(3) }, 'not-found'],
    ['the exact one is here already', { total: 40, data: [...loose(14), row] }, 'found'],
  ])('%s', async (_, body, outcome) => {
    portal.on('/dossiers', json(200, body));
    expect((await asked()).outcome).toBe(outcome);
  });
});

it.each([
  ['a list within a list', '['.repeat(300_000) + ']'.repeat(300_000)],
  ['the rows', `{"data":${'['.repeat(300_000)}${']'.repeat(300_000)}}`],
  ['objects', `${'{"data":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
])('nested without end ends as unreadable: %s', async (_, body) => {
  portal.on('/dossiers', html(200, body, { 'content-type': 'application/json' }));
  expect((await asked()).outcome).toBe('unreadable');
});

it('whatever JSON it is: never an exception, and no absence without a list', () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 4 }),
      fc.constantFrom(200, 201, 203, 400, 401, 404, 500),
      (text, status) => {
        const { outcome } = understandJson(connector(), CODE, status, text);
        if (outcome === 'not-found') expect(text).toMatch(/\[\s*\]|"total"\s*:\s*0|No Content/i);
      },
    ),
  );
});
