/** Where to look a database up, the office's note on it, and the announcement that it is in use. */
import { useEffect, useState } from 'react';
import type { DatabaseState } from '../../utils/dossier/database';
import { useWords } from '../shared/settings-context';
import { controlLook } from './control-look';

type Detail = 'url' | 'note' | 'announcement';
const DETAILS: Detail[] = ['url', 'note', 'announcement'];
const LONGEST = 500;

export function DatabaseDetails({
  id,
  name,
  database,
  onChange,
}: {
  id: string;
  name: string;
  database: DatabaseState;
  onChange: (database: DatabaseState) => void;
}) {
  const t = useWords();
  return (
    <details className="pb-3">
      <summary className="min-h-6 text-xs">
        {t('options_database_details')}
        <span className="sr-only"> {name}</span>
      </summary>
      <div className="mt-2 flex flex-col gap-2 pl-4">
        {DETAILS.map((detail) => (
          <DetailInput
            key={detail}
            id={`database-${id}-${detail}`}
            label={t(`options_database_${detail}`)}
            value={database[detail] ?? ''}
            isWrong={detail === 'url' ? isNoPage : () => false}
            onChange={(value) => {
              const { [detail]: _, ...rest } = database;
              onChange(value ? { ...rest, [detail]: value } : rest);
            }}
          />
        ))}
      </div>
    </details>
  );
}

function isNoPage(text: string): boolean {
  return text !== '' && !(URL.canParse(text) && /^https?:/i.test(text) && !text.includes('{code}'));
}

function DetailInput({
  id,
  label,
  value,
  isWrong,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  isWrong: (text: string) => boolean;
  onChange: (value: string) => void;
}) {
  const t = useWords();
  const [typed, setTyped] = useState(value);
  // What is in force may change under the page: by policy, or in another window.
  useEffect(() => setTyped(value), [value]);
  const text = typed.trim();
  const wrong = isWrong(text);
  const keep = () => !wrong && text !== value && onChange(text);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs">
        {label}
      </label>
      <input
        id={id}
        className={controlLook}
        value={typed}
        maxLength={LONGEST}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      {wrong && (
        <p id={`${id}-error`} role="alert" className="text-xs text-off">
          {t('policy_problem_url')}
        </p>
      )}
    </div>
  );
}
