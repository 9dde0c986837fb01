/**
 * Paints the marks that are in view: an observer says which codes are near, one batch reads where they are, one batch
 * writes. While the page scrolls a spot once found is only moved and looked at; when it rests it is found anew.
 */
import { type Anchor, anchorOf, type Box, boxOf, createFinder } from './free-space';
import type { Host } from './host';
import { createInView } from './in-view';
import type { Look, Mark, Painted, Target } from './mark';
import { elementOf, stands, wordsAt } from './place-words';
import { createUnderlines } from './underlines';

/**
 * Time a frame may spend on looking what lies where (ms). A look costs 0.05 ms on common pages, over 1 ms on a table of
 * 5,000 rows: what is not looked at keeps its state until its turn comes.
 */
const LOOKS = 5;
/** A page that rests for so long after a scroll is measured anew (ms). */
const REST = 120;
const CHIP_FONT = '11px system-ui, sans-serif';
/** Border, shape, gap and white on both sides of a chip's words (px). */
const CHIP_FRAME = 26;
/** What may move things without a scroll, a resize or a new reading. */
const CHANGES = 'load click keyup transitionend animationend fullscreenchange toggle close'.split(' ');

export function createMarks<Subject>(
  document: Document,
  host: Host,
  lookOf: (subject: Subject) => Look | null,
  signal: AbortSignal,
) {
  const view = document.defaultView as Window & typeof globalThis;
  const finder = createFinder(document, host.element);
  const underline = createUnderlines(host.root);
  const layer = document.createElement('div');
  layer.className = 'marks';
  layer.role = 'toolbar';
  host.root.append(layer);

  let marks: Mark<Subject>[] = [];
  /** In the order of the page as it is seen. */
  let painted: Mark<Subject>[] = [];
  /** The tab stop. */
  let current: Mark<Subject> | undefined;
  /** A mark out of view that the keyboard goes to: it gets the focus as soon as it is painted. */
  let wanted: Mark<Subject> | undefined;
  let frame = 0;
  /** Spots of an older round are to be found anew. */
  let round = 0;
  /** Each reason to paint has every mark looked at once, over as many frames as that takes. */
  let sweep = 0;
  let raised = -1;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const widths = new Map<string, number>();
  const ruler = document.createElement('canvas').getContext('2d');
  const inView = createInView<Mark<Subject>>(view, schedule);

  /** @param anew also look for other spots, not only follow. */
  function schedule(anew = false): void {
    if (signal.aborted) return;
    if (anew) round++;
    sweep++;
    if (!frame) frame = view.requestAnimationFrame(paint);
  }

  function widthOf(chip: string): number {
    let width = widths.get(chip);
    if (!width && ruler) {
      ruler.font = CHIP_FONT;
      width = Math.ceil(ruler.measureText(chip).width) + CHIP_FRAME;
      widths.set(chip, width);
    }
    return width ?? 0;
  }

  function paint(): void {
    frame = 0;
    if (signal.aborted) return;
    const shown = new Map<Mark<Subject>, Anchor>();
    const taken: Box[] = [];
    const { scrollX, scrollY, performance } = view;
    const deadline = performance.now() + LOOKS;
    let unlooked = false;

    // The one not looked at for longest first: while the page scrolls on, each has its turn.
    for (const mark of inView.near().sort((a, b) => a.looked - b.looked)) {
      mark.look = lookOf(mark.subject);
      const anchor = mark.look && stands(mark) && anchorOf(mark.place);
      if (!mark.look || !anchor) continue;
      const { lineEnd } = mark.look;
      const chips = mark.look.chips.join();
      const { found } = mark;
      const current = found?.round === round && found.chips === chips;
      if (mark.looked !== sweep && performance.now() > deadline) unlooked = true;
      else if (mark.looked !== sweep) {
        mark.looked = sweep;
        mark.hidden =
          !finder.seesCode(anchor) || (current && !finder.stillShows(anchor, found.spot, found.region));
        if (!current && !mark.hidden) {
          const fitting = mark.look.chips.map(widthOf);
          const spot = finder.find(mark.place, anchor, fitting, taken, lineEnd);
          mark.found = spot && { ...spot, chips, round };
        }
      }
      if (!mark.found || mark.hidden) continue;
      taken.push(boxOf(anchor, mark.found.spot));
      shown.set(mark, anchor);
    }
    if (unlooked) frame = view.requestAnimationFrame(paint);
    // The host comes with the first mark: a page without one gets nothing.
    if (shown.size && (round !== raised || !host.element.isConnected)) {
      host.keepOnTop();
      raised = round;
    }

    for (const mark of painted) if (!shown.has(mark)) takeOff(mark);
    for (const stray of layer.querySelectorAll('.away'))
      if (stray !== host.root.activeElement) stray.remove();
    for (const [mark, anchor] of shown) {
      if (!mark.found) continue;
      const { left, top } = boxOf(anchor, mark.found.spot);
      const { width, height } = mark.found.spot;
      mark.box = { left: Math.round(left + scrollX), top: Math.round(top + scrollY), width, height };
      mark.button ??= document.createElement('button');
      putOn(mark, mark.box, mark.look?.chips[mark.found.spot.wording]);
      if (mark.under) underline(mark.button, { left, top }, mark.place, mark.under);
    }
    const at = (side: 'top' | 'left', { box }: Mark<Subject>) => box?.[side] ?? 0;
    painted = [...shown.keys()].sort((a, b) => at('top', a) - at('top', b) || at('left', a) - at('left', b));
    order();
    if (wanted?.box) focus(wanted);
  }

  function putOn({ button, look }: Mark<Subject>, { left, top, width, height }: Painted, chip = ''): void {
    button.className = `mark ${look?.shape} ${button.classList.contains('hot') ? 'hot' : ''}`;
    button.ariaLabel = look?.label ?? '';
    button.ariaHasPopup = 'dialog';
    if (chip) button.dataset.t = chip;
    else delete button.dataset.t;
    button.style.cssText = `transform:translate(${left}px,${top}px);width:${width}px;height:${height}px`;
  }

  /** A mark that holds the focus is only hidden: the keyboard must not be thrown back to the page's start. */
  function takeOff(mark: Mark<Subject>): void {
    mark.box = mark.found = undefined;
    if (host.root.activeElement === mark.button) mark.button.classList.add('away');
    else mark.button.remove();
  }

  /** Brings the buttons into the page's order, never moving the one that holds the focus; one of them is the tab stop. */
  function order(): void {
    const held = painted.find(({ button }) => button === host.root.activeElement);
    if (!current?.box) current = held ?? painted[0];
    let before: Element | null = null;
    for (const mark of painted) {
      const { button } = mark;
      const next: Element | null = before ? before.nextElementSibling : layer.firstElementChild;
      if (next !== button && mark !== held) layer.insertBefore(button, next);
      button.tabIndex = mark === current ? 0 : -1;
      before = button;
    }
  }

  /** Makes this painted mark the tab stop and gives it the focus. */
  function focus(mark: Mark<Subject> | undefined): boolean {
    wanted = undefined;
    current = mark ?? current;
    order();
    mark?.button.focus({ preventScroll: true });
    return !!mark;
  }

  const listening = { capture: true, passive: true, signal };
  const scrolled = () => {
    schedule();
    clearTimeout(rest);
    rest = setTimeout(schedule, REST, true);
  };
  const changed = ({ target }: Event): void => {
    // Our own raising tells nothing new.
    if (target === host.element && !layer.contains(host.root.activeElement)) return;
    host.forget(target);
    schedule(true);
  };
  /** Much of what happens in a shadow root is told to those alone who listen there; twice is as good as once. */
  const listenIn = (part: Node) => {
    part.addEventListener('scroll', scrolled, listening);
    for (const change of CHANGES) part.addEventListener(change, changed, listening);
    if (part instanceof ShadowRoot) listenIn(part.host.getRootNode());
  };
  listenIn(document);
  view.addEventListener('resize', changed, listening);
  const resized = new view.ResizeObserver(() => schedule(true));
  resized.observe(document.documentElement);
  signal.addEventListener('abort', () => {
    inView.stop();
    resized.disconnect();
  });

  return {
    layer,
    schedule,
    focus,
    painted: (): readonly Mark<Subject>[] => painted,

    /** The full set now. A mark whose id stays keeps its element. */
    set(targets: Target<Subject>[]): void {
      const old = new Map(marks.map((mark) => [mark.id, mark]));
      marks = targets.map((target) => {
        const before = old.get(target.id) ?? ({ looked: 0 } as Mark<Subject>);
        old.delete(target.id);
        return Object.assign(before, target, { words: wordsAt(target.place) });
      });
      painted = painted.filter((mark) => !old.has(mark.id) || mark.button.remove());
      // What is gone from the page must not be held.
      if (old.has(current?.id ?? '')) current = wanted = undefined;
      new Set(marks.map(({ place }) => elementOf(place)?.getRootNode() ?? document)).forEach(listenIn);
      inView.watch(marks, ({ place }) => elementOf(place));
      schedule(true);
    },

    /**
     * The page changed: what stands at a mark now may be another dossier's. Such marks go at once, before the page is
     * shown again; the others follow in the next frame.
     */
    follow(): void {
      painted = painted.filter((mark) => stands(mark) || takeOff(mark));
      frame ||= view.requestAnimationFrame(paint);
    },

    /** The painted mark under a point of the viewport. */
    at(x: number, y: number): Mark<Subject> | undefined {
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

    /** The keyboard's next (1) or previous (-1) mark in the page's order; one out of view is scrolled to. */
    step(from: Mark<Subject>, by: 1 | -1): void {
      const next = painted[painted.indexOf(from) + by];
      if (next) {
        focus(next);
        return;
      }
      let at = marks.indexOf(from) + by;
      while (marks[at] && !lookOf((marks[at] as Mark<Subject>).subject)) at += by;
      wanted = marks[at];
      if (wanted) elementOf(wanted.place)?.scrollIntoView({ block: 'center' });
    },
  };
}

export type Marks<Subject> = ReturnType<typeof createMarks<Subject>>;
