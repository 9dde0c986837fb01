/** Looks a list of dossiers up: paste or drop it, follow how far it is, stop and go on, take the result away. */
import { useObservable } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '../shared/Notice';
import { PageHead } from '../shared/PageHead';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { BatchForm } from './BatchForm';
import { BatchProgress } from './BatchProgress';
import { BatchResult } from './BatchResult';

export function BatchPage() {
  const t = useWords();
  const sources = useSources();
  const now = useObservable(() => sources.batch, [sources]);
  const [failed, setFailed] = useState(false);
  const progress = useRef<HTMLElement>(null);
  const state = now === undefined ? undefined : (now?.state ?? 'none');
  const before = useRef(state);
  useEffect(() => {
    // The button that was pressed is gone with the state: the focus stays where the list is steered.
    const changed = before.current !== undefined && before.current !== state;
    if (changed && document.activeElement === document.body) progress.current?.focus({ preventScroll: true });
    before.current = state;
  }, [state]);
  const busy = now?.state === 'running' || now?.state === 'paused';
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4 sm:p-6">
      <PageHead title={t('batch_title')} lead={t('batch_lead')} pages={['board', 'options', 'help']} />
      <main className="flex flex-col gap-4">
        {!busy && now !== undefined && (
          <BatchForm onStart={(codes) => void sources.startBatch(codes).then((done) => setFailed(!done))} />
        )}
        {failed && <Notice>{t('shared_ask_failed')}</Notice>}
        {now && <BatchProgress now={now} ref={progress} />}
        {now && now.rows.length > 0 && <BatchResult rows={now.rows} />}
      </main>
    </div>
  );
}
