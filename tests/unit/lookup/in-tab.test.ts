// @vitest-environment happy-dom
/** Where pages keep what their own calls carry: each place that the systems of the field use. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carriedHeaders, offerTab, type TabWorld } from '../../../utils/lookup/in-tab';
import { callByPage, tellGlobals } from '../../../utils/platform/page-world';
import type { Carried } from '../../../utils/systems/connector';
import type { TabCall } from '../../../utils/systems/tab-call';

const HERE = location.hostname;
const sent: { url: string; init: RequestInit }[] = [];
const answer = vi.fn<() => Promise<Response>>();

beforeEach(() => {
  sent.length = 0;
  answer.mockImplementation(async () => new Response('{"data":[]}', { status: 200 }));
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
  document.body.innerHTML = '';
});

const bearer = (at: Carried['at']): Carried[] => [{ header: 'Authorization', prefix: 'Bearer ', at }];

describe('what the page keeps', () => {
  it.each<[string, () => void, Carried['at'], string | null]>([
    ['raw text', () => localStorage.setItem('userToken', 'abc'), { in: 'storage', key: 'userToken' }, 'abc'],
    ['for this tab alone', () => sessionStorage.setItem('t', 'abc'), { in: 'storage', key: 't' }, 'abc'],
    [
      'JSON within JSON',
      () =>
        localStorage.setItem(
          'persist:root',
          JSON.stringify({ auth: JSON.stringify({ data: { token: 'abc' } }) }),
        ),
      { in: 'storage', key: 'persist:root', path: ['auth', 'data', 'token'] },
      'abc',
    ],
    [
      'a hidden field',
      () => {
        document.body.innerHTML = '<input type="hidden" name="__RequestVerificationToken" value="abc">';
      },
      { in: 'dom', selector: 'input[name=__RequestVerificationToken]' },
      'abc',
    ],
    [
      'a meta',
      () => {
        document.body.innerHTML = '<meta name="csrf" content="abc">';
      },
      { in: 'dom', selector: 'meta[name=csrf]' },
      'abc',
    ],
    ['nothing there', () => undefined, { in: 'storage', key: 'userToken' }, null],
    ['an empty text', () => localStorage.setItem('userToken', ''), { in: 'storage', key: 'userToken' }, null],
    [
      'no JSON where JSON should be',
      () => localStorage.setItem('k', 'abc'),
      { in: 'storage', key: 'k', path: ['a'] },
      null,
    ],
    [
      'a text kept as JSON, in quotes',
      () => localStorage.setItem('k', '"abc"'),
      { in: 'storage', key: 'k' },
      'abc',
    ],
    [
      'a text in quotes within JSON text',
      () => localStorage.setItem('k', JSON.stringify({ a: '"abc"' })),
      { in: 'storage', key: 'k', path: ['a'] },
      'abc',
    ],
    [
      'a quote that is never closed',
      () => localStorage.setItem('k', '"abc'),
      { in: 'storage', key: 'k' },
      null,
    ],
    [
      'an object instead of a text',
      () => localStorage.setItem('k', '{"a":{}}'),
      { in: 'storage', key: 'k', path: ['a'] },
      null,
    ],
    [
      'a text that would break a header',
      () => localStorage.setItem('k', 'a\r\nCookie: x'),
      { in: 'storage', key: 'k' },
      null,
    ],
    [
      'an inherited name',
      () => localStorage.setItem('k', '{}'),
      { in: 'storage', key: 'k', path: ['toString'] },
      null,
    ],
  ])('%s', (_, prepare, at, token) => {
    prepare();
    const headers = carriedHeaders(bearer(at), document, {});
    expect(headers).toEqual(token === null ? null : { Authorization: `Bearer ${token}` });
  });
});

const call = (more: Partial<TabCall> = {}): TabCall => ({
  url: 'https://api.vidu.gov.vn/x',
  method: 'GET',
  headers: { Accept: 'application/json' },
  carries: [],
  timeoutMs: 5_000,
  maxBytes: 1_000,
  ...more,
});

function world(): NonNullable<TabWorld['soiTab']> {
  const made: TabWorld = {};
  offerTab(made, document);
  if (!made.soiTab) throw new Error('nothing was offered');
  return made.soiTab;
}

describe('the call', () => {
  it('carries the page’s globals, told under a name nobody knows, and forgets them', async () => {
    vi.stubGlobal('Liferay', { authToken: 'p4' });
    vi.stubGlobal('themeDisplay', {
      id: '35217',
      getScopeGroupId(this: { id: string }) {
        return this.id;
      },
    });
    const carries: Carried[] = [
      { header: 'groupId', at: { in: 'global', path: 'themeDisplay.getScopeGroupId()' } },
      { header: 'Token', at: { in: 'global', path: 'Liferay.authToken' } },
    ];
    const tab = world();
    tab.listen('made-up-name');
    tellGlobals('another-name', ['Liferay.authToken']);
    tellGlobals('made-up-name', ['themeDisplay.getScopeGroupId()', 'Liferay.authToken', 'no.such.thing']);
    expect(await tab.call(call({ carries }), [HERE])).toMatchObject({
      kind: 'answered',
      text: '{"data":[]}',
    });
    expect(sent[0]?.init).toMatchObject({
      headers: { Accept: 'application/json', groupId: '35217', Token: 'p4' },
      redirect: 'manual',
      credentials: 'same-origin',
    });
    expect(await tab.call(call({ carries }), [HERE])).toEqual({ kind: 'no-token' });
    expect(sent).toHaveLength(1);
  });

  it('is not made without what it carries, nor on a page that went elsewhere', async () => {
    const carries = bearer({ in: 'storage', key: 'userToken' });
    expect(await world().call(call({ carries }), [HERE])).toEqual({ kind: 'no-token' });
    expect(await world().call(call(), ['motcua.vidu.gov.vn'])).toEqual({ kind: 'no-tab' });
    expect(sent).toEqual([]);
  });

  it.each<[string, () => Promise<Response>, object]>([
    ['no network', () => Promise.reject(new TypeError('x')), { kind: 'unreachable' }],
    [
      'a redirect',
      async () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' }),
      { kind: 'redirected' },
    ],
    ['too large', async () => new Response('x'.repeat(1_001)), { kind: 'too-large' }],
    [
      'told to wait',
      async () => new Response('busy', { status: 429, headers: { 'retry-after': '9' } }),
      { kind: 'answered', status: 429, retryAfter: '9' },
    ],
  ])('%s', async (_, replies, expected) => {
    answer.mockImplementation(replies);
    expect(await world().call(call(), [HERE])).toMatchObject(expected);
    answer.mockImplementation(replies);
    const { url, method, headers } = call();
    expect(await callByPage([HERE], url, { method, headers, body: null }, 5_000, 1_000)).toMatchObject(
      expected,
    );
  });

  it('by the page’s own fetch, only on the page that was chosen', async () => {
    const init = { method: 'POST', headers: { a: 'b' }, body: 'c' };
    expect(await callByPage(['x.gov.vn'], 'https://x.gov.vn/y', init, 5_000, 1_000)).toEqual({
      kind: 'no-tab',
    });
    expect(await callByPage([HERE], 'https://x.gov.vn/y', init, 5_000, 1_000)).toEqual({
      kind: 'answered',
      status: 200,
      retryAfter: null,
      text: '{"data":[]}',
      bytes: 11,
    });
    expect(sent[0]?.init).toMatchObject({ ...init, redirect: 'manual' });
  });
});

it.each([tellGlobals, callByPage])('what runs in the page’s own world is at most 1 kB: %o', (hook) => {
  expect(String(hook).replace(/\s+/g, ' ').length).toBeLessThanOrEqual(1_100);
});
