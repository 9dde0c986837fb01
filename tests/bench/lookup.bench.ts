/** How soon an answer stands in the popup: a system's own time and little more, and at once where the ledger knows. */
import { setPolicy } from '../e2e/asking';
import { killWorker } from '../e2e/kill-worker';
import { startOfficer } from '../e2e/officer';
import { fillLedger, type Row } from './fill-ledger';
import { type BenchSection, type Figure, median } from './section';

const ROUNDS = 9;
/** What the system takes itself; far more than the browser's own noise. */
const SERVER_MS = 300;
const SIGHTINGS = 100_000;

/** Answers of the ledger: dossiers of which nobody need be asked. */
const HELD = (n: number) =>
  `H26.18-26${String(1 + (n % 12)).padStart(2, '0')}05-${String(n).padStart(6, '0')}`;

type Bench = Awaited<ReturnType<typeof startOfficer>>;

/** Milliseconds from the press of Enter until the popup's text fits, taken in the popup itself. */
async function lookUp(officer: Bench, code: string, words: string): Promise<number> {
  const popup = await officer.extensionPage('popup');
  await (await popup.waitForSelector('#code'))?.type(code);
  const took = await popup.evaluate(async (wanted) => {
    const started = performance.now();
    document.querySelector('form')?.requestSubmit();
    while (!document.body.textContent?.includes(wanted)) await new Promise(requestAnimationFrame);
    return performance.now() - started;
  }, words);
  await popup.close();
  return took;
}

async function lookUpKnown(officer: Bench): Promise<number[]> {
  const local: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) local.push(await lookUp(officer, HELD(n + 1), 'Đang xử lý'));
  return local;
}

function fill(officer: Bench, sightings: number): Promise<void> {
  const seenAt = new Date().toISOString();
  const rows = Array.from(
    { length: sightings },
    (_, n): Row => ({
      code: HELD(n + 1),
      system: 'province-h26',
      status: 'processing',
      statusText: 'Đang xử lý',
      via: 'lookup',
      seenAt,
    }),
  );
  return fillLedger(officer, rows);
}

/** Ends the worker, and the hidden document that reads answers, as Chrome does when nothing is asked for a while. */
async function fallAsleep(officer: Bench): Promise<void> {
  const worker = await officer.worker();
  await worker.evaluate(() => chrome.offscreen.closeDocument().catch(() => undefined));
  await killWorker(officer.browser);
}

async function run(): Promise<Figure[]> {
  const officer = await startOfficer();
  try {
    const held = officer.sandbox.world.held('province-h26').filter(({ code }) => /^H26\./.test(code));
    // A host's share of a minute is used up by these rounds: what waits for it is no answer that took long.
    await setPolicy(officer, { requestsPerMinute: 60 });
    officer.sandbox.dials.set({ host: '*', delayMs: SERVER_MS });
    const remote: number[] = [];
    for (const { code } of held.slice(0, ROUNDS)) remote.push(await lookUp(officer, code, 'do tra cứu'));
    const asleep: number[] = [];
    for (const { code } of held.slice(ROUNDS, 2 * ROUNDS)) {
      await fallAsleep(officer);
      asleep.push(await lookUp(officer, code, 'do tra cứu'));
    }
    await fill(officer, ROUNDS);
    const few = await lookUpKnown(officer);
    await fill(officer, SIGHTINGS);
    const local = await lookUpKnown(officer);
    const sorted = [...local].sort((a, b) => a - b);
    return [
      {
        what: `first remote answer in the popup, beyond the system's own ${SERVER_MS} ms`,
        value: median(remote) - SERVER_MS,
        unit: 'ms',
        atMost: 250,
      },
      {
        what: 'the same, when the worker slept and no answer was read before',
        value: median(asleep) - SERVER_MS,
        unit: 'ms',
        atMost: 250,
      },
      {
        what: `answer of the ledger in the popup at ${SIGHTINGS} sightings`,
        value: median(local),
        unit: 'ms',
        atMost: 50,
      },
      {
        what: 'that / the same with a ledger of a few',
        value: median(local) / median(few),
        unit: '×',
        atMost: 2,
      },
      { what: 'the slowest of them', value: sorted.at(-1) ?? Number.NaN, unit: 'ms' },
    ];
  } finally {
    await officer.close();
  }
}

export default { name: 'lookup', run } satisfies BenchSection;
