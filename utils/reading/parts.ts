/** A dossier of several parts ("1. Đăng ký khai sinh", "2. Đăng ký thường trú"), each with a state and days of its own. */
import type { MarkedText } from './marked-text';
import { type Pair, pairPhrases } from './read-pairs';
import { holds } from './visibility';

const OWN = /^statusText$|At$/;
/** Pairs compared with the next of their name. */
const MOST = 60;

/**
 * The pairs that say of a part what they seem to say of the dossier: in boxes side by side that look alike and name the
 * same things, not all with the same values. Yields before each pair.
 * @param pairs in the order of the page @param code the leaf of the code: the box that holds it is the dossier's
 */
export function* ofParts(pairs: Pair[], text: MarkedText, code: number): Generator<undefined, Set<Pair>> {
  const parts = new Set<Pair>();
  const own = pairs.filter(({ label }) => OWN.test(label.kind)).slice(0, MOST);
  const node = (pair: Pair | undefined) => pair && text.elementAt(pair.at);
  for (const [at, one] of own.entries()) {
    const other = own.slice(at + 1).find(({ label }) => label.text === one.label.text);
    if (!other || (parts.has(one) && parts.has(other))) continue;
    yield undefined;
    const boxes = boxesOf(text.elementAt(one.at), text.elementAt(other.at));
    if (!boxes) continue;
    const [first, second] = [one, other].map((pair, nth) => {
      let from = pairs.indexOf(pair);
      let to = from + 1;
      while (boxes[nth]?.contains(node(pairs[from - 1]) ?? null)) from--;
      while (boxes[nth]?.contains(node(pairs[to]) ?? null)) to++;
      return pairs.slice(from, to);
    });
    const values = (list: Pair[] = []) =>
      new Map(list.map((pair) => [pair.label.text, pairPhrases(pair, text.leaves, text.page).join()]));
    const [here, there] = [values(first), values(second)];
    const shared = [...here.keys()].filter((name) => there.has(name));
    if (shared.length < 2 || shared.every((name) => here.get(name) === there.get(name))) continue;
    for (const [nth, list] of [first, second].entries())
      for (const pair of holds(boxes[nth] as Element, text.elementAt(code)) ? [] : (list ?? []))
        if (OWN.test(pair.label.kind) || shared.includes(pair.label.text)) parts.add(pair);
  }
  return parts;
}

/** The boxes side by side in which two elements stand, where they look alike. */
function boxesOf(one: Element, other: Element): [Element, Element] | undefined {
  const up = (from: Element, beside: Element): Element => {
    let box = from;
    while (box.parentElement && !box.parentElement.contains(beside)) box = box.parentElement;
    return box;
  };
  const [first, second] = [up(one, other), up(other, one)];
  const alike = first.localName === second.localName && first.className === second.className;
  return alike && first !== second && !first.contains(second) ? [first, second] : undefined;
}
