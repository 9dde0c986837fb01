/** Erases every dossier kept on this machine, after one more question. */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../shared/Button';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { Section } from './Section';

type Step = 'idle' | 'sure' | 'done' | 'failed';

export function EraseData() {
  const t = useWords();
  const sources = useSources();
  const [step, setStep] = useState<Step>('idle');
  const start = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The careful answer gets the focus; afterwards it goes back to where it came from.
    if (step === 'sure') keep.current?.focus();
    else if (step !== 'idle') start.current?.focus();
  }, [step]);
  const told = step === 'done' ? t('options_erased') : step === 'failed' ? t('options_erase_failed') : '';
  return (
    <Section id="erase" title={t('options_erase')} lead={t('options_erase_lead')}>
      {step === 'sure' ? (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="mb-2 font-semibold">{t('options_erase_sure')}</legend>
          <Button ref={keep} onClick={() => setStep('idle')}>
            {t('options_erase_no')}
          </Button>
          <Button
            look="danger"
            onClick={() => void sources.eraseAll().then((erased) => setStep(erased ? 'done' : 'failed'))}
          >
            {t('options_erase_yes')}
          </Button>
        </fieldset>
      ) : (
        <Button ref={start} look="danger" onClick={() => setStep('sure')}>
          {t('options_erase_start')}
        </Button>
      )}
      <p role="status" className="mt-2">
        {told}
      </p>
    </Section>
  );
}
