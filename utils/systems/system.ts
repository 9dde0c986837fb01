/** What the catalogue says of one system. Types only; `schema.ts` is the zod twin that checks data and policy. */
import type { SystemId } from '../dossier/sighting';
import type { Connector } from './connector';

export type SystemKind =
  | 'national-portal'
  | 'coordination'
  | 'ministry'
  | 'province'
  | 'land'
  | 'civil-status'
  | 'interlinked-services'
  | 'business'
  | 'insurance'
  | 'tax'
  | 'payment'
  | 'documents';

export interface SystemHost {
  /** Host name, `*.` allowed in front. Hosts not known are left out, never invented. */
  host: string;
  role: 'officer' | 'citizen' | 'api' | 'login';
  confidence: 'seen' | 'seen-weak' | 'inferred' | 'policy';
  /** Only paths that begin so belong to the system, e.g. `/dc`. */
  path?: string;
}

export interface System {
  id: SystemId;
  /** Vietnamese name, and a short one for chips ("DVCQG", "Bộ Y tế", "Hà Nội"). */
  name: string;
  shortName: string;
  nameEn: string;
  kind: SystemKind;
  /** Agency codes whose dossiers it holds: G18, H26, and merged old ones. */
  agencyCodes: string[];
  hosts: SystemHost[];
  /** Id of the platform profile that reads its pages; absent: the generic reader alone. */
  platform?: string;
  /** URL that shows one dossier, `{code}` where the code goes; absent where none is known. */
  dossierUrl?: string;
  homeUrl?: string;
  loginUrl?: string;
  /** How it can be asked, from the background or by an open page; absent: it can only be opened. */
  connector?: Connector;
  /** Procedures whose dossiers it can hold, as the national catalogue groups them. */
  procedures?: {
    /** Slug of the ministry that answers for them: bo-tu-phap. */
    ministry?: string;
    /** Names of sectors, any case and accents: Hộ tịch. */
    sectors?: string[];
  };
  /** Police and defence: asked without a click only where a switch of their own allows it too. */
  guarded?: true;
}
