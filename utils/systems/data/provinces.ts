/** The one-stop systems of the 34 provinces, made from one table. */
import { igateQuery } from '../platforms/igate-query';
import type { System } from '../system';
import { PROVINCES, type Province } from './province-table';

function systemOf(province: Province): System {
  const {
    code,
    name,
    shortName = name,
    old,
    host,
    seen,
    platform,
    more = [],
    igateApi,
    connector = igateApi ? igateQuery(igateApi) : undefined,
    dossierUrl,
  } = province;
  return {
    id: `province-${code.toLowerCase()}`,
    name: `Hệ thống giải quyết TTHC ${name}`,
    shortName,
    nameEn: `One-stop system of ${name}`,
    kind: 'province',
    agencyCodes: [code, ...old],
    hosts: [{ host, role: 'citizen', confidence: seen ? 'seen' : 'inferred' }, ...more],
    homeUrl: `https://${host}/`,
    ...(platform ? { platform } : {}),
    ...(dossierUrl ? { dossierUrl } : {}),
    ...(connector ? { connector } : {}),
  };
}

export const systems: System[] = PROVINCES.map(systemOf);
