/** A dossier of several parts ("1. Đăng ký khai sinh", "2. Đăng ký thường trú"), each with a state and days of its own. */
import type { MarkedText } from './marked-text';
import { type Pair, pairPhrases } from './read-pairs';
import { holds } from './visibility';

/** Pairs looked through. */
const MOST = 40;

/**
 * The pairs that say of a part what they seem to say of the dossier: boxes side by side look alike, and the other one says
 * something else under the same name. Yields before each.
 * @param pairs of the dossier's block @param code the leaf of its code: the box that holds it is no part
 */
export function* ofParts(pairs: Pair[], text: MarkedText, code: number): Generator<undefined, Set<Pair>> {
  const parts = new Set<Pair>();
  const own = pairs.filter(({ label }) => /^statusText$|At$/.test(label.kind)).slice(0, MOST);
  const value = (pair: Pair) => pairPhrases(pair, text.leaves, text.page).join();
  for (const one of own) {
    for (const other of own) {
      if (one === other || one.label.text !== other.label.text) continue;
      yield undefined;
      const [box, beside] = [boxIn(text, one, other), boxIn(text, other, one)];
      const alike = box.localName === beside.localName && box.className === beside.className;
      // A line of its own is no box.
      const isBox = own.some((pair) => pair !== one && holds(box, text.elementAt(pair.at)));
      if (alike && isBox && !holds(box, text.elementAt(code)) && value(one) !== value(other)) parts.add(one);
    }
  }
  return parts;
}

/** The largest element around one that is not around the other. */
function boxIn(text: MarkedText, one: Pair, other: Pair): Element {
  let box = text.elementAt(one.at);
  while (box.parentElement && !box.parentElement.contains(text.elementAt(other.at))) box = box.parentElement;
  return box;
}
