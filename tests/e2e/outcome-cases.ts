/** Every outcome on every way of asking: the fault, and what is said of it. */
import type { Outcome } from '../../utils/dossier/sighting';
import type { Dial, SandboxSystem } from '../sandbox';

export type OutcomeCase = [name: string, dial: Omit<Dial, 'host'>, outcome: Outcome];

const SIGNED_OUT: OutcomeCase[] = [
  ['signed out: sent to the login', { sessionExpired: true }, 'not-signed-in'],
  ['signed out: the login in its place', { sessionExpired: 'html' }, 'not-signed-in'],
];

const ANYWHERE: OutcomeCase[] = [
  ['no right', { noRight: true }, 'no-permission'],
  ['captcha', { captcha: true }, 'captcha'],
  ['the firewall’s page, with 200', { waf: true }, 'captcha'],
  ['the firewall’s page, with 403', { waf: 403 }, 'captcha'],
  ['in trouble', { fail: 502 }, 'unreachable'],
  ['busy', { fail: 429, retryAfter: 1 }, 'rate-limited'],
  ['sent to a host of nobody’s', { redirectTo: 'https://www.vidu.gov.vn/tra-cuu' }, 'unreadable'],
  ['sent to another system', { redirectTo: 'https://dichvucong.hanoi.gov.vn/tra-cuu' }, 'unreadable'],
  ['no JSON', { badAnswer: 'not-json' }, 'unreadable'],
  ['an encoding that is not the one it names', { badAnswer: 'wrong-encoding' }, 'unreadable'],
  ['20 MB', { badAnswer: 'twenty-megabytes' }, 'unreadable'],
  ['a page full of things to load', { badAnswer: 'active' }, 'unreadable'],
];

const OTHER_SHAPE: OutcomeCase = ['another shape', { otherShape: true }, 'unreadable'];

/** A page that follows no redirect may not know where one leads. */
const BLIND = (outcome: Outcome) =>
  ANYWHERE.map(([name, dial, said]): OutcomeCase => [name, dial, dial.redirectTo ? outcome : said]);

/** By way of asking and system. */
export const CONNECTORS: [string, SandboxSystem, OutcomeCase[]][] = [
  ['html', 'national-portal', [...SIGNED_OUT, ...ANYWHERE]],
  [
    'html',
    'province-h26',
    [...SIGNED_OUT, ...ANYWHERE.filter(([, { redirectTo }]) => !redirectTo?.includes('hanoi'))],
  ],
  [
    'json by the session’s cookie',
    'ministry-g11',
    [
      ['signed out: an empty list, and no proof', { sessionExpired: true }, 'not-signed-in'],
      ...ANYWHERE,
      OTHER_SHAPE,
    ],
  ],
  // Of a land page a redirect can only mean its login: that is what its data says.
  ['tab, cookie and token of the page', 'land', [...SIGNED_OUT, ...BLIND('not-signed-in'), OTHER_SHAPE]],
  [
    'tab, bearer token of the page',
    'ministry-g18',
    [['the token is too old', { sessionExpired: true }, 'not-signed-in'], ...ANYWHERE, OTHER_SHAPE],
  ],
];
