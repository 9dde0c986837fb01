/** Beside the page: the dossier chosen there, its systems side by side. */
import { useObservable } from 'dexie-react-hooks';
import type { DossierCode } from '../../utils/dossier/code';
import { WhyRead } from '../explain/WhyRead';
import { DossierReport } from '../shared/DossierReport';
import { EmptyState } from '../shared/EmptyState';
import { PageLinks } from '../shared/PageLinks';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { useAsking } from '../shared/use-asking';
import { useDossierView } from '../shared/use-dossier-view';

export function SidePanel() {
  const t = useWords();
  const sources = useSources();
  const code = useObservable(() => sources.current, [sources]);
  return (
    <div className="flex min-h-screen flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line bg-ground px-4 py-2">
        <h1 className="text-base font-bold">{t('extName')}</h1>
        <PageLinks pages={['board', 'batch', 'options', 'help']} />
      </header>
      <main className="grow p-4">
        {code && <Chosen key={code} code={code} />}
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

function Chosen({ code }: { code: DossierCode }) {
  const view = useDossierView(code);
  const asking = useAsking('panel');
  if (!view) return null;
  return (
    <>
      <DossierReport view={view} asking={asking} sideBySide />
      <WhyRead code={code} />
    </>
  );
}
