/**
 * Reading a list of 5,000 rows × 10 columns, beside a bare walk over the same page and beside two libraries that mark the
 * same codes. All of them run in one page of one browser, in a world of its own as content scripts do, one after the other,
 * round after round; the first rounds warm up and do not count. Processor time of the page's main thread: medians,
 * of the gate quartiles.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { launch } from '../../scripts/browser/launch';
import { pageScript } from '../../scripts/page-script';
import { dossierList, pageWithoutDossiers } from './dossier-list';
import { isolatedWorld } from './isolated-world';
import { MainThread } from './main-thread';
import { KINDS, type Kind } from './reading-kinds';
import { type BenchSection, type Figure, median, quartile } from './section';

const ROWS = 5_000;
const LIST = `${ROWS.toLocaleString('en')} rows × 10 columns`;
const WARM_UP = 3;
const ROUNDS = 11;
/** Of the gate, which is over soon. */
const MANY_ROUNDS = 60;

const { resolve } = createRequire(import.meta.url);
const LIBRARIES = ['mark.js', 'findandreplacedomtext'].map((name) => readFileSync(resolve(name), 'utf8'));

/** What the gate costs, on a page that nothing else was done to: it is asked of pages as they are opened. */
async function gateFigures(browser: Browser, script: string): Promise<Figure[]> {
  const page = await browser.newPage();
  const run = await isolatedWorld(page);
  await run(script);
  const thread = await MainThread.of(page);
  await page.evaluate((html) => {
    document.body.innerHTML = html;
  }, pageWithoutDossiers(70_000));
  await thread.collectGarbage();
  const gates: number[] = [];
  const roots: number[] = [];
  const nothing: number[] = [];
  const afterChange: number[] = [];
  for (const [found, touch] of [
    [gates, '0'],
    [afterChange, 'benchTouch()'],
  ] as const) {
    for (let round = 0; round < WARM_UP + MANY_ROUNDS; round++) {
      await run(touch);
      const { ms, result } = await thread.took(() => run<boolean>('benchGate()'));
      if (result) throw new Error('the gate let a page without dossiers in');
      if (round >= WARM_UP) found.push(ms);
      nothing.push((await thread.took(() => run('0'))).ms);
    }
  }
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const walk = await thread.took(() => run('benchRoots()'));
    if (round >= WARM_UP) roots.push(walk.ms);
  }
  return [
    {
      what: 'gate on a page of 70,000 elements without dossiers',
      value: quartile(gates) - quartile(nothing),
      unit: 'ms',
      atMost: 6,
    },
    {
      what: 'the same right after the page has changed and was drawn again',
      value: quartile(afterChange) - quartile(nothing),
      unit: 'ms',
    },
    {
      what: 'open shadow roots looked for on that page, before it is read',
      value: quartile(roots) - quartile(nothing),
      unit: 'ms',
    },
  ];
}

async function reading(): Promise<Figure[]> {
  const script = await pageScript(fileURLToPath(new URL('./reading-in-page.ts', import.meta.url)));
  const { browser, close } = await launch({ headless: true });
  try {
    const page = await browser.newPage();
    const run = await isolatedWorld(page);
    for (const library of [...LIBRARIES, script]) await run(library);
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, dossierList(ROWS));
    const thread = await MainThread.of(page);
    const took = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
    const slices: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      for (const kind of KINDS) {
        const { ms, result } = await thread.took(() => run(`benchRun('${kind}')`));
        if (result !== ROWS) throw new Error(`${kind} found ${result} of ${ROWS}`);
        await run(`benchTidy('${kind}')`);
        if (round >= WARM_UP) took.get(kind)?.push(ms);
      }
      const slice = await run<number>('benchSlices()');
      if (round >= WARM_UP) slices.push(slice);
    }
    const of = (kind: Kind): number => median(took.get(kind) ?? []);
    await page.close();
    return [
      { what: `bare walk, ${LIST}`, value: of('bare'), unit: 'ms' },
      {
        what: `codes found and marked, ${LIST} / bare walk`,
        value: of('scan') / of('bare'),
        unit: '×',
        atMost: 2,
      },
      { what: `every field read, ${LIST} / bare walk`, value: of('full') / of('bare'), unit: '×', atMost: 4 },
      { what: 'mark.js / codes found and marked', value: of('markjs') / of('scan'), unit: '×', atLeast: 8 },
      {
        what: 'mark.js / every field read, and marked',
        value: of('markjs') / of('marked'),
        unit: '×',
        atLeast: 4,
      },
      {
        what: 'findandreplacedomtext / codes found and marked',
        value: of('replace') / of('scan'),
        unit: '×',
      },
      { what: 'longest slice of a reading', value: median(slices), unit: 'ms', atMost: 8 },
      ...(await gateFigures(browser, script)),
    ];
  } finally {
    await close();
  }
}

export default { name: 'reading', run: reading } satisfies BenchSection;
