/** The view of one dossier, live. A component that shows a dossier is keyed by its code, so no value outlives its dossier. */
import { useObservable } from 'dexie-react-hooks';
import type { DossierCode } from '../../utils/dossier/code';
import type { DossierView } from '../../utils/view/dossier-view';
import { useSources } from './sources';

/** @returns undefined until the ledger has answered */
export function useDossierView(code: DossierCode): DossierView | undefined {
  const sources = useSources();
  return useObservable(() => sources.view(code), [sources, code]);
}
