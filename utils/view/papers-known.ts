/** What is known of the papers where a page names the procedure alone: from policy, else from pages read before. */
import type { Translate } from '../dossier/finding';
import { baseProcedureCode } from '../dossier/procedure-code';
import type { LedgerSighting } from '../dossier/sighting';
import type { Ledger } from '../ledger/database';
import { numbersOf, papersOf } from '../ledger/papers';
import type { Settings } from '../policy/settings';
import type { ReusePrompt } from '../reuse/prompt';
import { type KnownPapers, knownPrompt, summariseKnown } from '../reuse/summary';

type Office = Pick<Settings, 'databases' | 'coveredProcedures' | 'procedurePapers'>;

interface NamedFile {
  sightings: Pick<LedgerSighting, 'outcome' | 'procedureCode' | 'procedureName'>[];
}

/** @returns one line for each file, in their order; undefined where nothing is known or there is nothing to say */
export async function papersKnown(
  db: Ledger,
  files: readonly NamedFile[],
  settings: Office,
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
  return ofProcedures(db, procedures, settings, (known, covered) =>
    summariseKnown(known, settings.databases, covered, t),
  );
}

/** @param procedures numbers without a tail @returns a prompt for each, in their order; undefined where there is nothing to say */
export async function promptsKnown(
  db: Ledger,
  procedures: readonly (string | undefined)[],
  settings: Office,
  t: Translate,
): Promise<(ReusePrompt | undefined)[]> {
  return ofProcedures(
    db,
    procedures,
    settings,
    (known, covered) => knownPrompt(known, settings.databases, covered, t) ?? undefined,
  );
}

async function ofProcedures<T>(
  db: Ledger,
  procedures: readonly (string | undefined)[],
  { coveredProcedures, procedurePapers }: Office,
  say: (known: KnownPapers, covered: boolean) => T | undefined,
): Promise<(T | undefined)[]> {
  const read = await papersOf(
    db,
    procedures.flatMap((procedure) => procedure ?? []),
  );
  const covered = new Set(coveredProcedures);
  return procedures.map((procedure) => {
    if (!procedure) return undefined;
    const known = knownOf(procedurePapers[procedure], read.get(procedure));
    return known && say(known, covered.has(procedure));
  });
}

function knownOf(
  policy: KnownPapers['papers'] | undefined,
  pages: KnownPapers['papers'] | undefined,
): KnownPapers | undefined {
  if (policy) return { papers: policy, from: 'policy' };
  return pages && { papers: pages, from: 'pages' };
}
