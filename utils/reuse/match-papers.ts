/**
 * Which papers of the nine databases a component line (thành phần hồ sơ) asks for. No model and no guess: two tables
 * of phrases (`paper-names.ts`, `line-roles.ts`) and one walk over the line from left to right.
 *
 * A paper's name alone proves nothing: "Tờ khai cấp lại thẻ căn cước" is a form, "số giấy chứng nhận đăng ký doanh
 * nghiệp" a number. So the walk keeps what the words before a name made of its place, and a name counts only where a
 * paper can stand: at the start of an item, after "bản sao", after "nộp", after "gồm:", or next in a list of papers.
 *
 *   Đơn đề nghị cấp lại thẻ căn cước (kèm theo bản sao giấy khai sinh); số giấy phép lái xe
 *   └form       └output └identity    └asks     └copy   └birth           └numbers └driving
 *   form and output: thẻ căn cước is the result, no. The bracket is a place of its own: asks and copy open it, so
 *   birth-certificate counts. ";" starts a new item, but numbers: only the number of the licence is wanted, no.
 *
 * What shuts a place can shut the rest of its list too: "trừ giấy khai sinh hoặc căn cước", "số căn cước, hộ chiếu".
 * A list ends with its item; "không phải nộp …" goes on to the end of the sentence. Words in no table shut the place
 * for the next name alone: absent is allowed, wrong is not. The work grows with the length of the line.
 */
import type { PaperId } from './databases';
import { type Hints, hintsOf, mayBeForeign, meantByProcedure, registeredAbroad } from './line-context';
import type { Role } from './line-roles';
import { cutLine, type Line, toWord } from './line-words';
import { type Meaning, mayNamePaper, type NameKind, namesPaper, TREE } from './phrase-tree';
import { longestAt, type PhraseHit } from './phrases';
import { handedBack } from './surrendered';

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

export interface MatchReason {
  /** The paper that `words` name. It counts only under the rules `asked` and `by-procedure`. */
  paper?: PaperId;
  /** The line's own words that decided. */
  words: string;
  rule: MatchRule;
}

export interface PaperMatch {
  /** In the order of the line, each once. */
  papers: PaperId[];
  /** The original is handed back for good (đổi, thu hồi, cấp lại), so data cannot replace it. */
  surrendered: boolean;
  why: MatchReason[];
}

/** A name that was found, with its verdict. */
export interface Found {
  paper: PaperId;
  from: number;
  to: number;
  rule: MatchRule;
  item: number;
}

/** Registrations of one database share the beginning of their names. */
const TAILED = new Set<PaperId>([
  'enterprise-registration',
  'household-business-registration',
  'cooperative-registration',
]);

const SHUT_BY: Partial<Record<Role, MatchRule>> = {
  excludes: 'excluded',
  numbers: 'number-only',
  data: 'data-only',
  output: 'output',
};

/** What the words so far made of the place where the next word stands. */
interface Place {
  /** open: a paper may stand here. copy: surely. plain: it is only spoken of. shut: `rule` says why it is not asked. */
  is: 'open' | 'copy' | 'plain' | 'shut';
  rule: MatchRule;
  /** The place is the next of a list. */
  joined: boolean;
  /** The list is shut, with its reason; `chainCopy`: copies were in it, so "bản sao" does not open it again. */
  chain: MatchRule | null;
  chainCopy: boolean;
  form: 'none' | 'subject-follows' | 'subject-seen';
  /** list: what is spared stands in a list after ":" and goes on over ";". */
  spared: 'no' | 'sentence' | 'list';
  lookup: boolean;
  abroad: boolean;
  item: number;
  /** The last thing of the list was a paper that is handed in. */
  paperBefore: boolean;
}

/** Words that may follow a name that stands alone: what they begin says more of the paper. */
const STANDS_BEFORE = new Set(
  ['của', 'do', 'được', 'còn', 'số', 'theo', 'có', 'không', 'trong'].map((word) => toWord(word).exact),
);

class Walk {
  readonly found: Found[] = [];
  private place: Place = {
    is: 'open',
    rule: 'mentioned',
    joined: false,
    chain: null,
    chainCopy: false,
    form: 'none',
    spared: 'no',
    lookup: false,
    abroad: false,
    item: 0,
    paperBefore: false,
  };
  private outer: Place[] = [];
  private items = 0;

  constructor(
    private readonly line: Line,
    private readonly hints: Hints,
  ) {}

