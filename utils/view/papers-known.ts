/** What is known of the papers of dossiers whose page names the procedure alone: from policy, else from pages read before. */
import type { Translate } from '../dossier/finding';
import { baseProcedureCode } from '../dossier/procedure-code';
import type { LedgerSighting } from '../dossier/sighting';
import type { Ledger } from '../ledger/database';
import { numbersOf, papersOf } from '../ledger/papers';
import type { Settings } from '../policy/settings';
import { type KnownPapers, summariseKnown } from '../reuse/summary';

interface NamedFile {
  sightings: Pick<LedgerSighting, 'outcome' | 'procedureCode' | 'procedureName'>[];
}

/** @returns one line for each file, in their order; undefined where nothing is known or there is nothing to say */
export async function papersKnown(
  db: Ledger,
  files: readonly NamedFile[],
  settings: Pick<Settings, 'databases' | 'coveredProcedures' | 'procedurePapers'>,
  t: Translate,
): Promise<(string | undefined)[]> {
  const found = files.map(({ sightings }) => sightings.filter(({ outcome }) => outcome === 'found'));
  const numbers = await numbersOf(
    db,
    found.flat().flatMap(({ procedureCode, procedureName }) => (procedureCode ? [] : (procedureName ?? []))),
  );
  const procedures = found.map((sightings) => {
    const said = new Set(
      sightings.flatMap(({ procedureCode, procedureName }) =>
        procedureCode ? (baseProcedureCode(procedureCode) ?? []) : (numbers.get(procedureName ?? '') ?? []),
      ),
    );
    // Systems that name different procedures: which it is, nobody can tell.
    return said.size === 1 ? [...said][0] : undefined;
  });
  const read = await papersOf(
    db,
    procedures.flatMap((procedure) => procedure ?? []),
  );
  const covered = new Set(settings.coveredProcedures);
  return procedures.map((procedure) => {
    if (!procedure) return undefined;
    const known = knownOf(settings.procedurePapers[procedure], read.get(procedure));
    return known && summariseKnown(known, settings.databases, covered.has(procedure), t);
  });
}

function knownOf(
  policy: KnownPapers['papers'] | undefined,
  pages: KnownPapers['papers'] | undefined,
): KnownPapers | undefined {
  if (policy) return { papers: policy, from: 'policy' };
  return pages && { papers: pages, from: 'pages' };
}
