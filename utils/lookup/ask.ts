/**
 * Asks one system about one code with the officer's own session, once, and says which of the eight outcomes it is.
 *
 *   request → (redirect: login? foreign host?) → body ≤ 2 MB → the row or page that names exactly this code → found
 *                                                           └→ the rules of the system's data → any other outcome
 *
 * Whatever is not understood is `unreadable`; only a positive sign is `not-found`.
 */
import type { DossierCode } from '../dossier/code';
import type { Reading } from '../dossier/sighting';
import type { AnswerRules, HtmlConnector } from '../systems/connector';
import { hostFits } from '../systems/host';
import type { System } from '../systems/system';
import type { TabAnswer, TabCall } from '../systems/tab-call';
import type { LookupAnswer } from './answer';
import { isGarbled } from './garbled';
import { isLoginUrl, isOwnHost, webUrl } from './hosts';
import { failureInPlaceOfPage } from './json-signs';
import { ofAnswer, outcomeOf } from './outcome-of';
import { asksToSignIn, plainText, sendsOnTo } from './plain-text';
import { drop, readBody } from './read-body';
import { sameCode, saysSomething } from './read-json';
import { type LookupRequest, proofOf, requestOf } from './request';
import { toldToWait } from './retry-after';
import { tabCallOf, understandTab } from './tab-answer';
import { understandJson } from './understand-json';

/** What the reader of pages says of an answer; `text` is the answer's words, folded. */
export interface ParsedPage {
  dossiers: { reading: Reading }[];
  text?: string;
}

