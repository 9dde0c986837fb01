/**
 * Whether the original of a paper that a line asks for is handed back for good (đổi, cấp lại, thu hồi): then the office
 * needs the thing itself and data cannot replace it. Said by the line, or by a procedure that renews that very paper.
 */
import type { PaperId } from './databases';
import type { Line } from './line-words';
import { longestAt, plant } from './phrases';

/** swapped: handed in for a new one. shown: a deed is certified, so originals are only looked at. */
type Sign = 'back' | 'swapped' | 'old' | 'original' | 'copy' | 'shown' | 'none';

const SIGNS = plant<Sign>([
  ['(công chứng|chứng thực) (hợp đồng|giao dịch)', 'shown'],
  ['(nộp lại|nộp trả|giao nộp|giao lại) để (được)? (cấp|đổi|cấp đổi|cấp lại|nhận)', 'swapped'],
  ['(nộp lại|nộp trả|trả lại|giao nộp|giao lại|hoàn trả|thu hồi) (bản chính|bản gốc)?', 'back'],
  ['(cũ|bị hỏng|hư hỏng|rách nát)', 'old'],
  ['(đã cấp|đã được cấp|được cấp trước đó)', 'old'],
  // Without accents it begins like "cũ".
  ['cư trú', 'none'],
  ['(bản chính|bản gốc)', 'original'],
  ['(bản sao|bản chụp|photo|phô tô|đối chiếu|bản điện tử|chứng thực|công chứng)', 'copy'],
]);

/** Land certificates are the paper that changes hands: an original asked for alone stays with the office. */
const KEPT_WHEN_ORIGINAL: PaperId = 'land-use-right-certificate';
/** "Thẻ bảo hiểm y tế cũ", "giấy phép lái xe đã được cấp": so many words after the name at most. */
const NEAR = 6;
/** "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất (bản gốc)": so many after a long name. */
const NEAR_LONG = 14;

interface Asked {
  paper: PaperId;
  from: number;
  to: number;
}

interface Span {
  from: number;
  to: number;
}

type SignSpan = Span & { sign: Sign };

/** More names than this stand in no component line; the cap keeps the work linear. */
const NAMES_LOOKED_AT = 40;

/** A paper that is handed back, and the words of the line that say so: its whole name when the procedure says it. */
export interface HandedBack {
  paper: PaperId;
  said: Span;
}

/** @param renewed the papers that the procedure renews. @returns each name of the line that is handed back. */
export function handedBack(line: Line, asked: Asked[], renewed: ReadonlySet<PaperId>): HandedBack[] {
  if (!asked.length) return [];
  const all = signsIn(line);
  const looked = asked.slice(0, NAMES_LOOKED_AT);
  return looked.flatMap((name, at): HandedBack[] => {
    const said = saidBack(line, name, all, [looked[at - 1], looked[at + 1]], renewed);
    return said ? [{ paper: name.paper, said }] : [];
  });
}

function saidBack(
  line: Line,
  name: Asked,
  all: SignSpan[],
  [before, after]: (Asked | undefined)[],
  renewed: ReadonlySet<PaperId>,
): Span | null {
  const item = itemAround(line, name);
  const inItem = all.filter(({ from }) => from >= item.from && from < item.to);
  const said = (what: Sign) => inItem.some(({ sign }) => sign === what);
  // "Bản gốc giấy phép lái xe, bản sao căn cước": each has its own.
  const own = {
    from: Math.max(item.from, before ? parting(line, before.to, name.from) : 0),
    to: Math.min(item.to, after ? parting(line, name.to, after.from) || item.to : item.to),
  };
  const signs = inItem.filter(({ from }) => from >= own.from && from < own.to);
  // "Thu hồi giấy phép lái xe", "giấy phép lái xe nộp lại để đổi".
  const back = signs.find(
    ({ sign, from, to }) =>
      sign === 'swapped' ||
      (sign === 'back' && (to <= name.from || (from >= name.to && from < name.to + NEAR))),
  );
  if (back) return back;
  if (signs.some(({ sign }) => sign === 'copy')) return null;
  const original = signs.find(
    ({ sign, from, to }) => sign === 'original' && to > name.from - NEAR && from < name.to + NEAR_LONG,
  );
  const old = signs.find(({ sign, from }) => sign === 'old' && from >= name.to - 2 && from < name.to + NEAR);
  const saysOld = old && line.words[old.from]?.folded === 'cu';
  if (old && (saysOld || original || renewed.has(name.paper))) return old;
  if (original && name.paper === KEPT_WHEN_ORIGINAL && !said('shown')) return original;
  return renewed.has(name.paper) && !said('copy') ? name : null;
}

/** The last comma or "và" between two names, where one thing ends and the next begins; 0 when there is none. */
function parting({ words, marks }: Line, from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) if (marks[at] === ',' || words[at]?.folded === 'va') return at;
  return 0;
}

/** From the last full stop or semicolon before the name to the next one after it. */
function itemAround({ words, marks }: Line, name: Span): Span {
  let { from, to } = name;
  while (from > 0 && !endsItem(marks[from - 1])) from -= 1;
  while (to < words.length && !endsItem(marks[to])) to += 1;
  return { from, to };
}

const endsItem = (mark: string | undefined): boolean => mark === '.' || mark === ';';

function signsIn(line: Line): SignSpan[] {
  const signs = [];
  for (let at = 0; at < line.words.length; at += 1) {
    const hit = longestAt(SIGNS, line, at);
    if (hit) signs.push({ sign: hit.value, from: hit.from, to: hit.to });
  }
  return signs;
}
