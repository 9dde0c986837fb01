/** A browser's queue against portals on loopback, with a clock that the test turns; fresh for each test. */
import { afterEach, beforeEach } from 'vitest';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { find } from '../../../utils/ledger/find';
import type { AskPorts } from '../../../utils/lookup/ask';
import { type Asker, type AskerOptions, createAsker } from '../../../utils/lookup/asker';
import { DEFAULT_SETTINGS } from '../../../utils/policy';
import type { Settings } from '../../../utils/policy/settings';
import { parseProcedures } from '../../../utils/systems/procedures';
import type { System } from '../../../utils/systems/system';
import { dossierPage, parsePage } from './page-parser';
import { type Answerer, html, type Portal, startPortal } from './portal-server';

export const CODE = '000.00.06.H26-261116-0007';
export const OTHER = 'G18.99-261116-1800007';
export const NOTHING_FOUND = '<p>Không tìm thấy hồ sơ</p>';
/** Where the clock stands when a test begins, in milliseconds since 1970. */
export const START = Date.UTC(2026, 10, 22, 3);

export interface World {
  portal: Portal;
  db: Ledger;
  clock: number;
  /** What the pages were told, and when a worker is to be woken. */
  changes: string[][];
  wakes: number[];
  /** What differs from the defaults. */
  settings: Partial<Settings>;
  systems: System[];
  disabled: string[];
}

export const world = {} as World;
let opened = 0;

beforeEach(async () => {
  world.portal = await startPortal();
  opened += 1;
  world.db = openLedger(`asker-test-${opened}`);
  world.clock = START;
  world.changes = [];
  world.wakes = [];
  world.settings = {};
  world.disabled = [];
  world.systems = [
    systemAt('national-portal', 'national-portal', '/quoc-gia'),
    { ...systemAt('coordination', 'coordination', '/'), connector: undefined },
    systemAt('province-h26', 'province', '/ha-noi', ['H26']),
  ];
});
afterEach(async () => {
  await world.portal.close();
  await world.db.delete();
});

function systemAt(id: string, kind: System['kind'], path: string, agencyCodes: string[] = []): System {
  return {
    id,
    name: id,
    shortName: id,
    nameEn: id,
    kind,
    agencyCodes,
    hosts: [{ host: '127.0.0.1', role: 'citizen', confidence: 'policy' }],
    connector: {
      kind: 'html',
      url: `${world.portal.origin}${path}?ma={code}`,
      answer: { ok: [200], notFound: { text: ['không tìm thấy hồ sơ'] } },
    },
  };
}

/** A worker's queue; a second one on the same ledger is the worker after its death. */
export function newAsker(
  more: Partial<{
    fetch: typeof fetch;
    mayAskAlone: AskerOptions['ports']['mayAskAlone'];
    onChange(): unknown;
    wait(ms: number): Promise<void>;
    callInTab: AskPorts['callInTab'];
    mayReach(hostname: string): Promise<boolean>;
  }> = {},
): Asker {
  return createAsker({
    db: world.db,
    settings: () => ({
      ...DEFAULT_SETTINGS,
      ...world.settings,
      systems: world.systems,
      disabled: world.disabled,
    }),
    ports: {
      fetch: more.fetch ?? ((url, init) => fetch(url, init)),
      parseHtml: parsePage,
      ...(more.mayReach && { mayReach: more.mayReach }),
      ...(more.callInTab && { callInTab: more.callInTab, isTabOpen: async () => true }),
      ...(more.mayAskAlone && { mayAskAlone: more.mayAskAlone }),
      procedures: async () => parseProcedures(''),
      timeoutMs: 5_000,
      wait:
        more.wait ??
        (async (ms) => {
          world.clock += ms;
        }),
      wakeAt: (time) => {
        world.wakes.push(time);
      },
    },
    now: () => world.clock,
    onChange: (codes) => {
      world.changes.push(codes);
      void more.onChange?.();
    },
  });
}

/** Answers each code of the table as found, everything else as not there. */
export function holding(...codes: string[]): Answerer {
  return (request, response, body) => {
    const code = new URL(request.url ?? '', world.portal.origin).searchParams.get('ma') ?? '';
    const page = dossierPage({ 'Mã hồ sơ': code, 'Trạng thái': 'Đang xử lý' });
    html(200, codes.includes(code) ? page : NOTHING_FOUND)(request, response, body);
  };
}

export async function fileOf(code = CODE) {
  const [file] = await find(world.db, [code]);
  if (!file) throw new Error('no file');
  return file;
}

export const CODES = Array.from({ length: 30 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);

/** The portal answers nobody until it is opened. */
export function gated(): { open(): void } {
  const { opened, open } = holdUp();
  world.portal.on('/quoc-gia', (...args) => void opened.then(() => holding(...CODES)(...args)));
  return { open };
}

export function holdUp(): { opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
