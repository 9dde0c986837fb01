import type { SandboxSystem } from './world/types';

/** Systems with a page and an API of their own, but no part in the world: they show how a page holds its token. */
export const SIDE_SYSTEMS = ['province-h56', 'insurance'] as const;

/** Whose a host, a session or a token is. */
export type HostOwner = SandboxSystem | (typeof SIDE_SYSTEMS)[number];

/** Every host the sandbox answers for, and the system it belongs to; null: of no system the extension knows. */
export const HOSTS: Readonly<Record<string, HostOwner | null>> = {
  'dichvucong.gov.vn': 'national-portal',
  'xacthuc.dichvucong.gov.vn': 'national-portal',
  'quantricong.dichvucong.gov.vn': 'coordination',
  'motcua.moh.gov.vn': 'ministry-g18',
  'apiigate.moh.gov.vn': 'ministry-g18',
  'sso.moh.gov.vn': 'ministry-g18',
  'motcua.mod.gov.vn': 'ministry-g11',
  'dichvucong.hanoi.gov.vn': 'province-h26',
  'dla.mplis.gov.vn': 'land',
  'authen.mplis.gov.vn': 'land',
  'motcua.thanhhoa.gov.vn': 'province-h56',
  'dichvucong.baohiemxahoi.gov.vn': 'insurance',
  'www.vidu.gov.vn': null,
};
