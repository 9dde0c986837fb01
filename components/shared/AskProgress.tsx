/** How far the answers are: a bar for the eye, one sentence for everyone. */
import type { DossierView } from '../../utils/view/dossier-view';
import { useWords } from './settings-context';
import { type Asking, progressOf } from './use-asking';

export function AskProgress({ asking, view }: { asking: Asking; view: DossierView | undefined }) {
  const t = useWords();
  const progress = view && asking.asked ? progressOf(view, asking.asked) : null;
  const busy = progress !== null && progress.answered < progress.of;
  return (
    <div className="flex flex-col gap-1">
      <p role="status" className="text-xs text-muted">
        {sentence()}
      </p>
      {busy && (
        <progress
          className="h-1.5 w-full"
          aria-label={t('shared_progress')}
          value={progress.answered}
          max={progress.of}
        />
      )}
    </div>
  );

  function sentence(): string {
    if (asking.sending) return t('shared_sending');
    if (!progress) return '';
    const { fresh, paused } = asking;
    const left = [
      fresh > 0 && t('shared_left_fresh', [String(fresh)]),
      paused > 0 && t('shared_left_paused', [String(paused)]),
    ].filter((one) => one !== false);
    if (progress.of === 0) return left.join(' ') || t('shared_nobody_to_ask');
    const answered = t(busy ? 'shared_answered_of' : 'shared_answered_all', [
      String(progress.answered),
      String(progress.of),
    ]);
    return [answered, ...left].join('. ');
  }
}
