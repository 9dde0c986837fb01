/** A cell in which labels stand beside their values: what they say, and what is left. Not needed for the usual list. */
import { parseLocalCode } from '../dossier/code';
import type { Labels } from './labels';
import type { Leaf, PageText } from './page-text';
import { placeOfCode } from './place-of-code';
import { PairReader, pairPhrases } from './read-pairs';
import type { Cell, Codes } from './read-rows';

export function readCell(leaves: Leaf[], labels: Labels, page: PageText, element: Element): Cell {
  const claimed = new Set<number>();
  const pairs = new PairReader(leaves, labels, page, element).read().map((pair) => {
    for (let at = pair.at; at < Math.max(pair.to, pair.at + 1); at++) claimed.add(at);
    return { pair, phrases: pairPhrases(pair, leaves, page) };
  });
  return { phrases: page.phrases(leaves.filter((_, at) => !claimed.has(at))), pairs };
}

/** A code of no known shape under a label of its own. */
export function localIn(cell: Element, named: Cell['pairs'], page: PageText): Codes | null {
  const own = named.find(({ pair }) => pair.label.kind === 'code');
  const text = own?.phrases[0] ?? '';
  const code = parseLocalCode(text);
  if (!code) return null;
  const leaf = page.leaves(cell).find((one) => one.text === text);
  return { code, cell, place: placeOfCode({ code, leaf }), codeLabel: own?.pair.label };
}
