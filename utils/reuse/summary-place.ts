/** Where a page's summary of papers stands: beside the heading of the component list, else its column's header. DOM only. */
import { fold } from '../dossier/fold';
import { type Place, wholeOf } from '../reading/place';
import { elementAt } from './procedure-here';

const HEADING = /^(?:[\divx]+[.)] )?(?:(?:danh sach|danh muc|cac) )?(?:thanh phan (?:ho so)?|giay to)/;
const LONGEST = 80;
/** Texts looked at backwards from the list. */
const STEPS = 60;

/** @param line the first component line */
export function summaryPlace(line: Place): Place | null {
  const list = elementAt(line)?.closest('table,[role=grid],[role=table],ul,ol,form') ?? elementAt(line);
  const body = list?.ownerDocument.body;
  if (!list || !body?.contains(list)) return null;
  const walker = list.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  walker.currentNode = list;
  for (let step = 0; step < STEPS; step++) {
    const node = walker.previousNode();
    if (!(node instanceof Text)) break;
    if (isHeading(node)) return wholeOf(node);
  }
  const column = elementAt(line)?.closest('td,[role=gridcell],[role=cell]');
  const at = column?.parentElement ? [...column.parentElement.children].indexOf(column) : -1;
  const header = list.querySelector('tr,[role=row]')?.children[at];
  const node = header && header !== column ? textIn(header) : null;
  return node && wholeOf(node);
}

function isHeading(node: Text): boolean {
  const { parentElement, data } = node;
  if (!parentElement || data.length > LONGEST || !HEADING.test(fold(data))) return false;
  return (
    !parentElement.closest('a,button,option,label,[hidden],[role=tab]') && parentElement.checkVisibility()
  );
}

function textIn(element: Element): Text | null {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.data.trim()) return node;
  return null;
}
