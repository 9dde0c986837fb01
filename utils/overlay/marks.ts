/**
 * Paints the marks that are in view: an observer says which codes are near, one batch reads where they are, one batch
 * writes. While the page scrolls a spot once found is only moved and looked at; when it rests it is found anew.
 */
import type { Place } from '../reading/place';
import { type Anchor, anchorOf, CHIP_HEIGHT, createFinder, type Spot } from './free-space';
import type { Host } from './host';
import { createInView } from './in-view';

/** How a mark looks and what it says to a screen reader. */
export interface Look {
  /** Classes: the shape and the severity. */
  shape: string;
  chip?: string;
  label: string;
}

export interface Target {
  /** Stable over calls: the same id keeps its element, and so the focus. */
  id: string;
  place: Place;
}

export interface Mark extends Target {
  /** What stood at the place when it was read: a recycled row must not carry the mark of another dossier. */
  words: string;
  button?: HTMLButtonElement;
  look?: Look | null;
  found?: { spot: Spot; region: Element; chip: string | undefined };
  /** Where it was painted last, in px of the document. */
  box?: { left: number; top: number; width: number; height: number };
}

/** A page that rests for so long after a scroll is measured anew (ms). */
const REST = 120;
const CHIP_FONT = '11px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
/** Borders, padding, shape and gap of a chip (px). */
const CHIP_FRAME = 28;

