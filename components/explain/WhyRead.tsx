/** Why the open page was read as it was: asked of the page itself when this is opened, kept nowhere, copyable. */
import { useObservable } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { DossierCode } from '../../utils/dossier/code';
import { Button } from '../shared/Button';
import { CopyButton } from '../shared/CopyButton';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { type ExplainedLine, explainedDossier, explanationToCopy } from './explanation-text';

export function WhyRead({ code }: { code: DossierCode }) {
  const t = useWords();
  const sources = useSources();
  const asked = useObservable(() => sources.whyAsked, [sources]);
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  // A click in a card opens this here; another click opens it again.
  const click = asked?.code === code ? asked.at : undefined;
  useEffect(() => {
    if (click === undefined || !details.current) return;
    details.current.open = true;
    details.current.scrollIntoView({ block: 'nearest' });
  }, [click]);
  return (
    <details
      ref={details}
      className="mt-4 rounded border border-line bg-ground px-3"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="min-h-8 py-1.5 font-medium">{t('overlay_why')}</summary>
      {open && <Explained code={code} key={click} />}
    </details>
  );
}

function Explained({ code }: { code: DossierCode }) {
  const t = useWords();
  const { explain } = useSources();
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState<{ turn: number; frames: Awaited<ReturnType<typeof explain>> }>();
  useEffect(() => {
    let gone = false;
    void explain(code).then((frames) => {
      if (!gone) setTold({ turn, frames });
    });
    return () => {
      gone = true;
    };
  }, [code, explain, turn]);
  const again = <Button onClick={() => setTurn(turn + 1)}>{t('panel_why_again')}</Button>;
  if (told?.turn !== turn) return <p className="pb-3 text-muted">{t('panel_why_reading')}</p>;
  if (told.frames.length === 0) {
    return (
      <div className="flex flex-col items-start gap-2 pb-3">
        <p role="status">{t('panel_why_gone')}</p>
        {again}
      </div>
    );
  }
  const explained = explainedDossier(told.frames, t);
  return (
    <div className="flex flex-col gap-3 pb-3">
      <p className="text-xs text-muted">{t('panel_why_lead')}</p>
      {explained.layout && <p>{explained.layout}</p>}
      <Lines lines={explained.read} />
      {explained.leftOut.length > 0 && (
        <section aria-labelledby="left-out">
          <h3 id="left-out" className="mb-1 text-xs font-semibold text-muted">
            {t('panel_why_left_out')}
          </h3>
          <Lines lines={explained.leftOut} />
        </section>
      )}
      <div className="flex flex-wrap gap-2">
        <CopyButton text={() => explanationToCopy(code, explained, t)} label={t('panel_why_copy')} />
        {again}
      </div>
    </div>
  );
}

function Lines({ lines }: { lines: ExplainedLine[] }) {
  return (
    <dl className="flex flex-col gap-2">
      {lines.map(({ field, value, why }) => (
        <div key={`${field} ${value} ${why}`}>
          <dt className="text-xs font-semibold text-muted">{field}</dt>
          {value && <dd className="break-words">{value}</dd>}
          <dd className="text-xs break-words text-muted">{why}</dd>
        </div>
      ))}
    </dl>
  );
}
