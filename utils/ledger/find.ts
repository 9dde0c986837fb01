/** What the ledger knows of dossiers. Reads only, so that pages may use it inside a live query. */
import type { DossierCode } from '../dossier/code';
import type { LedgerSighting } from '../dossier/sighting';
import { type Asking, type Ledger, type Run, rowsOfCodes, type Try } from './database';
import { groupCodes } from './links';
import { withSightings } from './with-sightings';

/** Everything known of one dossier, all its codes together. */
export interface LedgerFile {
  /** The code asked for first. */
  codes: DossierCode[];
  /** The latest word of each system under each code. */
  sightings: LedgerSighting[];
  tries: Try[];
  asking: Asking[];
  /** Runs that have ended and are not among the stored ones yet. */
  ended?: Run[];
}

/** One file for each dossier among `codes`, in their order; a dossier of which nothing is known has an empty file. */
export async function find(db: Ledger, codes: readonly DossierCode[]): Promise<LedgerFile[]> {
  if (codes.length === 0) return [];
  const tables = [db.links, db.latest, db.tries, db.asking, db.arrivals];
  try {
    // One transaction: a file is of one moment, and opening one for each read would cost more than the reads.
    return await db.transaction('r', tables, async () => read(db, codes));
  } catch (error) {
    // On a busy machine the browser may end it between two reads of a live query: then without.
    if (!(error instanceof Error && error.name === 'PrematureCommitError')) throw error;
    return read(db, codes);
  }
}

interface Rows {
  sightings: LedgerSighting[];
  tries: Try[];
}

async function rowsOf(db: Ledger, codes: readonly DossierCode[]): Promise<Rows> {
  if (codes.length === 0) return { sightings: [], tries: [] };
  const [sightings, tries] = await Promise.all([rowsOfCodes(db.latest, codes), rowsOfCodes(db.tries, codes)]);
  return { sightings, tries };
}

/** Most dossiers have one code: their rows are read while its links are looked for. */
async function read(db: Ledger, codes: readonly DossierCode[]): Promise<LedgerFile[]> {
  const [groups, own, asking, arrivals] = await Promise.all([
    groupCodes(db, codes),
    rowsOf(db, codes),
    db.asking.toArray(),
    db.arrivals.toArray(),
  ]);
  const asked = new Set(codes);
  const linked = await rowsOf(
    db,
    groups.flat().filter((code) => !asked.has(code)),
  );
  return withSightings(
    fill(groups, [...own.sightings, ...linked.sightings], [...own.tries, ...linked.tries], asking),
    arrivals.flatMap(({ sightings }) => sightings),
  );
}

function fill(
  groups: DossierCode[][],
  sightings: LedgerSighting[],
  tries: Try[],
  asking: Asking[],
): LedgerFile[] {
  const files = new Map<DossierCode, LedgerFile>();
  const answer = groups.map((group) => {
    const file: LedgerFile = { codes: group, sightings: [], tries: [], asking: [] };
    for (const code of group) files.set(code, file);
    return file;
  });
  for (const sighting of sightings) files.get(sighting.code)?.sightings.push(sighting);
  for (const attempt of tries) files.get(attempt.code)?.tries.push(attempt);
  for (const question of asking) files.get(question.code)?.asking.push(question);
  return answer;
}
