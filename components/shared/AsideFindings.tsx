/** Findings that are not told any more: why, and for those that the officer set aside a way back. */
import type { AsideView } from '../../utils/view/dossier-view';
import { findingKey } from '../../utils/view/finding-facts';
import { Button } from './Button';
import { useWords } from './settings-context';

export function AsideFindings({
  aside,
  onRestore,
}: {
  aside: AsideView[];
  onRestore: (finding: AsideView) => void;
}) {
  const t = useWords();
  return (
    <section aria-labelledby="aside">
      <h3 id="aside" tabIndex={-1} className="mb-1 text-xs font-semibold text-muted">
        {t('shared_aside')}
      </h3>
      <ul className="flex flex-col gap-2">
        {aside.map((finding) => (
          <li
            key={findingKey(finding)}
            className="flex flex-col gap-1 rounded border border-dashed border-edge bg-ground px-3 py-2"
          >
            <p className="text-muted">{finding.reason}</p>
            <p className="text-xs">{finding.becauseText}</p>
            {finding.because === 'dismissed' && (
              <div>
                <Button onClick={() => onRestore(finding)}>{t('shared_restore')}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
