/**
 * Lines under words that an officer typed: where a mark's place is an editable text, or a text area with a copy of it
 * that nobody sees, since a form control does not tell where its words stand. Part of the mark: it moves with it.
 */
import type { Place } from '../reading/place';
import { type Box, rectsOf } from './free-space';

/** Some characters of a text node, or of a control's value. */
export interface Stretch {
  start: number;
  end: number;
}

/** What decides where words stand in a text area, the box itself aside. */
const COPIED = ['font', 'letter-spacing', 'word-spacing', 'text-align', 'text-indent', 'tab-size', 'padding'];

export function createUnderlines(root: ShadowRoot) {
  const measured = new WeakMap<Element, { key: string; boxes: Box[] }>();

  /** Boxes of stretches of its value, from the corner of what the field has inside. */
  function boxesIn(field: HTMLTextAreaElement, under: readonly Stretch[]): Box[] {
    const key = JSON.stringify([field.value, field.clientWidth, field.clientHeight, under]);
    const known = measured.get(field);
    if (known?.key === key) return known.boxes;
    const style = getComputedStyle(field);
    const copy = field.ownerDocument.createElement('div');
    copy.style.cssText = `position:fixed;visibility:hidden;white-space:pre-wrap;overflow-wrap:break-word;width:${field.clientWidth}px;${COPIED.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')}`;
    const text = field.ownerDocument.createTextNode(field.value);
    copy.append(text);
    root.append(copy);
    const corner = copy.getBoundingClientRect();
    const boxes = under
      .flatMap(({ start, end }) => rectsOf(text, start, end))
      .map(({ left, right, top, bottom }) => ({
        left: left - corner.left,
        right: right - corner.left,
        top: top - corner.top,
        bottom: bottom - corner.top,
      }));
    copy.remove();
    measured.set(field, { key, boxes });
    return boxes;
  }

  /** Boxes in the viewport; what is scrolled out of its field has none. */
  function boxesAt(place: Place, under: readonly Stretch[]): Box[] {
    if (place.kind === 'text') return under.flatMap(({ start, end }) => rectsOf(place.node, start, end));
    const field = place.element;
    if (!(field instanceof HTMLTextAreaElement)) return [];
    const { left, top } = field.getBoundingClientRect();
    const x = left + field.clientLeft - field.scrollLeft;
    const y = top + field.clientTop;
    return boxesIn(field, under).flatMap((box) => {
      const bottom = box.bottom - field.scrollTop;
      if (bottom <= 0 || bottom > field.clientHeight) return [];
      return { left: box.left + x, right: box.right + x, top: box.top + y, bottom: bottom + y };
    });
  }

  /** @param button the mark, painted with its corner here in the viewport */
  return (
    button: Element,
    corner: { left: number; top: number },
    place: Place,
    under: readonly Stretch[],
  ) => {
    const lines = boxesAt(place, under).map(({ left, right, bottom }) => {
      const line = button.ownerDocument.createElement('i');
      line.style.cssText = `left:${left - corner.left}px;top:${bottom - corner.top - 1}px;width:${right - left}px`;
      return line;
    });
    button.replaceChildren(...lines);
  };
}
