/** Which things stand on elements in or near the viewport: one observer, one target for all things of an element. */

/** Painted this far ahead of the viewport's edge, so that a mark is there when its row comes. */
const AHEAD = '48px';

export function createInView<Thing>(view: Window & typeof globalThis, onChange: () => void) {
  let things = new Map<Element, Thing[]>();
  const near = new Set<Element>();
  const observer = new view.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting && things.has(target)) near.add(target);
        else near.delete(target);
      }
      onChange();
    },
    { rootMargin: AHEAD },
  );

  return {
    /** The full set now; an element that stays is not observed anew. */
    watch(all: Thing[], elementOf: (thing: Thing) => Element | null): void {
      const before = things;
      things = new Map();
      for (const thing of all) {
        const element = elementOf(thing);
        if (!element) continue;
        const here = things.get(element);
        if (here) here.push(thing);
        else things.set(element, [thing]);
      }
      for (const element of before.keys()) {
        if (things.has(element)) continue;
        observer.unobserve(element);
        near.delete(element);
      }
      for (const element of things.keys()) if (!before.has(element)) observer.observe(element);
    },
    near(): Thing[] {
      return [...near].flatMap((element) => things.get(element) ?? []);
    },
    stop(): void {
      observer.disconnect();
      near.clear();
    },
  };
}