export function createMarks(
  document: Document,
  host: Host,
  lookOf: (id: string) => Look | null,
  displaced: () => void,
) {
  const view = document.defaultView as Window & typeof globalThis;
  const finder = createFinder(document, host.element);
  const layer = document.createElement('div');
  layer.className = 'marks';
  layer.role = 'toolbar';
  host.root.append(layer);

  let marks: Mark[] = [];
  let painted: Mark[] = [];
  let current: Mark | undefined;
  let frame = 0;
  let measure = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  /** A mark out of view that the keyboard goes to: it gets the focus as soon as it is painted. */
  let wanted: Mark | undefined;
  const widths = new Map<string, number>();
  const ruler = document.createElement('canvas').getContext('2d');

  const inView = createInView<Mark>(view, () => schedule(false));

  /** @param anew also look for other spots, not only follow. */
  function schedule(anew: boolean): void {
    measure ||= anew;
    frame ||= view.requestAnimationFrame(paint);
  }

  function widthOf(chip: string): number {
    let width = widths.get(chip);
    if (width === undefined) {
      if (ruler) ruler.font = CHIP_FONT;
      width = Math.ceil(ruler?.measureText(chip).width ?? chip.length * 7) + CHIP_FRAME;
      widths.set(chip, width);
    }
    return width;
  }

  function paint(): void {
    frame = 0;
    const anew = measure;
    measure = false;
    const shown: { mark: Mark; anchor: Anchor; spot: Spot }[] = [];
    const taken: { left: number; top: number; right: number; bottom: number }[] = [];
    const { scrollX, scrollY } = view;

    for (const mark of inView.near()) {
      mark.look = lookOf(mark.id);
      const anchor = mark.look && wordsAt(mark.place) === mark.words ? anchorOf(mark.place) : null;
      if (!anchor || !finder.seesCode(anchor)) continue;
      const chip = mark.look?.chip;
      if (anew || !mark.found || mark.found.chip !== chip) {
        const found = finder.find(mark.place, anchor, chip ? widthOf(chip) : 0, taken);
        mark.found = found ? { ...found, chip } : undefined;
      } else {
        const { spot, region } = mark.found;
        if (!finder.stillShows(anchor, spot, region)) continue;
        taken.push(boxOf(anchor, spot));
      }
      if (mark.found) shown.push({ mark, anchor, spot: mark.found.spot });
    }
    // The host comes with the first mark: a page without one gets nothing.
    if (shown.length && (anew || !host.element.isConnected) && !host.keepOnTop()) {
      displaced();
      return;
    }

    const kept = new Set(shown.map(({ mark }) => mark));
    for (const mark of painted) if (!kept.has(mark)) takeOff(mark);
    for (const stray of layer.querySelectorAll('.away'))
      if (stray !== host.root.activeElement) stray.remove();
    for (const { mark, anchor, spot } of shown) {
      const left = Math.round(anchor.last.left + spot.dx + scrollX);
      const top = Math.round(anchor.last.top + spot.dy + scrollY);
      mark.box = { left, top, width: spot.width, height: spot.height };
      putOn(mark, spot);
    }
    painted = shown.map(({ mark }) => mark);
    painted.sort((a, b) => (a.box?.top ?? 0) - (b.box?.top ?? 0) || (a.box?.left ?? 0) - (b.box?.left ?? 0));
    order();
    if (wanted?.box) focus(wanted);
  }

  function putOn(mark: Mark, spot: Spot): void {
    mark.button ??= document.createElement('button');
    const { button, look, box } = mark;
    if (!look || !box) return;
    const hot = button.classList.contains('hot') ? ' hot' : '';
    const name = `mark ${look.shape}${spot.worded ? ' worded' : ''}${hot}`;
    if (button.className !== name) button.className = name;
    if (button.ariaLabel !== look.label) button.ariaLabel = look.label;
    if (spot.worded) button.dataset.t = look.chip;
    else delete button.dataset.t;
    button.style.transform = `translate(${box.left}px,${box.top}px)`;
    button.style.width = `${box.width}px`;
    button.style.height = `${spot.worded ? CHIP_HEIGHT : box.height}px`;
  }

  /** A mark that holds the focus is only hidden: the keyboard must not be thrown back to the page's start. */
  function takeOff(mark: Mark): void {
    mark.box = undefined;
    if (mark.button && host.root.activeElement === mark.button) mark.button.classList.add('away');
    else mark.button?.remove();
  }

  /** Brings the buttons into the page's order, never moving the one that holds the focus; one of them is the tab stop. */
  function order(): void {
    const focused = host.root.activeElement;
    const held = painted.findIndex((mark) => mark.button === focused);
    painted.forEach((mark, at) => {
      const button = mark.button as HTMLButtonElement;
      const before = at && painted[at - 1]?.button;
      if (at === held || (before ? before.nextSibling : layer.firstChild) === button) return;
      if (before) before.after(button);
      else layer.prepend(button);
    });
    if (!current?.box) current = painted[held] ?? painted[0];
    for (const mark of painted) if (mark.button) mark.button.tabIndex = mark === current ? 0 : -1;
  }

  /** Makes this painted mark the tab stop and gives it the focus. */
  function focus(mark: Mark | undefined): boolean {
    wanted = undefined;
    if (!mark?.button) return false;
    current = mark;
    order();
    mark.button.focus({ preventScroll: true });
    return true;
  }

  function onScroll(): void {
    schedule(false);
    clearTimeout(rest);
    rest = setTimeout(schedule, REST, true);
  }
  function onChange(event?: Event | ResizeObserverEntry[]): void {
    if (event instanceof Event && event.target instanceof Element) {
      // Our own raising tells us nothing new.
      if (event.type === 'toggle' && event.target === host.element) return;
      host.forget(event.target);
    }
    schedule(true);
  }

  const resized = new view.ResizeObserver(onChange);
  resized.observe(document.documentElement);
  const passive = { capture: true, passive: true };
  const changes = [
    'load',
    'click',
    'keyup',
    'transitionend',
    'animationend',
    'fullscreenchange',
    'toggle',
    'close',
  ];
  document.addEventListener('scroll', onScroll, passive);
  view.addEventListener('resize', onChange);
  for (const change of changes) document.addEventListener(change, onChange, passive);

  return {
    layer,
    schedule,
    get painted(): readonly Mark[] {
      return painted;
    },

    /** The full set now. A mark whose id and place stay keeps its element and its spot. */
    set(targets: Target[]): void {
      const old = new Map(marks.map((mark) => [mark.id, mark]));
      marks = targets.map((target) => {
        const before = old.get(target.id);
        old.delete(target.id);
        const words = wordsAt(target.place);
        if (!before) return { ...target, words };
        if (!samePlace(before.place, target.place)) before.found = undefined;
        return Object.assign(before, { place: target.place, words });
      });
      for (const gone of old.values()) {
        takeOff(gone);
        gone.button?.remove();
      }
      painted = painted.filter((mark) => !old.has(mark.id));
      inView.watch(marks, (mark) => elementOf(mark.place));
      schedule(true);
    },

    /** The painted mark under a point of the viewport. */
    at(x: number, y: number): Mark | undefined {
      const left = x + view.scrollX;
      const top = y + view.scrollY;
      return painted.find(
        ({ box }) =>
          box &&
          left >= box.left &&
          top >= box.top &&
          left < box.left + box.width &&
          top < box.top + box.height,
      );
    },

    focus,

    /** The keyboard's next (1) or previous (-1) mark in the page's order; one out of view is scrolled to. */
    step(from: Mark, by: 1 | -1): void {
      const next = painted[painted.indexOf(from) + by];
      if (next) {
        focus(next);
        return;
      }
      for (let at = marks.indexOf(from) + by; marks[at] && !wanted; at += by) {
        const candidate = marks[at];
        if (candidate && lookOf(candidate.id)) wanted = candidate;
      }
      if (wanted) elementOf(wanted.place)?.scrollIntoView({ block: 'center' });
    },

    stop(): void {
      view.cancelAnimationFrame(frame);
      clearTimeout(rest);
      inView.stop();
      resized.disconnect();
      document.removeEventListener('scroll', onScroll, passive);
      view.removeEventListener('resize', onChange);
      for (const change of changes) document.removeEventListener(change, onChange, passive);
    },
  };
}

export type Marks = ReturnType<typeof createMarks>;

function elementOf(place: Place): Element | null {
  return place.kind === 'text' ? place.node.parentElement : place.element;
}

function wordsAt(place: Place): string {
  if (place.kind === 'text')
    return place.node.isConnected ? place.node.data.slice(place.start, place.end) : '';
  const { element } = place;
  return element instanceof HTMLInputElement ? element.value : (element.textContent ?? '');
}

function boxOf({ last }: Anchor, { dx, dy, width, height }: Spot) {
  return {
    left: last.left + dx,
    top: last.top + dy,
    right: last.left + dx + width,
    bottom: last.top + dy + height,
  };
}

function samePlace(a: Place, b: Place): boolean {
  if (a.kind === 'text' && b.kind === 'text')
    return a.node === b.node && a.start === b.start && a.end === b.end;
  return a.kind === 'element' && b.kind === 'element' && a.element === b.element;
}
