/** The states that systems left: what they said of dossiers before their latest word. Reads only. */
import type { DossierCode } from '../dossier/code';
import { type Ledger, type Run, rowsOfCodes } from './database';

/** The ended runs of each group of codes, in the groups' order. */
export async function historyOf(db: Ledger, groups: readonly DossierCode[][]): Promise<Run[][]> {
  const byCode = new Map<DossierCode, Run[]>();
  for (const run of await rowsOfCodes(db.changes, groups.flat())) {
    const known = byCode.get(run.code);
    if (known) known.push(run);
    else byCode.set(run.code, [run]);
  }
  return groups.map((codes) => codes.flatMap((code) => byCode.get(code) ?? []));
}
