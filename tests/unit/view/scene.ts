/** Made-up sightings of one dossier on three systems, and the view a person gets of them. */
import type { Translate } from '../../../utils/dossier/finding';
import type { Sighting } from '../../../utils/dossier/sighting';
import { toInstant } from '../../../utils/dossier/time';
import { translator } from '../../../utils/platform/i18n';
import { reconcile } from '../../../utils/reconcile';
import { gather } from '../../../utils/reconcile/gather';
import type { System } from '../../../utils/systems/system';
import { buildView } from '../../../utils/view/build-view';
import type { DossierView } from '../../../utils/view/dossier-view';
import type { ViewedFile } from '../../../utils/view/lines';

export const CODE = 'H26.10-261101-0001';
export const NOW = '2026-11-10T16:00:00+07:00';
export const vi = translator('vi');

export function system(id: string, shortName: string, more: Partial<System> = {}): System {
  return {
    id,
    name: `Hệ thống ${shortName}`,
    shortName,
    nameEn: shortName,
    kind: 'province',
    agencyCodes: [],
    hosts: [],
    ...more,
  };
}

export const SYSTEMS: System[] = [
  system('national-portal', 'DVCQG', {
    dossierUrl: 'https://portal.test/tra-cuu?ma={code}',
    homeUrl: 'https://portal.test/',
    connector: { kind: 'html', url: 'https://portal.test/tra-cuu?ma={code}', answer: { ok: [200] } },
  }),
  system('coordination', 'Điều phối', { homeUrl: 'https://coordination.test/' }),
  system('province-h26', 'Hà Nội', { homeUrl: 'https://province.test/' }),
];

export function seen(id: string, clock: string, more: Partial<Sighting> = {}): Sighting {
  const seenAt = `2026-11-10T${clock}:00+07:00`;
  return { code: CODE, system: id, outcome: 'found', via: 'page', seenAt, ...more };
}

export interface Scene {
  sightings?: Sighting[];
  tries?: ViewedFile['tries'];
  asking?: ViewedFile['asking'];
  here?: string;
  codes?: string[];
  disabled?: string[];
  t?: Translate;
}

export function view({
  sightings = [],
  tries = [],
  asking = [],
  here,
  codes = [CODE],
  disabled = [],
  t = vi,
}: Scene): DossierView {
  const [gathered] = gather(sightings, [], toInstant(NOW));
  const file = { codes, sightings: gathered?.sightings ?? [], tries, asking };
  const [judgement] = reconcile({ now: NOW, files: [file], graceMinutes: 60 });
  if (!judgement) throw new Error('no judgement');
  return buildView({
    code: codes[0] ?? CODE,
    file,
    judgement,
    settings: { systems: SYSTEMS, disabled },
    planned: SYSTEMS.map(({ id }) => id),
    here,
    now: toInstant(NOW),
    t,
  });
}

export const RETURNED = seen('province-h26', '09:05', { status: 'returned', statusText: 'Đã trả kết quả' });
export const PROCESSING = seen('national-portal', '14:00', {
  status: 'processing',
  statusText: 'Đang xử lý',
});
