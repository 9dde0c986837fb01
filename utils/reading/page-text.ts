/**
 * The displayed text of a part of the page, without layout. A *leaf* is one text node or the value of one control; a
 * *line* ends where a block element or `<br>` does; a *phrase* is what a person reads as one: "<b>Phòng A</b> đang
 * <b>Thụ lý</b>" is one phrase, three badges side by side are three.
 */
import { mayHoldCode } from '../dossier/code-gate';
import { type Control, controlText, isControl } from './control-text';
import { isHint } from './field-values';
import { squeeze } from './squeeze';
import { parentOf, type Visibility } from './visibility';

export interface Leaf {
  text: string;
  /** A text node, or the control whose value it is. */
  node: Text | Element;
  element: Element;
  line: number;
  control: boolean;
  /** Inside a button, link or tab: the name of an action as likely as a value. */
  button: boolean;
}

type LeaveOut = (element: Element) => boolean;

export interface Phrase {
  text: string;
  leaves: Leaf[];
  line: number;
}

/** Elements whose text is not the page's. */
export const NEVER = new Set(
  'script style template noscript svg object canvas datalist head iframe option audio video map math'.split(
    ' ',
  ),
);
/** Elements whose text is no plain text of theirs. */
const BY_LEAVES = new Set([...NEVER, ...'input select textarea button'.split(' ')]);
const STRUCK_TAGS = new Set(['s', 'del', 'strike']);
const INLINE = new Set(
  'a abbr b bdi cite code em font i ins kbd label mark q samp small span strong sub sup u var time button'.split(
    ' ',
  ),
);
/** A text in so many pieces is no label and no value. */
const LONG_RUN = 500;
const POPUP = new Set('listbox menu tooltip menubar tablist'.split(' '));

/** Clipped away for readers aloud, or struck through: both stand where a layout would have to be asked. */
const unseen = (element: Element): boolean =>
  STRUCK_TAGS.has(element.localName) ||
  (element.hasAttributes() &&
    (/sr-only|visually-hidden|screen-reader/.test(element.className) ||
      element.getAttribute('style')?.includes('line-through') === true));

// What names a dossier is the head of its block, not an action.
const isAction = (element: Element): boolean =>
  (element.localName === 'button' || /^(?:button|tab)$/.test(element.getAttribute('role') ?? '')) &&
  !mayHoldCode(element.textContent ?? '');

// The names of icons that an icon font draws: "arrow_upward", or any one word inside <i>.
const isLigature = (text: string, element: Element): boolean =>
  (/^[a-z]+(?:_[a-z0-9]+)*$/.test(text) &&
    (text.includes('_') || /^(?:i|mat-icon)$/.test(element.localName))) ||
  /material-(?:icons|symbols)/.test(element.className?.toString() ?? '');

/** Reads displayed text. One for each reading: it remembers what it asked of visibility. */
export class PageText {
  readonly #shown = new Map<Element, boolean>();
  readonly #ignored: string;

  readonly #visibility: Visibility;
  /** There is a layout to ask. */
  readonly drawn: boolean;

  constructor(visibility: Visibility, ignore: string[] = []) {
    this.#visibility = visibility;
    this.drawn = visibility.drawn;
    // What other tools of officers put into a page is never the page's own word.
    const foreign = '[class*=mplis-],[id^=mplis-],[id^=autofill-hcc],[data-soi-ho-so]';
    // Radix and its kin keep a closed dialog in the page for the time of its animation.
    const closed = '[role=dialog][data-state=closed]';
    this.#ignored = [foreign, closed, ...ignore].join();
  }

  /** `shows` for one of very many, which nobody asks for again. */
  showsOnce(element: Element): boolean {
    return this.#visibility.shows(element) && !this.#isWithinIgnored(element);
  }

