/**
 * Says when a live page has settled anew: after loading, after a change, after a change of route. One observer without
 * work in its callback; ticks only while something changes; silence for good when nothing useful comes for five minutes.
 */
import { rootSteps } from './gate';
import { inSlices } from './in-slices';

/** Lists render gradually: the page counts as settled when two looks this far apart see the same. */
const LOOK_MS = 400;
/** A page that never rests (a clock, an animation) is read at growing distances, up to this one. */
const SLOWEST_MS = 10_000;
/** A list that keeps growing is read in between all the same. */
const IMPATIENT_LOOKS = 5;
const FRUITLESS_MS = 5 * 60_000;
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['hidden', 'open', 'class', 'style', 'aria-hidden', 'data-state'],
};
/** More records than this since the last reading: everything is read anew. */
const FLOOD = 1_000;

export interface Settled {
  /** The whole page is new: another route, or more changes than are worth following. */
  anew: boolean;
  /** Open shadow roots of the page as it is now. */
  roots: ShadowRoot[];
}

export interface WatchPorts {
  now(): number;
  /** Calls back once after so many ms; returns how to call that off. */
  later(work: () => void, ms: number): () => void;
  /** Open shadow roots of the page as it is now: a walk over all elements, which may take its time. */
  roots(document: Document): Promise<ShadowRoot[]>;
}

const LIVE: WatchPorts = {
  now: () => Date.now(),
  later(work, ms) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  roots: (document) => inSlices(rootSteps(document)),
};

/**
 * @param onSettled may return (or promise) whether it found anything; false for five minutes on end stops the watch until the route
 * changes or the page comes back.
 * @param onChange called with every batch of changes, before the page is shown with them: it must do next to nothing.
 */
export function watchPage(
  document: Document,
  onSettled: (settled: Settled) => unknown,
  ports: WatchPorts = LIVE,
  onChange?: () => void,
): { stop(): void } {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  const elements = document.getElementsByTagName('*');
  let watched = new WeakSet<Node>();
  let records = 0;
  let dirty = true;
  let anew = true;
  let count = -1;
  let looks = 0;
  let url = document.URL;
  let wait = LOOK_MS;
  let fruit = ports.now();
  let asleep = false;
  let walking = false;
  let callOff: (() => void) | null = null;

  const observer = new (view?.MutationObserver ?? MutationObserver)((list) => {
    records += list.length;
    onChange?.();
    if (dirty) return;
    dirty = true;
    plan();
  });

  /** What happens in a shadow root is told to those alone who watch that root. */
  const observe = (...roots: Node[]) => {
    for (const root of roots) {
      if (!watched.has(root)) observer.observe(root, WATCHED);
      watched.add(root);
    }
  };

  function plan(): void {
    callOff ??= ports.later(look, wait);
  }

  function look(): void {
    callOff = null;
    if (asleep || document.visibilityState === 'hidden') return;
    if (document.URL !== url) {
      url = document.URL;
      anew = true;
      wake();
    }
    if (!dirty && !anew) return;
    const now = elements.length;
    looks++;
    if (walking || (now !== count && looks < IMPATIENT_LOOKS)) {
      count = now;
      plan();
      return;
    }
    count = now;
    void settle();
  }

  async function settle(): Promise<void> {
    const all = anew || records > FLOOD;
    records = 0;
    looks = 0;
    // What changes from here on is seen by the next look.
    dirty = false;
    anew = false;
    observe(document);
    walking = true;
    const roots = await ports.roots(document);
    walking = false;
    if (asleep) return;
    observe(...roots);
    judge(await onSettled({ anew: all, roots }));
  }

  function judge(found: unknown): void {
    if (found === false) {
      wait = Math.min(wait * 2, SLOWEST_MS);
      if (ports.now() - fruit > FRUITLESS_MS) sleep();
    } else {
      fruit = ports.now();
      wait = LOOK_MS;
    }
  }

  function sleep(): void {
    asleep = true;
    observer.disconnect();
    watched = new WeakSet();
    callOff?.();
    callOff = null;
  }

  function wake(): void {
    fruit = ports.now();
    wait = LOOK_MS;
    if (!asleep) return;
    asleep = false;
    observe(document);
  }

  /** Another route of a single-page app, the page back from the cache, the tab in front again. */
  function revive(event: Event): void {
    if (event.type === 'visibilitychange' && document.visibilityState === 'hidden') return;
    if (event.type !== 'visibilitychange') wake();
    anew = anew || event.type !== 'visibilitychange';
    dirty = true;
    if (!asleep) plan();
  }

  // A route change fires before the page changes: it only starts the looking.
  const routes: [EventTarget | null | undefined, string][] = [
    [view, 'popstate'],
    [view, 'hashchange'],
    [view, 'pageshow'],
    [(view as (Window & { navigation?: EventTarget }) | null)?.navigation, 'currententrychange'],
    [document, 'visibilitychange'],
  ];
  for (const [target, name] of routes) target?.addEventListener(name, revive);
  observe(document);
  plan();
  return {
    stop() {
      sleep();
      for (const [target, name] of routes) target?.removeEventListener(name, revive);
    },
  };
}
