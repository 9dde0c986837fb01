/** How the software of a platform is asked, for an administrator who names the platform and the API's host alone. */
import type { Connector } from '../connector';
import { igateQuery } from './igate-query';
import { opencpsTabQuery } from './opencps-query';
import { tdQuery } from './td-query';

/** By platform id; each takes the API's host. */
export const QUERIES = { igate: igateQuery, opencps: opencpsTabQuery, td: tdQuery } satisfies Record<
  string,
  (api: string) => Connector
>;

export type QueriedPlatform = keyof typeof QUERIES;
