/** A cell in which labels stand beside their values: what they say, and what is left. Not needed for the usual list. */
import type { Labels } from './labels';
import type { Leaf, PageText } from './page-text';
import { PairReader, pairPhrases } from './read-pairs';
import type { Cell } from './read-rows';

export function readCell(leaves: Leaf[], labels: Labels, page: PageText, element: Element): Cell {
  const claimed = new Set<number>();
  const pairs = new PairReader(leaves, labels, page, element).read().map((pair) => {
    for (let at = pair.at; at < Math.max(pair.to, pair.at + 1); at++) claimed.add(at);
    return { pair, phrases: pairPhrases(pair, leaves, page) };
  });
  return { phrases: page.phrases(leaves.filter((_, at) => !claimed.has(at))), pairs };
}