  run(): Found[] {
    const { words, marks } = this.line;
    let at = 0;
    while (at < words.length) {
      const word = words[at];
      const hit = word ? longestAt(TREE, this.line, at) : null;
      if (hit) this.phrase(hit);
      else if (word) this.plain(word.folded);
      else this.mark(marks[at] ?? '', at);
      at = hit?.to ?? at + 1;
    }
    return this.found;
  }

  private mark(mark: string, at: number): void {
    const { spared, lookup, abroad } = this.place;
    switch (mark) {
      case ',':
      case '/':
        this.join();
        return;
      case '(':
        // A place of its own, that goes on with the list it stands in: "số căn cước (thẻ căn cước)".
        this.items += 1;
        this.outer.push(this.place);
        this.place = { ...this.place, is: 'open', joined: true, item: this.items };
        return;
      case ')': {
        const outer = this.outer.pop();
        if (outer) this.place = outer;
        // "a) Giấy khai sinh": a label, not the end of a bracket.
        else if ((this.line.words[at - 1]?.folded.length ?? 9) <= 3) this.startItem();
        return;
      }
      case ':':
        this.startItem();
        if (spared !== 'no') this.place.spared = 'list';
        this.place.abroad = abroad;
        return;
      case ';':
        this.startItem();
        if (spared === 'list') this.place.spared = spared;
        this.place.lookup = lookup;
        return;
      default:
        this.startItem();
    }
  }

  private startItem(): void {
    this.items += 1;
    Object.assign(this.place, {
      is: 'open',
      joined: false,
      chain: null,
      chainCopy: false,
      form: 'none',
      spared: 'no',
      lookup: false,
      abroad: false,
      item: this.items,
      paperBefore: false,
    } satisfies Partial<Place>);
  }

  private join(): void {
    if (this.place.is === 'open' && !this.place.joined) return;
    this.place.is = 'open';
    this.place.joined = true;
  }

  private plain(word: string): void {
    const { place } = this;
    // "01 bản", "bản sao của": no new place.
    if (/^\d+$/.test(word) || (word === 'cua' && place.is === 'copy')) return;
    if (place.is === 'open') place.paperBefore = false;
    place.is = 'plain';
  }

  private phrase(hit: PhraseHit<Meaning>): void {
    const { value } = hit;
    if ('name' in value) this.name(value.name, value.kind, hit);
    else this.role(value.role);
  }

  private role(role: Role): void {
    const { place } = this;
    switch (role) {
      case 'filler':
        return;
      case 'joins':
        this.join();
        return;
      case 'copy':
        if (place.is === 'shut') place.chainCopy = true;
        else {
          if (place.joined && !place.chainCopy) this.clearList();
          place.is = 'copy';
        }
        return;
      case 'asks':
        // "đề nghị cung cấp bản sao …": asked of the office, not of the citizen.
        if (place.is === 'shut' && place.rule === 'output') return;
        this.clearList();
        place.is = 'open';
        place.joined = false;
        return;
      case 'tells':
        place.is = 'open';
        place.joined = false;
        return;
      case 'concludes':
        place.is = 'open';
        place.joined = false;
        place.lookup = false;
        return;
      case 'spares':
        place.spared = 'sentence';
        place.is = 'plain';
        return;
      case 'lookup':
        place.lookup = true;
        place.is = 'plain';
        return;
      case 'form':
        if (place.is === 'open' || place.is === 'copy') {
          this.clearList();
          place.form = 'subject-follows';
        }
        place.is = 'plain';
        return;
      case 'document':
        this.otherDocument();
        return;
      case 'foreign':
        this.foreign();
        place.is = 'plain';
        return;
      case 'abroad':
        place.abroad = true;
        place.is = 'plain';
        return;
      case 'asks-after':
        this.turn('mentioned', 'asked');
        place.is = 'open';
        return;
      case 'refers':
        this.turn('asked', 'mentioned');
        place.is = 'plain';
        return;
      case 'plain':
        this.plain('');
        return;
      case 'identifier':
        if (place.joined && place.paperBefore) this.otherDocument();
        else this.shut('data');
        return;
      default:
        this.shut(role);
    }
  }

  private shut(role: Role): void {
    const { place } = this;
    place.is = 'shut';
    place.rule = SHUT_BY[role] ?? 'mentioned';
    place.chainCopy = false;
    if (role === 'data') place.chain = place.rule;
  }

  private clearList(): void {
    Object.assign(this.place, { chain: null, chainCopy: false, form: 'none' } satisfies Partial<Place>);
  }

