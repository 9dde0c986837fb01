/** From the ledger to what a person is shown: find, judge, plan, word. The background and the extension's pages use it alike. */
import { type DossierCode, parseCode } from '../dossier/code';
import type { Translate } from '../dossier/finding';
import type { LedgerSighting, Sighting, SystemId } from '../dossier/sighting';
import type { Ledger } from '../ledger/database';
import { find, type LedgerFile } from '../ledger/find';
import { pausedSystems } from '../ledger/pauses';
import { withSightings } from '../ledger/with-sightings';
import { planSystems } from '../lookup/plan-systems';
import { holdersByProcedure } from '../lookup/procedure-holders';
import type { Settings } from '../policy/settings';
import type { Procedures } from '../systems/procedures';
import { buildView } from './build-view';
import type { DossierView } from './dossier-view';
import { type JudgedBy, judge, judgementsOf } from './judgements-of';
import { papersKnown } from './papers-known';
import { NOTHING_ASIDE, type Settled } from './set-aside';

export interface ViewContext {
  settings: Settings;
  /** The system whose page asks; absent in popup, panel and board. */
  here?: SystemId;
  /** Milliseconds since 1970. */
  now: number;
  /** The catalogue of procedures: whom to ask, by ministry and sector, and due dates that no system shows. */
  catalogue?: Procedures;
  t: Translate;
  /** Seen just now, and the ledger could not keep it. */
  unwritten?: readonly Sighting[];
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
  const { settings, now, t, unwritten = [] } = context;
  const [found, paused] = await Promise.all([find(db, codes), pausedSystems(db, now)]);
  const files = withSightings(found, unwritten);
  const [papers, judgements] = await Promise.all([
    papersKnown(db, files, settings, t),
    judgementsOf(db, files, judgedBy(context)),
  ]);
  return views(codes, { files, paused, papers, judgements }, context);
}

/** The same without a ledger: of what was seen and could not be kept. Nothing is known of other pages. */
export function viewsWithout(codes: DossierCode[], context: ViewContext): DossierView[] {
  const files = withSightings(
    codes.map((code) => ({ codes: [code], sightings: [], tries: [], asking: [] })),
    context.unwritten ?? [],
  );
  const judgements = judge(files, { ...NOTHING_ASIDE, histories: [] }, judgedBy(context));
  return views(codes, { files, paused: new Set(), papers: [], judgements }, context);
}

/** Whom to ask is named among the systems in use here alone. */
function judgedBy({ settings, now, catalogue }: ViewContext): JudgedBy {
  const holders = (all: DossierCode[]) => planFor(all, [], { settings });
  return { settings, now, holders, procedures: catalogue };
}

interface Gathered {
  files: readonly LedgerFile[];
  paused: ReadonlySet<SystemId>;
  papers: readonly (string | undefined)[];
  judgements: readonly Settled[];
}

function views(
  codes: DossierCode[],
  { files, paused, papers, judgements }: Gathered,
  context: ViewContext,
): DossierView[] {
  const { settings, here, now, t } = context;
  const places = new Map(files.flatMap((file, index) => file.codes.map((code) => [code, index] as const)));
  return codes.flatMap((code) => {
    const index = places.get(code) ?? -1;
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
