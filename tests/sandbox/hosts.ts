import type { SandboxSystem } from './world/types';

/** Every host the sandbox answers for, and the system it belongs to; null: of no system the extension knows. */
export const HOSTS: Readonly<Record<string, SandboxSystem | null>> = {
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
  'www.vidu.gov.vn': null,
};
