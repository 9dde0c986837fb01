/** Made-up dossiers, systems and sources: what pages of the extension are tested and drawn with. Nobody in it is real. */
import type {
  BatchNow,
  BoardEntry,
  OwnSettings,
  PilotQuestion,
  RecentLookup,
  RuleResult,
  Sources,
  TodayEntry,
} from '../../../components/shared/sources';
import type { HostCount } from '../../../utils/ledger/activity';
import type { Activity } from '../../../utils/ledger/database';
import { DEFAULT_SETTINGS } from '../../../utils/policy/defaults';
import type { Settings } from '../../../utils/policy/settings';
import type { System } from '../../../utils/systems/system';
import type { DossierView, SystemLine } from '../../../utils/view/dossier-view';
import { madeUpLedger } from './made-up-ledger';
import { panelWith } from './made-up-panel';
import { mapped, movable } from './movable';

export { movable } from './movable';

export const CODE = 'H26.18-261105-0123';

function system(id: string, kind: System['kind'], name: string, shortName: string, host?: string): System {
  return {
    id,
    kind,
    name,
    shortName,
    nameEn: `${shortName} (en)`,
    agencyCodes: id.startsWith('province-') ? [id.slice(9).toUpperCase()] : [],
    hosts: host ? [{ host, role: 'officer', confidence: 'seen' }] : [],
  };
}

export const SYSTEMS: System[] = [
  {
    ...system(
      'national-portal',
      'national-portal',
      'Cổng Dịch vụ công quốc gia',
      'DVCQG',
      'dichvucong.gov.vn',
    ),
    hosts: [
      { host: 'old.dichvucong.gov.vn', role: 'citizen', confidence: 'inferred' },
      { host: 'dichvucong.gov.vn', role: 'citizen', confidence: 'seen' },
    ],
  },
  system(
    'coordination',
    'coordination',
    'Hệ thống điều phối giải quyết thủ tục hành chính',
    'Điều phối',
    'quantricong.dichvucong.gov.vn',
  ),
  system(
    'ministry-g18',
    'ministry',
    'Hệ thống giải quyết thủ tục hành chính Bộ Y tế',
    'Bộ Y tế',
    'motcua.moh.gov.vn',
  ),
  system('ministry-g17', 'ministry', 'Hệ thống giải quyết thủ tục hành chính Bộ Xây dựng', 'Bộ Xây dựng'),
  system('ministry-g15', 'ministry', 'Hệ thống giải quyết thủ tục hành chính Bộ Tư pháp', 'Bộ Tư pháp'),
  system(
    'province-h26',
    'province',
    'Hệ thống thông tin giải quyết thủ tục hành chính thành phố Hà Nội',
    'Hà Nội',
    'dichvucong.hanoi.gov.vn',
  ),
  system(
    'province-h37',
    'province',
    'Hệ thống thông tin giải quyết thủ tục hành chính thành phố Hải Phòng',
    'Hải Phòng',
  ),
  system('land', 'land', 'Hệ thống thông tin đất đai', 'Đất đai', 'dla.mplis.gov.vn'),
];

export const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  systems: SYSTEMS.filter(({ id }) => id !== 'ministry-g17'),
  disabled: ['ministry-g17'],
  officeProvince: 'H26',
  databases: {
    'civil-status': { state: 'in-use', announcement: 'Thông báo 12/TB-STP' },
    land: { state: 'not-connected', note: 'chờ kết nối của thành phố' },
  },
  language: 'vi',
  problems: [],
  locked: [],
};

