/** An explanation in words: for the side panel and for copying. Everything in it was masked in the page. */
import type { DossierCode } from '../../utils/dossier/code';
import type { Translate } from '../../utils/dossier/finding';
import { type LocalTime, showTime } from '../../utils/dossier/time';
import type { LeftOut, PageExplanation, ReadFrom } from '../../utils/reading/explanation';

export interface ExplainedLine {
  field: string;
  /** Empty where it was left out. */
  value: string;
  /** By which rule, from which label and text; or why it was left out. */
  why: string;
}

export interface ExplainedDossier {
  read: ExplainedLine[];
  leftOut: ExplainedLine[];
  /** How the system's own page pattern fared; empty where it has none here. */
  layout: string;
}

const LAYOUT = { fits: 'panel_why_profile_fits', misfit: 'overlay_misfit' };
const key = (name: string) => name.replaceAll('-', '_');

/** One dossier of the frames that show it. */
export function explainedDossier(frames: PageExplanation[], t: Translate): ExplainedDossier {
  const layout = (['misfit', 'fits'] as const).find((one) => frames.some((frame) => frame.layout === one));
  const dossiers = frames.flatMap((frame) => frame.dossiers);
  return {
    layout: layout ? t(LAYOUT[layout]) : '',
    read: dossiers.flatMap(({ fields }) =>
      fields.map(({ field, value, by, ...from }) => ({
        field: t(`panel_field_${field}`),
        value: valueText(field, value, t),
        why: [t(`panel_why_by_${key(by)}`), ...fromWords(from, t)].join(', '),
      })),
    ),
    leftOut: dossiers.flatMap(({ leftOut }) => leftOut.map((one) => leftOutLine(one, t))),
  };
}

function leftOutLine({ field, reason, from }: LeftOut, t: Translate): ExplainedLine {
  const places = from.map((one) => fromWords(one, t).join(', '));
  return {
    field: t(`panel_field_${field}`),
    value: '',
    why: [t(`panel_why_${key(reason)}`), ...places].join('; '),
  };
}

function fromWords({ label, text }: ReadFrom, t: Translate): string[] {
  return [...(label ? [t('panel_why_label', [label])] : []), ...(text ? [t('panel_why_text', [text])] : [])];
}

const NAMED = new Set(['channel', 'payment', 'overdueShown', 'receipt', 'result']);

function valueText(field: string, value: string, t: Translate): string {
  if (NAMED.has(field)) return t(`panel_value_${key(value)}`);
  return field.endsWith('At') ? showTime(value as LocalTime) : value;
}

/** For pasting into a message to whoever supports the tool. */
export function explanationToCopy(code: DossierCode, explained: ExplainedDossier, t: Translate): string {
  const lines = explained.read.map(({ field, value, why }) => `- ${field}: ${value} (${why})`);
  const left = explained.leftOut.map(({ field, why }) => `- ${field}: ${why}`);
  return [
    `${t('overlay_why')} ${code}`,
    ...(explained.layout ? [explained.layout] : []),
    ...lines,
    ...(left.length ? [`${t('panel_why_left_out')}:`, ...left] : []),
  ].join('\n');
}
