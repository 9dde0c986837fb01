/** The walk over one line that `match-papers.ts` explains: each word and mark acts on the place of the next. */
import type { PaperId } from './databases';
import { type Hints, hintsIn, mayBeForeign, meantByProcedure, registeredAbroad } from './line-context';
import { LinePlace, type MatchRule } from './line-place';
import type { Role } from './line-roles';
import { type Line, toWord } from './line-words';
import { type Meaning, type NameKind, TREE } from './phrase-tree';
import { longestAt, type PhraseHit } from './phrases';

/** A name that was found, with its verdict. */
export interface Found {
  paper: PaperId;
  /** First token, and the one after the last. */
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

/** Words that may follow a name that stands alone: what they begin says more of the paper. */
const AFTER = ['của', 'do', 'được', 'còn', 'số', 'theo', 'có', 'không', 'trong', 'cho', 'thì', 'khi', 'là'];
/** With and without accents: what is typed without them is its own exact spelling. */
const STANDS_BEFORE = new Set(AFTER.flatMap((word) => [toWord(word).exact, toWord(word).folded]));

const MAY_FOLLOW: ReadonlySet<Role | null> = new Set<Role>(['joins', 'copy', 'filler', 'excludes', 'asks']);
/** Whose paper it is takes so many words at most. */
const OWNER = 10;
/** What a name means is told right after it, in so many tokens: "giấy đăng ký phương tiện (xe ô tô)". */
const TELLING = 4;
/** More words than this make a long name. */
const LONG = 2;
/** A list of bare names has so many at most. */
const LISTED = 6;

const NUMBER = /^\d+$/;

export class LineWalk {
  private readonly found: Found[] = [];
  private readonly outer: LinePlace[] = [];
  private items = 0;
  private place = new LinePlace(0, 0);
  /** Where the last label of a result ended. */
  private resultTo = -1;
  /** Where the item began, and what the last heading ("Tài liệu về doanh nghiệp nước ngoài:") tells of those below it. */
  private itemFrom = 0;
  private heading: Hints = new Set();

  constructor(
    private readonly line: Line,
    private readonly hints: Hints,
  ) {}

  /** All names of the line with their verdicts. */
  run(): Found[] {
    const { words, marks } = this.line;
    let at = 0;
    while (at < words.length) {
      const word = words[at];
      const hit = word ? longestAt(TREE, this.line, at) : null;
      if (hit) this.phrase(hit);
      else if (word) this.word(word.folded);
      else this.mark(marks[at] ?? '', at);
      at = hit?.to ?? at + 1;
    }
    return this.found;
  }

  private mark(mark: string, at: number): void {
    const before = this.place;
    const { itemFrom } = this;
    if (mark !== ',' && mark !== '/') this.itemFrom = at + 1;
    switch (mark) {
      case ',':
      case '/':
        before.join();
        return;
      case '(':
        this.outer.push(before);
        this.items += 1;
        this.place = before.bracket(this.items, this.found.length);
        return;
      case ')': {
        const outer = this.outer.pop();
        if (outer) this.place = outer;
        // "a) Giấy khai sinh": a label, not the end of a bracket.
        else if ((this.line.words[at - 1]?.folded.length ?? 9) <= 3) this.beginItem();
        return;
      }
      case ':':
        this.heading = hintsIn(this.line, itemFrom, at);
        this.beginItem();
        if (before.spared !== 'no') this.place.spared = 'list';
        this.place.abroad = before.abroad;
        if (this.resultTo === at) this.place.lists('output');
        return;
      case ';':
        this.beginItem();
        this.place.spared = before.spared;
        this.place.lookup = before.lookup;
        return;
      default:
        this.beginItem();
    }
  }

  private beginItem(): void {
    this.items += 1;
    this.place = new LinePlace(this.items, this.found.length);
  }

  private word(folded: string): void {
    // "01 bản", "bản sao của": no new place.
    if (NUMBER.test(folded) || (folded === 'cua' && this.place.is === 'copy')) return;
    this.place.plain();
  }

  private phrase(hit: PhraseHit<Meaning>): void {
    if ('name' in hit.value) this.name(hit.value.name, hit.value.kind, hit);
    else this.role(hit.value.role, hit);
  }

  private role(role: Role, { from, to }: PhraseHit<Meaning>): void {
    const { place } = this;
    if (role === 'asks-after') this.turn('mentioned', 'asked');
    else if (role === 'refers') this.turn('asked', 'mentioned');
    else if (role === 'numbers-after') this.onlyNumber(from);
    else if (role === 'result') this.resultTo = to;
    else if (role === 'foreign') {
      this.foreign(place);
      this.foreign(this.outer.at(-1));
    }
    place.take(role);
  }

  /** The names of an item come from abroad. Each name is judged once, so the work stays linear. */
  private foreign(place: LinePlace | undefined): void {
    if (!place) return;
    for (const found of this.found.slice(place.foreignFrom)) {
      const counts = found.rule === 'asked' && found.item === place.item;
      if (counts && mayBeForeign(found.paper)) found.rule = 'foreign';
    }
    place.foreignFrom = this.found.length;
  }

