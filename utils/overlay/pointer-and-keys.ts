/**
 * How the officer reaches marks and card. At rest no mark takes the pointer, so that the page cannot find them by
 * `elementFromPoint` and clicks pass; only the one under the pointer, if it lies on free ground, is made to take it.
 */
import type { Card, Opened } from './card';
import type { Host } from './host';
import type { Mark, Marks } from './marks';

/** The pointer rests on a mark so long before its card opens, and is away so long before it closes (ms). */
const INTENT = 150;
const LEAVE = 250;
/** What happens inside the layer is not the page's to react to: its menus would close, its shortcuts fire. */
const KEPT_INSIDE = [
  ...['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'contextmenu', 'wheel'],
  ...['keydown', 'keyup', 'keypress', 'focusin', 'focusout', 'input'],
];
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** @returns what takes the listeners off again. */
export function listenTo(
  document: Document,
  host: Host,
  marks: Marks,
  card: Card,
  show: (id: string, how: Opened, mark: Mark) => void,
  openId: () => string | undefined,
): () => void {
  const { root } = host;
  let hovered: Mark | 'card' | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The focus comes back to a mark whose card was just closed. */
  let quiet = false;

  const markOf = (target: EventTarget | null) => marks.painted.find((mark) => mark.button === target);

  function hover(next: Mark | 'card' | undefined): void {
    if (next === hovered) return;
    if (typeof hovered === 'object') hovered.button?.classList.remove('hot');
    hovered = next;
    clearTimeout(timer);
    if (typeof next === 'object') {
      if (next.found?.spot.free) next.button?.classList.add('hot');
      if (card.opened !== 'pinned' && openId() !== next.id) {
        timer = setTimeout(() => next.box && show(next.id, 'hover', next), INTENT);
      }
    } else if (!next && card.opened === 'hover') {
      timer = setTimeout(card.close, LEAVE);
    }
  }

  const onMove = (event: PointerEvent): void => {
    const { clientX: x, clientY: y } = event;
    const box = card.opened && card.element.getBoundingClientRect();
    const onCard = box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    hover(onCard ? 'card' : marks.at(x, y));
  };
  const onOut = (event: PointerEvent): void => {
    if (!event.relatedTarget) hover(undefined);
  };
  const onDown = (event: Event): void => {
    if (event.target !== host.element) card.close();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.target !== host.element) card.close();
  };

  // A press leaves the focus in the page, so that closing the card can give it back.
  root.addEventListener('mousedown', (event) => {
    if (markOf(event.target)) event.preventDefault();
  });
  root.addEventListener('click', (event) => {
    const mark = markOf(event.target);
    if (!mark) return;
    clearTimeout(timer);
    show(mark.id, 'pinned', mark);
  });
  root.addEventListener('focusin', (event) => {
    const mark = markOf(event.target);
    if (!mark || quiet || host.raising || openId() === mark.id) return;
    if (mark.button?.matches(':focus-visible')) show(mark.id, 'focus', mark);
  });
  root.addEventListener('focusout', (event) => {
    if (host.raising) return;
    const to = (event as FocusEvent).relatedTarget;
    if (card.opened === 'focus' && !(to instanceof Node && root.contains(to))) card.close();
    marks.schedule(false);
  });
  root.addEventListener('keydown', (event) => {
    const { key, target } = event as KeyboardEvent;
    if (key === 'Escape' && card.opened) {
      event.preventDefault();
      quiet = true;
      card.close();
      quiet = false;
      return;
    }
    const mark = markOf(target);
    const step = STEPS[key];
    const end = key === 'Home' ? 0 : key === 'End' ? -1 : undefined;
    if (!mark || (!step && end === undefined)) return;
    event.preventDefault();
    if (step) marks.step(mark, step);
    else marks.focus(marks.painted.at(end ?? 0));
  });
  card.element.addEventListener('pointerdown', card.pin);
  for (const type of KEPT_INSIDE) root.addEventListener(type, (event) => event.stopPropagation());

  document.addEventListener('pointermove', onMove, true);
  document.addEventListener('pointerout', onOut, true);
  document.addEventListener('pointerdown', onDown, true);
  document.addEventListener('keydown', onKey, true);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('pointermove', onMove, true);
    document.removeEventListener('pointerout', onOut, true);
    document.removeEventListener('pointerdown', onDown, true);
    document.removeEventListener('keydown', onKey, true);
  };
}