  shows(element: Element): boolean {
    let shows = this.#shown.get(element);
    if (shows === undefined) {
      shows = this.showsOnce(element);
      this.#shown.set(element, shows);
      // What holds something displayed is displayed.
      if (shows)
        for (let up = parentOf(element); up && !this.#shown.get(up); up = parentOf(up))
          this.#shown.set(up, true);
    }
    return shows;
  }

  #isWithinIgnored(element: Element): boolean {
    // What is shown already is within nothing ignored.
    for (let at: Element | null = element; at && !this.#shown.get(at); at = parentOf(at))
      if (this.#isIgnored(at)) return true;
    return false;
  }

  #isIgnored(node: Node): boolean {
    return (
      node.nodeType === 1 && (node as Element).hasAttributes() && (node as Element).matches(this.#ignored)
    );
  }

  /** Leaves in document order, open shadow roots included, of at most so many nodes; parts for which `leaveOut` says true are skipped. */
  leaves(root: Node, leaveOut?: LeaveOut, most = Infinity): Leaf[] {
    const steps = this.leafSteps(root, leaveOut, most);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  }

  /** The same in steps of some hundred nodes, for slices. */
  *leafSteps(root: Node, leaveOut?: LeaveOut, most = Infinity): Generator<undefined, Leaf[]> {
    const found: Leaf[] = [];
    let line = 0;
    let button = 0;
    let count = 0;
    // Depth first without recursion: a node is entered, then left; leaving ends its line.
    const open: { node: Node; block: boolean; button: boolean }[] = [];
    // Text nodes with nothing between them are one text: scripts write the parts of a sentence apart.
    let run = null as { raw: string; leaf?: Leaf } | null;
    let at: Node | null = root;
    while (at) {
      if (++count > most) return found;
      if (count % 300 === 0) yield undefined;
      const enter = at === root || this.#enters(at, leaveOut);
      if (at.nodeType === 3) {
        const raw: string = (run?.raw ?? '') + at.nodeValue;
        let leaf = run?.leaf;
        const text = squeeze(raw);
        const element = parentOf(at);
        if (leaf) leaf.text = text;
        else if (text !== '' && element && !isLigature(text, element) && this.shows(element)) {
          leaf = { text, node: at as Text, element, line, control: false, button: button > 0 };
          found.push(leaf);
        }
        run = raw.length < LONG_RUN ? { raw, leaf } : null;
      } else if (at.nodeType !== 8) run = null;
      if (enter && at.nodeType === 1 && isControl(at as Element)) {
        const element = at as Control;
        const text = controlText(element);
        if (text !== '' && this.shows(element)) {
          found.push({ text, node: element, element, line, control: true, button: button > 0 });
        }
      } else if (enter) {
        const element: Element | null = at.nodeType === 1 ? (at as Element) : null;
        const first: Node | null = element?.shadowRoot?.firstChild ?? at.firstChild;
        if (first) {
          const block = element !== null && !INLINE.has(element.localName);
          const inButton = element !== null && isAction(element);
          if (block) line++;
          if (inButton) button++;
          open.push({ node: at, block, button: inButton });
          at = first;
          continue;
        }
      }
      if (at.nodeName === 'BR') line++;
      // On to the next node, leaving what is done; a host's own children come after its shadow root.
      for (;;) {
        if (at === root) return found;
        const next: Node | null = at.nextSibling;
        if (next) {
          at = next;
          break;
        }
        const top = open[open.length - 1];
        if (!top) return found;
        if (at.parentNode !== top.node && top.node.firstChild) {
          at = top.node.firstChild;
          break;
        }
        open.pop();
        run = null;
        if (top.block) line++;
        if (top.button) button--;
        at = top.node;
      }
    }
    return found;
  }

  #enters(node: Node, leaveOut?: LeaveOut): boolean {
    if (node.nodeType !== 1) return node.nodeType === 11;
    const element = node as Element;
    const tag = element.localName;
    if (NEVER.has(tag) || unseen(element)) return false;
    const choice =
      tag === 'label' ? ((element as HTMLLabelElement).control as HTMLInputElement | null) : null;
    if (choice?.type === 'radio' && !choice.checked) return false;
    const role = element.getAttribute('role');
    // Steps of a form have their content within.
    const popup = role !== null && POPUP.has(role) && !element.querySelector('[role=tabpanel]');
    return !popup && !leaveOut?.(element);
  }

  /** The only text node of a simple cell; null when it holds more, or what must be read by leaves. */
  onlyText(element: Element): Text | null {
    for (let at: Node = element; ; ) {
      const first = at.firstChild;
      const only = first?.nextSibling ? this.#onlyChild(at) : first;
      if (only?.nodeType === 3) return only as Text;
      if (only?.nodeType !== 1 || BY_LEAVES.has((only as Element).localName)) return null;
      if (unseen(only as Element) || (only as Element).shadowRoot) return null;
      at = only;
    }
  }

  /** Of several children the only one that says something. */
  #onlyChild(element: Node): Node | null {
    let only: Node | null = null;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 8 || (child.nodeType === 3 && (child.nodeValue ?? '').trim() === '')) continue;
      if (only && this.#isIgnored(child)) continue;
      if (only && !this.#isIgnored(only)) return null;
      only = child;
    }
    return only;
  }

  /** Text of one simple cell fast: null when it holds more than one text node and must be read by leaves. */
  single(element: Element): Leaf | null {
    const text = this.onlyText(element);
    if (!text) return null;
    const parent = text.parentNode as Element;
    const value = squeeze(text.nodeValue ?? '');
    if (isLigature(value, parent)) return null;
    if (!this.shows(parent)) return null;
    return { text: value, node: text, element: parent, line: 0, control: false, button: false };
  }

  phrases(leaves: Leaf[]): Phrase[] {
    const phrases: Phrase[] = [];
    let last: Leaf | undefined;
    for (const leaf of leaves) {
      const open = phrases[phrases.length - 1];
      if (open && last && leaf.line === last.line && !isHint(leaf.text) && runsOn(last, leaf)) {
        open.text += glue(open.text, leaf.text) + leaf.text;
        open.leaves.push(leaf);
      } else {
        // ": Đang xử lý" in the value's own cell.
        phrases.push({ text: leaf.text.replace(/^[:：] ?/, ''), leaves: [leaf], line: leaf.line });
      }
      last = leaf;
    }
    return phrases;
  }
}

const IN_A_SENTENCE = 60;

const glue = (before: string, after: string): string =>
  /[-/.]$/.test(before) && /^\d/.test(after) ? '' : ' ';

/** "<span>Đang</span> <span>xử lý</span>" */
export const BEGINS_A_STATE = /^(?:đã|đang|chờ|chưa|bị|được|không|yêu cầu)$/i;

/** Two leaves of one line are one phrase when bare text stands among the elements they are in. */
function runsOn(a: Leaf, b: Leaf): boolean {
  if (a.control || b.control || a.button !== b.button) return false;
  if (a.element === b.element || BEGINS_A_STATE.test(a.text)) return true;
  let common: Element | null = a.element;
  while (common && !common.contains(b.node)) common = common.parentElement;
  // Bare text among elements is a sentence; a box of so many is none.
  if (!common || common.childNodes.length > IN_A_SENTENCE) return false;
  for (let child = common.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && squeeze(child.nodeValue ?? '') !== '') return true;
  }
  return false;
}
