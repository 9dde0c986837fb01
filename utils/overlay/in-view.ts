/**
 * Which things stand on elements in or near the viewport. Watching an element costs as much as reading its row: of a long
 * list one in sixteen is watched all the time, from afar, and the others only while one of these is near.
 */

/** Painted this far ahead of the viewport's edge, so that a mark is there when its row comes. */
const AHEAD = '48px';
/** So many elements or fewer are all watched. */
const FEW = 400;
const GROUP = 16;
/** How far ahead a group is told of; one that reaches farther is watched all the time (px). */
const AFAR = 1_500;

export function createInView<Thing>(view: Window & typeof globalThis, onChange: () => void) {
  const { IntersectionObserver } = view;
  let things = new Map<Element, Thing[]>();
  let elements: Element[] = [];
  const watched = new Set<Element>();
  const near = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting && watched.has(target)) near.add(target);
        else near.delete(target);
      }
      onChange();
    },
    { rootMargin: AHEAD },
  );

  /** Of each group its number, by its first element; where that stood when all were first told of; whether it is near. */
  const groups = new Map<Element, number>();
  let tops: number[] = [];
  let close: boolean[] = [];
  const margin = `${AFAR}px`;
  const scout = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const group = groups.get(target) ?? -1;
        tops[group] ??= boundingClientRect.top;
        close[group] = isIntersecting;
      }
      watchOnly(elements.filter((_, at) => isOpen(Math.floor(at / GROUP))));
    },
    // Chrome's types do not know the margin of boxes that scroll inside of the page.
    { rootMargin: margin, scrollMargin: margin } as IntersectionObserverInit,
  );

  function isOpen(group: number): boolean {
    const reach = Number(tops[group + 1]) - Number(tops[group]);
    return close[group] || close[group + 1] || !(reach >= 0 && reach <= AFAR);
  }

  function watchOnly(wanted: Iterable<Element>): void {
    const keep = new Set(wanted);
    for (const element of watched) {
      if (keep.delete(element)) continue;
      watched.delete(element);
      near.delete(element);
      observer.unobserve(element);
    }
    for (const element of keep) {
      watched.add(element);
      observer.observe(element);
    }
  }

  return {
    /** The full set now; an element that stays is not observed anew. */
    watch(all: Thing[], elementOf: (thing: Thing) => Element | null): void {
      things = new Map();
      for (const thing of all) {
        const element = elementOf(thing);
        if (!element) continue;
        const here = things.get(element);
        if (here) here.push(thing);
        else things.set(element, [thing]);
      }
      elements = [...things.keys()];
      const many = elements.length > FEW;
      // Until the groups are told of, what was watched and is still there stays so.
      watchOnly(many ? [...watched].filter((element) => things.has(element)) : elements);
      scout.disconnect();
      groups.clear();
      tops = [];
      close = [];
      for (let at = 0; many && at < elements.length; at += GROUP) {
        const first = elements[at] as Element;
        groups.set(first, at / GROUP);
        scout.observe(first);
      }
    },
    near(): Thing[] {
      return [...near].flatMap((element) => things.get(element) ?? []);
    },
    stop(): void {
      observer.disconnect();
      scout.disconnect();
      near.clear();
    },
  };
}
