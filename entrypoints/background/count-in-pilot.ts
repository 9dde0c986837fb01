/** Pilot mode: what rules find is counted, also of rules that are muted by now. */
import type { IsoInstant } from '../../utils/dossier/time';
import type { Ledger, PilotFinding } from '../../utils/ledger/database';
import { countFindings } from '../../utils/ledger/pilot';
import type { DossierView } from '../../utils/view/dossier-view';
import { findingKey } from '../../utils/view/finding-facts';

/** Each finding counts once for each of its facts, under the first of the dossier's codes in order. */
export async function countInPilot(db: Ledger, views: readonly DossierView[], at: IsoInstant): Promise<void> {
  const found = views.flatMap(({ codes, findings, aside = [] }) =>
    [...findings, ...aside].flatMap((finding): PilotFinding[] => {
      const [code] = [...codes].sort();
      const { rule, facts } = finding;
      return code && facts !== undefined ? [{ code, finding: findingKey(finding), facts, rule, at }] : [];
    }),
  );
  await countFindings(db, found);
}
