/**
 * From a system's words to a canonical state. A whole phrase of the table must stand there, alone or among words that
 * change nothing (a step's number, a date, "tại …", "lần 2"): "chưa xử lý xong" must not become "xử lý xong".
 *
 *   "4. Đang xử lý (quá hạn 2 ngày)"  → clauses "dang xu ly", "qua han n ngay" → processing
 *   "Đã trả kết quả ngày 12/03/2026"  → "da tra ket qua" → returned
 *   "Đã hủy yêu cầu bổ sung"          → two phrases in one clause → unknown
 */
import { fold } from './fold';
import type { Payment } from './sighting';
import { STATUS_LABELS } from './status-labels';

export const CANONICAL_STATUSES = [
  'draft',
  'submitted',
  'accepted',
  'processing',
  'supplement-required',
  'supplemented',
  'payment-required',
  'paused',
  'awaiting-signature',
  'interlinked',
  'withdrawal-requested',
  'withdrawn',
  'rejected',
  'stopped',
  'cancelled',
  'resolved',
  'returned',
  'unknown',
] as const;
export type CanonicalStatus = (typeof CANONICAL_STATUSES)[number];

export type StatusWording =
  | { kind: 'status'; status: CanonicalStatus }
  | { kind: 'flag'; flag: 'overdue' | 'on-time' | 'due-soon' }
  | { kind: 'payment'; payment: Payment | 'cancelled' }
  | { kind: 'unknown' };

const UNKNOWN: StatusWording = { kind: 'unknown' };

const MEANING = new Map<string, StatusWording>();
/** Pairs of neighbouring words that `maskUnknown` leaves readable: those of the table and a few of the office's. */
const PAIRS = new Set(['bo phan', 'mot cua', 'cong dan', 'trang thai', 'luu tru', 'tham dinh', 'tham tra']);
/** Single words that carry the sense and are nobody's name. */
const PLAIN_WORDS = new Set(
  'chua khong da dang bi duoc cho tai tren boi ngay gio phut luc lan buoc va'.split(' '),
);
for (const [meaning, labels] of Object.entries(STATUS_LABELS)) {
  const [kind = '', value] = meaning.split(':');
  const wording = (value ? { kind, [kind]: value } : { kind: 'status', status: kind }) as StatusWording;
  for (const label of labels.split('|')) {
    MEANING.set(label, wording);
    label.split(' ').forEach((word, i, words) => {
      if (i) PAIRS.add(`${words[i - 1]} ${word}`);
    });
  }
}

