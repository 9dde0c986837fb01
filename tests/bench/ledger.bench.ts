/**
 * The ledger at 100,000 sightings, each of another code on a system, in a real browser: a list of 500 rows recorded and
 * put in its place, one dossier found, and what the browser says it takes. Medians; the first rounds do not count.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { launch } from '../../scripts/browser/launch';
import { pageScript } from '../../scripts/page-script';
import type { ListOf, ListTook } from './ledger-in-page';
import { type BenchSection, type Figure, median } from './section';

const SIGHTINGS = 100_000;
const WARM_UP = 3;
const ROUNDS = 15;
const OTHER_ROUNDS = 7;

const OTHER_LISTS: [ListOf, string][] = [
  ['same', '500 seen again unchanged'],
  ['moved', '500 seen in another state'],
  ['new', '500 never seen before'],
];

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
    let round = 0;
    const lists = async (of: ListOf, rounds: number): Promise<ListTook[]> => {
      const all: ListTook[] = [];
      for (let n = 0; n < rounds; n++)
        all.push(await page.evaluate((at, kind) => window.benchRecord(at, kind), round++, of));
      return all;
    };
    await lists('mixed', WARM_UP);
    const mixed: ListTook[] = [];
    const found: number[] = [];
    const raw: number[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      // Other rows than ours, so that neither finds what the other has just warmed.
      raw.push(await page.evaluate((at) => window.benchRaw(at), 1_000 + n));
      mixed.push(...(await lists('mixed', 1)));
      found.push(await page.evaluate((at) => window.benchFind(at), n));
    }
    const at = `ledger at ${rows.toLocaleString('en')} sightings`;
    const middle = (all: ListTook[], of: (took: ListTook) => number) => median(all.map(of));
    const whole = ({ recorded, settled }: ListTook) => recorded + settled;
    const others: Figure[] = [];
    for (const [of, what] of OTHER_LISTS) {
      const took = await lists(of, OTHER_ROUNDS);
      others.push(
        {
          what: `${at}: ${what}, recorded`,
          value: middle(took, ({ recorded }) => recorded),
          unit: 'ms',
          atMost: 60,
        },
        {
          what: `${at}: ${what}, put in their place behind that`,
          value: middle(took, ({ settled }) => settled),
          unit: 'ms',
        },
      );
    }
    const bytes = await page.evaluate(() => window.benchSize());
    return [
      {
        what: `${at}: 500 rows of a list recorded`,
        value: middle(mixed, ({ recorded }) => recorded),
        unit: 'ms',
        atMost: 60,
      },
      {
        what: `${at}: the same rows put in their place behind that`,
        value: middle(mixed, ({ settled }) => settled),
        unit: 'ms',
      },
      {
        what: 'of that the longest in one go, while others wait',
        value: middle(mixed, ({ longest }) => longest),
        unit: 'ms',
        atMost: 50,
      },
      {
        what: 'both together / the same reads and writes bare',
        value: middle(mixed, whole) / median(raw),
        unit: '×',
        atMost: 2,
      },
      ...others,
      { what: `${at}: one dossier found`, value: median(found), unit: 'ms', atMost: 5 },
      {
        what: `${at}: one dossier found while a list of 500 is not in its place`,
        value: middle(mixed, (took) => took.found),
        unit: 'ms',
      },
      { what: `${at}: in the browser's store`, value: bytes / 1e6, unit: 'MB', atMost: 40 },
    ];
  } finally {
    await close();
    server.close();
  }
}

export default { name: 'ledger', run: ledger } satisfies BenchSection;
