/** From a finding's words to a sentence in the interface's language. */
import type { Translate, WordParam, Words } from '../dossier/finding';
import type { Limit } from '../dossier/limit';
import type { SystemId } from '../dossier/sighting';
import { type CanonicalStatus, maskUnknown } from '../dossier/status';
import { showTime } from '../dossier/time';

export interface Wording {
  t: Translate;
  /** Short name of a system, as chips and sentences use it. */
  shortName: (system: SystemId) => string;
}

/** The canonical status in the interface's language. */
export function statusLabel(status: CanonicalStatus, t: Translate): string {
  return t(`status_${status.replaceAll('-', '_')}`);
}

function word(param: WordParam, { t, shortName }: Wording): string {
  if (typeof param === 'string') return param;
  if ('system' in param) return shortName(param.system);
  if ('systems' in param) return param.systems.map(shortName).join(', ');
  if ('time' in param) return showTime(param.time);
  if ('minutes' in param) return span(param.minutes, t);
  if ('payment' in param) return t(`payment_${param.payment}`);
  if ('terms' in param) return termsText(param.terms, t);
  return param.text ? maskUnknown(param.text) : statusLabel(param.status, t);
}

/** "phí 50.000 đồng, thời hạn 5 ngày làm việc", as far as they are there. */
export function termsText({ fee, limit }: { fee?: number; limit?: Limit }, t: Translate): string {
  return [
    ...(fee === undefined ? [] : [t('view_terms_fee', [inGroups(fee, t)])]),
    ...(limit
      ? [
          t('view_terms_limit', [
            t(`view_limit_${limit.unit.replace('-', '_')}`, [
              String(limit.count).replace('.', t('view_decimal_separator')),
            ]),
          ]),
        ]
      : []),
  ].join(', ');
}

/** 1.250.000 in Vietnamese, 1,250,000 in English. */
function inGroups(whole: number, t: Translate): string {
  const digits = String(whole);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(t('view_group_separator'));
}

/** @returns the sentence with its parameters worded; every key of `_locales` is a bug when missing */
export function sentence({ key, params }: Words, wording: Wording): string {
  return wording.t(
    key,
    params.map((param) => word(param, wording)),
  );
}

/** "45 phút", "2 giờ", "3 ngày": the largest unit that fits, rounded down. */
export function span(minutes: number, t: Translate): string {
  if (minutes < 60) return t('view_minutes', [String(Math.floor(minutes))]);
  if (minutes < 48 * 60) return t('view_hours', [String(Math.floor(minutes / 60))]);
  return t('view_days', [String(Math.floor(minutes / 1440))]);
}

/** "2 giờ trước", "vừa xong"; times are milliseconds. */
export function ago(then: number, now: number, t: Translate): string {
  const minutes = Math.max(0, (now - then) / 60_000);
  return minutes < 1 ? t('view_just_now') : t('view_ago', [span(minutes, t)]);
}
