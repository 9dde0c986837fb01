/** The lines of a page, matched in slices, so that the page stays smooth. */
import { matchPapers, type PaperMatch } from './match-papers';

/** A slice ends after this many milliseconds, as the reader's do. */
const SLICE_MS = 4;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * @param procedure its name, where it is known
 * @param pause what stands between two slices
 * @returns a match for each line, in their order
 */
export async function matchInSlices(
  lines: readonly { text: string }[],
  procedure?: string,
  pause: () => Promise<void> = nextTask,
): Promise<PaperMatch[]> {
  const matches: PaperMatch[] = [];
  let end = performance.now() + SLICE_MS;
  for (const { text } of lines) {
    if (performance.now() > end) {
      await pause();
      end = performance.now() + SLICE_MS;
    }
    matches.push(matchPapers(text, { procedure }));
  }
  return matches;
}