  /** "CMND/CCCD (chỉ cần số)", "căn cước của người đại diện: ghi số": said right after the name and its owner. */
  private onlyNumber(from: number): void {
    const { found } = this;
    const { marks } = this.line;
    const last = found.at(-1);
    if (!last || from - last.to > OWNER) return;
    const bracket = from > last.to && (marks[from - 1] === '(' || marks[from - 1] === ':');
    const between = marks.slice(last.to, bracket ? from - 1 : from);
    if (between.some(Boolean) || !(bracket || from === last.to)) return;
    for (let at = found.length - 1; found[at]?.paper === last.paper; at -= 1) {
      const name = found[at];
      if (name?.item !== last.item || name.rule !== 'asked') return;
      name.rule = 'number-only';
    }
  }

  /** Changes the verdict on the names of this item since it was last changed. */
  private turn(from: MatchRule, to: MatchRule): void {
    const { place, found } = this;
    for (const name of found.slice(place.turnFrom)) {
      if (name.item === place.item && name.rule === from) name.rule = to;
    }
    place.turnFrom = found.length;
  }

  private name(paper: PaperId, kind: NameKind, { from, to }: PhraseHit<Meaning>): void {
    const { place } = this;
    const last = this.found.at(-1);
    const onLast = place.joined && last?.to === from - 1 ? last : undefined;
    if (kind === 'tail' && !(onLast && TAILED.has(onLast.paper))) {
      place.plain();
      return;
    }
    if (kind === 'by-procedure' && !this.meantHere(paper, to)) {
      place.otherDocument();
      return;
    }
    let rule = place.verdict(onLast?.rule === 'mentioned');
    if (rule === 'asked') rule = this.whereAPaperStands(paper, kind, from, to);
    place.named(rule === 'asked' || rule === 'by-procedure');
    this.found.push({ paper, from, to, rule, item: place.item });
  }

  /** "Giấy chứng nhận" of a land procedure, but not "giấy chứng nhận quyền sở hữu …", which is any right's. */
  private meantHere(paper: PaperId, to: number): boolean {
    if (paper === 'land-use-right-certificate') return meantByProcedure(paper, this.hints) && this.endsAt(to);
    return (
      meantByProcedure(paper, this.hints) || meantByProcedure(paper, hintsIn(this.line, to, to + TELLING))
    );
  }

  /** What its kind and its issuer say of a name at a place where a paper can stand. */
  private whereAPaperStands(paper: PaperId, kind: NameKind, from: number, to: number): MatchRule {
    const lastWord = this.line.words[to - 1]?.folded ?? '';
    if (this.place.abroad && mayBeForeign(paper)) return 'foreign';
    if (registeredAbroad(paper, lastWord, this.hints, this.heading)) return 'foreign';
    if (kind === 'by-procedure') return 'by-procedure';
    if ((kind === 'loose' || kind === 'copied') && !this.stands(kind, from, to)) return 'mentioned';
    return 'asked';
  }

  /** A name that is also a plain word counts after "bản sao", next to a paper, or (loose) when it stands alone. */
  private stands(kind: 'loose' | 'copied', from: number, to: number): boolean {
    const { place } = this;
    if (place.is === 'copy') return true;
    // So long a name is hardly another word: "…, và lý lịch tư pháp của người điều hành".
    if (place.joined && !place.paperBefore)
      return kind === 'loose' && to - from > LONG && this.owned(from, to);
    if (kind === 'copied' && !place.joined)
      return (
        this.roleAt(to) === 'copy' ||
        this.line.marks[to] === '(' ||
        this.copiesListed(to) ||
        this.owned(from, to)
      );
    return this.endsAt(to);
  }

  /** Whether a name is at its end here, or goes on and may be another one. */
  private endsAt(to: number): boolean {
    const next = this.line.words[to];
    return !next || STANDS_BEFORE.has(next.exact) || MAY_FOLLOW.has(this.roleAt(to));
  }

  private roleAt(at: number): Role | null {
    const hit = this.line.words[at] ? longestAt(TREE, this.line, at) : null;
    return hit && 'role' in hit.value ? hit.value.role : null;
  }

  /** "Đăng ký kinh doanh của công ty", "khai sinh của con (bản sao)": whose it is, and nothing more but that it is a copy. */
  private owned(from: number, to: number): boolean {
    const { words, marks } = this.line;
    const said: (string | undefined)[] = [];
    let at = from;
    for (; at < to + OWNER && words[at]; at += 1) said.push(words[at]?.folded);
    if (!said.includes('cua') || said.includes('voi') || words[at]) return false;
    return marks[at] === '(' ? this.roleAt(at + 1) === 'copy' : marks[at] !== ':';
  }

  /** "Khai sinh, căn cước photo": names alone, and after the last of them that they are copies. */
  private copiesListed(to: number): boolean {
    let at = to;
    for (let names = 0; names < LISTED && this.line.marks[at] === ','; names += 1) {
      const name = longestAt(TREE, this.line, at + 1);
      if (!name || !('name' in name.value)) return false;
      at = name.to;
    }
    return at > to && this.roleAt(at) === 'copy';
  }
}
