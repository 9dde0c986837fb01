/** How long the main thread of a page truly works: its processor time, which other programs of the machine do not lengthen. */
import type { CDPSession, Page } from 'puppeteer-core';

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

  /** Processor time that some work of the page took, ms, and what it returned. */
  async took<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
    const before = await this.spent();
    const result = await work();
    return { ms: (await this.spent()) - before, result };
  }
}
