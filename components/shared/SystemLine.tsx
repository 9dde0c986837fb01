/** What one system says of the dossier: its own words, ours where they differ, due date, where and when seen, a way there. */
import type { SystemLine as Line } from '../../utils/view/dossier-view';
import { Button } from './Button';
import { SeenAt } from './SeenAt';
import { useWords } from './settings-context';
import { VerdictMark } from './VerdictMark';

export function SystemLine({
  line,
  differs,
  onOpen,
}: {
  line: Line;
  /** A finding of weight names this system. */
  differs: boolean;
  onOpen: () => void;
}) {
  const t = useWords();
  const waiting = line.state === 'asking';
  return (
    <li
      aria-busy={waiting}
      className={`flex min-w-0 flex-col gap-0.5 rounded border bg-ground px-3 py-2 ${differs ? 'border-off border-l-4' : 'border-line'}`}
    >
      <div className="flex items-center justify-between gap-2">
        <h4 className="flex min-w-0 items-center gap-1.5 font-semibold" title={line.name}>
          {differs && <VerdictMark verdict="out-of-sync" size={12} />}
          <span className="break-words">{line.shortName}</span>
          {line.here && (
            <span className="rounded bg-accent-soft px-1.5 text-xs font-normal">{t('shared_here')}</span>
          )}
        </h4>
        {line.openUrl && !line.here && (
          <Button
            look="quiet"
            className="-mr-2"
            aria-label={t('shared_open_at', [line.shortName])}
            onClick={onOpen}
          >
            {t('shared_open')}
          </Button>
        )}
      </div>
      {line.state === 'found' ? <Said line={line} /> : <NotSaid text={line.stateText} waiting={waiting} />}
      {line.seenText && <SeenAt at={line.seenAt} text={t('shared_seen', [line.seenText])} />}
    </li>
  );
}

function Said({ line }: { line: Line }) {
  const t = useWords();
  const sameWords = line.statusText?.toLowerCase() === line.statusLabel?.toLowerCase();
  return (
    <>
      <p className="break-words text-[0.9375rem]">
        {line.statusText ?? line.statusLabel ?? t('shared_no_status')}
      </p>
      {line.statusText && line.statusLabel && !sameWords && (
        <p className="text-xs text-muted">{t('shared_means', [line.statusLabel])}</p>
      )}
      {line.dueText && <p className="text-xs">{t('shared_due', [line.dueText])}</p>}
    </>
  );
}

function NotSaid({ text, waiting }: { text: string; waiting: boolean }) {
  return (
    <p className="flex items-center gap-2 text-muted">
      {waiting && (
        <span
          aria-hidden="true"
          className="size-3 shrink-0 animate-spin rounded-full border-2 border-edge border-t-transparent"
        />
      )}
      <span>{text}</span>
    </p>
  );
}
