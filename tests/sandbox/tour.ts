/** Pages worth visiting: each system's list, details of dossiers that are in and out of sync, lookups, intake forms. */
import { LIST as COORDINATION_LIST, coordinationRows } from './portals/coordination';
import { LIST as HANOI_LIST, PAGE_SIZE as HANOI_PAGE_SIZE } from './portals/hanoi';
import { ownDossiers } from './portals/national';
import { INTAKE, WORK } from './portals/vbdlis';
import { takeCensus } from './world/census';
import type { Dossier, Holding, SandboxSystem } from './world/types';
import type { World } from './world/world';

export interface TourPage {
  system: SandboxSystem;
  kind: 'list' | 'detail' | 'lookup' | 'submit';
  url: string;
  /** What the page is, in Vietnamese, for the tour's printout. */
  title: string;
  /** Codes whose status the page shows; notes and filters may name others. */
  holds: string[];
}

const CLOSED = ['returned', 'rejected'];
const IGATE_LIST = 'https://motcua.moh.gov.vn/vi/dossier/search';
const OPENCPS_APP = 'https://motcua.mod.gov.vn/web/mot-cua-bo-quoc-phong/qlhs';
const LAND = 'https://dla.mplis.gov.vn';

function codes(holdings: readonly Holding[]): string[] {
  return holdings.map(({ code }) => code);
}

/** The page of one dossier on a system, and what kind of page that is. */
function dossierPage(system: SandboxSystem, { code, dossier }: Holding): Omit<TourPage, 'system' | 'holds'> {
  const { hexId, numericId, guid } = dossier;
  switch (system) {
    case 'national-portal':
      return {
        kind: 'lookup',
        title: 'Tra cứu hồ sơ',
        url: `https://dichvucong.gov.vn/tra-cuu-ho-so?maHoSo=${code}`,
      };
    case 'coordination':
      return {
        kind: 'detail',
        title: 'Chi tiết hồ sơ điều phối',
        url: `https://quantricong.dichvucong.gov.vn${COORDINATION_LIST}?maHoSo=${code}&xem=${code}`,
      };
    case 'ministry-g18':
      return {
        kind: 'detail',
        title: 'Chi tiết hồ sơ Bộ Y tế',
        url: `${IGATE_LIST}/${hexId}?code=&identity=&procedure=&status=&sortId=0`,
      };
    case 'ministry-g11':
      return {
        kind: 'detail',
        title: 'Chi tiết hồ sơ Bộ Quốc phòng',
        url: `${OPENCPS_APP}#/danh-sach-ho-so/0/chi-tiet-ho-so/${numericId}`,
      };
    case 'province-h26':
      return {
        kind: 'detail',
        title: 'Chi tiết hồ sơ Hà Nội',
        url: `https://dichvucong.hanoi.gov.vn/ho-so/chi-tiet/${numericId}`,
      };
    case 'land':
      return { kind: 'detail', title: 'Hồ sơ đất đai trong hộp thoại', url: `${LAND}${WORK}?hoSo=${guid}` };
  }
}

function lists(world: World): TourPage[] {
  const held = (system: SandboxSystem) => world.held(system);
  const open = (holdings: readonly Holding[]) => holdings.filter(({ state }) => !CLOSED.includes(state));
  const land = codes(held('land'));
  return [
    {
      system: 'province-h26',
      kind: 'list',
      title: 'Danh sách hồ sơ Hà Nội',
      url: `https://dichvucong.hanoi.gov.vn${HANOI_LIST}`,
      holds: codes(held('province-h26').slice(0, HANOI_PAGE_SIZE)),
    },
    {
      system: 'ministry-g18',
      kind: 'list',
      title: 'Tra cứu hồ sơ Bộ Y tế',
      url: IGATE_LIST,
      holds: codes(held('ministry-g18').slice(0, 50)),
    },
    {
      system: 'ministry-g11',
      kind: 'list',
      title: 'Hồ sơ chờ xử lý Bộ Quốc phòng',
      url: `${OPENCPS_APP}#/danh-sach-ho-so/0`,
      holds: codes(open(held('ministry-g11')).slice(0, 30)),
    },
    {
      system: 'ministry-g11',
      kind: 'list',
      title: 'Tra cứu hồ sơ Bộ Quốc phòng',
      url: `${OPENCPS_APP}#/danh-sach-ho-so/0/tat-ca`,
      holds: codes(held('ministry-g11').slice(0, 30)),
    },
    { system: 'land', kind: 'list', title: 'Xử lý công việc đất đai', url: `${LAND}${WORK}`, holds: land },
    {
      system: 'land',
      kind: 'list',
      title: 'Công việc đất đai trong khung',
      url: `${LAND}${WORK}?khung=1`,
      holds: land,
    },
    {
      system: 'coordination',
      kind: 'list',
      title: 'Danh sách hồ sơ điều phối',
      url: `https://quantricong.dichvucong.gov.vn${COORDINATION_LIST}`,
      holds: codes(coordinationRows(world, 1)),
    },
    {
      system: 'national-portal',
      kind: 'list',
      title: 'Hồ sơ của tôi',
      url: 'https://dichvucong.gov.vn/ho-so-cua-toi',
      holds: codes(ownDossiers(world)),
    },
  ];
}

const RECORDS = ['province-h26', 'ministry-g18', 'ministry-g11', 'land'] as const;

/** One dossier from each system of record, out of sync where there is one; two that owe a paper, one in sync, one missing, one alone. */
function chosen(world: World): Dossier[] {
  const census = takeCensus(world);
  // What is done on one system and still open on another shows best what the extension is for.
  const clear = census.disagreeing.filter(({ aheadState }) => ['resolved', 'returned'].includes(aheadState));
  const byOwner = RECORDS.map(
    (owner) =>
      [...clear, ...census.disagreeing].find(({ code }) => world.find(code)?.owner === owner)?.code ??
      // At some hours all of a system's dossiers are in sync.
      world.held(owner).find(({ code }) => world.find(code)?.owner === owner)?.code,
  );
  const codes = [
    ...byOwner,
    ...census.doneButOwed.slice(0, 2),
    census.agreeing[0],
    census.missingOnNationalPortal[0],
    census.alone[0],
  ];
  const dossiers = codes.map((code) => world.find(code ?? ''));
  return [...new Set(dossiers)].filter((dossier) => dossier !== undefined);
}

/** Everything the tour visits as the world stands now. The systems of record come before those that copy them. */
export function tourPages(world: World): TourPage[] {
  const subjects = chosen(world);
  const order: SandboxSystem[] = [
    'province-h26',
    'ministry-g18',
    'ministry-g11',
    'land',
    'coordination',
    'national-portal',
  ];
  const details = order.flatMap((system) =>
    subjects.flatMap((dossier): TourPage[] => {
      const holding = world.holding(system, dossier);
      return holding ? [{ system, ...dossierPage(system, holding), holds: [holding.code] }] : [];
    }),
  );
  return [
    ...lists(world),
    ...details,
    {
      system: 'province-h26',
      kind: 'submit',
      title: 'Tiếp nhận hồ sơ Hà Nội',
      url: 'https://dichvucong.hanoi.gov.vn/nop-ho-so?maTTHC=1.004884',
      holds: [],
    },
    { system: 'land', kind: 'submit', title: 'Kê khai đăng ký đất đai', url: `${LAND}${INTAKE}`, holds: [] },
  ];
}
