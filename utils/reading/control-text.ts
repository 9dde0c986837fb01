/** What the controls of a form answer. */
import { squeeze } from './squeeze';

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NO_ANSWER = new Set(
  'hidden checkbox radio file button submit reset image password range color search'.split(' '),
);

export const isControl = (element: Element): element is Control =>
  element.localName === 'input' || element.localName === 'textarea' || element.localName === 'select';

/** What a control answers: its text, or its chosen option; '' for search boxes, ticks, placeholders. */
export function controlText(control: Control): string {
  if (control.localName === 'select') {
    const chosen = (control as HTMLSelectElement).selectedOptions[0];
    if (!chosen || chosen.value === '' || chosen.disabled) return '';
    return squeeze(chosen.textContent ?? '');
  }
  if (control.localName === 'input' && NO_ANSWER.has((control as HTMLInputElement).type)) return '';
  return squeeze((control as HTMLInputElement).value);
}
