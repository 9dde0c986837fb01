/** What there is to do today, among the dossiers this officer saw: newest first, a press shows what is known. */
import { useObservable } from 'dexie-react-hooks';
import { useState } from 'react';
import type { DossierCode } from '../../utils/dossier/code';
import { showTime } from '../../utils/dossier/time';
import type { Concern } from '../../utils/view/concern';
import { Button } from '../shared/Button';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';

/** As many as stand in the popup without scrolling. */
const FIRST = 4;
/** The board shows them all. */
const MOST = 50;

const LOOKS: Record<Concern, string> = {
  'out-of-sync': 'border-off bg-off-soft text-off border-2',
  late: 'border-warn bg-warn-soft text-warn',
  'due-today': 'border-accent text-accent border-dashed',
};

export function Today({ onChoose }: { onChoose: (code: DossierCode) => void }) {
  const t = useWords();
  const sources = useSources();
  const entries = useObservable(() => sources.today, [sources]);
  const [all, setAll] = useState(false);
  if (!entries || entries.length === 0) return null;
  const shown = entries.slice(0, all ? MOST : FIRST);
  return (
    <section aria-labelledby="today">
      <h2 id="today" className="mb-1 text-xs font-semibold text-muted">
        {t('popup_today', [String(entries.length)])}
      </h2>
      <ul className="divide-y divide-line rounded border border-line bg-ground">
        {shown.map(({ code, concern, reason, seenAt }) => (
          <li key={code}>
            <button
              type="button"
              className="flex w-full flex-col gap-0.5 px-3 py-1.5 text-left hover:bg-accent-soft"
              onClick={() => onChoose(code)}
            >
              <span className="flex w-full flex-wrap items-center justify-between gap-x-3">
                <span className="font-semibold break-all tabular-nums">{code}</span>
                <span className={`rounded-full border px-2 text-xs font-semibold ${LOOKS[concern]}`}>
                  {t(`popup_today_${concern.replaceAll('-', '_')}`)}
                </span>
              </span>
              <span className="text-xs">{reason}</span>
              <span className="text-xs text-muted">{t('shared_seen', [showTime(seenAt)])}</span>
            </button>
          </li>
        ))}
      </ul>
      {entries.length > FIRST && (
        <Button look="quiet" className="-ml-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'popup_today_less' : 'popup_today_more', [String(entries.length)])}
        </Button>
      )}
    </section>
  );
}
