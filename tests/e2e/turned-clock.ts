/** A clock for the extension's worker that a wait turns: minutes and days of asking pass as fast as the answers come. */
import type { LoggedRequest } from '../sandbox';
import type { Officer } from './officer';

interface Turned {
  /** Real time and how far the clock stood ahead of it from then on, ms. */
  turns: [at: number, ahead: number][];
}

/** Shorter waits are waited for: they are of the browser's own making. */
const SHORT_MS = 500;

/** From now on long waits of the worker are over at once and its clock has moved by them. Until the worker ends. */
export async function turnClock(officer: Officer): Promise<void> {
  const worker = await officer.worker();
  await worker.evaluate((short) => {
    const turned: Turned = { turns: [] };
    let ahead = 0;
    const plainNow = Date.now.bind(Date);
    const plainWait = setTimeout;
    Date.now = () => plainNow() + ahead;
    const wait = (deed: () => void, ms = 0) => {
      if (ms <= short) return plainWait(deed, ms);
      return plainWait(() => {
        ahead += ms;
        turned.turns.push([plainNow(), ahead]);
        deed();
      }, 0);
    };
    Object.assign(globalThis, { turned, setTimeout: wait });
  }, SHORT_MS);
}

/** Turns the worker's clock by so many milliseconds, more than it waits for. */
export async function letPass(officer: Officer, ms: number): Promise<void> {
  const worker = await officer.worker();
  await worker.evaluate((time) => new Promise<void>((resolve) => setTimeout(resolve, time)), ms);
}

/** When these requests were made by the worker's clock, ms, in their order. */
export async function turnedTimes(officer: Officer, requests: LoggedRequest[]): Promise<number[]> {
  const worker = await officer.worker();
  const { turns } = await worker.evaluate(() => (globalThis as unknown as { turned: Turned }).turned);
  return requests.map(({ at }) => at + (turns.filter(([from]) => from <= at).at(-1)?.[1] ?? 0));
}

/** As many as ever fell into one span of so many milliseconds. */
export function mostWithin(times: number[], spanMs: number): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((time) => time >= from && time < from + spanMs).length),
  );
}
