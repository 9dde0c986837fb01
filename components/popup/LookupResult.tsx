/** The dossier looked up: what the ledger holds at once, and each system's answer as it comes. */
import { useEffect, useState } from 'react';
import type { DossierCode } from '../../utils/dossier/code';
import { Button } from '../shared/Button';
import { DossierReport } from '../shared/DossierReport';
import { Notice } from '../shared/Notice';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import type { Asking } from '../shared/use-asking';
import { useDossierView } from '../shared/use-dossier-view';

export function LookupResult({
  code,
  asking,
  wanted,
  onAsked,
}: {
  code: DossierCode;
  asking: Asking;
  /** The systems are to be asked, once what is known stands here: questions change the ledger while it is read. */
  wanted: boolean;
  onAsked: () => void;
}) {
  const t = useWords();
  const sources = useSources();
  const view = useDossierView(code);
  const [panelFailed, setPanelFailed] = useState(false);
  const known = view !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is wanted
  useEffect(() => {
    if (!known || !wanted) return;
    onAsked();
    asking.ask(code);
  }, [known, wanted]);
  if (!view) return null;
  return (
    <>
      <DossierReport
        view={view}
        asking={asking}
        sideBySide={false}
        actions={
          <Button onClick={() => void sources.openPanel(code).then((opened) => setPanelFailed(!opened))}>
            {t('popup_open_panel')}
          </Button>
        }
      />
      {panelFailed && <Notice>{t('popup_panel_failed')}</Notice>}
    </>
  );
}
