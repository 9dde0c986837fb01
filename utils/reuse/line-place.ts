/** What the words of a line so far made of the place where the next word stands. */
import type { Role } from './line-roles';

/** Why a name counts (the first two), or why it does not. */
export type MatchRule =
  | 'asked'
  | 'by-procedure'
  | 'form'
  | 'spared'
  | 'excluded'
  | 'number-only'
  | 'data-only'
  | 'output'
  | 'mentioned'
  | 'foreign'
  | 'handed-back';

const SHUT_BY: Partial<Record<Role, MatchRule>> = {
  excludes: 'excluded',
  numbers: 'number-only',
  data: 'data-only',
  output: 'output',
};

export class LinePlace {
  /** open: a paper may stand here. copy: surely. plain: it is only spoken of. shut: `rule` says why it is not asked. */
  is: 'open' | 'copy' | 'plain' | 'shut' = 'open';
  rule: MatchRule = 'mentioned';
  /** The place is the next of a list. */
  joined = false;
  /** The list is shut, with its reason; `chainCopy`: copies were in it, so "bản sao" does not open it again. */
  chain: MatchRule | null = null;
  chainCopy = false;
  form: 'none' | 'subject-follows' | 'subject-seen' = 'none';
  /** list: what is spared stands in a list after ":" and goes on over ";". */
  spared: 'no' | 'sentence' | 'list' = 'no';
  /** The office looks up what is named. */
  lookup = false;
  abroad = false;
  /** The last thing of the list was a paper that is handed in. */
  paperBefore = false;

  /**
   * @param item number of the item, a bracket being one of its own.
   * @param first how many names the line had before this item; `foreignFrom` and `turnFrom`: judged so far.
   */
  constructor(
    readonly item: number,
    first: number,
    public foreignFrom = first,
    public turnFrom = first,
  ) {}

  /** The place in a bracket: its own, but it goes on with the list: "số căn cước (thẻ căn cước)". */
  bracket(item: number, first: number): LinePlace {
    const own = { item, foreignFrom: first, turnFrom: first, is: 'open' as const, joined: true };
    return Object.assign(new LinePlace(item, first), this, own);
  }

  /** What a phrase of a role makes of the place. */
  take(role: Role): void {
    switch (role) {
      case 'filler':
        break;
      case 'joins':
        this.join();
        break;
      case 'copy':
        this.copy();
        break;
      case 'asks':
        this.asks();
        break;
      case 'supplements':
        // "Giấy đề nghị sửa đổi, bổ sung giấy phép" tells what the form is for.
        if (this.form !== 'none' || (this.is === 'open' && this.joined)) this.shut('output');
        else this.asks();
        break;
      case 'concludes':
        this.lookup = false;
        this.open();
        break;
      case 'tells':
        // "(đồng thời là …)" says more of what stands before it: in a list that is shut it is shut too.
        this.is = 'open';
        this.joined &&= !!this.chain;
        break;
      case 'asks-after':
        this.open();
        break;
      case 'form':
        this.beginForm();
        break;
      case 'document':
        this.otherDocument();
        break;
      case 'identifier':
        if (this.joined && this.paperBefore) this.otherDocument();
        else this.shut('data');
        break;
      case 'spares':
        this.spared = 'sentence';
        this.is = 'plain';
        break;
      case 'lookup':
        this.lookup = true;
        this.is = 'plain';
        break;
      case 'abroad':
        this.abroad = true;
        this.is = 'plain';
        break;
      case 'about':
        this.is = 'plain';
        this.paperBefore = false;
        break;
      case 'plain':
        this.plain();
        break;
      default:
        // What the walk itself acts on (foreign, refers, result, numbers-after) leaves the next name only spoken of.
        if (SHUT_BY[role]) this.shut(role);
        else this.is = 'plain';
    }
  }

  /** What is listed here is what the citizen gets, copies of it too, until something is asked for. */
  lists(rule: MatchRule): void {
    this.joined = true;
    this.chain = rule;
    this.chainCopy = true;
  }

  join(): void {
    if (this.is === 'open' && !this.joined) return;
    this.is = 'open';
    this.joined = true;
  }

  plain(): void {
    if (this.is === 'open') this.paperBefore = false;
    this.is = 'plain';
  }

  /** What follows begins anew, but in the same item. */
  private open(): void {
    this.is = 'open';
    this.joined = false;
  }

  private shut(role: Role): void {
    this.is = 'shut';
    this.rule = SHUT_BY[role] ?? 'mentioned';
    this.chainCopy = false;
    if (role === 'data' || role === 'identifier') this.chain = this.rule;
  }

  private clearList(): void {
    this.chain = null;
    this.chainCopy = false;
    this.form = 'none';
  }

  private copy(): void {
    if (this.is === 'shut') {
      this.chainCopy = true;
      return;
    }
    if (this.joined && !this.chainCopy) this.clearList();
    this.is = 'copy';
  }

  private asks(): void {
    // "đề nghị cung cấp bản sao …": asked of the office, not of the citizen.
    if (this.is === 'shut' && this.rule === 'output') return;
    this.clearList();
    this.open();
  }

  private beginForm(): void {
    if (this.is === 'open' || this.is === 'copy') {
      this.clearList();
      this.form = 'subject-follows';
    }
    this.is = 'plain';
  }

  /** A paper of another kind stands here. */
  otherDocument(): void {
    if (this.is === 'open' || this.is === 'copy') {
      if (!this.joined) this.clearList();
      this.paperBefore = !this.chain;
    } else this.subject();
    this.is = 'plain';
  }

  /** A paper was named here. */
  named(counts: boolean): void {
    this.subject();
    this.paperBefore = counts;
    if (counts) this.clearList();
    this.is = 'plain';
  }

  private subject(): void {
    if (this.is === 'shut') this.chain = this.rule;
    else if (this.is === 'plain' && this.form === 'subject-follows') this.form = 'subject-seen';
  }

  /** The verdict on a name that stands here. @param afterMention it follows directly on a name that is only spoken of. */
  verdict(afterMention: boolean): MatchRule {
    if (this.spared !== 'no') return 'spared';
    if (this.lookup) return 'data-only';
    if (this.is === 'shut') return this.rule;
    if (this.is === 'plain') return this.form === 'none' ? 'mentioned' : 'form';
    if (!this.joined) return 'asked';
    if (this.chain) return this.chain;
    if (this.is === 'copy') return 'asked';
    if (this.form === 'subject-seen') return 'form';
    return afterMention ? 'mentioned' : 'asked';
  }
}
