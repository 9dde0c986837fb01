/**
 * Comparing dossiers as the ledger holds them, in a real browser: 5,000 on three systems with every rule, of which some are
 * apart; then 100,000 in the slices that the board and "today" use, of which the longest counts.
 * Processor time of the page's main thread, medians after some rounds of warming up.
 */
import { fileURLToPath } from 'node:url';
import { launch } from '../../scripts/browser/launch';
import { pageScript } from '../../scripts/page-script';
import { MainThread } from './main-thread';
import { type BenchSection, type Figure, median } from './section';

const ROUNDS = 15;
const WARM_UP = 5;
const SLICES = 200;

async function comparing(): Promise<Figure[]> {
  const script = await pageScript(fileURLToPath(new URL('./reconcile-in-page.ts', import.meta.url)));
  const { browser, close } = await launch({ headless: true });
  try {
    const page = await browser.newPage();
    await page.evaluate(script);
    const thread = await MainThread.of(page);
    const took: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const { ms } = await thread.took(() => page.evaluate(() => window.benchCompare()));
      if (round >= WARM_UP) took.push(ms);
    }
    const slices: number[] = [];
    for (let slice = 0; slice < SLICES; slice++) {
      const { ms } = await thread.took(() => page.evaluate((at) => window.benchCompareSlice(at), slice));
      slices.push(ms);
    }
    const apart = await page.evaluate(() => window.benchApart());
    return [
      { what: 'comparing 5,000 dossiers × all rules', value: median(took), unit: 'ms', atMost: 40 },
      {
        what: 'comparing 100,000 dossiers in slices of 500, the longest slice',
        value: Math.max(...slices),
        unit: 'ms',
        atMost: 50,
      },
      { what: 'comparing: share of them out of sync', value: apart, unit: 'share' },
    ];
  } finally {
    await close();
  }
}

export default { name: 'reconcile', run: comparing } satisfies BenchSection;
