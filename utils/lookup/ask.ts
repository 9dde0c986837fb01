/**
 * Asks one system about one code with the officer's own session, once, and says which of the eight outcomes it is.
 *
 *   request → (redirect, login, foreign host?) → body ≤ 2 MB → the row or page that names exactly this code → found
 *                                                           └→ the rules of the system's data → any other outcome
 *
 * Whatever is not understood is `unreadable`; only a positive sign is `not-found`.
 */
import type { DossierCode } from '../dossier/code';
import type { Outcome, Reading } from '../dossier/sighting';
import type { AnswerRules, Connector, HtmlConnector } from '../systems/connector';
import { hostFits } from '../systems/host';
import type { System } from '../systems/system';
import type { TabAnswer, TabCall } from '../systems/tab-call';
import type { LookupAnswer } from './answer';
import { isLoginUrl, isOwnHost, webUrl } from './hosts';
import { outcomeOf } from './outcome-of';
import { asksForPassword, plainText } from './plain-text';
import { drop, readBody } from './read-body';
import { sameCode, saysSomething } from './read-json';
import { requestOf } from './request';
import { retryAtOf } from './retry-after';
import { tabCallOf, understandTab } from './tab-answer';
import { understandJson } from './understand-json';

/** What the reader of pages says of an answer; `text` is the answer's words, folded. */
export interface ParsedPage {
  dossiers: { reading: Reading }[];
  text?: string;
}

export interface AskPorts {
  fetch(url: string, init: RequestInit): Promise<Response>;
  parseHtml(html: string, url: string, system: System): Promise<ParsedPage>;
  /** Lets an open page of the system make the call. Absent: nothing is asked so. */
  callInTab?(call: TabCall, system: System): Promise<TabAnswer>;
  /** Milliseconds since 1970. */
  now(): number;
  /** For the whole question, reading included. Default 15 s. */
  timeoutMs?: number;
  /** Default 2 MB. */
  maxBytes?: number;
}

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 2_000_000;

type Answer = Omit<LookupAnswer, 'durationMs' | 'bytes'> & { bytes?: number };

/** Never throws: whatever goes wrong is an outcome. A system without a connector, or with one on a foreign host, is not asked. */
export async function ask(system: System, code: DossierCode, ports: AskPorts): Promise<LookupAnswer> {
  const started = ports.now();
  const signal = AbortSignal.timeout(ports.timeoutMs ?? TIMEOUT_MS);
  const { bytes = 0, ...answer } = await send(system, code, ports, signal);
  return { ...answer, durationMs: Math.max(0, Math.round(ports.now() - started)), bytes };
}

async function send(
  system: System,
  code: DossierCode,
  ports: AskPorts,
  signal: AbortSignal,
): Promise<Answer> {
  const { connector } = system;
  const request = requestOf(system, code);
  if (!connector || !request) return { outcome: 'unreadable' };
  if (connector.kind === 'tab') {
    const call = tabCallOf(connector, request, ports.timeoutMs ?? TIMEOUT_MS, ports.maxBytes ?? MAX_BYTES);
    const answer = await ports.callInTab?.(call, system);
    return understandTab(connector, code, answer ?? { kind: 'no-tab' }, ports.now());
  }
  let response: Response;
  try {
    response = await ports.fetch(request.url.href, { ...request.init, signal });
  } catch {
    // No network, no such host, refused, or no headers in time: fetch tells them apart for nobody.
    return { outcome: 'unreachable' };
  }
  const arrived = whereFrom(system, connector.answer, request.url, response);
  if (arrived.outcome) {
    await drop(response);
    return { outcome: arrived.outcome, finalUrl: arrived.finalUrl };
  }
  const { finalUrl } = arrived;
  const retryAfter = response.headers.get('retry-after');
  if (response.status === 429 || (response.status === 503 && retryAfter)) {
    await drop(response);
    const outcome = response.status === 429 ? 'rate-limited' : 'unreachable';
    return { outcome, finalUrl, retryAt: retryAtOf(retryAfter, ports.now()) };
  }
  const body = await readBody(response, ports.maxBytes ?? MAX_BYTES, signal);
  if ('failed' in body) return { outcome: 'unreadable', finalUrl, bytes: body.bytes };
  const read = await understand(system, connector, code, response, body.text, ports, signal);
  return { ...read, finalUrl, bytes: body.bytes };
}

