/** What `npm run bench` prints: each section measures one thing in one run, against something measured beside it. */

export interface Figure {
  /** What was measured, with its size: "reading 5,000 rows × 10 columns / bare walk". */
  what: string;
  value: number;
  /** "×" for a ratio in the same run; "ms", "MB", "share", "nodes" for others. */
  unit: '×' | 'ms' | 'MB' | 'share' | 'nodes';
  /** The bound that must hold; absent for a figure that only informs. */
  atMost?: number;
  atLeast?: number;
}

export interface BenchSection {
  /** One word, given to `npm run bench -- NAME` to run it alone. */
  name: string;
  run(): Promise<Figure[]>;
}

/** Whether the figure keeps its bounds; one without bounds always does. */
export function holds({ value, atMost, atLeast }: Figure): boolean {
  return value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY);
}

/** The middle of some measurements, in their unit. Throws on none: a section that measured nothing has no figure. */
export const median = (values: readonly number[]): number => ranked(values, 2);

/**
 * What a quarter of the measurements does not exceed. For milliseconds that stand beside nothing: what else runs on a shared
 * machine makes them longer by half for seconds on end, and never shorter.
 */
export const quartile = (values: readonly number[]): number => ranked(values, 4);

function ranked(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / part)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}
