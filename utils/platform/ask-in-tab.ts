/** Reaching an open page of a system for one call. No tab is ever opened, focused or reloaded for it. */
import type { TabAnswer, TabCall } from '../systems/tab-call';
import { browser, chromeOnly } from './browser';
import { hearHead } from './hear-head';
import { callByPage, tellGlobals } from './page-world';

const SCRIPT = '/ask-in-tab.js';

/** A system has few open pages; a printed paper or a second window without its session may be the last used. */
const TABS_TRIED = 4;

/** Tabs of these hosts that are open and awake, the one that the officer used last first. */
export async function tabsOf(hosts: readonly string[]): Promise<number[]> {
  if (hosts.length === 0) return [];
  const tabs = await browser.tabs.query({
    url: hosts.map((host) => `https://${host}/*`),
    discarded: false,
    status: 'complete',
  });
  return tabs.sort((x, y) => (y.lastAccessed ?? 0) - (x.lastAccessed ?? 0)).flatMap(({ id }) => id ?? []);
}

/**
 * Makes the call inside the first of the tabs that holds what the call carries. What the page's globals hold goes from the
 * page's world to ours within the page, under a name made up for this once; the background sees the answer alone, and of
 * its head what the page may not read.
 */
export async function callInTab(call: TabCall, hosts: readonly string[]): Promise<TabAnswer> {
  const tabs = (await tabsOf(hosts)).slice(0, TABS_TRIED);
  const hearing = hearHead(call, tabs);
  const inTime = AbortSignal.timeout(call.timeoutMs + 1_000);
  try {
    const answer = await Promise.race([callInOneOf(tabs, call, hosts, inTime), late(inTime)]);
    return await withHead(answer, hearing);
  } catch {
    return { kind: 'unreachable' }; // The tab was closed or went elsewhere meanwhile.
  } finally {
    hearing.stop();
  }
}

async function withHead(answer: TabAnswer, { head }: ReturnType<typeof hearHead>): Promise<TabAnswer> {
  if (answer.kind === 'unreachable') return { ...answer, ...(await head()) };
  if (answer.kind !== 'answered' || answer.status < 400 || answer.retryAfter !== undefined) return answer;
  return { ...answer, retryAfter: (await head())?.retryAfter };
}

/** Without a token no call was made: the next tab may hold one. */
async function callInOneOf(
  tabs: number[],
  call: TabCall,
  hosts: readonly string[],
  inTime: AbortSignal,
): Promise<TabAnswer> {
  let answer: TabAnswer = { kind: 'no-tab' };
  for (const tabId of tabs) {
    const next = await callIn(tabId, call, hosts, inTime);
    if (next.kind !== 'no-token' && next.kind !== 'no-tab') return next;
    if (answer.kind !== 'no-token') answer = next;
  }
  return answer;
}

/** A page that is frozen answers nothing at all. */
function late(inTime: AbortSignal): Promise<TabAnswer> {
  return new Promise((resolve) =>
    inTime.addEventListener('abort', () => resolve({ kind: 'unreachable' }), { once: true }),
  );
}

async function callIn(
  tabId: number,
  call: TabCall,
  hosts: readonly string[],
  inTime: AbortSignal,
): Promise<TabAnswer> {
  // Whoever asked has gone: what is sent after that is counted nowhere.
  inTime.throwIfAborted();
  const { scripting } = chromeOnly;
  const target = { tabId };
  if (call.calls === 'page') {
    const { url, method, headers, body = null, timeoutMs, maxBytes } = call;
    const args: Parameters<typeof callByPage> = [
      [...hosts],
      url,
      { method, headers, body },
      timeoutMs,
      maxBytes,
    ];
    const [done] = await scripting.executeScript({ target, world: 'MAIN', func: callByPage, args });
    return (done?.result as TabAnswer | undefined) ?? { kind: 'unreachable' };
  }
  try {
    await scripting.executeScript({ target, files: [SCRIPT] });
  } catch {
    return { kind: 'no-tab' }; // A paper shown by the browser, or an error of its own: no page to ask by.
  }
  const paths = call.carries.flatMap(({ at }) => (at.in === 'global' ? at.path : []));
  if (paths.length > 0) {
    const name = crypto.randomUUID();
    await scripting.executeScript({ target, func: listenInTab, args: [name] });
    await scripting.executeScript({ target, world: 'MAIN', func: tellGlobals, args: [name, paths] });
  }
  inTime.throwIfAborted();
  const [done] = await scripting.executeScript({ target, func: askInTab, args: [call, [...hosts]] });
  return (done?.result as TabAnswer | undefined) ?? { kind: 'unreachable' };
}

/** What `ask-in-tab.js` offers in its world (utils/lookup/in-tab.ts). */
interface Offered {
  soiTab?: {
    listen(name: string): void;
    call(call: TabCall, hosts: readonly string[]): Promise<TabAnswer>;
  };
}

// These two are sent to the page as text: they may use nothing but their arguments and globals.
function listenInTab(name: string): void {
  (globalThis as Offered).soiTab?.listen(name);
}

function askInTab(call: TabCall, hosts: string[]): Promise<TabAnswer> | undefined {
  return (globalThis as Offered).soiTab?.call(call, hosts);
}
