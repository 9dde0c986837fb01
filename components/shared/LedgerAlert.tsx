/** What was lost of what is kept, or that nothing can be kept now: said on every page until the officer has read it. */
import { useObservable } from 'dexie-react-hooks';
import { showTime } from '../../utils/dossier/time';
import { Button } from './Button';
import { useWords } from './settings-context';
import { useSources } from './sources';

export function LedgerAlert() {
  const t = useWords();
  const sources = useSources();
  const notices = useObservable(() => sources.ledgerNotices, [sources]);
  const { damaged, full, unwritable } = notices ?? {};
  const said = [
    damaged && t('ledger_damaged', [showTime(damaged.at)]),
    full && t(full.fresh ? 'ledger_full_fresh' : 'ledger_full', [showTime(full.at)]),
    unwritable && t('ledger_unwritable', [showTime(unwritable.at)]),
  ].filter((text) => text !== undefined);
  if (said.length === 0) return null;
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-2 border-b border-l-4 border-line border-l-off bg-off-soft px-4 py-2 text-ink"
    >
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {(damaged || full) && (
        <Button onClick={() => void sources.noticesRead()}>{t('ledger_understood')}</Button>
      )}
    </div>
  );
}
