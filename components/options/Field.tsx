/** A labelled setting: what it does, that policy fixed it, what is wrong with what was typed. */
import type { ReactNode } from 'react';
import { useWords } from '../shared/settings-context';

export function Field({
  id,
  label,
  hint,
  locked,
  error,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  locked: boolean;
  error?: string;
  /** Gets what `aria-describedby` must name. */
  children: (describedBy: string | undefined) => ReactNode;
}) {
  const t = useWords();
  const parts = [hint && `${id}-hint`, locked && `${id}-locked`, error && `${id}-error`].filter(Boolean);
  return (
    <div className="flex flex-col gap-1 border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {children(parts.length > 0 ? parts.join(' ') : undefined)}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {locked && (
        <p id={`${id}-locked`} className="text-xs text-warn">
          {t('options_locked')}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs text-off">
          {error}
        </p>
      )}
    </div>
  );
}
