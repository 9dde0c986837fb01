/** Pilot mode's one quiet question: was this finding right? It waits here and comes nowhere by itself. */
import { useObservable } from 'dexie-react-hooks';
import { useState } from 'react';
import { PILOT_ANSWERS, type PilotAnswer } from '../../utils/ledger/pilot';
import { Button } from './Button';
import { Notice } from './Notice';
import { useInForce } from './settings-context';
import { type PilotQuestion, useSources } from './sources';

export function PilotCard() {
  const { settings, t } = useInForce();
  const sources = useSources();
  const question = useObservable(() => sources.pilotQuestion, [sources]);
  const [later, setLater] = useState(false);
  const [told, setTold] = useState<boolean | null>(null);
  const answer = (one: PilotQuestion, said: PilotAnswer) => void sources.answerPilot(one, said).then(setTold);
  if (!settings.pilot.on) return null;
  return (
    <>
      {question && !later && (
        <section
          aria-labelledby="pilot"
          className="flex flex-col gap-1 rounded border border-dashed border-edge bg-ground px-3 py-2"
        >
          <h2 id="pilot" className="text-xs font-semibold text-muted">
            {t('pilot_question')}
          </h2>
          <p className="font-semibold break-all tabular-nums">{question.code}</p>
          <p>{question.reason}</p>
          <div className="flex flex-wrap gap-2">
            {PILOT_ANSWERS.map((said) => (
              <Button key={said} onClick={() => answer(question, said)}>
                {t(`pilot_${said}`)}
              </Button>
            ))}
            <Button look="quiet" onClick={() => setLater(true)}>
              {t('pilot_later')}
            </Button>
          </div>
        </section>
      )}
      <p role="status" className="text-xs text-muted empty:hidden">
        {told === true ? t('pilot_thanks') : ''}
      </p>
      {told === false && <Notice>{t('panel_not_kept')}</Notice>}
    </>
  );
}
