/** A system whose pages Chrome does not let us read yet: says so, and asks Chrome by a click. */
import { useState } from 'react';
import type { System } from '../../utils/systems/system';
import { Button } from '../shared/Button';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';

export function PageAccess({ system, patterns }: { system: System; patterns: string[] }) {
  const t = useWords();
  const { askForAccess } = useSources();
  const [refused, setRefused] = useState(false);
  const hosts = patterns.map((pattern) => pattern.split('/')[2]).join(', ');
  return (
    <div className="mt-1 flex flex-col items-start gap-1">
      <p className="text-xs text-warn">{t('options_access_missing', [hosts])}</p>
      <Button
        aria-label={`${t('options_access_ask')}: ${system.shortName}`}
        onClick={() => void askForAccess(patterns).then((allowed) => setRefused(!allowed))}
      >
        {t('options_access_ask')}
      </Button>
      <p role="status" className="text-xs empty:hidden">
        {refused ? t('options_access_refused') : ''}
      </p>
    </div>
  );
}
