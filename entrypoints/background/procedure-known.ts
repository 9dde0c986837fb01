/** What the office knows of the procedure that a page's components belong to; their papers are kept for its number. */
import type { PaperId } from '../../utils/dossier/paper';
import { baseProcedureCode } from '../../utils/dossier/procedure-code';
import { rememberPapers } from '../../utils/ledger/papers';
import type { Settings } from '../../utils/policy/settings';
import type { ProcedureKnown } from '../../utils/reuse/page-papers';
import type { ProcedureSaid } from '../../utils/reuse/procedure-here';
import type { Services } from './services';

export async function procedureKnown(
  services: Pick<Services, 'db' | 'procedures'>,
  { coveredProcedures }: Pick<Settings, 'coveredProcedures'>,
  said: ProcedureSaid,
  papers: PaperId[],
): Promise<ProcedureKnown> {
  const catalogue = await services.procedures([{ procedureName: said.name ?? said.code }]);
  const byCode = said.code ? baseProcedureCode(said.code) : null;
  const byName = said.name ? catalogue.codeOf(said.name) : null;
  // A number and a name of two procedures: which of them it is, nobody can tell.
  if (byCode && byName && byCode !== byName) return { covered: false };
  const code = byCode ?? byName;
  if (!code) return { covered: false };
  await rememberPapers(services.db(), code, papers);
  const name = catalogue.nameOf(code);
  return { covered: coveredProcedures.includes(code), ...(name && { name }) };
}
