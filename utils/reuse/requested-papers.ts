/**
 * Which papers an officer's request for supplements (yêu cầu bổ sung) asks for. Prose, not a component line: each
 * sentence is judged by the same matcher, and where words before the verb hide the list, once more from the verb on.
 */
import { fold } from '../dossier/fold';
import type { PaperId } from './databases';
import { type MatchReason, matchPapers, type PaperMatch, replaceable } from './match-papers';

export interface RequestedPaper {
  paper: PaperId;
  /** The request's own words that name it. */
  words: string;
}

/** Longer texts are no requests; the work stays a moment's. */
const LONGEST = 5_000;
const SENTENCE_END = /[\n;]|\.(?=\s|$)/;
/** "bổ sung …", "nộp …": from here on papers are listed. "Còn thiếu" is left out, what follows it is the list. */
const ASKS = /(bo sung|nop|cung cap|xuat trinh|gui) |(?:thieu|(?:chua|khong) co)[ :]+/;
/** "Nếu chưa có giấy khai sinh thì nộp …": what may be missing is not asked for. */
const CONDITION = /neu|truong hop/;
/** Why a name does not count, said by the sentence as a whole: no second look at a part of it. */
const SETTLED = new Set<MatchReason['rule']>(['spared', 'foreign', 'handed-back', 'number-only']);
/** A request that gives this as its reason is the one the resolution provides for. */
const DATA_AT_FAULT = /co so du lieu|csdl|khong khai thac duoc|chua khai thac duoc|khong tra cuu duoc/;

/** @returns each paper once, in the order of the text; none that is handed back or whose data is said to be at fault */
export function requestedPapers(text: string, procedure?: string): RequestedPaper[] {
  const found = new Map<PaperId, string>();
  for (const part of text.slice(0, LONGEST).normalize('NFC').split(SENTENCE_END)) {
    // One space between words, so that what is folded keeps its length.
    const sentence = part.trim().replace(/\s+/g, ' ');
    const folded = fold(sentence);
    if (DATA_AT_FAULT.test(folded)) continue;
    const match = asked(sentence, folded, procedure);
    for (const paper of replaceable(match)) {
      const words =
        match.why.find((reason) => reason.paper === paper && reason.rule === 'asked')?.words ?? '';
      if (!found.has(paper)) found.set(paper, words);
    }
  }
  return [...found].map(([paper, words]) => ({ paper, words }));
}

function asked(sentence: string, folded: string, procedure: string | undefined): PaperMatch {
  const whole = matchPapers(sentence, { procedure });
  if (whole.papers.length || !whole.why.length || whole.why.some(({ rule }) => SETTLED.has(rule)))
    return whole;
  const verb = ASKS.exec(folded);
  if (!verb || (!verb[1] && CONDITION.test(folded.slice(0, verb.index)))) return whole;
  return matchPapers(sentence.slice(verb[1] ? verb.index : verb.index + verb[0].length), { procedure });
}
