/** The content script's way to the background: small, patient with a worker that dies, silent when it is gone for good. */
import { browser } from 'wxt/browser';
import type { MessageName, Messages, Push, Refusal } from './messages';

/** The worker starts in about 40 ms; six tries with growing waits outlast a slow start and a kill. */
const WAITS_MS = [0, 100, 300, 900, 2_700, 5_000];

/** A worker that dies while it starts may leave a question without an answer and without an error. */
const PATIENCE_MS = 5_000;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** False once the extension was updated or removed: this script is then an orphan. */
export function isAlive(): boolean {
  return Boolean(browser.runtime?.id);
}

/**
 * Asks the background. The worker may die between question and answer, so a lost answer is asked for again; every
 * message is safe to send twice.
 * @returns the answer, or null when it was refused or the extension is gone
 */
export async function askBackground<N extends MessageName>(
  name: N,
  payload: Messages[N]['in'],
): Promise<Messages[N]['out'] | null> {
  for (const ms of WAITS_MS) {
    if (ms) await wait(ms);
    if (!isAlive()) return null;
    try {
      const answered = browser.runtime.sendMessage({ name, payload });
      const answer = (await Promise.race([answered, wait(PATIENCE_MS)])) as
        | { answer: Messages[N]['out'] }
        | Refusal
        | undefined;
      if (answer && 'answer' in answer) return answer.answer;
      if (answer && answer.refused !== 'failed') return null;
    } catch {
      // The worker died before it answered: the next try wakes it.
    }
  }
  return null;
}

/** Hears what the background pushes. @returns a function that stops listening */
export function onPush(hear: (push: Push) => void): () => void {
  const listener = (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'push' in message) hear(message as Push);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime?.onMessage.removeListener(listener);
}
