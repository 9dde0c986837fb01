/**
 * Places instants on a line of limited length so that each stays apart from the next: hours beside weeks. Order holds and
 * a longer stretch never gets less room than a shorter one, but long ones are shortened; whoever draws it must say so.
 */

/** A stretch of less than this, in ms, has the least room; a thousand times as long one has about ten times that. */
const UNIT_MS = 10 * 60_000;

function weightOf(ms: number): number {
  return 1 + Math.log2(1 + ms / UNIT_MS);
}

/**
 * @param instants every time that must be told apart, ms since 1970, in any order; at least one
 * @param length of the line
 * @returns the place of a time, 0 to `length`; times between two instants stand between their places
 */
export function timeScale(instants: readonly number[], length: number): (time: number) => number {
  const times = [...new Set(instants)].sort((a, b) => a - b);
  const places = [0];
  for (let i = 1; i < times.length; i++) {
    places.push((places[i - 1] ?? 0) + weightOf((times[i] ?? 0) - (times[i - 1] ?? 0)));
  }
  const whole = places.at(-1) || 1;
  return (time) => {
    const after = times.findIndex((one) => one >= time);
    if (after === 0) return 0;
    if (after < 0) return length;
    const [t0, t1] = [times[after - 1] ?? 0, times[after] ?? 0];
    const [p0, p1] = [places[after - 1] ?? 0, places[after] ?? 0];
    return (length * (p0 + ((p1 - p0) * (time - t0)) / (t1 - t0))) / whole;
  };
}
