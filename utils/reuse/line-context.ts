/** What the procedure and the issuer say of the papers a line names. */
import type { PaperId } from './databases';
import { cutLine, type Line } from './line-words';
import { papersNamed } from './phrase-tree';
import { longestAt, plant } from './phrases';

/** Papers that other countries issue too, under the same Vietnamese name. */
const ALSO_FOREIGN = new Set<PaperId>([
  'birth-certificate',
  'marriage-certificate',
  'marital-status-certificate',
  'death-certificate',
  'driving-licence',
  'enterprise-registration',
  'vehicle-registration',
  'judicial-record',
  'health-check-certificate',
]);

export const mayBeForeign = (paper: PaperId): boolean => ALSO_FOREIGN.has(paper);

type Hint = 'land' | 'road' | 'not-road' | 'foreign-trader' | 'foreign-owner' | 'swap';

const HINTS = plant<Hint>([
  [
    '(sử dụng đất|đất đai|thửa đất|tài sản gắn liền với đất|giấy chứng nhận đã cấp|nhà ở|thế chấp|gcn)',
    'land',
  ],
  ['(xe|ô tô|đường bộ|mô tô)', 'road'],
  ['(thủy|thủy nội địa|đường thủy|đường sắt|tàu|dưới nước|hàng không)', 'not-road'],
  ['(văn phòng đại diện|hãng hàng không|thương nhân) nước ngoài', 'foreign-trader'],
  [
    '(doanh nghiệp|công ty|tổ chức|pháp nhân|ngân hàng|nhà đầu tư|nhà thầu|tái bảo hiểm) nước ngoài',
    'foreign-owner',
  ],
  ['(đổi|cấp đổi|cấp lại|thu hồi|đính chính|xóa|trả lại)', 'swap'],
]);

export type Hints = ReadonlySet<Hint>;

/** What a procedure's name tells of its component lines. */
export interface ProcedureContext {
  hints: Hints;
  /** The papers that the procedure itself renews or revokes. */
  renewed: ReadonlySet<PaperId>;
}

const NOTHING_KNOWN: ProcedureContext = { hints: new Set(), renewed: new Set() };
/** The lines of a page have one procedure: the last one is kept. */
let last = { procedure: '', context: NOTHING_KNOWN };

export function procedureContext(procedure = ''): ProcedureContext {
  if (procedure === last.procedure) return last.context;
  const line = cutLine(procedure);
  const hints = hintsIn(line, 0, line.words.length);
  const renewed = hints.has('swap') ? papersNamed(line) : NOTHING_KNOWN.renewed;
  last = { procedure, context: { hints, renewed } };
  return last.context;
}

/** What some words of a line, or a procedure's name, tell. */
export function hintsIn(line: Line, from: number, to: number): Hints {
  const hints = new Set<Hint>();
  for (let at = from; at < to; at += 1) {
    const hit = line.words[at] ? longestAt(HINTS, line, at) : null;
    if (hit) hints.add(hit.value);
  }
  return hints;
}

/** True when a name that says too little means this paper in such a procedure. */
export function meantByProcedure(paper: PaperId, hints: Hints): boolean {
  if (paper === 'land-use-right-certificate') return hints.has('land');
  if (paper === 'vehicle-registration') return hints.has('road') && !hints.has('not-road');
  return false;
}

/**
 * True when the registration is a foreign trader's, by the procedure or by the heading that it stands below: "giấy chứng nhận đăng ký kinh doanh" is what theirs is called too,
 * "đăng ký doanh nghiệp" is the Vietnamese one alone.
 */
export function registeredAbroad(paper: PaperId, lastWord: string, hints: Hints, heading: Hints): boolean {
  const abroad = hints.has('foreign-trader') || heading.has('foreign-trader') || heading.has('foreign-owner');
  return abroad && paper === 'enterprise-registration' && lastWord === 'doanh';
}
