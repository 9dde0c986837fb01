/** Raw sightings in any order, gathered to dossiers as the ledger would hold them, with the states that were left. */
import type { DossierCode } from '../dossier/code';
import { foldRun, foldSightings } from '../dossier/runs';
import type { LedgerSighting, Sighting, SystemId } from '../dossier/sighting';
import { classifyStatus } from '../dossier/status';
import { toInstant } from '../dossier/time';
import type { PastRun } from './history';
import type { SightedDossier } from './index';
import { isLand } from './kinds';
import { SKEW_MS } from './standing';
import { relation } from './states';

/** "Đang xử lý..." is what land systems show while a page loads, too. */
const LOADING = /(?:\.\.\.|…)\s*$/;

/**
 * The status that the words say where no canonical one is given. A flag or a fee is no state of the dossier, but says
 * what it says.
 */
export function withStatus(sighting: Sighting): Sighting {
  const { outcome, system, status, statusText } = sighting;
  if (outcome !== 'found' || status || !statusText?.trim()) return sighting;
  if (isLand(system) && LOADING.test(statusText)) return { ...sighting, status: 'unknown' };
  const wording = classifyStatus(statusText);
  const said: Sighting = { ...sighting, status: wording.kind === 'status' ? wording.status : 'unknown' };
  if (wording.kind === 'flag' && wording.flag === 'overdue') said.overdueShown ??= true;
  if (wording.kind === 'payment' && wording.payment !== 'cancelled') said.payment ??= wording.payment;
  return said;
}

/** The latest state, and another that the system showed at that very instant. */
function latestOf(list: Sighting[]): LedgerSighting[] {
  const latest = foldSightings(list);
  if (!latest?.status || latest.status === 'unknown') return latest ? [latest] : [];
  const { status, seenAt } = latest;
  const rivals = list.filter(
    (one) =>
      one.status &&
      !['agrees', 'unclear'].includes(relation(one.status, status)) &&
      toInstant(one.seenAt) === toInstant(seenAt),
  );
  const rival = foldSightings(rivals.slice(0, 1));
  return rival ? [latest, rival] : [latest];
}

/** The states a system left, in order; what it says last is not among them. */
function leftStates(sightings: Sighting[]): PastRun[] {
  const runs: PastRun[] = [];
  let run: LedgerSighting | undefined;
  for (const sighting of [...sightings].sort((a, b) => toInstant(a.seenAt) - toInstant(b.seenAt))) {
    const next = foldRun(run, sighting);
    if (run?.status && next.firstSeenAt !== run.firstSeenAt) {
      const { system, status, firstSeenAt, seenAt, statusSince } = run;
      runs.push({ system, status, at: firstSeenAt, until: seenAt, since: statusSince });
    }
    run = next;
  }
  return runs;
}

/**
 * The sightings of one system by what they are of: all codes under which it holds the dossier together, and each code
 * that it does not hold for itself.
 */
function heldTogether(byCode: Sighting[][]): Sighting[][] {
  const lists = byCode.map((list) => ({ list, held: foldSightings(list)?.outcome === 'found' }));
  const held = lists.filter((one) => one.held).flatMap(({ list }) => list);
  const rest = lists.filter((one) => !one.held).map(({ list }) => list);
  // What another code was told about a lookup that failed, or was not found under, breaks no run.
  return held.length
    ? [byCode.length > 1 ? held.filter(({ outcome }) => outcome === 'found') : held, ...rest]
    : rest;
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

  const bySystem = new Map<Set<DossierCode>, Map<SystemId, Map<DossierCode, Sighting[]>>>();
  for (const sighting of sightings) {
    const dossier = codesOf.get(sighting.code);
    if (!dossier || toInstant(sighting.seenAt) > now + SKEW_MS) continue;
    const systems = bySystem.get(dossier) ?? new Map<SystemId, Map<DossierCode, Sighting[]>>();
    const codes = systems.get(sighting.system) ?? new Map<DossierCode, Sighting[]>();
    const list = codes.get(sighting.code) ?? [];
    list.push(withStatus(sighting));
    bySystem.set(dossier, systems.set(sighting.system, codes.set(sighting.code, list)));
  }
  const dossiers = [...new Set(codesOf.values())].filter((codes) =>
    [...codes].some((code) => seen.has(code)),
  );
  return dossiers.map((codes) => {
    const lists = [...(bySystem.get(codes)?.values() ?? [])].flatMap((byCode) =>
      heldTogether([...byCode.values()]),
    );
    return {
      codes: [...codes],
      sightings: lists.flatMap(latestOf),
      history: lists.flatMap(leftStates),
    };
  });
}