const LINES: SystemLine[] = [
  {
    system: 'national-portal',
    name: 'Cổng Dịch vụ công quốc gia',
    shortName: 'DVCQG',
    state: 'found',
    stateText: 'Có trên hệ thống',
    statusText: 'Đang xử lý',
    status: 'processing',
    statusLabel: 'Đang xử lý',
    dueText: '27/11/2026 17:00',
    seenAt: '2026-11-22T03:32:00Z',
    seenText: '10:32 22/11/2026, do tra cứu',
    askBy: 'request',
    openUrl: 'https://dichvucong.gov.vn/',
  },
  {
    system: 'province-h26',
    name: 'Hệ thống thông tin giải quyết thủ tục hành chính thành phố Hà Nội',
    shortName: 'Hà Nội',
    state: 'found',
    stateText: 'Có trên hệ thống',
    statusText: 'Đã có kết quả, chờ trả',
    status: 'resolved',
    statusLabel: 'Đã xử lý xong',
    dueText: '27/11/2026',
    seenAt: '2026-11-22T03:30:00Z',
    seenText: '10:30 22/11/2026, trên trang',
    askBy: 'request',
    openUrl: 'https://dichvucong.hanoi.gov.vn/',
  },
  {
    system: 'coordination',
    name: 'Hệ thống điều phối giải quyết thủ tục hành chính',
    shortName: 'Điều phối',
    state: 'not-signed-in',
    stateText: 'Chưa đăng nhập: đăng nhập hệ thống này, rồi hỏi lại.',
    statusText: 'Chờ tiếp nhận',
    status: 'submitted',
    statusLabel: 'Mới đăng ký',
    seenAt: '2026-11-20T03:33:00Z',
    seenText: '10:33 20/11/2026, trên trang',
    askBy: 'link',
    openUrl: 'https://quantricong.dichvucong.gov.vn/',
  },
  {
    system: 'ministry-g18',
    name: 'Hệ thống giải quyết thủ tục hành chính Bộ Y tế',
    shortName: 'Bộ Y tế',
    state: 'asking',
    stateText: 'Đang hỏi…',
    askBy: 'request',
    openUrl: 'https://motcua.moh.gov.vn/',
  },
  {
    system: 'land',
    name: 'Hệ thống thông tin đất đai',
    shortName: 'Đất đai',
    state: 'never-asked',
    stateText: 'Chưa thấy hồ sơ trên hệ thống này: mở hệ thống để xem.',
    askBy: 'link',
    openUrl: 'https://dla.mplis.gov.vn/dc',
  },
];

export const VIEW: DossierView = {
  code: CODE,
  codes: [CODE, '000.00.18.H26-261105-0123'],
  verdict: 'out-of-sync',
  verdictText: 'Lệch trạng thái',
  chip: 'DVCQG: Đang xử lý · 2 giờ trước',
  lines: LINES,
  findings: [
    {
      rule: 'status-disagrees',
      severity: 'error',
      systems: ['province-h26', 'national-portal'],
      ask: ['national-portal'],
      facts: 'province-h26 resolved; national-portal processing',
      reason:
        'Hà Nội ghi “Đã có kết quả, chờ trả” từ 08:15 22/11/2026, DVCQG vẫn ghi “Đang xử lý” lúc 10:32 22/11/2026.',
      remedy: 'Hỏi lại DVCQG; nếu vẫn lệch, đồng bộ lại hồ sơ hoặc báo bộ phận hỗ trợ.',
    },
    {
      rule: 'not-known-yet',
      severity: 'info',
      systems: ['coordination'],
      ask: ['coordination'],
      reason: 'Chưa biết Điều phối ghi gì về hồ sơ này.',
      remedy: 'Mở Điều phối để đăng nhập và xem.',
    },
  ],
  asOfText: 'Theo dữ liệu thấy từ 10:33 20/11/2026 đến 10:32 22/11/2026.',
};

/** The same dossier, changed where a test needs it. */
export function viewWith(change: Partial<DossierView>): DossierView {
  return { ...VIEW, ...change };
}

const VERDICTS = ['out-of-sync', 'cannot-tell', 'in-sync'] as const;

