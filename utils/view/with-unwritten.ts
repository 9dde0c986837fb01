/** A dossier's file with what was seen of it and could not be kept: a page must not be marked by an older word. */
import { foldRun } from '../dossier/runs';
import type { LedgerSighting, Sighting } from '../dossier/sighting';
import type { LedgerFile } from '../ledger/find';

/** @param unwritten in the order they were seen; those of other dossiers change nothing */
export function withUnwritten(file: LedgerFile, unwritten: readonly Sighting[]): LedgerFile {
  const news = unwritten.filter(
    ({ code, outcome }) => file.codes.includes(code) && (outcome === 'found' || outcome === 'not-found'),
  );
  if (news.length === 0) return file;
  const key = ({ code, system }: Sighting) => `${code}\n${system}`;
  const latest = new Map<string, LedgerSighting>(file.sightings.map((one) => [key(one), one]));
  for (const sighting of news) latest.set(key(sighting), foldRun(latest.get(key(sighting)), sighting));
  return { ...file, sightings: [...latest.values()] };
}
