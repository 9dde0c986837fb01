/** What one system says of the dossier: its own words, ours where they differ, due date, where and when seen, a way there. */
import type { SystemLine as Line } from '../../utils/view/dossier-view';
import { Button } from './Button';
import { SeenAt } from './SeenAt';
import { useWords } from './settings-context';
import { VerdictMark } from './VerdictMark';

export function SystemLine({
  line,
  differs,
  onAsk,
  onOpen,
  onPause,
}: {
  line: Line;
  /** It is one of the systems that are out of sync. */
  differs: boolean;
  onAsk: () => void;
  onOpen: () => void;
  onPause: (paused: boolean) => void;
}) {
  const t = useWords();
  const waiting = line.state === 'asking';
  const askKey = line.state === 'never-asked' ? 'shared_ask' : 'shared_ask_again';
  return (
    <li
      aria-busy={waiting}
      className={`flex min-w-0 flex-col gap-0.5 rounded border bg-ground px-3 py-2 ${differs ? 'border-off border-l-4' : 'border-line'}`}
    >
      <h4 className="flex min-w-0 items-center gap-1.5 font-semibold" title={line.name}>
        {differs && <VerdictMark verdict="out-of-sync" size={12} />}
        <span className="break-words">{line.shortName}</span>
        {line.here && (
          <span className="rounded bg-accent-soft px-1.5 text-xs font-normal">{t('shared_here')}</span>
        )}
      </h4>
      <Said line={line} />
      {line.pausedText && <p className="text-muted">{line.pausedText}</p>}
      {line.state !== 'found' && <State text={line.stateText} waiting={waiting} />}
      <div className="-mx-2 flex flex-wrap">
        {line.askBy === 'request' && !line.paused && (
          <Button
            look="quiet"
            aria-disabled={waiting}
            aria-label={`${t(askKey)} ${line.shortName}`}
            onClick={() => !waiting && onAsk()}
          >
            {t(askKey)}
          </Button>
        )}
        {line.openUrl && !line.here && (
          <Button
            look="quiet"
            aria-label={t(line.signIn ? 'shared_sign_in_at' : 'shared_open_at', [line.shortName])}
            onClick={onOpen}
          >
            {t(line.signIn ? 'overlay_sign_in' : 'shared_open')}
          </Button>
        )}
        {line.askBy === 'request' && line.paused !== 'all' && (
          <Button
            look="quiet"
            aria-label={`${t(line.paused ? 'overlay_unpause' : 'overlay_pause')} ${line.shortName}`}
            onClick={() => onPause(!line.paused)}
          >
            {t(line.paused ? 'overlay_unpause' : 'overlay_pause')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What was seen, also when a later try failed; never without where and when it was seen. */
function Said({ line }: { line: Line }) {
  const t = useWords();
  const { statusText, statusLabel, dueText, seenAt, seenText } = line;
  if (!seenText) return null;
  const shown = statusText ?? statusLabel ?? (line.state === 'found' ? t('shared_no_status') : undefined);
  const sameWords = statusText?.toLowerCase() === statusLabel?.toLowerCase();
  return (
    <>
      {shown && <p className="break-words text-[0.9375rem]">{shown}</p>}
      {statusText && statusLabel && !sameWords && (
        <p className="text-xs text-muted">{t('shared_means', [statusLabel])}</p>
      )}
      {dueText && <p className="text-xs">{t('shared_due', [dueText])}</p>}
      <SeenAt at={seenAt} text={t('shared_seen', [seenText])} />
    </>
  );
}

/** Why nothing newer is known, and what to do. */
function State({ text, waiting }: { text: string; waiting: boolean }) {
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
