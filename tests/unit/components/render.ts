/** Puts a page with made-up sources into happy-dom, and does what a person does with it. */
import { act, createElement, type FunctionComponent } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Frame } from '../../../components/shared/Frame';
import type { Sources } from '../../../components/shared/sources';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root | undefined;

/** Draws the page anew; the one before it is taken away. */
export async function render(page: FunctionComponent, sources: Sources): Promise<void> {
  await unmount();
  document.body.innerHTML = '<div id="root"></div>';
  const place = document.getElementById('root');
  if (!place) throw new Error('no place to draw');
  root = createRoot(place);
  await act(async () =>
    root?.render(createElement(Frame, { sources, titleKey: 'extName' }, createElement(page))),
  );
}

export async function unmount(): Promise<void> {
  await act(async () => root?.unmount());
  root = undefined;
}

/** Runs what changes something and waits until React has drawn it. */
export async function change(deed: () => unknown): Promise<void> {
  await act(async () => {
    await deed();
  });
}

/** @throws when no such element is on the page: the test is then wrong, or the page is. */
export function one<E extends Element = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  return element;
}

/** The button with these visible words, or this accessible name. */
export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (each) => each.getAttribute('aria-label') === name || each.textContent?.trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

export function click(element: HTMLElement): Promise<void> {
  return change(() => element.click());
}

/** Types into an input or chooses in a list, as React hears it. */
export function fill(element: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> {
  return change(() => {
    const proto = Object.getPrototypeOf(element) as object;
    Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(element, value);
    element.dispatchEvent(
      new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
}

/** Presses a key on the element that has the focus. */
export function press(key: string): Promise<void> {
  return change(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    ),
  );
}

/** Enter in a form's field: the browser submits the form, which happy-dom leaves to us. */
export function enter(): Promise<void> {
  const field = document.activeElement;
  return change(() => field instanceof HTMLInputElement && field.form?.requestSubmit());
}

/** The text of the page, white space collapsed. */
export function text(selector = 'body'): string {
  return one(selector).textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
