/** The dossier's other codes: those known, each with a way to undo a wrong one, and a field for one more. */
import { type FormEvent, useRef, useState } from 'react';
import { type DossierCode, parseCode } from '../../utils/dossier/code';
import { Button } from '../shared/Button';
import { Notice } from '../shared/Notice';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';

type Told = { key: string; code: DossierCode } | null;

export function OtherCodes({ codes }: { codes: DossierCode[] }) {
  const t = useWords();
  const sources = useSources();
  const [first = '', ...others] = codes;
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [told, setTold] = useState<Told>(null);
  const field = useRef<HTMLInputElement>(null);

  const change = async (other: DossierCode, linked: boolean) => {
    const kept = await sources.link(first, other, linked);
    setWrong(kept ? null : 'panel_not_kept');
    setTold(kept ? { key: linked ? 'panel_linked' : 'panel_unlinked', code: other } : null);
    // The button that was pressed is gone with its line.
    field.current?.focus();
    return kept;
  };

  const add = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseCode(text);
    const problem = !parsed ? 'popup_bad_code' : codes.includes(parsed.code) ? 'panel_link_known' : null;
    setWrong(problem);
    setTold(null);
    if (!parsed || problem) {
      field.current?.focus();
      return;
    }
    void change(parsed.code, true).then((kept) => kept && setText(''));
  };

  return (
    <section aria-labelledby="codes" className="flex flex-col gap-1.5">
      <h3 id="codes" className="text-xs font-semibold text-muted">
        {t('panel_codes')}
      </h3>
      {others.length > 0 && (
        <ul className="flex flex-col gap-1">
          {others.map((code) => (
            <li key={code} className="flex flex-wrap items-center justify-between gap-2">
              <span className="break-all tabular-nums">{code}</span>
              <Button aria-label={t('panel_unlink_one', [code])} onClick={() => void change(code, false)}>
                {t('panel_unlink')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form noValidate className="flex flex-col gap-1" onSubmit={add}>
        <label htmlFor="other-code">{t('panel_link_label')}</label>
        <div className="flex flex-wrap gap-2">
          <input
            ref={field}
            id="other-code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={text}
            aria-invalid={wrong !== null}
            aria-describedby={wrong ? 'other-code-error' : undefined}
            className="min-h-8 min-w-0 grow basis-40 rounded border border-edge bg-ground px-2 tabular-nums"
            onChange={(event) => {
              setText(event.target.value);
              setWrong(null);
            }}
          />
          <Button type="submit">{t('panel_link')}</Button>
        </div>
        {wrong && <Notice id="other-code-error">{t(wrong)}</Notice>}
      </form>
      <p role="status" className="flex flex-wrap items-center gap-2 text-xs">
        {told && t(told.key, [told.code])}
        {told && (
          <Button look="quiet" onClick={() => void change(told.code, told.key === 'panel_unlinked')}>
            {t('panel_undo')}
          </Button>
        )}
      </p>
    </section>
  );
}
