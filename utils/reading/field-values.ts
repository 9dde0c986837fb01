/**
 * What a value says once its label is known: a time, a status, a procedure, a channel. Each takes the phrases of the
 * value and gives what stands there, or undefined when that is nothing, or several things: in doubt means absent.
 */
import { parseCode } from '../dossier/code';
import { mayHoldCode } from '../dossier/code-gate';
import { fold } from '../dossier/fold';
import type { Channel, Payment } from '../dossier/sighting';
import { type LocalTime, parseTime } from '../dossier/time';
import { isState, overdueOf, paymentOf, STATE_WORD } from './wording';

const CLOCK = String.raw`\d{1,2}(?::\d{2}(?::\d{2})?|\s?(?:h|giờ)\s?(?:\d{2})?(?:\s?phút)?)`;
const DAY = String.raw`(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} (?:tháng|thg) \d{1,2},? (?:năm )?\d{4})`;
const TIME = new RegExp(
  String.raw`\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?|(?:${CLOCK}[\s,–-]{1,3}(?:ngày )?)?(?<![\d/-])(?<!(?<!\.)\.)${DAY}(?!\d)(?:[\s,–-]{1,3}(?:lúc )?${CLOCK}(?!\s?[/.-]\s?\d))?`,
  'gi',
);

const DAY_ALONE = new RegExp(DAY, 'i');

export interface FoundTime {
  time: LocalTime;
  start: number;
  end: number;
}

