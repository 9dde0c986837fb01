/** Beside the page: the dossier chosen or under the cursor there. */
import { useObservable } from 'dexie-react-hooks';
import { useState } from 'react';
import type { DossierCode } from '../../utils/dossier/code';
import { Button } from '../shared/Button';
import { EmptyState } from '../shared/EmptyState';
import { PageLinks } from '../shared/PageLinks';
import { PilotCard } from '../shared/PilotCard';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { DossierPanel } from './DossierPanel';

export function SidePanel() {
  const t = useWords();
  const sources = useSources();
  const current = useObservable(() => sources.current, [sources]);
  /** Kept by hand, or because something is being written about it. */
  const [kept, setKept] = useState<DossierCode | null>(null);
  const [busy, setBusy] = useState<DossierCode | null>(null);
  const code = busy ?? kept ?? current;
  return (
    <div className="flex min-h-screen flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line bg-ground px-4 py-2">
        <h1 className="text-base font-bold">{t('extName')}</h1>
        <PageLinks pages={['board', 'batch', 'options', 'help']} />
      </header>
      <main className="flex grow flex-col gap-3 p-4">
        <PilotCard />
        {code && (
          <div className="flex flex-wrap items-center justify-between gap-x-3 text-xs">
            <label className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                className="accent-accent"
                checked={kept !== null}
                onChange={({ target }) => setKept(target.checked ? code : null)}
              />
              {t('panel_keep')}
            </label>
            {current && current !== code && (
              <Button
                look="quiet"
                onClick={() => {
                  setKept(null);
                  setBusy(null);
                }}
              >
                {t('panel_follow', [current])}
              </Button>
            )}
          </div>
        )}
        {code && <DossierPanel key={code} code={code} onBusy={(now) => setBusy(now ? code : null)} />}
        {code === null && (
          <EmptyState title={t('panel_empty_title')}>
            <ol className="list-decimal pl-5 text-left">
              <li>{t('panel_empty_step1')}</li>
              <li>{t('panel_empty_step2')}</li>
              <li>{t('panel_empty_step3')}</li>
            </ol>
          </EmptyState>
        )}
      </main>
    </div>
  );
}
