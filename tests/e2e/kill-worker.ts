/** Ends the background's worker as Chrome does, at once and without a word to it. */
import type { Browser } from 'puppeteer-core';

/** A worker held by the debugger while it starts is closed only when Chrome gives it up. */
const LONGEST_END_MS = 5_000;

/** @returns whether there was one that ended; it is gone when this resolves to true */
export async function killWorker(browser: Browser): Promise<boolean> {
  const target = browser.targets().find((one) => one.type() === 'service_worker');
  // Between the list and the kill it may have ended by itself: then there was none to kill.
  const worker = await target?.worker().catch(() => null);
  if (!target || !worker) return false;
  const gone = new Promise<boolean>((resolve) => {
    const done = (isGone: boolean) => {
      browser.off('targetdestroyed', ended);
      clearTimeout(limit);
      resolve(isGone);
    };
    const ended = (one: typeof target) => one === target && done(true);
    const limit = setTimeout(done, LONGEST_END_MS, false);
    browser.on('targetdestroyed', ended);
  });
  try {
    await worker.close();
  } catch {
    return false; // It ended while it was looked for.
  }
  return gone;
}
