/** The made-up dossier's history and deadline, as the side panel shows them. */

import type { Finding } from '../../../utils/dossier/finding';
import type { LedgerSighting } from '../../../utils/dossier/sighting';
import type { Run } from '../../../utils/ledger/database';
import { translator } from '../../../utils/platform/i18n';
import { deadlineOf } from '../../../utils/view/deadline-view';
import type { DossierView } from '../../../utils/view/dossier-view';
import type { PanelView } from '../../../utils/view/panel-view';
import { timelineOf } from '../../../utils/view/timeline';

const CODE = 'H26.18-261105-0123';
export const NOW = Date.parse('2026-11-22T10:40:00+07:00');
const at = (day: number, clock: string) => `2026-11-${String(day).padStart(2, '0')}T${clock}:00+07:00`;

const NAMES: Record<string, string> = {
  'national-portal': 'DVCQG',
  'province-h26': 'Hà Nội',
  coordination: 'Điều phối',
};

function latest(system: string, from: string, seenAt: string, more: Partial<LedgerSighting>): LedgerSighting {
  return {
    code: CODE,
    system,
    outcome: 'found',
    via: 'page',
    seenAt,
    firstSeenAt: from,
    statusSince: from,
    ...more,
  };
}

export const SIGHTINGS: LedgerSighting[] = [
  latest('national-portal', at(9, '08:30'), at(22, '10:32'), {
    status: 'processing',
    statusText: 'Đang xử lý',
    receivedAt: '2026-11-05',
    dueAt: '2026-11-27T17:00',
    via: 'lookup',
  }),
  latest('province-h26', at(22, '09:10'), at(22, '10:30'), {
    status: 'resolved',
    statusText: 'Đã xử lý xong',
    statusSince: at(22, '08:15'),
    receivedAt: '2026-11-05T09:12',
    dueAt: '2026-11-27',
  }),
  latest('coordination', at(20, '10:33'), at(20, '10:33'), {
    status: 'submitted',
    statusText: 'Chờ tiếp nhận',
  }),
];

function run(system: string, from: string, until: string, status: Run['status'], statusText: string): Run {
  return { code: CODE, system, at: from, until, since: from, outcome: 'found', status, statusText };
}

export const HISTORY: Run[] = [
  run('province-h26', at(5, '09:20'), at(6, '16:10'), 'accepted', 'Đã tiếp nhận'),
  run('province-h26', at(10, '08:05'), at(12, '15:00'), 'supplement-required', 'Yêu cầu bổ sung giấy tờ'),
  run('province-h26', at(16, '08:05'), at(20, '16:45'), 'processing', 'Đang xử lý'),
  run('national-portal', at(6, '09:00'), at(6, '09:00'), 'accepted', 'Được tiếp nhận'),
];

/** @param view whose findings mark where systems were apart */
export function panelWith(view: DossierView, language: 'vi' | 'en' = 'vi', now = NOW): PanelView {
  const wording = { t: translator(language), shortName: (id: string) => NAMES[id] ?? id };
  const finding: Finding = {
    rule: 'status-disagrees',
    severity: 'error',
    systems: ['province-h26', 'national-portal'],
    ask: [],
    reason: { key: '', params: [] },
    remedy: { key: '', params: [] },
  };
  const apart = view.findings.some(({ severity }) => severity === 'error');
  const input = { sightings: SIGHTINGS, history: HISTORY, now, wording };
  return {
    view,
    timeline: timelineOf({
      ...input,
      judgement: { findings: apart ? [finding] : [] },
      order: ['national-portal', 'province-h26', 'coordination', 'land'],
    }),
    deadline: deadlineOf({ ...input, codes: [CODE] }),
  };
}
