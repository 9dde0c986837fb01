/** The explaining as a script of its own, put beside the reader only when an officer asks why: it reads the page again. */
import type { DossierCode } from '../dossier/code';
import { Explainer } from './explain';
import type { PageExplanation } from './explanation';
import { rootSteps } from './gate';
import type { ReaderWorld, ReadHow } from './in-page';
import { inSlices } from './in-slices';
import type { PageReading } from './index';

/** What the content script and the reader left in their world, and what this script offers there. */
export interface ExplainWorld extends ReaderWorld {
  soiHoSo?: { report: PageReading | null; how: ReadHow };
  soiExplain?: (code: DossierCode) => Promise<PageExplanation | null>;
}

export function offerExplainer(world: ExplainWorld, document: Document): void {
  /** @returns null where this frame shows no such dossier (any more) */
  world.soiExplain = async (code) => {
    const { soiHoSo: state, soiReader: read } = world;
    if (!state?.report || !read) return null;
    const explainer = new Explainer(code);
    const report = await read(document, {
      ...state.how,
      roots: await inSlices(rootSteps(document)),
      trace: explainer.trace,
    });
    const explained = explainer.explain(report);
    return explained.dossiers.length > 0 ? explained : null;
  };
}
