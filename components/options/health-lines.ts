/** The health of systems in words; a system in trouble stands before the others. */
import type { Translate } from '../../utils/dossier/finding';
import type { SystemId } from '../../utils/dossier/sighting';
import { type IsoInstant, showTime } from '../../utils/dossier/time';
import type { System } from '../../utils/systems/system';
import type { SystemHealth } from '../../utils/view/system-health';

export interface HealthLines {
  system: SystemId;
  name: string;
  readAt?: IsoInstant;
  good: string[];
  troubles: string[];
}

/** One failed question is an accident; so many in a row are a state. */
const FAILING = 3;

/** @param systems for their names; one that is no longer known is left out */
export function healthLines(
  all: SystemHealth[],
  systems: System[],
  language: 'vi' | 'en',
  t: Translate,
): HealthLines[] {
  const lines = all.flatMap((health): HealthLines[] => {
    const known = systems.find(({ id }) => id === health.system);
    if (!known) return [];
    const { readAt, asked } = health;
    return [
      {
        system: known.id,
        name: language === 'en' ? known.nameEn : known.name,
        ...(readAt && { readAt }),
        good: asked ? [t('options_health_asked', [`${asked.count}`, `${asked.count - asked.failed}`])] : [],
        troubles: troublesOf(health, t),
      },
    ];
  });
  const weight = ({ troubles }: HealthLines) => (troubles.length ? 0 : 1);
  return lines.sort((a, b) => weight(a) - weight(b) || a.name.localeCompare(b.name, 'vi'));
}

function troublesOf({ misfit, unknown, asked }: SystemHealth, t: Translate): string[] {
  return [
    ...(misfit ? [t('options_health_misfit', [showTime(misfit.since), showTime(misfit.lastAt)])] : []),
    ...unknown.map(({ text, dossiers }) => t('options_health_unknown', [text, `${dossiers}`])),
    ...(asked && asked.failing >= FAILING
      ? [
          t('options_health_failing', [
            `${asked.failing}`,
            showTime(asked.lastAt),
            t(`outcome_${asked.last.replaceAll('-', '_')}`),
          ]),
        ]
      : []),
  ];
}

/** For a message to whoever makes the tool: it names no dossier. */
export function healthToCopy(lines: HealthLines[]): string {
  return lines
    .filter(({ troubles }) => troubles.length)
    .map(({ name, troubles }) => [name, ...troubles.map((one) => `- ${one}`)].join('\n'))
    .join('\n');
}
