/** How long the main thread of a page truly works: its processor time, which other programs of the machine do not lengthen. */
import type { CDPSession, Page } from 'puppeteer-core';

/** Longer than anything of ours waits for a page to settle. */
const LOOK_MS = 600;
/** What asking for the time itself may cost between two looks, ms. */
const RESTING_MS = 3;

export class MainThread {
  private constructor(private readonly client: CDPSession) {}

  static async of(page: Page): Promise<MainThread> {
    const client = await page.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MainThread(client);
  }

  /** Processor time so far, ms. */
  async spent(): Promise<number> {
    const { metrics } = await this.client.send('Performance.getMetrics');
    const time = metrics.find(({ name }) => name === 'ThreadTime');
    if (!time) throw new Error('the browser does not tell the processor time of its threads');
    return time.value * 1_000;
  }

  /** Resolves once next to nothing is done any more: what came before is not part of what is measured after. */
  async atRest(): Promise<void> {
    let before = Number.NEGATIVE_INFINITY;
    for (;;) {
      const now = await this.spent();
      if (now - before < RESTING_MS) return;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** A collection that begins by itself would fall into one measurement and not into another. */
  async collectGarbage(): Promise<void> {
    await this.client.send('HeapProfiler.collectGarbage');
  }

  /** Processor time that some work of the page took, ms, and what it returned. */
  async took<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
    const before = await this.spent();
    const result = await work();
    return { ms: (await this.spent()) - before, result };
  }
}
