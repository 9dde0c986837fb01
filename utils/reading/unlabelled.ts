/** What stands in a card without a label: a badge that is a status, a channel, the day of receipt, the procedure's name. */
import { fold } from '../dossier/fold';
import type { Candidate } from './candidates';
import { isChannel, isTimeAlone, soundsLikeProcedure, timeOf } from './field-values';
import { ELSEWHERE, type MarkedText } from './marked-text';
import type { Leaf } from './page-text';
import { holds, parentOf } from './visibility';
import { isState, paymentOf, STATE_WORD } from './wording';

/** A block of more leaves is no card. */
export const MORE_THAN_A_CARD = 60;
/** Leaves in which a card's name stands: at its head, or this near to its code. */
const HEAD = 3;
const BESIDE = 2;
/** Leaves looked at in one step. */
const MANY = 200;
const RECEIPT = /^(?:da )?tiep nhan(?: ho so)?$/;
const ANNOUNCED =
  'label,[role=alert],[role=status],[aria-live],[role=tab],[class*=legend],[class*=note],[class*=stepper]';
/** How many there are of something. */
export const COUNT = /^\(?\d{1,6}\)?$/;
/** What has states of its own beside a dossier. */
const OTHERS =
  /\.(?:pdf|docx?|xlsx?|jpe?g|png|zip)\b|\b(?:le phi|phi|dong bo|thanh toan|tep|file|ket noi|giao dich|bien lai|hoa don|tin nhan|email|sms|zalo|chu ky|ky so|tai khoan)\b/;
/** What is done to all of them: "Liên thông thủ tục hành chính · UBND xã" names a site. */
const OF_ALL = /^(?:\S+ ){1,6}(?:thu tuc hanh chinh|tthc)(?! ?[\p{L}:(])/u;
/** The names of steps, tabs and counts begin so. */
const STEP =
  /^(?:\d[.)]? )?(?:tat ca|tiep nhan|tham dinh|xu ly|giai quyet|phe duyet|trinh|ky|ban hanh|tra ket qua|hoan thanh|bo sung|tu choi|kiem tra|thu ly|nop ho so|da|dang|cho)\b/;

/** Siblings of one row are marked up alike. */
const lookOf = (element: Element): string =>
  `${element.localName}.${element.parentElement?.localName}.${element.parentElement?.className}`;

export interface UnlabelledBlock {
  /** Leaves of the block, to excluded. */
  from: number;
  to: number;
  /** The leaf of the code. */
  code: number;
  /** Leaves that are neither a label nor a value of one. */
  free: number[];
  /** A label names the procedure. */
  labelled: boolean;
}

export class Unlabelled {
  readonly #free: Set<number>;

  /** @param distance steps up from the code to what holds both */
  constructor(
    readonly text: MarkedText,
    readonly block: UnlabelledBlock,
    readonly distance: (at: number) => number,
  ) {
    this.#free = new Set(block.free);
  }

