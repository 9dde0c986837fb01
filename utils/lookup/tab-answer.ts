/** The `tab` way: what an open page is to call, and what its answer means. */
import type { DossierCode } from '../dossier/code';
import type { TabConnector } from '../systems/connector';
import { hostFits } from '../systems/host';
import type { System } from '../systems/system';
import type { TabAnswer, TabCall } from '../systems/tab-call';
import type { LookupAnswer } from './answer';
import { ofAnswer, outcomeOf } from './outcome-of';
import type { LookupRequest } from './request';
import { toldToWait } from './retry-after';
import { understandJson } from './understand-json';

type Understood = Pick<
  LookupAnswer,
  'outcome' | 'reading' | 'retryAt' | 'serverError' | 'unproven' | 'unsent'
> & {
  bytes?: number;
};

/** True when a request can be made at all: by a connector, and for one that needs an open page only on policy's word. */
export function isAskable(system: System, askInTabs: readonly string[]): boolean {
  if (!system.connector) return false;
  return system.connector.kind !== 'tab' || tabHosts(system, askInTabs).length > 0;
}

/** Hosts whose open pages policy lets us use for this system. */
export function tabHosts({ hosts }: System, askInTabs: readonly string[]): string[] {
  const pages = hosts.filter(({ role }) => role === 'officer' || role === 'citizen');
  return askInTabs.filter((named) => pages.some(({ host }) => hostFits(host, named)));
}

/** True where the browser asks the host's leave before the call itself (CORS): for the host, one more request. */
export function isAnnounced(system: System, { url }: LookupRequest, askInTabs: readonly string[]): boolean {
  return system.connector?.kind === 'tab' && !tabHosts(system, askInTabs).includes(url.hostname);
}

export function tabCallOf(
  { carries, calls }: TabConnector,
  { url, init }: LookupRequest,
  timeoutMs: number,
  maxBytes: number,
): TabCall {
  return {
    url: url.href,
    method: init.method,
    headers: init.headers as Record<string, string>,
    ...(typeof init.body === 'string' && { body: init.body }),
    carries,
    ...(calls && { calls }),
    timeoutMs,
    maxBytes,
  };
}

/** @param now ms */
export function understandTab(
  connector: TabConnector,
  code: DossierCode | null,
  answer: TabAnswer,
  now: number,
): Understood {
  switch (answer.kind) {
    case 'answered': {
      const { status, retryAfter, text, bytes } = answer;
      const told = toldToWait(status, retryAfter, now);
      if (told) return told;
      return { ...ofAnswer(understandJson(connector, code, status, text)), bytes };
    }
    case 'redirected':
      return { outcome: connector.answer.notSignedIn?.redirect ? 'not-signed-in' : 'unreadable' };
    case 'no-token':
      return { outcome: 'not-signed-in', unsent: true };
    case 'too-large':
    case 'broken':
      return { outcome: 'unreadable', bytes: answer.bytes };
    case 'unreachable': {
      const { status = 0, retryAfter } = answer;
      return toldToWait(status, retryAfter, now) ?? ofHead(connector, status);
    }
    case 'no-tab':
      return { outcome: 'unreachable', unsent: true };
  }
}

/** Of an answer without its words: a lost session and trouble show in its head, no right may be a firewall's as well. */
function ofHead({ answer }: TabConnector, status: number): Understood {
  if (status < 400) return { outcome: 'unreachable' };
  const outcome = outcomeOf(answer, { status, text: '', asksToSignIn: false });
  const shows = outcome === 'not-signed-in' || outcome === 'unreachable';
  return ofAnswer({ outcome: shows ? outcome : 'unreadable' });
}
