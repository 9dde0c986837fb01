/** From the ledger to what a person is shown: find, judge, plan, word. The background and the extension's pages use it alike. */
import { type DossierCode, parseCode } from '../dossier/code';
import type { Translate } from '../dossier/finding';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import type { Ledger } from '../ledger/database';
import { find } from '../ledger/find';
import { pausedSystems } from '../ledger/pauses';
import { planSystems } from '../lookup/plan-systems';
import { holdersByProcedure } from '../lookup/procedure-holders';
import type { Settings } from '../policy/settings';
import type { Procedures } from '../systems/procedures';
import { buildView } from './build-view';
import type { DossierView } from './dossier-view';
import { judgementsOf } from './judgements-of';
import { papersKnown } from './papers-known';

export interface ViewContext {
  settings: Settings;
  /** The system whose page asks; absent in popup, panel and board. */
  here?: SystemId;
  /** Milliseconds since 1970. */
  now: number;
  /** The catalogue of procedures: whom to ask, by ministry and sector, and due dates that no system shows. */
  catalogue?: Procedures;
  t: Translate;
}

function planFor(
  codes: DossierCode[],
  found: LedgerSighting[],
  { settings, catalogue }: Pick<ViewContext, 'settings' | 'catalogue'>,
): SystemId[] {
  const parsed = codes.flatMap((code) => parseCode(code) ?? []);
  const seen = found.map(({ system }) => system);
  const byProcedure = catalogue ? holdersByProcedure(found, catalogue, settings.systems) : [];
  return planSystems(parsed, settings, seen, byProcedure);
}

/** @returns one view for each code asked, in their order; a code nothing is known of gets a view that says so */
export async function viewsOf(
  db: Ledger,
  codes: DossierCode[],
  context: ViewContext,
): Promise<DossierView[]> {
  const { settings, here, now, t } = context;
  const [files, paused] = await Promise.all([find(db, codes), pausedSystems(db, now)]);
  const papers = await papersKnown(db, files, settings, t);
  // Whom to ask is named among the systems in use here alone.
  const holders = (all: DossierCode[]) => planFor(all, [], { settings });
  const judgements = await judgementsOf(db, files, {
    settings,
    now,
    holders,
    procedures: context.catalogue,
  });
  return codes.flatMap((code) => {
    const index = files.findIndex((file) => file.codes.includes(code));
    const file = files[index];
    const judgement = judgements[index];
    if (!file || !judgement) return [];
    const found = file.sightings.filter(({ outcome }) => outcome === 'found');
    const planned = planFor(file.codes, found, context);
    const view = buildView({ code, file, judgement, settings, planned, here, paused, now, t });
    const papersText = papers[index];
    return [papersText ? { ...view, papersText } : view];
  });
}
