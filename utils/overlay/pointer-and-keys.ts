/**
 * How the officer reaches marks and card. At rest no mark takes the pointer, so that the page cannot find them by
 * `elementFromPoint` and clicks pass; only the one under the pointer, if it lies on free ground, is made to take it.
 */
import type { Card, Opened } from './card';
import type { Host } from './host';
import type { Mark } from './mark';
import type { Marks } from './marks';

/** The pointer rests on a mark so long before its card opens, and is away so long before it closes (ms). */
const INTENT = 150;
const LEAVE = 250;
/** What happens inside the layer is not the page's to react to: its menus would close, its shortcuts fire. */
const KEPT_INSIDE =
  'click dblclick mousedown mouseup pointerdown pointerup contextmenu wheel keydown keyup keypress focusin focusout';
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** A modal dialog makes everything outside it inert: the layer still paints, but takes neither pointer nor focus. */
export function underModal(document: Document): boolean {
  return document.querySelector('dialog:modal') !== null;
}

/** @param show opens the card of a mark. @param openId the mark whose card is open. */
export function listenTo<Subject>(
  document: Document,
  host: Host,
  marks: Marks<Subject>,
  card: Card,
  show: (mark: Mark<Subject>, how: Opened) => void,
  openId: () => string | undefined,
  signal: AbortSignal,
): void {
  const { root } = host;
  let hovered: Mark<Subject> | undefined;
  let overCard = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The focus comes back to a mark whose card was just closed. */
  let quiet = false;

  const markOf = (target: EventTarget | null) => marks.painted().find(({ button }) => button === target);

  function hover(mark: Mark<Subject> | undefined, onCard = false): void {
    if (mark === hovered && onCard === overCard) return;
    hovered?.button.classList.remove('hot');
    hovered = mark;
    overCard = onCard;
    clearTimeout(timer);
    if (mark) {
      if (mark.found?.spot.free) mark.button.classList.add('hot');
      if (card.opened !== 'pinned' && openId() !== mark.id) {
        timer = setTimeout(() => mark.box && show(mark, 'hover'), INTENT);
      }
    } else if (!onCard && card.opened === 'hover') {
      timer = setTimeout(card.close, LEAVE);
    }
  }

  root.addEventListener('mousedown', (event) => {
    // A press on a mark leaves the focus in the page, so that closing the card can give it back.
    if (markOf(event.target)) event.preventDefault();
    else card.pin();
  });
  root.addEventListener('click', ({ target }) => {
    const mark = markOf(target);
    clearTimeout(timer);
    if (mark) show(mark, 'pinned');
  });
  root.addEventListener('focusin', ({ target }) => {
    const mark = markOf(target);
    if (!mark || quiet || host.raising || openId() === mark.id) return;
    if (mark.button.matches(':focus-visible')) show(mark, 'focus');
  });
  root.addEventListener('focusout', (event) => {
    if (host.raising) return;
    const to = (event as FocusEvent).relatedTarget;
    if (card.opened === 'focus' && !(to instanceof Node && root.contains(to))) card.close();
    marks.schedule();
  });
  root.addEventListener('keydown', (event) => {
    const { key, target } = event as KeyboardEvent;
    const mark = markOf(target);
    if (key === 'Escape') {
      quiet = true;
      card.close();
      quiet = false;
    } else if (mark && STEPS[key]) marks.step(mark, STEPS[key]);
    else if (mark && key === 'Home') marks.focus(marks.painted()[0]);
    else if (mark && key === 'End') marks.focus(marks.painted().at(-1));
    else return;
    event.preventDefault();
  });
  for (const type of KEPT_INSIDE.split(' ')) root.addEventListener(type, (event) => event.stopPropagation());

  const capture = { capture: true, signal };
  document.addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y }) => {
      const box = card.opened && card.element.getBoundingClientRect();
      if (box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) hover(undefined, true);
      else hover(marks.at(x, y));
    },
    capture,
  );
  document.addEventListener('pointerout', (event) => event.relatedTarget || hover(undefined), capture);
  document.addEventListener('pointerdown', ({ target }) => target === host.element || card.close(), capture);
  // An inert mark lets the click through to free ground of the dialog; the side panel answers it.
  document.addEventListener(
    'click',
    ({ clientX, clientY }) => {
      const mark = underModal(document) && marks.at(clientX, clientY);
      if (mark) show(mark, 'pinned');
    },
    capture,
  );
  document.addEventListener(
    'keydown',
    ({ key, target }) => key === 'Escape' && target !== host.element && card.close(),
    capture,
  );
}
