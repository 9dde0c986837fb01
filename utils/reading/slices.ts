/** Reading a live page without being felt: work in slices, the page's own work between them. */
import { NOTHING, type PageReading, type ReadOptions, readSteps } from '.';
import { nextTask, SLICE_MS } from './in-slices';
import { WORK_MS } from './limits';

/** No slice counts for more: a step is never this long, a wait may be. */
const LONG_SLICE_MS = 500;

export interface SliceOptions extends ReadOptions {
  now?: () => number;
  /** Resolves when the page has had its turn. */
  pause?: () => Promise<void>;
}

/** Reads as `readPage` does, in slices of at most about 4 ms; a page that takes too many of them is left. */
export async function readPageInSlices(
  root: Document | DocumentFragment | Element,
  options: SliceOptions,
): Promise<PageReading> {
  const now = options.now ?? (() => performance.now());
  const pause = options.pause ?? nextTask;
  const steps = readSteps(root, options);
  for (let worked = 0; worked < WORK_MS; ) {
    const begun = now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
      if (step.value) await step.value;
    } while (now() < begun + SLICE_MS);
    // Waiting for a script, or asleep with the machine, it did not work.
    worked += Math.min(now() - begun, LONG_SLICE_MS);
    await pause();
  }
  return { ...NOTHING, unread: 'too-slow' };
}