/** `count` dossiers; every third one has no due date. */
export function boardOf(count: number): BoardEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const minute = String(index % 60).padStart(2, '0');
    const day = String((index % 27) + 1).padStart(2, '0');
    return {
      code: `H26.18-261105-${String(index).padStart(4, '0')}`,
      verdict: VERDICTS[index % 3] ?? 'in-sync',
      said: [
        {
          system: 'province-h26',
          shortName: 'Hà Nội',
          statusText: 'Đã có kết quả',
          via: 'page',
          seenAt: `2026-11-22T03:${minute}:00Z`,
        },
        {
          system: 'national-portal',
          shortName: 'DVCQG',
          statusText: index % 2 ? 'Đang xử lý' : undefined,
          via: 'lookup',
          seenAt: `2026-11-22T02:${minute}:00Z`,
        },
      ],
      due: index % 3 === 2 ? undefined : { at: `2026-11-${day}`, shortName: 'Hà Nội' },
      seenAt: `2026-11-22T03:${minute}:00Z`,
    };
  });
}

export const RECENT: RecentLookup[] = [
  { code: CODE, at: '2026-11-22T03:32:00Z' },
  { code: 'G18.01-261103-090012', at: '2026-11-21T09:05:00Z' },
  { code: '000.00.18.H26-261101-0044', at: '2026-11-20T02:00:00Z' },
];

/** Sources of made-up values; every deed is written down in `deeds`. */
export function madeUpSources(change: Partial<Sources> = {}): Sources & { deeds: unknown[][] } {
  const deeds: unknown[][] = [];
  const settings = movable<Settings>(SETTINGS);
  const view: Sources['view'] = change.view ?? ((code) => movable(viewWith({ code })));
  let inForce = SETTINGS;
  const done = (...deed: unknown[]) => {
    deeds.push(deed);
    return Promise.resolve(true);
  };
  return {
    deeds,
    settings,
    catalogue: SYSTEMS,
    databases: ['population', 'civil-status', 'land'],
    view,
    panel: (code) => mapped(view(code), (one) => panelWith(one, inForce.language)),
    today: movable<TodayEntry[]>([]),
    link: (code, other, linked) => done('link', code, other, linked),
    dismiss: (code, finding, facts, reason) => done('dismiss', code, finding, facts, reason),
    pilotQuestion: movable<PilotQuestion | null>(null),
    answerPilot: ({ code, finding }, answer) => done('answerPilot', code, finding, answer),
    pilotResults: movable<RuleResult[]>([]),
    recent: movable(RECENT),
    board: movable(boardOf(120)),
    spared: movable([{ database: 'civil-status', papers: 41 }]),
    current: movable<string | null>(CODE),
    whyAsked: movable<{ code: string; at: number } | null>(null),
    explain: () => Promise.resolve([]),
    given: '',
    missingAccess: movable<Record<string, string[]>>({}),
    askForAccess: (patterns) => done('askForAccess', patterns),
    health: () => Promise.resolve([]),
    batch: movable<BatchNow | null>(null),
    startBatch: (codes) => done('startBatch', codes),
    steerBatch: (deed, leaveOut) => done('steerBatch', deed, leaveOut),
    shortFor: () => Promise.resolve(new Map()),
    selectedText: () => Promise.resolve(null),
    ask: (code, why, systems) => {
      deeds.push(['ask', code, why, systems]);
      return Promise.resolve({
        asked: ['national-portal', 'province-h26', 'ministry-g18'],
        openOnly: ['land'],
        fresh: [],
        paused: [],
      });
    },
    open: (code, at) => done('open', code, at),
    pause: (code, at, paused) => done('pause', code, at, paused),
    activity: movable<Activity[]>([]),
    activityToday: movable<HostCount[]>([]),
    openPanel: (code) => done('openPanel', code),
    saveSettings: (patch: OwnSettings) => {
      inForce = { ...inForce, ...patch };
      settings.set(inForce);
      return done('save', patch);
    },
    eraseAll: () => done('eraseAll'),
    ...madeUpLedger(done),
    saveFile: (name, text) => done('saveFile', name, text),
    copy: (text) => done('copy', text),
    ...change,
  };
}
