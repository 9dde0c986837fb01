/** Calls by open pages, in a browser of this test: what of an answer's head is taken, and what is sent too late. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { callInTab } from '../../../utils/platform/ask-in-tab';
import type { TabAnswer, TabCall } from '../../../utils/systems/tab-call';

const API = 'api.motcua.vidu.gov.vn';
const HOSTS = ['motcua.vidu.gov.vn'];
const CALL: TabCall = {
  url: `https://${API}/pa/dossier/search?code=X`,
  method: 'GET',
  headers: {},
  carries: [],
  timeoutMs: 15_000,
  maxBytes: 1_000,
};

type Told = Pick<chrome.webRequest.OnHeadersReceivedDetails, 'url' | 'method' | 'statusCode' | 'tabId'> & {
  responseHeaders?: { name: string; value: string }[];
};
type Given = { target: { tabId: number }; args?: unknown[] };

/** A browser whose pages answer as the test says. */
const fake = vi.hoisted(() => ({
  listening: new Map<unknown, unknown[]>(),
  script: (_: Given): Promise<{ result?: unknown }[]> => Promise.resolve([]),
}));
vi.mock('../../../utils/platform/browser', () => ({
  browser: {
    tabs: {
      query: async () => [
        { id: 1, lastAccessed: 2 },
        { id: 2, lastAccessed: 1 },
      ],
    },
  },
  chromeOnly: {
    scripting: { executeScript: (given: Given) => fake.script(given) },
    webRequest: {
      onHeadersReceived: {
        addListener: (hear: unknown, ...how: unknown[]) => fake.listening.set(hear, how),
        removeListener: (hear: unknown) => fake.listening.delete(hear),
      },
    },
  },
}));

const tell = (told: Told) => {
  for (const hear of fake.listening.keys()) (hear as (told: Told) => void)(told);
};

/** The page's answer, after what Chrome told of it. */
function answers(answer: TabAnswer, ...told: Partial<Told>[]) {
  fake.script = async ({ args }) => {
    if (!args) return [];
    for (const one of told) tell({ tabId: 1, url: CALL.url, method: 'GET', statusCode: 200, ...one });
    return [{ result: answer }];
  };
}

const BUSY: TabAnswer = { kind: 'answered', status: 429, text: '', bytes: 0 };
const hour = [{ name: 'Retry-After', value: '3600' }];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  expect(fake.listening.size).toBe(0);
});

it.each<[string, TabAnswer, Partial<Told>[], Partial<TabAnswer>]>([
  [
    'a header that the page may not read',
    BUSY,
    [{ statusCode: 429, responseHeaders: hour }],
    { retryAfter: '3600' },
  ],
  ['there is none', BUSY, [{ statusCode: 429 }], { retryAfter: null }],
  ['nobody can see', BUSY, [], { retryAfter: undefined }],
  [
    'the page itself sees that there is none',
    { ...BUSY, retryAfter: null },
    [{ statusCode: 429, responseHeaders: hour }],
    { retryAfter: null },
  ],
  [
    'another tab was told it',
    BUSY,
    [{ tabId: 7, statusCode: 429, responseHeaders: hour }],
    { retryAfter: undefined },
  ],
  [
    'of another request',
    BUSY,
    [{ url: `https://${API}/x`, responseHeaders: hour }],
    { retryAfter: undefined },
  ],
  [
    'an answer that the page may not read at all',
    { kind: 'unreachable' },
    [{ statusCode: 429, responseHeaders: hour }],
    { kind: 'unreachable', status: 429, retryAfter: '3600' },
  ],
  [
    'what comes before the call is turned away',
    { kind: 'unreachable' },
    [{ method: 'OPTIONS', statusCode: 503, responseHeaders: hour }],
    { kind: 'unreachable', status: 503, retryAfter: '3600' },
  ],
  [
    'what comes before the call is let through',
    { kind: 'unreachable' },
    [
      { method: 'OPTIONS', statusCode: 204 },
      { statusCode: 401, responseHeaders: [] },
    ],
    { status: 401 },
  ],
  ['no answer at all', { kind: 'unreachable' }, [], { kind: 'unreachable' }],
])('the head of an answer: %s', async (_, answer, told, expected) => {
  answers(answer, ...told);
  const called = callInTab(CALL, HOSTS);
  await vi.runAllTimersAsync();
  expect(await called).toMatchObject(expected);
});

it('what is read needs no head, and only this host is listened to', async () => {
  const read: TabAnswer = { kind: 'answered', status: 200, retryAfter: null, text: '{}', bytes: 2 };
  let filter: unknown;
  fake.script = async ({ args }) => {
    [[filter]] = [...fake.listening.values()] as [[unknown]];
    return args ? [{ result: read }] : [];
  };
  expect(await callInTab(CALL, HOSTS)).toEqual(read);
  expect(filter).toMatchObject({ urls: [`*://${API}/*`] });
});

it('a page that is let go after the time is up is not asked, nor is the next', async () => {
  const time = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
  let thaw: () => void = () => undefined;
  const calls: number[] = [];
  fake.script = ({ target, args }) => {
    if (args) calls.push(target.tabId);
    return new Promise((resolve) => {
      thaw = () => resolve([]);
    });
  };
  const called = callInTab(CALL, HOSTS);
  await vi.advanceTimersByTimeAsync(0);
  time.abort();
  await vi.runAllTimersAsync();
  expect(await called).toMatchObject({ kind: 'unreachable' });
  thaw();
  await vi.runAllTimersAsync();
  expect(calls).toEqual([]);
  timeout.mockRestore();
});
