/** An extension page's way to the background. */
import { browser } from './browser';
import type { MessageName, Messages, Refusal } from './messages';

/** Asks once more when the worker died before it answered; every message is safe to send twice. */
export async function sendToBackground<N extends MessageName>(
  name: N,
  payload: Messages[N]['in'],
): Promise<Messages[N]['out'] | Refusal> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      const reply = (await browser.runtime.sendMessage({ name, payload })) as
        | { answer: Messages[N]['out'] }
        | Refusal
        | undefined;
      if (reply) return 'answer' in reply ? reply.answer : reply;
    } catch {
      // The worker died: the next try wakes it.
    }
  }
  return { refused: 'failed' };
}