const DATE_TIME = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}(?::|h|g)\d{2}(?::\d{2})?`;
const SPAN = String.raw`(?:n|\d+) (?:ngay|gio|phut|thang)(?: lam viec)?`;
// An hour, a date or a count says nothing of the state; "quá hạn 2 ngày" keeps its shape as "qua han n ngay".
const WHEN = new RegExp(`(?:\\b(?:ngay|luc|vao|tu|den) ){0,2}(?:${DATE_TIME})`, 'g');
const LATENESS = new RegExp(
  `^(?:da |dang )?(qua han|tre han|con|truoc han|som)(?: han| lai| xu ly| giai quyet)?(?: ${SPAN})+$`,
);
const STEP = /^(?:buoc )?\d{1,2}(?:\.? ?\/ ?\d{1,2})*[.)] ?/;
const CLAUSES = / ?[;,()[\]|/:\n] ?| [-–—>→•·] |\. |(?<![.…])[.…]+$/;
/** Words after which nothing changes the state any more, unless such a word follows. */
const TAIL =
  /^(.+?) (?:tai|tren|boi|ngay|luc|lan|truc tuyen|qua buu (?:chinh|dien)|cho (?:cong dan|nguoi dan|nguoi nop|to chuc|doanh nghiep))(?= |$)(.*)$/;
const TURNS =
  /\b(?:khong|chua|tu choi|huy|dung|rut|tra|xong|bo sung|yeu cau|nhung|thieu|thu hoi|xoa|het|qua han)\b/;
const NEUTRAL =
  /^(?:trang thai|tinh trang|trang thai ho so|trang thai xu ly|da ket iso|ket iso|da cap nhat du lieu phap ly|)$/;
/** Who does it changes nothing while the work goes on: "Phòng Quản lý đô thị đang thụ lý". */
const ACTOR =
  /^(?:phong|so|bo|cuc|chi cuc|ubnd|can bo|chuyen vien|co quan|don vi|chi nhanh) (.*?) ?(dang (?:xu ly|thu ly|giai quyet))$/;

function meaningOf(phrase: string): StatusWording | undefined {
  const bare = phrase.replace(/^(?:ho so|hs) /, '');
  return MEANING.get(phrase) ?? MEANING.get(bare) ?? MEANING.get(bare.replace(/ ho so$/, ''));
}

/** "Xử lí", "kí", "kỳ": at the end of a syllable i is y, written either way. */
function words(text: string): string {
  return text
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b([hklmt])i\b/g, '$1y')
    .trim();
}

function classifyWhole(phrase: string): StatusWording | undefined {
  const late = phrase.match(LATENESS);
  if (late)
    return {
      kind: 'flag',
      flag: /^(?:qua|tre)/.test(late[1] ?? '') ? 'overdue' : 'on-time',
    };
  return meaningOf(phrase);
}

/** What one clause says; undefined when it says nothing (a label word, a bare date). */
function classifyClause(clause: string): StatusWording | undefined {
  const phrase = words(clause);
  if (NEUTRAL.test(phrase)) return undefined;
  const whole = classifyWhole(phrase);
  if (whole) return whole;
  const [, head, tail] = phrase.match(TAIL) ?? [];
  if (head && !TURNS.test(tail ?? '')) return meaningOf(head) ?? classifyActor(head) ?? UNKNOWN;
  return classifyActor(phrase) ?? UNKNOWN;
}

function classifyActor(phrase: string): StatusWording | undefined {
  const [, who, does] = phrase.match(ACTOR) ?? [];
  return does && !TURNS.test(who ?? '') ? MEANING.get(does) : undefined;
}

/**
 * What a status text says. Tones, case, accents and punctuation do not matter; the longest phrase counts.
 * @param own a system's own labels, folded, that go before the table.
 */
export function classifyStatus(text: string, own?: Record<string, CanonicalStatus>): StatusWording {
  if (text.length > 300) return UNKNOWN;
  let folded = fold(text.replace(/(?<!\s)\s*\n\s*/g, '; '));
  const override = own?.[folded];
  if (override) return { kind: 'status', status: override };
  const dated = folded.replace(WHEN, ' ').trim();
  folded = dated.replace(STEP, '');
  const numbered = folded !== dated;
  // A numbered step is named by its work ("5. Trả kết quả hồ sơ"): only what says where it stands is a state.
  if (numbered && !/^(?:ho so )?(?:da|dang|cho|yeu cau|tam dung) /.test(folded)) return UNKNOWN;
  const whole = classifyWhole(words(folded));
  if (whole) return whole;

  const said = folded
    .split(CLAUSES)
    .map(classifyClause)
    .filter((c) => c !== undefined);
  if (said.some((c) => c.kind === 'unknown')) return UNKNOWN;
  for (const kind of ['status', 'flag', 'payment'] as const) {
    const [first, ...rest] = said.filter((c) => c.kind === kind);
    if (first) return rest.every((c) => JSON.stringify(c) === JSON.stringify(first)) ? first : UNKNOWN;
  }
  return UNKNOWN;
}

const TOKEN = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}:\d{2}|[\p{L}\p{M}\p{N}]+/gu;
const MASK = '•••';

/**
 * The text with every word masked that stands beside no neighbour from the table of statuses: an unknown status may carry
 * a citizen's name. Dates and hours stay, other numbers do not. A run of capitalised words is masked as a whole.
 */
export function maskUnknown(text: string): string {
  const nfc = text.normalize('NFC');
  if (meaningOf(words(fold(nfc)))) return nfc;
  const tokens = [...nfc.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: words(fold(match[0])),
    capital: /^\p{Lu}/u.test(match[0]),
    time: /^\d.*[/:.-]/.test(match[0]),
  }));
  const near = (i: number): boolean =>
    [i, i + 1].some((at) => PAIRS.has(`${tokens[at - 1]?.word} ${tokens[at]?.word}`));
  const counts = (i: number): boolean =>
    /^(?:ngay|gio|phut)$/.test(tokens[i + 1]?.word ?? '') || /^(?:lan|buoc)$/.test(tokens[i - 1]?.word ?? '');
  const keep = tokens.map(({ time, word }, i) => {
    if (/\d/.test(word)) return time || (/^\d{1,2}$/.test(word) && counts(i));
    return PLAIN_WORDS.has(word) || near(i);
  });
  for (let from = 0; from < tokens.length; from++) {
    let to = from;
    while (tokens[to]?.capital) to++;
    if (to - from > 1 && keep.slice(from, to).includes(false)) keep.fill(false, from, to);
    from = Math.max(from, to - 1);
  }
  let shown = '';
  let last = 0;
  tokens.forEach((token, i) => {
    shown += nfc.slice(last, token.start) + (keep[i] ? nfc.slice(token.start, token.end) : MASK);
    last = token.end;
  });
  return (shown + nfc.slice(last)).replace(/•••(?:[^\p{L}\p{N}\n]{1,3}•••)+/gu, MASK);
}
