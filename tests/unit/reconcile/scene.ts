/** Scenes for the rules: sightings by clock on one day, judged as a whole. */
import type { Judgement } from '../../../utils/dossier/finding';
import type { Sighting } from '../../../utils/dossier/sighting';
import { toInstant } from '../../../utils/dossier/time';
import { type ReconcileInput, reconcile } from '../../../utils/reconcile';
import { gather } from '../../../utils/reconcile/gather';

export const CODE = 'H26.10-261101-0001';
export const NOW = '2026-11-10T16:00:00+07:00';

/** @param clock of 10 November 2026, Vietnam's; or a whole instant. */
export function seen(system: string, clock: string, more: Partial<Sighting> = {}): Sighting {
  const seenAt = clock.length > 5 ? clock : `2026-11-10T${clock}:00+07:00`;
  return { code: CODE, system, outcome: 'found', via: 'page', seenAt, ...more };
}

type Options = Partial<Omit<ReconcileInput, 'files' | 'now'>> & { now?: string; links?: string[][] };

export function judge(sightings: Sighting[], { links = [], now = NOW, ...options }: Options = {}): Judgement {
  const [judgement] = reconcile({
    graceMinutes: 60,
    ...options,
    now,
    files: gather(sightings, links, toInstant(now)),
  });
  if (!judgement) throw new Error('no dossier in the scene');
  return judgement;
}

/** Rules of a judgement with the systems they name and ask. */
export function said({ findings }: Judgement): string[] {
  return findings.map(({ rule, systems, ask }) => `${rule} ${systems.join('>')} ask ${ask.join(',')}`);
}

/** Verdict and rules with their severity, in the order they are told. */
export function brief({ verdict, findings }: Judgement): string[] {
  return [
    verdict,
    ...findings.map(({ severity, rule, systems }) => `${severity} ${rule} ${systems.join('>')}`),
  ];
}
