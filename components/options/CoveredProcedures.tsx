/** The procedures in which data replace papers at this office, by their numbers: without them only "check first" is said. */
import { useEffect, useState } from 'react';
import { baseProcedureCode } from '../../utils/dossier/procedure-code';
import { useInForce } from '../shared/settings-context';
import { controlLook } from './control-look';
import { isLocked } from './locked';
import type { Save } from './use-saving';

const ID = 'covered-procedures';
/** Wrong words named at once; more would hide the field. */
const NAMED = 5;

export function CoveredProcedures({ save }: { save: Save }) {
  const { settings, t } = useInForce();
  const locked = isLocked(settings.locked, 'coveredProcedures');
  const inForce = settings.coveredProcedures.join('\n');
  const [typed, setTyped] = useState(inForce);
  // What is in force may change under the page: by policy, or in another window.
  useEffect(() => setTyped(inForce), [inForce]);
  const words = typed.split(/[\s,;]+/).filter(Boolean);
  const codes = [...new Set(words.flatMap((word) => baseProcedureCode(word) ?? []))];
  const wrong = words.filter((word) => baseProcedureCode(word) === null);
  const keep = () => {
    if (wrong.length === 0 && codes.join('\n') !== inForce) save({ coveredProcedures: codes });
  };
  return (
    <div className="flex flex-col gap-1 pt-3">
      <label htmlFor={ID} className="font-medium">
        {t('options_covered')}
      </label>
      <p id={`${ID}-hint`} className="text-xs text-muted">
        {t('options_covered_hint')}
      </p>
      <textarea
        id={ID}
        rows={4}
        className={`${controlLook} py-1 tabular-nums`}
        value={typed}
        disabled={locked}
        aria-invalid={wrong.length > 0}
        aria-describedby={`${ID}-hint ${locked ? `${ID}-locked` : ''} ${wrong.length ? `${ID}-error` : ''}`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
      />
      {locked && (
        <p id={`${ID}-locked`} className="text-xs text-warn">
          {t('options_locked')}
        </p>
      )}
      {wrong.length > 0 && (
        <p id={`${ID}-error`} role="alert" className="text-xs text-off">
          {t('options_covered_wrong', [wrong.slice(0, NAMED).join(', ')])}
        </p>
      )}
    </div>
  );
}
