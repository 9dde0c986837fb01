/** The input for a code, with what is wrong with it and the codes selected on the page. */
import type { RefObject } from 'react';
import { Button } from '../shared/Button';
import { Notice } from '../shared/Notice';
import { useWords } from '../shared/settings-context';

export function CodeForm({
  input,
  text,
  bad,
  offered,
  short,
  onType,
  onLookUp,
  onDown,
}: {
  input: RefObject<HTMLInputElement | null>;
  text: string;
  bad: boolean;
  /** Codes in the text selected on the page, or those that a shorthand may mean. */
  offered: string[];
  short: boolean;
  onType: (text: string) => void;
  onLookUp: (text: string) => void;
  /** Arrow down: on to the list below. */
  onDown: () => void;
}) {
  const t = useWords();
  const hints = [bad && 'code-error', offered.length > 0 && 'code-offer'].filter(Boolean).join(' ');
  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onLookUp(text);
      }}
    >
      <label htmlFor="code" className="font-semibold">
        {t('popup_label')}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id="code"
          // biome-ignore lint/a11y/noAutofocus: the popup is opened to type into this field
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={text}
          placeholder={t('popup_placeholder')}
          aria-invalid={bad}
          aria-describedby={hints || undefined}
          className="min-h-9 min-w-0 grow rounded border border-edge bg-ground px-2.5 tabular-nums placeholder:text-muted"
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
        />
        <Button type="submit" look="main" className="px-3.5">
          {t('popup_look_up')}
        </Button>
      </div>
      {bad && <Notice id="code-error">{t('popup_bad_code')}</Notice>}
      {offered.length > 0 && (
        <div id="code-offer" className="text-xs text-muted">
          {offered.length === 1 && offered[0] === text ? (
            t('popup_from_selection')
          ) : (
            <>
              {t(short ? 'popup_short_codes' : 'popup_selected_codes')}
              <span className="mt-1 flex flex-wrap gap-1.5">
                {offered.map((code) => (
                  <Button key={code} className="tabular-nums" onClick={() => onLookUp(code)}>
                    {code}
                  </Button>
                ))}
              </span>
            </>
          )}
        </div>
      )}
    </form>
  );
}
