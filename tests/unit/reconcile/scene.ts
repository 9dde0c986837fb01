/** Scenes for the rules: sightings by clock on one day, judged as a whole. */
import type { Judgement } from '../../../utils/dossier/finding';
import type { Sighting } from '../../../utils/dossier/sighting';
import { toInstant } from '../../../utils/dossier/time';
import type { RoutingRow } from '../../../utils/policy/settings';
import { reconcile } from '../../../utils/reconcile';
import { gather } from '../../../utils/reconcile/gather';

export const CODE = 'H26.10-261101-0001';
export const NOW = '2026-11-10T16:00:00+07:00';

/** @param clock of 10 November 2026, Vietnam's; or a whole instant. */
export function seen(system: string, clock: string, more: Partial<Sighting> = {}): Sighting {
  const seenAt = clock.length > 5 ? clock : `2026-11-10T${clock}:00+07:00`;
  return { code: CODE, system, outcome: 'found', via: 'page', seenAt, ...more };
}

interface Options {
  now?: string;
  graceMinutes?: number;
  links?: string[][];
  routing?: RoutingRow[];
}

export function judge(sightings: Sighting[], options: Options = {}): Judgement {
  const { now = NOW, graceMinutes = 60, links = [], routing } = options;
  const [judgement] = reconcile({
    now,
    files: gather(sightings, links, toInstant(now)),
    graceMinutes,
    routing,
  });
  if (!judgement) throw new Error('no dossier in the scene');
  return judgement;
}

/** Rules of a judgement with the systems they name and ask. */
export function said({ findings }: Judgement): string[] {
  return findings.map(({ rule, systems, ask }) => `${rule} ${systems.join('>')} ask ${ask.join(',')}`);
}