  *steps(): Generator<undefined, Candidate[]> {
    const found = yield* this.#badges();
    const title = yield* this.#title();
    if (title !== undefined) {
      found.push({ label: { kind: 'procedureName', rank: 2.5, text: '' }, phrases: [title], distance: 50 });
    }
    const codes = new Set(this.block.free.flatMap((at) => this.#procedureCode(at) ?? []));
    for (const code of codes.size === 1 ? codes : [])
      found.push({ label: { kind: 'procedureCode', rank: 8, text: '' }, phrases: [code], distance: 50 });
    return found;
  }

  /** A procedure's number that stands alone, as "(1.004222)" behind its name. */
  #procedureCode(at: number): string | undefined {
    const [, code] = /^\(?(\d\.\d{6})\)?$/.exec(this.#leaf(at).text) ?? [];
    return this.text.within(at, ...ELSEWHERE) ? undefined : code;
  }

  *#badges(): Generator<undefined, Candidate[]> {
    const found: Candidate[] = [];
    const statuses = new Map<string, number>();
    const { code, free } = this.block;
    const offer = (kind: 'channel' | 'receivedAt' | 'statusText', rank: number, text: string, at: number) =>
      found.push({
        label: { kind, rank, text: '' },
        phrases: [text],
        distance: kind === 'channel' ? 0 : this.distance(at),
      });
    for (const [count, at] of free.entries()) {
      if (count % MANY === MANY - 1) yield undefined;
      const { text, button, control, element } = this.#leaf(at);
      const folded = fold(text);
      // With its day it tells what happened, not what is; a fee has states of its own.
      const state = STATE_WORD.test(folded) && isState(text) && !timeOf(text) && !/\bphi\b/.test(folded);
      const channel = isChannel(text);
      const received = RECEIPT.test(folded) && this.#dayAfter(at);
      if (!(state || channel || received) || button || control || /^h\d$/.test(element.localName)) continue;
      // A link is an action; a card that is one link as a whole is not.
      const action = element.closest('a')?.contains(this.#leaf(code).element) === false;
      if (action || element.closest(ANNOUNCED)) continue;
      if (state && !paymentOf(text) && !this.#isEvent(at) && !this.#isOfAnother(at)) statuses.set(text, at);
      if (received) offer('receivedAt', 3, received, at);
      if (channel) offer('channel', 8, text, at);
    }
    const [status] = statuses;
    if (status && statuses.size === 1) offer('statusText', 8, ...status);
    return found;
  }

  /** The one name of a procedure; what is plainly a heading goes before what only stands where names stand. */
  *#title(): Generator<undefined, string | undefined> {
    const { from, to, code, labelled } = this.block;
    const titles = new Set<string>();
    const plain = new Set<string>();
    for (let at = from; at < to; at++) {
      if (at % MANY === MANY - 1) yield undefined;
      const leaf = this.#leaf(at);
      if (this.text.valueOf(at) || leaf.button || this.text.within(at, ...ELSEWHERE)) continue;
      const name = wholeOf(leaf);
      if (!soundsLikeProcedure(name) || OF_ALL.test(fold(name)) || this.text.labelsAt(at).length > 0)
        continue;
      const titled = leaf.element.getAttribute('title')?.trim() === name;
      if (titled || leaf.element.closest('h1,h2,h3,h4,h5,h6,[role=heading]')) titles.add(name);
      // A card begins with its name, or has it right beside its code; further down stand actions.
      else if (!/[:：]/.test(name) && (at - from < HEAD || Math.abs(at - code) <= BESIDE)) plain.add(name);
    }
    const names = titles.size > 0 || labelled || to - from > MORE_THAN_A_CARD ? titles : plain;
    return names.size === 1 ? [...names][0] : undefined;
  }

  #leaf(at: number): Leaf {
    return this.text.leaves[at] as Leaf;
  }

  /** The bare date right after a leaf. */
  #dayAfter(at: number): string | undefined {
    const next = this.#free.has(at + 1) ? this.#leaf(at + 1).text : '';
    return isTimeAlone(next) ? next : undefined;
  }

  /** A count's, a file's, a fee's, or one of several steps and tabs: not the dossier's own. */
  #isOfAnother(at: number): boolean {
    const { line, element } = this.#leaf(at);
    const code = this.#leaf(this.block.code).element;
    // The last piece of a code is no count.
    const near = [at - 1, at + 1]
      .map((next) => this.text.leaves[next])
      .filter((leaf) => leaf?.element !== code);
    if (
      near.some(
        (leaf) => leaf && (COUNT.test(leaf.text) || (leaf.line === line && OTHERS.test(fold(leaf.text)))),
      )
    )
      return true;
    const look = lookOf(element);
    return this.block.free.some((other) => {
      const leaf = this.#leaf(other);
      return (
        other !== at &&
        leaf.text !== this.#leaf(at).text &&
        STEP.test(fold(leaf.text)) &&
        lookOf(leaf.element) === look
      );
    });
  }

  /** A state beside a bare date, apart from the code: something that happened. */
  #isEvent(at: number): boolean {
    return [at - 1, at + 1].some((next) => {
      const leaf = this.text.leaves[next];
      if (!leaf || this.text.valueOf(next) || timeOf(leaf.text) === undefined) return false;
      let common: Element | null = this.#leaf(at).element;
      while (common && !holds(common, leaf.node)) common = parentOf(common);
      return /^\D{0,3}\d/.test(leaf.text) && !holds(common, this.#leaf(this.block.code).element);
    });
  }
}

/** The text of a leaf; where it is cut short ("Cấp giấy phép xây..."), the whole that its tooltip has. */
function wholeOf({ text, element }: Leaf): string {
  const cut = text.replace(/(?:\.{3}|…)$/, '').trimEnd();
  if (cut === text || cut.length < 8) return text;
  const title = (element.getAttribute('title') ?? element.parentElement?.getAttribute('title') ?? '').trim();
  return title.startsWith(cut) ? title : text;
}