/** Times inside running text, in order; a clock belongs to the date it touches. */
export function timesIn(text: string): FoundTime[] {
  const found: FoundTime[] = [];
  // "02/11/26", alone.
  const short = text.length < 20 && text.match(/^(\d{1,2}([/.-])\d{1,2}\2)([23]\d(?: .*)?)$/);
  const time = short && parseTime(`${short[1]}20${short[3]}`);
  if (time) return [{ time, start: 0, end: text.length }];
  if (text.length > 2_000 || !/\d{4}/.test(text)) return found;
  for (const match of text.matchAll(TIME)) {
    const whole = match[0]
      .replace(/[–,]/g, ' ')
      .replace(/(?<!\s)\s+-\s+/g, ' ')
      .replace(/\s+/g, ' ');
    const time =
      parseTime(whole) ?? parseTime(whole.match(DAY_ALONE)?.[0].replace(/(?<!\s)\s*([/.-])\s*/g, '$1') ?? '');
    if (time) found.push({ time, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Words for nothing: "-", "---", "Chưa có", "N/A", and a mask still empty ("dd/mm/yyyy"). */
export function isAbsent(text: string): boolean {
  return (
    /^(?:[-–—_.…/\s*:]*|n\/a|null|undefined|none)$/i.test(text) ||
    /^(?:(?:chua|khong|dang) (?:co(?: du lieu)?|cap nhat|xac dinh|tai.*)|dd[/-]mm[/-]yyyy.*|\(?trong\)?|(?:xem )?chi tiet|xem|tai (?:ve|xuong)|(?:-+ ?)?(?:chon|tat ca|vui long chon|nhap(?! (?:khau|canh|quoc tich)))\b.*)$/.test(
      fold(text),
    )
  );
}

/** The one time that the value names; 'several' when it names more than one. */
export function timeOf(text: string): LocalTime | 'several' | undefined {
  const times = [...new Set(timesIn(text).map((found) => found.time))];
  if (times.length < 2) return times[0];
  const [coarse, fine] = [...times].sort((a, b) => a.length - b.length);
  return times.length === 2 && coarse && fine?.startsWith(coarse) ? fine : 'several';
}

/** A date, perhaps with its clock, and nothing else. */
export function isTimeAlone(text: string): boolean {
  const [time, more] = timesIn(text);
  return time !== undefined && !more && time.end - time.start === text.length;
}

/** Two times that say the same, one perhaps without its clock: the finer, else undefined. */
export function sameTime(a: LocalTime, b: LocalTime): LocalTime | undefined {
  return a.startsWith(b) ? a : b.startsWith(a) ? b : undefined;
}

export interface StatusValue {
  text?: string;
  known: boolean;
  payment?: Payment;
  overdue?: boolean;
  several?: boolean;
}

/** The status among the phrases of a value: hints of lateness, fee states, dates and counts are set apart. */
export function statusOf(phrases: string[]): StatusValue {
  const value: StatusValue = { known: false };
  const known: string[] = [];
  const unknown: string[] = [];
  let lateState: string | undefined;
  for (const shown of phrases.map(withoutSigns)) {
    const [, rest = '', hint = ''] = shown.match(/^(.*\S) ?(\([^()]*\))$/) ?? [];
    const hinted = overdueOf(hint);
    const phrase = hinted === undefined ? shown : rest;
    value.overdue ??= hinted;
    // "Đang xử lý..." is a page that loads.
    if (isAbsent(phrase) || /(?:\.\.\.|…|\(\d+\)|[×✕✖])$|^[\d\s/:.,()%-]+$/.test(phrase)) continue;
    // "Đang xử lý (2)" counts, "Đang xử lý ×" filters, "Trực tuyến" is a way.
    if (isChannel(phrase) || parseCode(phrase)) continue;
    const late = overdueOf(phrase);
    if (late !== undefined) {
      value.overdue = late;
      if (LATE_STATE.test(fold(phrase))) lateState = phrase;
    } else if (isState(phrase)) known.push(phrase);
    else if (paymentOf(phrase)) value.payment = paymentOf(phrase);
    else if (!isHint(phrase)) unknown.push(phrase);
  }
  // Beside other words only what says where it stands is the state: a bar of steps names them all.
  const sure = unknown.length > 0 ? known.filter((text) => STATE_WORD.test(fold(text))) : known;
  value.known = sure.length > 0;
  const texts = [...new Set(sure.length ? sure : [...known, ...unknown])];
  const [first] = texts;
  // A sentence's own stop is not the state's.
  if (texts.length === 1 && first && first.length <= 160)
    value.text = first.replace(/(?<![\s.;,])[\s.;,]+$/, '');
  else if (texts.length > 1) value.several = true;
  else if (lateState) {
    value.text = lateState;
    value.known = true;
  }
  return value;
}

/** "Đang xử lý quá hạn": a state and its lateness in one. */
const LATE_STATE =
  /^(?:da|dang|cho) (?:xu ly|giai quyet|tham dinh|thuc hien|hoan thanh) (?:qua|tre|dung|trong|truoc|som) (?:han|hen)$/;

/** "[Đang xử lý]", "● Đang xử lý": what stands before and around the words is drawn, not said. */
const withoutSigns = (text: string): string =>
  text
    .replace(/^[^\p{L}\p{N}[(]+/u, '')
    .replace(/^(?:\[([^[\]()]+)\]|\(([^[\]()]+)\))$/, '$1$2')
    .trim();

// Beside a status stands when it came, how long is left and who has it: none of these is a status.
const HINT =
  /^\(?(?:da |dang )?(?:con|qua han(?! bo sung)|tre|som|(?:truoc|sau|dung|trong|sap den) han|(?:tu |den )?ngay|luc|cap nhat|thoi gian|nguoi|can bo|boi|hoat dong|kich hoat|khoa)\b/;

/** A hint of lateness or of when, not a status. */
export function isHint(text: string): boolean {
  return HINT.test(fold(text)) || timesIn(text).some((t) => t.end - t.start >= text.length - 3);
}

const CHANNELS: [RegExp, Channel][] = [
  [/buu chinh|buu dien|bcci|vnpost/, 'post'],
  [/truc tuyen|online|cong dich vu cong|qua mang|vneid/, 'online'],
  [/truc tiep|tai quay|mot cua|bo phan tiep nhan/, 'in-person'],
];

export function channelOf(text: string): Channel | undefined {
  const folded = fold(text);
  const found = CHANNELS.filter(([pattern]) => pattern.test(folded));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** A text that names the channel by itself, without a label. */
export const isChannel = (text: string): boolean =>
  /^(?:hồ sơ )?(?:nộp )?(?:trực tuyến|trực tiếp|(?:qua )?bưu (?:chính|điện)(?! *[-–:(]?\d))/i.test(text) &&
  !!channelOf(text);

const NATIONAL = String.raw`\d\.\d{6}(?:\.[0-9A-Z.]{3,20})?`;
const CODE_FIRST = new RegExp(
  String.raw`^[[(]?(${NATIONAL}|[A-Z]{2,5}\d{1,4}|\d{3}[a-z]?(?= ?[-–]))[\])]?\s?[-–:.]?\s+(?=\p{L})`,
  'u',
);
const CODE_LAST = new RegExp(
  String.raw`(?<!\s)\s*(?:[-–]\s*)?[[(]?\s?(?:mã(?: số)?(?: tthc| thủ tục)?\s?:\s?)?(?<![\w.])(${NATIONAL})\s?[\])]?$`,
  'i',
);

/** A procedure as shown, its code apart: "1.013225 - Cấp giấy phép xây dựng" */
export function procedureOf(text: string): { name?: string; code?: string } {
  const bare = text
    .replace(/^\.{2,}|(?<!\.)\.{2,}$/g, '')
    .replace(/(?<!\s)\s*\((?:mức|dvc)[^()]*\)\s*$/iu, '')
    .trim();
  if (isAbsent(bare) || !/\p{L}/u.test(bare)) return {};
  const first = bare.match(CODE_FIRST);
  if (first) return { code: first[1], name: bare.slice(first[0].length).trim() };
  const last = bare.match(CODE_LAST);
  const name = last ? bare.slice(0, last.index).trim() : bare;
  return last && name.length > 3 ? { name, code: last[1] } : { name: bare };
}

/** National procedure codes inside running text. */
export const procedureCodesIn = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(new RegExp(String.raw`(?<![\d.])${NATIONAL}(?!\d)`, 'g'))].map(({ index, 0: code }) => ({
    start: index,
    end: index + code.length,
  }));

/** A procedure's code alone: a national one, or a local one of letters and digits. */
export function procedureCodeOf(text: string): string | undefined {
  const national = text.match(new RegExp(String.raw`^[[(]?(${NATIONAL})(?![\d])`));
  if (national) return national[1]?.replace(/\.$/, '');
  return /^(?=.*\d)[A-Z][0-9A-Z._-]{2,24}$/.test(text) && !parseCode(text) ? text : undefined;
}

/**
 * Begins as procedures are named. From the first words of the national list of procedures: with the acts below nine in
 * ten of its names begin.
 */
const ACT =
  /^(?:thu tuc|cap|dang ky|cong (?:nhan|bo|khai)|khai (?:bao|sinh|tu|thue|quyet)|hoa giai|giai the|chung nhan|cung cap|phe duyet|gia han|chap thuan|dieu chinh|giai quyet|thong bao|tham (?:dinh|tra)|de nghi|chuyen|thay doi|xac nhan|quyet dinh|thu hoi|sua doi|sua chua|ho tro|cham dut|kiem tra|chung thuc|mien|giao dat|cho thue|tra lai|bo sung|trinh|xoa|xet|cho phep|tuyen|thoa thuan|hoan|thanh lap|doi|bo nhiem|mo|hop nhat|giam|hieu chinh|lay y kien|tach|hop thua|sap nhap|khoi phuc|huy|tam ngung|nhan|giam dinh|lien thong|trich luc|ghi (?:chu|no)|nuoi con|thi |tiep nhan|mua|ban |lap|phuc hoi|(?:xin )?(?:nhap|(?:thoi|tro lai) quoc tich)|xuat|van chuyen|di chuyen|chi tra|tro cap|dinh chinh|khai thac|tang cho)\b/;

/** Folded alike, and a place ("Bản Mẫu") instead of an act ("Bán"), or what is done to a page or to every dossier ("Cập nhật", "Tiếp nhận hồ sơ"). */
const PLACE = /^(?:bản|mỏ|cập nhật)\s|^(?:\S+ ){1,2}hồ sơ(?: trực tuyến| mới| giấy)?$/i;

export const soundsLikeProcedure = (text: string): boolean =>
  text.length >= 12 &&
  text.length <= 300 &&
  !mayHoldCode(text) &&
  ACT.test(fold(text)) &&
  !PLACE.test(text.normalize('NFC')) &&
  !isState(text);
