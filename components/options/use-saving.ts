/** Keeps a change at once and says so; there is no button to forget. */
import { useCallback, useEffect, useState } from 'react';
import { useWords } from '../shared/settings-context';
import { type OwnSettings, useSources } from '../shared/sources';

export type Save = (patch: OwnSettings) => void;

export function useSaving(): { save: Save; told: string } {
  const sources = useSources();
  const t = useWords();
  const [kept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    // A failure stays until the next change; a success need not.
    if (kept !== true) return;
    const timer = setTimeout(() => setKept(null), 2_500);
    return () => clearTimeout(timer);
  }, [kept]);
  const save = useCallback(
    (patch: OwnSettings) => {
      setKept(null);
      void sources.saveSettings(patch).then(setKept);
    },
    [sources],
  );
  return { save, told: kept === null ? '' : t(kept ? 'options_saved' : 'options_not_saved') };
}
