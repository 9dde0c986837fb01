/** Reaching an open page of a system for one call. No tab is ever opened, focused or reloaded for it. */
import type { TabAnswer, TabCall } from '../systems/tab-call';
import { browser, chromeOnly } from './browser';
import { callByPage, tellGlobals } from './page-world';

const SCRIPT = '/ask-in-tab.js';

/** The tab of one of these hosts that the officer used last; null: none is open and awake. */
export async function tabOf(hosts: readonly string[]): Promise<number | null> {
  if (hosts.length === 0) return null;
  const tabs = await browser.tabs.query({
    url: hosts.map((host) => `https://${host}/*`),
    discarded: false,
    status: 'complete',
  });
  const [last] = tabs.sort((x, y) => (y.lastAccessed ?? 0) - (x.lastAccessed ?? 0));
  return last?.id ?? null;
}

/**
 * Makes the call inside the tab. What the page's globals hold goes from the page's world to ours within the page, under a
 * name made up for this once; the background sees the answer alone.
 */
export async function callInTab(call: TabCall, hosts: readonly string[]): Promise<TabAnswer> {
  const tabId = await tabOf(hosts);
  if (tabId === null) return { kind: 'no-tab' };
  try {
    return await Promise.race([callIn(tabId, call, hosts), late(call.timeoutMs)]);
  } catch {
    return { kind: 'unreachable' }; // The tab was closed or went elsewhere meanwhile.
  }
}

/** A page that is frozen answers nothing at all. */
function late(ms: number): Promise<TabAnswer> {
  return new Promise((resolve) => setTimeout(() => resolve({ kind: 'unreachable' }), ms + 1_000));
}

async function callIn(tabId: number, call: TabCall, hosts: readonly string[]): Promise<TabAnswer> {
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
  await scripting.executeScript({ target, files: [SCRIPT] });
  const paths = call.carries.flatMap(({ at }) => (at.in === 'global' ? at.path : []));
  if (paths.length > 0) {
    const name = crypto.randomUUID();
    await scripting.executeScript({ target, func: listenInTab, args: [name] });
    await scripting.executeScript({ target, world: 'MAIN', func: tellGlobals, args: [name, paths] });
  }
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