export interface AskPorts {
  /** One request; a redirect is not followed but comes back as it is, with its Location. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** A redirect within the system is about to be followed, one more request to that host. @returns whether it may go now */
  onHop?(host: string): Promise<boolean>;
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
const MAX_HOPS = 3;

type Answer = Omit<LookupAnswer, 'durationMs' | 'bytes'> & { bytes?: number };

/** Never throws: whatever goes wrong is an outcome. A system without a connector, or with one on a foreign host, is not asked. */
export async function ask(system: System, code: DossierCode, ports: AskPorts): Promise<LookupAnswer> {
  return timed(ports, (signal) => send(system, requestOf(system, code), code, ports, signal));
}

/**
 * Asks the second question of a system whose empty list says nothing: is somebody signed in who sees dossiers there?
 * Only then is the dossier that was asked for `not-found`; `unreadable`: nobody can tell.
 */
export async function prove(system: System, ports: AskPorts): Promise<LookupAnswer> {
  return timed(ports, (signal) => send(system, proofOf(system), null, ports, signal));
}

async function timed(ports: AskPorts, deed: (signal: AbortSignal) => Promise<Answer>): Promise<LookupAnswer> {
  const started = ports.now();
  const {
    bytes = 0,
    reading,
    ...said
  } = await deed(AbortSignal.timeout(ports.timeoutMs ?? TIMEOUT_MS)).catch((error: unknown): Answer => {
    // A bug of ours: a question that never ends would be asked again by every worker.
    console.error('an answer was not understood', error);
    return { outcome: 'unreadable' };
  });
  const answer: Answer =
    reading && isGarbled(reading)
      ? { ...said, outcome: 'unreadable' }
      : { ...said, ...(reading && { reading }) };
  return { ...answer, durationMs: Math.max(0, Math.round(ports.now() - started)), bytes };
}

/** @param code null where the answer is to prove that somebody is signed in */
async function send(
  system: System,
  request: LookupRequest | null,
  code: DossierCode | null,
  ports: AskPorts,
  signal: AbortSignal,
): Promise<Answer> {
  const { connector } = system;
  if (!connector || !request) return { outcome: 'unreadable' };
  if (connector.kind === 'tab') {
    const call = tabCallOf(connector, request, ports.timeoutMs ?? TIMEOUT_MS, ports.maxBytes ?? MAX_BYTES);
    const answer = await ports.callInTab?.(call, system);
    return understandTab(connector, code, answer ?? { kind: 'no-tab' }, ports.now());
  }
  const arrived = await follow(system, connector.answer, request, ports, signal);
  if ('outcome' in arrived) return arrived;
  const { response, url } = arrived;
  const finalUrl = url.origin + url.pathname;
  const told = toldToWait(response.status, response.headers.get('retry-after'), ports.now());
  if (told) {
    await drop(response);
    return { ...told, finalUrl };
  }
  const body = await readBody(response, ports.maxBytes ?? MAX_BYTES, signal);
  if ('failed' in body) return { outcome: 'unreadable', finalUrl, bytes: body.bytes };
  const read =
    connector.kind === 'json'
      ? understandJson(connector, code, response.status, body.text)
      : code &&
        (await understandHtml(system, connector, code, { response, url, html: body.text }, ports, signal));
  return { ...ofAnswer(read || { outcome: 'unreadable' }), finalUrl, bytes: body.bytes };
}

/** Follows redirects within the system alone; wherever else one leads, nothing is sent. */
async function follow(
  system: System,
  rules: AnswerRules,
  { url: first, init }: LookupRequest,
  ports: AskPorts,
  signal: AbortSignal,
): Promise<{ response: Response; url: URL } | Answer> {
  let url = first;
  for (let hops = 0; hops <= MAX_HOPS; hops += 1) {
    if (hops > 0 && (await ports.onHop?.(url.host)) === false) return { outcome: 'rate-limited' };
    let response: Response;
    try {
      response = await ports.fetch(url.href, { ...init, signal });
    } catch {
      // No network, no such host, refused, or no headers in time: fetch tells them apart for nobody.
      return { outcome: 'unreachable' };
    }
    if (response.type !== 'opaqueredirect' && (response.status < 300 || response.status >= 400))
      return { response, url };
    await drop(response);
    const next = whereTo(system, rules, url, response.headers.get('location'), init.method);
    if (!(next instanceof URL)) return next;
    url = next;
  }
  return { outcome: 'unreadable' };
}

/** Where a redirect leads: further within the system, or the outcome that it means. */
function whereTo(
  system: System,
  { notSignedIn }: AnswerRules,
  from: URL,
  location: string | null,
  method: string,
): URL | Answer {
  const lost: Answer = { outcome: notSignedIn?.redirect ? 'not-signed-in' : 'unreadable' };
  const to =
    location !== null && URL.canParse(location, from.href) ? webUrl(new URL(location, from).href) : null;
  if (!to) return lost;
  const finalUrl = to.origin + to.pathname;
  const ruled =
    notSignedIn?.finalHost?.some((pattern) => hostFits(pattern, to.hostname)) ||
    notSignedIn?.finalPath?.some((path) => to.pathname.startsWith(path));
  if (ruled || isLoginUrl(system, to)) return { outcome: 'not-signed-in', finalUrl };
  // From https down to http anybody on the way may write the answer; to repeat a POST is in no system's data.
  const isSafe = isOwnHost(system, to.hostname) && (from.protocol === 'http:' || to.protocol === 'https:');
  return isSafe && method === 'GET' ? to : { ...lost, finalUrl };
}

async function understandHtml(
  system: System,
  connector: HtmlConnector,
  code: DossierCode,
  { response, url, html }: { response: Response; url: URL; html: string },
  ports: AskPorts,
  signal: AbortSignal,
): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  const isPage = type === '' || /\b(?:html|xhtml)\b/i.test(type);
  const rules = connector.answer;
  const served = rules.ok.includes(response.status);
  const page = isPage && served ? await parseInTime(system, html, url, ports, signal) : undefined;
  if (served && !page) return { outcome: (!isPage && failureInPlaceOfPage(html)) || 'unreadable' };
  const readings = (page?.dossiers ?? []).flatMap(({ reading }) => named(reading, code) ?? []);
  if (readings.length > 0) {
    const reading = merge(readings);
    return reading ? { outcome: 'found', reading } : { outcome: 'unreadable' };
  }
  const signs = {
    status: response.status,
    text: page?.text ?? plainText(html),
    asksToSignIn: asksToSignIn(html),
  };
  const outcome = outcomeOf(rules, signs);
  const to = outcome === 'unreadable' && sendsOnTo(html);
  const isToLogin = to && URL.canParse(to, url.href) && isLoginUrl(system, new URL(to, url));
  return { outcome: isToLogin ? 'not-signed-in' : outcome };
}

async function parseInTime(
  system: System,
  html: string,
  url: URL,
  ports: AskPorts,
  signal: AbortSignal,
): Promise<ParsedPage | undefined> {
  const late = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  // A parser that cannot open has read nothing: unreadable, like a page it does not understand.
  const parsed = ports.parseHtml(html, url.href, system).catch(() => undefined);
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
