/** Which of the dossiers that the reader found are before the officer's eyes; told in idle time, each once a page. */
import type { DossierCode } from '../dossier/code';
import type { PageReading } from './index';
import type { Place } from './place';

/** What the reader left in its world, and this script's own trace. */
export interface LookWorld {
  soiHoSo?: { report: PageReading | null };
  soiInView?: { again(): void };
}

/** A page of more is looked at by hand. */
const MOST = 20;

function elementOf(place: Place): Element | null {
  return place.kind === 'element' ? place.element : place.node.parentElement;
}

/** Starts looking, or looks again when it looks already: the page has other dossiers now. */
export function lookAtView(world: LookWorld, document: Document, tell: (codes: DossierCode[]) => void): void {
  if (world.soiInView) {
    world.soiInView.again();
    return;
  }
  const view = document.defaultView as Window & typeof globalThis;
  const codes = new Map<Element, DossierCode>();
  const inView = new Set<Element>();
  let told = new Set<DossierCode>();
  let href = '';
  let waits = false;

  const say = (): void => {
    waits = false;
    // A route of a single-page app is a page of its own.
    if (href !== view.location.href) {
      href = view.location.href;
      told = new Set();
    }
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
    const fresh = [...codes].filter(([element, code]) => inView.has(element) && !told.has(code));
    const next = [...new Set(fresh.map(([, code]) => code))].slice(0, Math.max(0, MOST - told.size));
    for (const code of next) told.add(code);
    if (next.length > 0) tell(next);
  };

  const sayWhenIdle = (): void => {
    if (waits) return;
    waits = true;
    view.requestIdleCallback(say);
  };

  const observer = new view.IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    }
    sayWhenIdle();
  });

  const again = (): void => {
    const before = new Set(codes.keys());
    codes.clear();
    for (const { reading, places } of world.soiHoSo?.report?.dossiers ?? []) {
      const element = places.map(elementOf).find((one) => one !== null);
      if (element) codes.set(element, reading.code);
    }
    for (const element of before) {
      if (codes.has(element)) continue;
      observer.unobserve(element);
      inView.delete(element);
    }
    for (const element of codes.keys()) if (!before.has(element)) observer.observe(element);
    sayWhenIdle();
  };

  view.addEventListener('focus', sayWhenIdle);
  // Back from the browser's cache it is a page anew: what was told of it was taken back when it was left.
  view.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) told = new Set();
    sayWhenIdle();
  });
  world.soiInView = { again };
  again();
}
