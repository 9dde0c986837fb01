/** From a finding's words to a sentence in the interface's language. */
import type { Translate, WordParam, Words } from '../dossier/finding';
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
  return param.text ? maskUnknown(param.text) : statusLabel(param.status, t);
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
