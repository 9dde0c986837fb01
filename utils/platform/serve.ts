/** The background's ear: checks sender and shape of every message, answers with a value, never with an exception. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser';
import type { MessageName, Messages, Refusal } from './messages';
import { envelope, FROM_EXTENSION_ONLY, FROM_PAGES_ONLY, PAYLOADS } from './messages-schema';

/** Who sent a checked message. */
export type Sender =
  | { from: 'page'; tabId: number; frameId: number; windowId?: number; url: string }
  | { from: 'extension'; windowId?: number };

export type Handlers = {
  [N in MessageName]: (
    payload: Messages[N]['in'],
    sender: Sender,
  ) => Messages[N]['out'] | Promise<Messages[N]['out'] | Refusal> | Refusal;
};

const logged = new Set<string>();

/** One line for each kind of refusal: a page that floods us must not flood the log. */
function refuse(refused: Refusal['refused'], what: string): Refusal {
  const line = `message refused (${refused}): ${what}`;
  if (!logged.has(line) && logged.size < 50) {
    logged.add(line);
    console.warn(line);
  }
  return { refused };
}

/** @returns who sent it, or null for a sender that is none of ours */
function senderOf(sender: Runtime.MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  // A frame without an address of its own speaks for the origin that made it.
  const own = sender.url ?? '';
  const { origin = '' } = sender as { origin?: string };
  const url = /^about:/.test(own) && /^https?:/.test(origin) ? `${origin}/` : own;
  if (url.startsWith(browser.runtime.getURL('')))
    return { from: 'extension', windowId: sender.tab?.windowId };
  const tab = sender.tab;
  if (tab?.id === undefined || !/^https?:/.test(url)) return null;
  return { from: 'page', tabId: tab.id, frameId: sender.frameId ?? 0, windowId: tab.windowId, url };
}

/**
 * Listens; must be called while the worker's script first runs. Handlers start in the same turn as the message, so that
 * a click's permission to open the side panel is not lost.
 * @param mend after a failure: true where the same may be done again
 */
export function serve(handlers: Handlers, mend: (error: unknown) => Promise<boolean>): void {
  browser.runtime.onMessage.addListener((message: unknown, raw: Runtime.MessageSender) => {
    const sender = senderOf(raw);
    const parsed = envelope.safeParse(message);
    if (!parsed.success) return Promise.resolve(refuse('malformed', 'envelope'));
    const { name } = parsed.data;
    const elsewhere = sender?.from === 'page' ? FROM_EXTENSION_ONLY : FROM_PAGES_ONLY;
    if (!sender || elsewhere.has(name)) return Promise.resolve(refuse('foreign', name));
    const payload = PAYLOADS[name].safeParse(parsed.data.payload);
    if (!payload.success)
      return Promise.resolve(
        refuse('malformed', `${name} at ${payload.error.issues[0]?.path.join('.') ?? ''}`),
      );
    return answer(name, handlers[name] as Handlers[typeof name], payload.data, sender, mend);
  });
}

async function answer<N extends MessageName>(
  name: N,
  handle: Handlers[N],
  payload: Messages[N]['in'],
  sender: Sender,
  mend?: (error: unknown) => Promise<boolean>,
): Promise<{ answer: Messages[N]['out'] } | Refusal> {
  try {
    const out = await handle(payload, sender);
    return typeof out === 'object' && out !== null && 'refused' in out
      ? refuse(out.refused, name)
      : { answer: out };
  } catch (error) {
    if (await mend?.(error)) return answer(name, handle, payload, sender);
    console.error(`message ${name} failed`, error);
    return { refused: 'failed' };
  }
}
