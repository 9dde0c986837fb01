/** A whole number within limits; kept when it is right, explained when it is not. */
import { useEffect, useState } from 'react';
import { useWords } from '../shared/settings-context';
import { controlLook } from './control-look';
import { Field } from './Field';

export function NumberField({
  id,
  label,
  hint,
  value,
  min,
  max,
  locked,
  onChange,
}: {
  id: string;
  label: string;
  hint: string;
  value: number;
  min: number;
  max: number;
  locked: boolean;
  onChange: (value: number) => void;
}) {
  const t = useWords();
  const [typed, setTyped] = useState(String(value));
  // What is in force may change under the page: by policy, or in another window.
  useEffect(() => setTyped(String(value)), [value]);
  const number = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const right = number >= min && number <= max;
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      locked={locked}
      error={right ? undefined : t('options_number_wrong', [String(min), String(max)])}
    >
      {(describedBy) => (
        <input
          id={id}
          inputMode="numeric"
          className={`${controlLook} w-24 text-right tabular-nums`}
          value={typed}
          disabled={locked}
          aria-invalid={!right}
          aria-describedby={describedBy}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => right && number !== value && onChange(number)}
          onKeyDown={(event) => event.key === 'Enter' && right && number !== value && onChange(number)}
        />
      )}
    </Field>
  );
}
