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
import { procedureContext } from './line-context';
import type { MatchRule } from './line-place';
import { LineWalk } from './line-walk';
import { type Line, lineOf, readTokens } from './line-words';
import { mayNamePaper, namesPaper } from './phrase-tree';
import { handedBack } from './surrendered';

export type { MatchRule } from './line-place';

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
  /** Which of them are: a line of several may ask for others besides. */
  handedBack: PaperId[];
  why: MatchReason[];
}

/**
 * The papers that one component line asks for, with the words and the rule of every name in it.
 * @param text the line as the page shows it. @param procedure its procedure's name, where the page says it.
 */
export function matchPapers(text: string, { procedure }: { procedure?: string } = {}): PaperMatch {
  const tokens = readTokens(text);
  const line = mayNamePaper(tokens) ? lineOf(tokens) : null;
  return line && namesPaper(line)
    ? judge(line, procedure)
    : { papers: [], surrendered: false, handedBack: [], why: [] };
}

/** The papers of a line that data can replace: none that is handed back. */
export const replaceable = ({
  papers,
  handedBack: back,
}: Pick<PaperMatch, 'papers' | 'handedBack'>): PaperId[] => papers.filter((paper) => !back.includes(paper));

function judge(line: Line, procedure: string | undefined): PaperMatch {
  const { hints, renewed } = procedureContext(procedure);
  const found = new LineWalk(line, hints).run();
  const asked = found.filter(({ rule }) => rule === 'asked' || rule === 'by-procedure');
  const why = found.map(
    ({ paper, from, to, rule }): MatchReason => ({ paper, words: wordsOf(line, from, to), rule }),
  );
  const back = handedBack(line, asked, renewed);
  for (const { said } of back) why.push({ words: wordsOf(line, said.from, said.to), rule: 'handed-back' });
  return {
    papers: [...new Set(asked.map(({ paper }) => paper))],
    surrendered: back.length > 0,
    handedBack: [...new Set(back.map(({ paper }) => paper))],
    why,
  };
}

function wordsOf({ text, starts, ends }: Line, from: number, to: number): string {
  return text.slice(starts[from], ends[to - 1]);
}
