/** What the office knows of procedures that pages name; the papers of a page's components are kept for its number. */
import type { PaperId } from '../../utils/dossier/paper';
import { baseProcedureCode } from '../../utils/dossier/procedure-code';
import { rememberPapers } from '../../utils/ledger/papers';
import { translator } from '../../utils/platform/i18n';
import type { Settings } from '../../utils/policy/settings';
import type { ProcedureKnown } from '../../utils/reuse/page-papers';
import type { ProcedureSaid } from '../../utils/reuse/procedure-here';
import type { ReusePrompt } from '../../utils/reuse/prompt';
import type { Procedures } from '../../utils/systems/procedures';
import { promptsKnown } from '../../utils/view/papers-known';
import type { Services } from './services';

type Known = Pick<Services, 'db' | 'procedures'>;

export async function procedureKnown(
  services: Known,
  { coveredProcedures }: Pick<Settings, 'coveredProcedures'>,
  said: ProcedureSaid,
  papers: PaperId[],
): Promise<ProcedureKnown> {
  const catalogue = await catalogueFor(services, [said]);
  const code = numberOf(catalogue, said);
  if (!code) return { covered: false };
  await rememberPapers(services.db(), code, papers);
  const name = catalogue.nameOf(code);
  return { covered: coveredProcedures.includes(code), ...(name && { name }) };
}

/** @returns what is known of the papers of each, in their order; null where nothing is, and where one came before */
export async function proceduresNamed(
  services: Known,
  settings: Settings,
  said: ProcedureSaid[],
): Promise<(ReusePrompt | null)[]> {
  const catalogue = await catalogueFor(services, said);
  const numbers = said.map((one) => numberOf(catalogue, one) ?? undefined);
  const once = numbers.map((number, at) => (numbers.indexOf(number) === at ? number : undefined));
  const prompts = await promptsKnown(services.db(), once, settings, translator(settings.language));
  return prompts.map((prompt) => prompt ?? null);
}

const catalogueFor = (services: Known, said: ProcedureSaid[]): Promise<Procedures> =>
  services.procedures(said.map(({ code, name }) => ({ procedureName: name ?? code })));

/** A number and a name of two procedures: which of them it is, nobody can tell. */
function numberOf(catalogue: Procedures, { code, name }: ProcedureSaid): string | null {
  const byCode = code ? baseProcedureCode(code) : null;
  const byName = name ? catalogue.codeOf(name) : null;
  return byCode && byName && byCode !== byName ? null : (byCode ?? byName);
}
