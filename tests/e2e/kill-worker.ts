/** Ends the background's worker as Chrome does, at once and without a word to it. */
import type { Browser } from 'puppeteer-core';

/** @returns whether there was one; it is gone when this resolves */
export async function killWorker(browser: Browser): Promise<boolean> {
  const target = browser.targets().find((one) => one.type() === 'service_worker');
  // Between the list and the kill it may have ended by itself: then there was none to kill.
  const worker = await target?.worker().catch(() => null);
  if (!target || !worker) return false;
  const gone = new Promise<void>((resolve) => {
    const ended = (one: typeof target) => {
      if (one !== target) return;
      browser.off('targetdestroyed', ended);
      resolve();
    };
    browser.on('targetdestroyed', ended);
  });
  try {
    await worker.close();
  } catch {
    return false; // It ended while it was looked for.
  }
  await gone;
  return true;
}
