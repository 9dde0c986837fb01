/** The last ten codes looked up; arrows move through them, Enter looks one up again. */
import { useObservable } from 'dexie-react-hooks';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { showTime } from '../../utils/dossier/time';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export function RecentList({
  ref,
  onChoose,
  onLeave,
  empty,
}: {
  ref: Ref<HTMLUListElement>;
  onChoose: (code: string) => void;
  /** Arrow up on the first one. */
  onLeave: () => void;
  empty: ReactNode;
}) {
  const t = useWords();
  const sources = useSources();
  const recent = useObservable(() => sources.recent, [sources]);
  if (!recent) return null;
  if (recent.length === 0) return empty;

  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = buttons.findIndex((button) => button.matches(':focus')) + step;
    if (next < 0) onLeave();
    else buttons[next]?.focus();
  };

  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="mb-1 text-xs font-semibold text-muted">
        {t('popup_recent')}
      </h2>
      <ul ref={ref} onKeyDown={move} className="divide-y divide-line rounded border border-line bg-ground">
        {recent.slice(0, 10).map(({ code, at }) => (
          <li key={code}>
            <button
              type="button"
              className="flex min-h-9 w-full flex-wrap items-center justify-between gap-x-3 px-3 py-1 text-left hover:bg-accent-soft"
              onClick={() => onChoose(code)}
            >
              <span className="break-all tabular-nums">{code}</span>
              <span className="text-xs text-muted">{t('popup_looked_up_at', [showTime(at)])}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
