/** A file's rows in parts that one message carries; a dossier's rows of one system stand in one part. */
import type { TransferRows } from './transfer-schema';

const SIGHTINGS = 500;

export function partsOf({ sightings, runs, links, dismissals }: TransferRows): TransferRows[] {
  const runsOf = new Map<string, TransferRows['runs']>();
  for (const run of runs) {
    const key = `${run.code}\n${run.system}`;
    const known = runsOf.get(key);
    if (known) known.push(run);
    else runsOf.set(key, [run]);
  }
  const parts: TransferRows[] = [];
  for (let at = 0; at < Math.max(sightings.length, links.length, dismissals.length); at += SIGHTINGS) {
    const slice = sightings.slice(at, at + SIGHTINGS);
    parts.push({
      sightings: slice,
      runs: slice.flatMap(({ code, system }) => runsOf.get(`${code}\n${system}`) ?? []),
      links: links.slice(at, at + SIGHTINGS),
      dismissals: dismissals.slice(at, at + SIGHTINGS),
    });
  }
  return parts;
}
