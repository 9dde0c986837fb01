/** A dossier's file with what was seen of it and is not in its place yet: a page must not be marked by an older word. */
import type { DossierCode } from '../dossier/code';
import { foldRun } from '../dossier/runs';
import type { LedgerSighting, Sighting } from '../dossier/sighting';
import type { Run } from './database';
import type { LedgerFile } from './find';
import { insertSighting } from './runs-of-system';

/** @param sightings in the order they came; those of other dossiers change nothing */
export function withSightings(files: LedgerFile[], sightings: readonly Sighting[]): LedgerFile[] {
  if (sightings.length === 0) return files;
  const byCode = new Map<DossierCode, Sighting[]>();
  for (const sighting of sightings) {
    if (sighting.outcome !== 'found' && sighting.outcome !== 'not-found') continue;
    const known = byCode.get(sighting.code);
    if (known) known.push(sighting);
    else byCode.set(sighting.code, [sighting]);
  }
  return files.map((file) => {
    const news = file.codes.flatMap((code) => byCode.get(code) ?? []);
    return news.length > 0 ? fileWith(file, news) : file;
  });
}

function fileWith(file: LedgerFile, news: readonly Sighting[]): LedgerFile {
  const key = ({ code, system }: Sighting) => `${code}\n${system}`;
  const latest = new Map<string, LedgerSighting>(file.sightings.map((one) => [key(one), one]));
  const ended: Run[] = [...(file.ended ?? [])];
  for (const sighting of news) {
    const known = latest.get(key(sighting));
    latest.set(key(sighting), foldRun(known, sighting));
    // A late one changes runs that are not at hand here; it is among them once it is in its place.
    if (!known || sighting.seenAt < known.seenAt) continue;
    ended.push(...insertSighting({ latest: known, ended: [], touched: new Set() }, sighting).ended);
  }
  return { ...file, sightings: [...latest.values()], ...(ended.length > 0 && { ended }) };
}
