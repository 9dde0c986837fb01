/** Work on a live page without being felt: in slices, the page's own work between them. */

/** A slice ends after this many milliseconds: a frame has 16, the page needs most of them. */
export const SLICE_MS = 4;

/** Chrome's own queue of tasks, which the types do not know. */
declare const scheduler: { postTask(work: () => void): Promise<void> };

/** A task of its own, behind input and painting; not held back to 4 ms as nested timers are. */
export const nextTask = (): Promise<void> => scheduler.postTask(() => undefined);

/** @returns what the steps come to, a slice at a time */
export async function inSlices<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (let begun = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < begun + SLICE_MS) continue;
    await nextTask();
    begun = performance.now();
  }
}

/** @returns what the steps come to, without a rest */
export function atOnce<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