  private otherDocument(): void {
    const { place } = this;
    if (place.is === 'shut') place.chain = place.rule;
    else if (place.is === 'plain') {
      if (place.form === 'subject-follows') place.form = 'subject-seen';
    } else {
      if (!place.joined) this.clearList();
      place.paperBefore = !place.chain;
    }
    place.is = 'plain';
  }

  private foreign(): void {
    const items = [this.place.item, this.outer.at(-1)?.item];
    for (const found of this.found) {
      if (items.includes(found.item) && found.rule === 'asked' && mayBeForeign(found.paper))
        found.rule = 'foreign';
    }
  }

  /** Changes the verdict on the names of this item. */
  private turn(from: MatchRule, to: MatchRule): void {
    for (const found of this.found)
      if (found.item === this.place.item && found.rule === from) found.rule = to;
  }

  private name(paper: PaperId, kind: NameKind, { from, to }: PhraseHit<Meaning>): void {
    const { place } = this;
    const last = this.found.at(-1);
    const joinedToLast = place.joined && last?.to === from - 1;
    if (kind === 'tail' && !(joinedToLast && last && TAILED.has(last.paper))) {
      this.plain('');
      return;
    }
    if (kind === 'by-procedure' && !meantByProcedure(paper, this.hints)) {
      this.otherDocument();
      return;
    }
    let rule = this.verdict(joinedToLast, last);
    const lastWord = this.line.words[to - 1]?.folded ?? '';
    const abroad = (place.abroad && mayBeForeign(paper)) || registeredAbroad(paper, lastWord, this.hints);
    if (rule === 'asked' && abroad) rule = 'foreign';
    if (rule === 'asked' && (kind === 'loose' || kind === 'copied') && !this.stands(kind, to))
      rule = 'mentioned';
    if (rule === 'asked' && kind === 'by-procedure') rule = 'by-procedure';
    if (place.is === 'shut') place.chain = place.rule;
    if (place.is === 'plain' && place.form === 'subject-follows') place.form = 'subject-seen';
    place.paperBefore = rule === 'asked' || rule === 'by-procedure';
    if (place.paperBefore) this.clearList();
    place.is = 'plain';
    this.found.push({ paper, from, to, rule, item: place.item });
  }

  private verdict(joinedToLast: boolean, last: Found | undefined): MatchRule {
    const { place } = this;
    if (place.spared !== 'no') return 'spared';
    if (place.lookup) return 'data-only';
    if (place.is === 'shut') return place.rule;
    if (place.is === 'plain') return place.form === 'none' ? 'mentioned' : 'form';
    if (place.joined) {
      if (place.chain) return place.chain;
      if (place.form === 'subject-seen' && place.is !== 'copy') return 'form';
      if (joinedToLast && last?.rule === 'mentioned' && place.is !== 'copy') return 'mentioned';
    }
    return 'asked';
  }

  /** A name that is also a plain word counts after "bản sao", next to a paper, or (loose) when it stands alone. */
  private stands(kind: 'loose' | 'copied', to: number): boolean {
    const { place } = this;
    if (place.is === 'copy') return true;
    if (place.joined && !place.paperBefore) return false;
    const next = this.line.words[to];
    const hit = next ? longestAt(TREE, this.line, to) : null;
    const role = hit && 'role' in hit.value ? hit.value.role : null;
    if (kind === 'copied' && !place.joined) return role === 'copy' || this.line.marks[to] === '(';
    return !next || STANDS_BEFORE.has(next.exact) || role === 'joins' || role === 'copy' || role === 'filler';
  }
}

/**
 * The papers that one component line asks for, with the words and the rule of every name in it.
 * @param text the line as the page shows it. @param procedure its procedure's name, where the page says it.
 */
export function matchPapers(text: string, { procedure }: { procedure?: string } = {}): PaperMatch {
  const line = mayNamePaper(text) ? cutLine(text) : null;
  if (!line || !namesPaper(line)) return { papers: [], surrendered: false, why: [] };
  const hints = hintsOf(procedure);
  const found = new Walk(line, hints).run();
  const asked = found.filter(({ rule }) => rule === 'asked' || rule === 'by-procedure');
  const why = found.map(
    ({ paper, from, to, rule }): MatchReason => ({ paper, words: wordsOf(line, from, to), rule }),
  );
  const back = handedBack(line, asked, procedure);
  if (back) why.push({ words: wordsOf(line, back.from, back.to), rule: 'handed-back' });
  return { papers: [...new Set(asked.map(({ paper }) => paper))], surrendered: back !== null, why };
}

function wordsOf({ text, starts, ends }: Line, from: number, to: number): string {
  return text.slice(starts[from], ends[to - 1]);
}
