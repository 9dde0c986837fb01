/** Everything that is written to any console of the browser: the worker's, the hidden document's, the pages'. */
import type { Browser, ConsoleMessage, Target } from 'puppeteer-core';

export interface Heard {
  /** The target's address, and what was said there. */
  lines: { from: string; said: string }[];
}

/** Listens to every target that is there and to every one that comes. */
export async function hearConsoles(browser: Browser): Promise<Heard> {
  const heard: Heard = { lines: [] };
  const hear = async (target: Target): Promise<void> => {
    const note = (message: ConsoleMessage) =>
      heard.lines.push({ from: target.url(), said: JSON.stringify([message.text(), message.location()]) });
    if (target.type() === 'service_worker') (await target.worker())?.on('console', note);
    else if (target.type() === 'page') (await target.page())?.on('console', note);
    // The hidden document has a kind of its own.
    else if (target.type() !== 'browser') (await target.asPage()).on('console', note);
  };
  // A target that went away at once had nothing to say.
  const listen = (target: Target) => hear(target).catch(() => undefined);
  browser.on('targetcreated', (target) => void listen(target));
  await Promise.all(browser.targets().map(listen));
  return heard;
}
