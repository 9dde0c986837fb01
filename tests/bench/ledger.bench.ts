/**
 * The ledger at 100,000 sightings, each of another code on a system, in a real browser: a list of 500 rows recorded, one
 * dossier found, and what the browser says it takes. Medians; the first rounds warm up and do not count.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { launch } from '../../scripts/browser/launch';
import { pageScript } from '../../scripts/page-script';
import { type BenchSection, type Figure, median } from './section';

const SIGHTINGS = 100_000;
const WARM_UP = 3;
const ROUNDS = 15;

async function ledger(): Promise<Figure[]> {
  const script = await pageScript(fileURLToPath(new URL('./ledger-in-page.ts', import.meta.url)));
  // A page of its own origin, where a database may be kept.
  const server = createServer((_, response) => response.end('<!doctype html><title>ledger</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { browser, close } = await launch({ headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(script);
    const rows = await page.evaluate((count) => window.benchFill(count), SIGHTINGS);
    const recorded: number[] = [];
    const found: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      // Other rows than ours, so that neither finds what the other has just warmed.
      const bare = await page.evaluate((at) => window.benchRaw(at), 1_000 + round);
      const took = await page.evaluate((at) => window.benchRecord(at), round);
      const looked = await page.evaluate((at) => window.benchFind(at), round);
      if (round < WARM_UP) continue;
      recorded.push(took);
      found.push(looked);
      raw.push(bare);
    }
    const bytes = await page.evaluate(() => window.benchSize());
    const at = `at ${rows.toLocaleString('en')} sightings`;
    return [
      { what: `ledger ${at}: 500 rows of a list recorded`, value: median(recorded), unit: 'ms', atMost: 60 },
      {
        what: 'that / the same reads and writes bare',
        value: median(recorded) / median(raw),
        unit: '×',
        atMost: 2,
      },
      { what: `ledger ${at}: one dossier found`, value: median(found), unit: 'ms', atMost: 5 },
      { what: `ledger ${at}: in the browser's store`, value: bytes / 1e6, unit: 'MB', atMost: 40 },
    ];
  } finally {
    await close();
    server.close();
  }
}

export default { name: 'ledger', run: ledger } satisfies BenchSection;
