/**
 * Times as pages word them (day before month, Vietnam's clock) and as instants. Vietnam keeps UTC+7 all year; the
 * machine's own zone is never used.
 */

/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]`, local to Vietnam, as a page words it; or an ISO time with an offset. */
export type LocalTime = string & { readonly __brand?: 'LocalTime' };
/** An instant in ISO 8601 with `Z` or an offset. */
export type IsoInstant = string & { readonly __brand?: 'IsoInstant' };

const VIETNAM_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

const CLOCK = String.raw`(\d{1,2})(?::|\s?h\s?|\s?giờ\s?)(?:(\d{1,2})(?::(\d{2})(?:\.\d{1,7})?)?)?\s?(?:phút|p)?`;
const DATE = String.raw`(?:ngày\s)?(\d{1,2})\s?(?:(?<sep>[/.-])|(?:tháng|thg)\s)\s?(\d{1,2})\s?(?:\k<sep>|năm\s)\s?(\d{4})`;
const BETWEEN = String.raw`(?:\s?[,-]\s?|\s(?:lúc|vào)\s|\s)`;
const DATE_FIRST = new RegExp(`^${DATE}(?:${BETWEEN}(?:lúc\\s)?${CLOCK})?$`, 'i');
const CLOCK_FIRST = new RegExp(`^(?:lúc\\s)?${CLOCK}${BETWEEN}${DATE}$`, 'i');
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/i;

/** Parts to local time; null when that day or minute does not exist, or is a filler such as 01/01/0001. */
function local(y: string, m: string, d: string, h?: string, min?: string, s?: string): LocalTime | null {
  const year = Number(y);
  if (year < 1990 || year > 2199) return null;
  const two = (n: string | undefined): string => (n ?? '0').padStart(2, '0');
  const date = `${y}-${two(m)}-${two(d)}`;
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(year, Number(m), 0)).getUTCDate();
  if (Number(m) < 1 || Number(m) > 12 || Number(d) < 1 || Number(d) > last) return null;
  if (h === undefined) return date;
  if (Number(h) > 23 || Number(min ?? 0) > 59 || Number(s ?? 0) > 59) return null;
  return `${date}T${two(h)}:${two(min)}${s === undefined ? '' : `:${two(s)}`}`;
}

/** The local time of an instant (ms since 1970); null for years outside 1990–2199. */
export function localTime(ms: number): LocalTime | null {
  if (!(Math.abs(ms) < 8e15)) return null;
  const at = new Date(ms + VIETNAM_MS).toISOString().slice(0, 19);
  const [, y, m, d, h, min, s] = at.match(ISO) ?? [];
  return y && m && d ? local(y, m, d, h, min, s === '00' ? undefined : s) : null;
}

/**
 * A time as shown: `22/11/2026`, `22/11/2026 10:32[:05]`, `10:32 22/11/2026`, `17h00 ngày 22/11/2026`, `ngày 22 tháng 11
 * năm 2026`, ISO with or without an offset (also +0700). The whole text must be the time; the result is local.
 * @returns null for anything else, for days that do not exist and for years outside 1990–2199.
 */
export function parseTime(text: string): LocalTime | null {
  if (text.length > 80) return null;
  const t = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  let match = t.match(DATE_FIRST);
  if (match) {
    const [, d = '', , m = '', y = '', h, min, s] = match;
    return local(y, m, d, h, min ?? '00', s);
  }
  match = t.match(CLOCK_FIRST);
  if (match) {
    const [, h, min, s, d = '', , m = '', y = ''] = match;
    return local(y, m, d, h, min ?? '00', s);
  }
  match = t.match(ISO);
  if (!match) return null;
  const [, y = '', m = '', d = '', h, min, s, zone] = match;
  const time = local(y, m, d, h, min, s);
  // Not by `toInstant`: what a page loads is kept small.
  return time && zone ? localTime(Date.parse(`${time}Z`) - offset(zone)) : time;
}

const clearDays = new Map<number, LocalTime | null>();
const SLASH = 47;
const COLON = 58;

/** `parseTime` for the wording that long lists repeat: "22/11/2026", "22/11/2026 10:32[:05]"; null for all others. */
export function clearTime(text: string): LocalTime | null {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return null;
  if (text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return null;
  const key = two(text, 0) * 1_000_000 + two(text, 3) * 10_000 + two(text, 6) * 100 + two(text, 8);
  if (Number.isNaN(key)) return null;
  if (length > 10 && !isClock(text, 11)) return null;
  let day = clearDays.get(key);
  if (day === undefined) {
    day = parseTime(text.slice(0, 10));
    if (clearDays.size < 1_000) clearDays.set(key, day);
  }
  return day && length > 10 ? `${day}T${text.slice(11)}` : day;
}

/** " 10:32" or " 10:32:05" and no more, its digits from here. */
function isClock(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 32 || text.charCodeAt(at + 2) !== COLON) return false;
  if (!(two(text, at) < 24 && two(text, at + 3) < 60)) return false;
  return text.length === at + 5 || (text.charCodeAt(at + 5) === COLON && two(text, at + 6) < 60);
}

function offset(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Days of a common year before each month. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** Days from the year 0 to 1970. */
const EPOCH = 719_528;

/** Two digits, NaN for what is none. */
function two(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** `2026-11-10T02:00:00.000Z`, as the ledger keeps instants: three times as fast as the engine's own parser. */
function stored(time: string): number {
  const [year, month, day] = [two(time, 0) * 100 + two(time, 2), two(time, 5), two(time, 8)];
  const [hour, minute, second] = [two(time, 11), two(time, 14), two(time, 17)];
  const before = BEFORE[month - 1];
  const usual = year > 0 && day >= 1 && day <= 28 && hour < 24 && minute < 60 && second < 60;
  const millis = two(time, 20) * 10 + (two(time, 21) % 10);
  if (!usual || before === undefined || Number.isNaN(millis)) return Date.parse(time);
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leap = month > 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const days = 365 * year + leaps + before + leap + day - EPOCH;
  return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + millis;
}

/**
 * @param dateOnly where in its day a bare date stands; `end` is the last millisecond (use it for "since": never too early).
 * @returns milliseconds since 1970; times without an offset are Vietnam's. NaN for what is no time.
 */
export function toInstant(time: LocalTime | IsoInstant, dateOnly: 'start' | 'end' = 'start'): number {
  // The forms that are stored by the ten thousand go through the engine's own parser: several times as fast.
  if (time[4] === '-' && time[7] === '-') {
    if (time.length === 10) {
      return Date.parse(`${time}T00:00:00+07:00`) + (dateOnly === 'end' ? DAY_MS - 1 : 0);
    }
    if (time[10] === 'T' && time.length === 16) return Date.parse(`${time}+07:00`);
    if (time[10] === 'T' && time.length === 24 && time[23] === 'Z') return stored(time);
  }
  const match = time.match(ISO);
  if (!match) return Number.NaN;
  const [, y, m, d, h, min, s, zone] = match;
  const midnight = Date.UTC(Number(y), Number(m) - 1, Number(d));
  if (h === undefined) return midnight - VIETNAM_MS + (dateOnly === 'end' ? DAY_MS - 1 : 0);
  const millis = Number(`0${time.match(/[.,]\d{1,3}/)?.[0].replace(',', '.') ?? ''}`) * 1000;
  const clock = ((Number(h) * 60 + Number(min)) * 60 + Number(s ?? 0)) * 1000 + Math.round(millis);
  return midnight + clock - (zone ? offset(zone) : VIETNAM_MS);
}

/** @param ms milliseconds since 1970 */
export function nowInstant(ms: number): IsoInstant {
  return new Date(ms).toISOString();
}

/** @returns "10:32 22/11/2026" or "22/11/2026", Vietnam's clock; the text itself when it is no time. */
export function showTime(time: LocalTime | IsoInstant): string {
  const match = (/(Z|[+-]\d\d:?\d\d)$/i.test(time) && time.length > 10 ? parseTime(time) : time)?.match(ISO);
  if (!match) return time;
  const [, y, m, d, h, min] = match;
  return `${h === undefined ? '' : `${h}:${min} `}${d}/${m}/${y}`;
}
