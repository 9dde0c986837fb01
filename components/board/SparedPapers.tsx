/** Papers that officers were told not to ask for, by database: counted here, once for each dossier and paper. */
import { useObservable } from 'dexie-react-hooks';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';

export function SparedPapers() {
  const t = useWords();
  const sources = useSources();
  const counts = useObservable(() => sources.spared, [sources]);
  if (!counts || counts.length === 0) return null;
  const total = counts.reduce((sum, { papers }) => sum + papers, 0);
  return (
    <section aria-labelledby="spared" className="rounded border border-line bg-ground p-4">
      <h2 id="spared" className="font-semibold">
        {t('board_spared', [String(total)])}
      </h2>
      <p className="text-xs text-muted">{t('board_spared_lead')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        {counts.map(({ database, papers }) => (
          <li key={database}>
            <b className="tabular-nums">{papers}</b> {t(`reuse_database_${database.replaceAll('-', '_')}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
