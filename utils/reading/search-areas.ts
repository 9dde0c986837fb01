/** Search forms and filter bars, known by their button: what stands in them is a question, not an answer. */
import { fold } from '../dossier/fold';
import { bare } from './bare-label';
import { around } from './place';
import type { Find } from './scan';
import { squeeze } from './squeeze';

const SEARCHES = /^(?:tim|tim kiem|tra cuu|loc|search)(?: (?:ho so|nang cao|du lieu|ket qua|nhanh|kiem))*$/;
const CONTROLS =
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=checkbox]),select,[role=combobox]';

const MAY_BE_BUTTON = new Set(['button', 'input', 'a']);
const BUTTON = 'button,input[type=submit],input[type=button],a[role=button],a.btn';

/** Buttons outside of what is answered, in steps. */
function* buttonSteps(root: Node, answered: Set<Node>): Generator<undefined, Element[]> {
  const buttons: Element[] = [];
  const owner = root.ownerDocument ?? (root as Document);
  const walker = owner.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let count = 0;
  for (let at = walker.nextNode(); at; ) {
    if (++count % 1_000 === 0) yield undefined;
    if (answered.has(at)) {
      do at = walker.nextSibling();
      while (!at && walker.parentNode());
      continue;
    }
    const element = at as Element;
    if (MAY_BE_BUTTON.has(element.localName) && element.matches(BUTTON)) buttons.push(element);
    at = walker.nextNode();
  }
  return buttons;
}

/** A code to type one by is no answer. */
const EXAMPLE = /(?:ví dụ|\bvd\b|mẫu|dạng|không tìm thấy)[^.;]{0,60}$/i;

const answersSo = ({ place, element }: Find): boolean =>
  place.kind === 'text' ? !EXAMPLE.test(squeeze(around(place)[0])) : element.matches('[readonly],[disabled]');

/**
 * @param finds the codes of the page; one that stands as text is an answer @param answered lists that hold such, and so no search of the page
 */
export function* searchAreas(
  root: Node,
  finds: Find[],
  answered: Set<Node>,
): Generator<undefined, Set<Element>> {
  const areas = new Set<Element>();
  const answering = finds.filter(answersSo);
  const answers = answering.map((find) => find.element);
  // What is typed into a box and answered elsewhere was asked there.
  const asked = finds.filter(
    (find) =>
      find.place.kind !== 'text' && !answersSo(find) && answering.some(({ code }) => code === find.code),
  );
  const buttons = (yield* buttonSteps(root, answered)).filter((button) => {
    const name = (button as HTMLInputElement).value || button.textContent || '';
    return name.length <= 40 && SEARCHES.test(bare(fold(name)));
  });
  for (const button of [...buttons, ...asked.map((find) => find.element)]) {
    let area: Element | null = button.parentElement;
    while (area && !area.querySelector(CONTROLS)) area = area.parentElement;
    if (!area || area.localName === 'body' || answers.some((answer) => area?.contains(answer))) continue;
    for (let up = area.parentElement; up && up.localName !== 'body'; up = up.parentElement) {
      if (answers.some((answer) => up?.contains(answer)) || (up.textContent ?? '').length > 20_000) break;
      const form =
        up.localName === 'form' || up.localName === 'fieldset' || up.getAttribute('role') === 'search';
      if (form || up.querySelectorAll(CONTROLS).length > area.querySelectorAll(CONTROLS).length) area = up;
      else break;
    }
    areas.add(area);
  }
  return areas;
}