/** An outcome where the final URL alone says it: a login, a foreign host, a redirect that is not followed. */
function whereFrom(
  system: System,
  { notSignedIn }: AnswerRules,
  asked: URL,
  response: Response,
): { outcome?: Outcome; finalUrl?: string } {
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    const to = webUrl(new URL(response.headers.get('location') ?? '', asked).href);
    const toLogin = notSignedIn?.redirect || (to !== null && isLoginUrl(system, to));
    return { outcome: toLogin ? 'not-signed-in' : 'unreadable' };
  }
  const url = webUrl(response.url || asked.href);
  if (!url) return { outcome: 'unreadable' };
  const finalUrl = url.origin + url.pathname;
  const ruled =
    notSignedIn?.finalHost?.some((pattern) => hostFits(pattern, url.hostname)) ||
    notSignedIn?.finalPath?.some((path) => url.pathname.startsWith(path));
  if (ruled || (url.href !== asked.href && isLoginUrl(system, url)))
    return { outcome: 'not-signed-in', finalUrl };
  if (!isOwnHost(system, url.hostname)) return { outcome: 'unreadable', finalUrl };
  // From https down to http anybody on the way may have written the answer.
  if (asked.protocol === 'https:' && url.protocol === 'http:') return { outcome: 'unreadable', finalUrl };
  return { finalUrl };
}

async function understand(
  system: System,
  connector: Connector,
  code: DossierCode,
  response: Response,
  text: string,
  ports: AskPorts,
  signal: AbortSignal,
): Promise<Answer> {
  return connector.kind === 'html'
    ? understandHtml(system, connector, code, response, text, ports, signal)
    : understandJson(connector, code, response.status, text);
}

async function understandHtml(
  system: System,
  connector: HtmlConnector,
  code: DossierCode,
  response: Response,
  html: string,
  ports: AskPorts,
  signal: AbortSignal,
): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  const isPage = type === '' || /\b(?:html|xhtml)\b/i.test(type);
  const rules = connector.answer;
  const served = rules.ok.includes(response.status);
  const page = isPage && served ? await parseInTime(system, html, response, ports, signal) : undefined;
  if (served && !page) return { outcome: 'unreadable' };
  const readings = (page?.dossiers ?? []).flatMap(({ reading }) => named(reading, code) ?? []);
  if (readings.length > 0) {
    const reading = merge(readings);
    return reading ? { outcome: 'found', reading } : { outcome: 'unreadable' };
  }
  const signs = {
    status: response.status,
    text: page?.text ?? plainText(html),
    asksForPassword: asksForPassword(html),
  };
  return { outcome: outcomeOf(rules, signs) };
}

async function parseInTime(
  system: System,
  html: string,
  response: Response,
  ports: AskPorts,
  signal: AbortSignal,
): Promise<ParsedPage | undefined> {
  const late = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  // A parser that cannot open has read nothing: unreadable, like a page it does not understand.
  const parsed = ports.parseHtml(html, response.url, system).catch(() => undefined);
  return Promise.race([parsed, late]);
}

/** The reading under the code asked for; undefined when it names another dossier or says nothing but a code. */
function named(reading: Reading, code: DossierCode): Reading | undefined {
  if (!saysSomething(reading)) return undefined;
  if (sameCode(reading.code, code)) return { ...reading, code };
  if (!reading.otherCode || !sameCode(reading.otherCode, code)) return undefined;
  return { ...reading, code, otherCode: reading.code };
}

/** What a page says of one dossier in several places; undefined where the places contradict each other. */
function merge(readings: readonly Reading[]): Reading | undefined {
  const whole: Partial<Record<string, unknown>> = {};
  for (const [field, value] of readings.flatMap((reading) => Object.entries(reading))) {
    if (value === undefined) continue;
    if (whole[field] !== undefined && whole[field] !== value) return undefined;
    whole[field] = value;
  }
  return whole as Partial<Reading> as Reading;
}
