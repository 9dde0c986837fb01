/** Raw sightings in any order, gathered to dossiers as the ledger would hold them. */
import type { DossierCode } from '../dossier/code';
import { foldSightings } from '../dossier/runs';
import type { Sighting } from '../dossier/sighting';
import { classifyStatus } from '../dossier/status';
import { toInstant } from '../dossier/time';
import type { SightedDossier } from './index';
import { SKEW_MS } from './standing';

/** The status that the words say where no canonical one is given; a flag or a fee is no state of the dossier. */
export function withStatus(sighting: Sighting): Sighting {
  if (sighting.status || !sighting.statusText?.trim()) return sighting;
  const wording = classifyStatus(sighting.statusText);
  return { ...sighting, status: wording.kind === 'status' ? wording.status : 'unknown' };
}

/**
 * One dossier for all codes that links or sightings (`otherCode`) join, in order of first appearance.
 * @param now milliseconds; sightings from after it, beyond the skew of clocks, are left out.
 */
export function gather(sightings: Sighting[], links: DossierCode[][], now: number): SightedDossier[] {
  const codesOf = new Map<DossierCode, Set<DossierCode>>();
  const join = (codes: DossierCode[]): void => {
    const joined = new Set(codes.flatMap((code) => [...(codesOf.get(code) ?? [code])]));
    for (const code of joined) codesOf.set(code, joined);
  };
  for (const { code, otherCode } of sightings) join(otherCode ? [code, otherCode] : [code]);
  const seen = new Set(codesOf.keys());
  for (const link of links) join(link);

  const runs = new Map<DossierCode, Map<string, Sighting[]>>();
  for (const sighting of sightings) {
    if (toInstant(sighting.seenAt) > now + SKEW_MS) continue;
    const bySystem = runs.get(sighting.code) ?? new Map<string, Sighting[]>();
    runs.set(sighting.code, bySystem);
    bySystem.set(sighting.system, [...(bySystem.get(sighting.system) ?? []), withStatus(sighting)]);
  }
  const dossiers = [...new Set(codesOf.values())].filter((codes) =>
    [...codes].some((code) => seen.has(code)),
  );
  return dossiers.map((codes) => ({
    codes: [...codes],
    sightings: [...codes].flatMap((code) =>
      [...(runs.get(code)?.values() ?? [])].flatMap((list) => foldSightings(list) ?? []),
    ),
  }));
}
