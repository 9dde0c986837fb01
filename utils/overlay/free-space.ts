/**
 * Finds where a mark may stand beside a code without lying over text or a control, inside the cell and its scrollers.
 *
 *   anchor ─► region (its cell, or the nearest box wide enough) ─► obstacles (what else stands in the region)
 *          ─► candidates right, below, above, left ─► the first that touches no obstacle and hits only the region's ground
 *
 * All lengths are px of the viewport. Everything here only reads the layout.
 */
import type { Place } from '../reading/place';
import { holds, parentOf } from '../reading/visibility';

export interface Anchor {
  /** The element that holds the code. */
  element: Element;
  /** Boxes of the first and the last line of the code. */
  first: DOMRect;
  last: DOMRect;
}

export interface Spot {
  /** From the top left corner of the anchor's last line to that of the mark. */
  dx: number;
  dy: number;
  width: number;
  height: number;
  /** Which of the chip's wordings has room; -1: none, the mark is its bare shape. */
  wording: number;
  /** Nothing of the page lies below: the mark may take clicks. */
  free: boolean;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const DOT = 12;
export const CHIP_HEIGHT = 16;
/** Between the code and its chip. */
const CHIP_GAP = 5;
/** Siblings looked at on each side of the way from the code to its region; the hit test guards what is beyond. */
const SIBLINGS = 16;
/** Boxes climbed from the code in search of room. */
const CLIMB = 6;
/** Distance of the points of the hit test: siblings are obstacles by their boxes, this finds what floats above them. */
const GRAIN = 40;
const CELL = 'td,th,li,dd,[role=cell],[role=gridcell],[role=listitem]';
const CONTROL =
  'a[href],button,input,select,textarea,label,summary,[role=button],[role=link],[role=tab],[role=checkbox],[role=menuitem],[contenteditable]';
const SOLID = /^(img|svg|canvas|video|iframe|embed|object|input|select|textarea|button)$/i;

const treeOf = (element: Element) => element.getRootNode() as Document | ShadowRoot;

/** @returns where the code stands now; null when it has no box. */
export function anchorOf(place: Place): Anchor | null {
  if (place.kind === 'element') {
    const box = place.element.getBoundingClientRect();
    return box.width && box.height ? { element: place.element, first: box, last: box } : null;
  }
  const element = place.node.parentElement;
  if (!element || place.end > place.node.length) return null;
  const rects = rectsOf(place.node, place.start, place.end);
  const first = rects[0];
  const last = rects.at(-1);
  return first && last ? { element, first, last } : null;
}

/** One page's finder; `host` is looked through. */
export function createFinder(document: Document, host: Element) {
  const view = document.defaultView as Window;

  /** What the page shows at this point, topmost, our own layer aside. @param tree what lies in other shadow trees is its host */
  function hit(tree: DocumentOrShadowRoot, x: number, y: number): Element | null {
    const top = tree.elementFromPoint(x, y);
    if (top !== host) return top;
    return tree.elementsFromPoint(x, y).find((element) => element !== host) ?? null;
  }

  /** The point shows the region: not clipped by a scroller, not under a sticky row or a dialog. Clear layers are seen through. */
  function shows({ element: own }: Anchor, region: Element, x: number, y: number): boolean {
    const tree = treeOf(own);
    const top = hit(tree, x, y);
    if (!top || holds(region, top)) return !!top;
    for (const element of tree.elementsFromPoint(x, y)) {
      if (element === host) continue;
      if (holds(region, element)) return true;
      if (holds(element, region) || covers(element, x, y)) return false;
    }
    return false;
  }

  /** What stands in an element's shadow root is met as the element. */
  function covers(element: Element, x: number, y: number): boolean {
    const style = view.getComputedStyle(element);
    const clear = /^(transparent|rgba\(.*, 0(\.[0-2]\d*)?\))$/.test(style.backgroundColor);
    const { shadowRoot } = element;
    return (
      SOLID.test(element.tagName) ||
      !clear ||
      style.backgroundImage !== 'none' ||
      !!shadowRoot
        ?.elementsFromPoint(x, y)
        .some((inner) => inner.getRootNode() === shadowRoot && covers(inner, x, y))
    );
  }

  /** The code's cell; else the nearest box that leaves room beside it and is not clipped by a scroller further in. */
  function regionOf(anchor: Anchor, room: number, place: Place): Element {
    const start = (place.kind === 'element' && parentOf(anchor.element)) || anchor.element;
    const cell = start.closest(CELL);
    let region = start;
    for (let climbed = 0; climbed < CLIMB && region !== cell; climbed++) {
      const parent = parentOf(region);
      if (!parent || parent === document.body || region === document.body) break;
      const style = view.getComputedStyle(region);
      if (style.display !== 'inline' && style.display !== 'contents') {
        if (style.overflow !== 'visible') break;
        if (!cell && region.getBoundingClientRect().right >= anchor.last.right + room) break;
      }
      region = parent;
    }
    return region;
  }

  /** Boxes of all that stands beside the way from the code up to its region; null when something cannot be placed. */
  function obstaclesOf(region: Element, place: Place): Box[] | null {
    const found: Box[] = [];
    const own: Node = place.kind === 'text' ? place.node : place.element;
    if (place.kind === 'text') {
      const text = place.node.data;
      if (text.slice(0, place.start).trim()) found.push(...rectsOf(place.node, 0, place.start));
      if (text.slice(place.end).trim()) found.push(...rectsOf(place.node, place.end, text.length));
    } else {
      found.push(place.element.getBoundingClientRect());
    }
    let node = own;
    for (let outer = parentOf(node); node !== region && outer; outer = parentOf(node)) {
      for (const side of ['previousSibling', 'nextSibling'] as const) {
        let sibling = node[side];
        for (let seen = 0; sibling && seen < SIBLINGS; seen++, sibling = sibling[side]) {
          if (sibling instanceof Element) found.push(...sibling.getClientRects());
          else if (sibling instanceof Text && sibling.data.trim())
            found.push(...rectsOf(sibling, 0, sibling.length));
        }
      }
      if (paintsPseudo(outer)) return null;
      node = outer;
    }
    return found;
  }

  /** Generated words and icons have no box to ask for. */
  function paintsPseudo(element: Element): boolean {
    return ['::before', '::after'].some((pseudo) => {
      const style = view.getComputedStyle(element, pseudo);
      if (style.content === 'none' || style.content === 'normal') return false;
      return (
        !/^["']\s*["']$/.test(style.content) || (parseFloat(style.width) > 0 && parseFloat(style.height) > 2)
      );
    });
  }

  /** No obstacle touches the box, and every point of its grid hits bare ground of the region around the code. */
  function isFree(box: Box, region: Element, element: Element, obstacles: Box[]): boolean {
    if (obstacles.some((other) => meets(box, other))) return false;
    const columns = Math.ceil((box.right - box.left - 2) / GRAIN);
    for (let column = 0; column <= columns; column++) {
      const x = box.left + 1 + ((box.right - box.left - 2) * column) / columns;
      const ground = hit(treeOf(element), x, (box.top + box.bottom) / 2);
      if (!ground || !holds(region, ground) || !holds(ground, element)) return false;
      if (ground.closest(CONTROL)) return false;
    }
    return true;
  }

  return {
    /** The middle of the code's last line can be seen. */
    seesCode(anchor: Anchor): boolean {
      const { left, right, top, bottom } = anchor.last;
      const x = (Math.max(left, 0) + Math.min(right, view.innerWidth)) / 2;
      const y = (Math.max(top, 0) + Math.min(bottom, view.innerHeight)) / 2;
      return (
        right > 0 &&
        bottom > 0 &&
        left < view.innerWidth &&
        top < view.innerHeight &&
        shows(anchor, anchor.element, x, y)
      );
    },

    /** A spot found earlier still lies on what it lay on: a cheap look while scrolling. */
    stillShows(anchor: Anchor, spot: Spot, region: Element): boolean {
      const left = anchor.last.left + spot.dx;
      const y = anchor.last.top + spot.dy + spot.height / 2;
      if (!spot.free) return shows(anchor, region, left + spot.width / 2, y);
      return shows(anchor, region, left + 1, y) && shows(anchor, region, left + spot.width - 1, y);
    },

    /**
     * @param chips widths of the chip's wordings, the longest first; a wording is never cut. None: a mark without words.
     * @param taken marks of this round, which are obstacles too.
     * @param lineEnd what follows on the line belongs to it: the mark may stand after that too.
     * @returns the spot and the region it lies in; null when not even a bare shape can be shown.
     */
    find(
      place: Place,
      anchor: Anchor,
      chips: number[],
      taken: Box[],
      lineEnd = false,
    ): { spot: Spot; region: Element } | null {
      const { first, last, element } = anchor;
      const region = regionOf(anchor, (chips[0] ?? DOT) + CHIP_GAP + 1, place);
      const bounds = region.getBoundingClientRect();
      const limit = Math.min(bounds.right, view.innerWidth) - 1;
      const obstacles = obstaclesOf(region, place);

      const found = (
        left: number,
        top: number,
        width: number,
        height: number,
        wording: number,
        free: boolean,
      ) => {
        return { region, spot: { dx: left - last.left, dy: top - last.top, width, height, wording, free } };
      };

      for (const [wording, width] of obstacles ? [...chips, DOT].entries() : []) {
        const worded = wording < chips.length;
        const height = worded ? CHIP_HEIGHT : DOT;
        const gap = worded ? CHIP_GAP : 1;
        // Beside the line; in a low row moved inside the cell.
        const beside = Math.max(
          bounds.top,
          Math.min((last.top + last.bottom - height) / 2, bounds.bottom - height),
        );
        const after = (obstacles ?? []).filter(
          ({ top, bottom }) => lineEnd && top < last.bottom && bottom > last.top,
        );
        const candidates = [
          { left: last.right + gap, top: beside },
          { left: Math.max(last.right, ...after.map(({ right }) => right)) + gap, top: beside },
          { left: first.left, top: last.bottom + 1 },
          { left: first.left, top: first.top - height - 1 },
          { left: first.left - gap - width, top: (first.top + first.bottom - height) / 2 },
        ];
        for (const { left, top } of candidates) {
          const box = { left, top, right: left + width, bottom: top + height };
          if (
            box.right > limit ||
            top < bounds.top ||
            box.bottom > bounds.bottom ||
            !isFree(box, region, element, [...(obstacles ?? []), ...taken])
          )
            continue;
          return found(left, top, width, height, worded ? wording : -1, true);
        }
      }
      // No room: a shape over the corner of the code's own line, where digits leave the paper white; clicks pass it.
      const left = Math.min(last.right, limit) - DOT / 2;
      const top = last.top - DOT / 2;
      return shows(anchor, region, left + DOT / 2 - 1, last.top + 1)
        ? found(left, top, DOT, DOT, -1, false)
        : null;
    },
  };
}

export type Finder = ReturnType<typeof createFinder>;

export function rectsOf(node: Text, start: number, end: number): DOMRect[] {
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter((rect) => rect.width && rect.height);
}

/** Boxes closer than 1 px meet. */
function meets(a: Box, b: Box): boolean {
  return a.left < b.right + 1 && a.right > b.left - 1 && a.top < b.bottom && a.bottom > b.top;
}

/** The box of a spot in the viewport. */
export function boxOf({ last }: Anchor, { dx, dy, width, height }: Spot): Box {
  const left = last.left + dx;
  const top = last.top + dy;
  return { left, top, right: left + width, bottom: top + height };
}
