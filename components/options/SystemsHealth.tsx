/** What the systems did lately, for the administrator: layouts that changed, status words nobody knows, questions that fail. */
import { useEffect, useState } from 'react';
import { showTime } from '../../utils/dossier/time';
import type { SystemHealth } from '../../utils/view/system-health';
import { Button } from '../shared/Button';
import { CopyButton } from '../shared/CopyButton';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { type HealthLines, healthLines, healthToCopy } from './health-lines';
import { Section } from './Section';

export function SystemsHealth() {
  const { settings, t } = useInForce();
  const { catalogue, health } = useSources();
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState<{ turn: number; all: SystemHealth[] | null }>();
  useEffect(() => {
    let gone = false;
    const tell = (all: SystemHealth[] | null) => {
      if (!gone) setTold({ turn, all });
    };
    health().then(tell, () => tell(null));
    return () => {
      gone = true;
    };
  }, [health, turn]);
  const current = told?.turn === turn ? told : undefined;
  const systems = [...settings.systems, ...catalogue];
  const lines = current?.all ? healthLines(current.all, systems, settings.language, t) : [];
  return (
    <Section id="health" title={t('options_health')} lead={t('options_health_lead')}>
      {current === undefined && <p className="text-muted">{t('options_health_reading')}</p>}
      {current?.all === null && <p role="alert">{t('options_health_failed')}</p>}
      {current?.all && lines.length === 0 && <p>{t('options_health_none')}</p>}
      <ul className="flex flex-col gap-3 py-2">
        {lines.map((one) => (
          <OneSystem key={one.system} {...one} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setTurn(turn + 1)}>{t('options_health_again')}</Button>
        {lines.length > 0 && <CopyButton text={() => healthToCopy(lines)} label={t('options_health_copy')} />}
      </div>
    </Section>
  );
}

function OneSystem({ name, readAt, good, troubles }: HealthLines) {
  const { t } = useInForce();
  return (
    <li className={`border-l-4 pl-3 ${troubles.length ? 'border-warn' : 'border-line'}`}>
      <h3 className="font-medium">{name}</h3>
      {readAt && <p className="text-xs text-muted">{t('options_health_read', [showTime(readAt)])}</p>}
      {good.map((text) => (
        <p key={text} className="text-xs text-muted">
          {text}
        </p>
      ))}
      <ul className="list-disc pl-5">
        {troubles.map((text) => (
          <li key={text} className="break-words">
            {text}
          </li>
        ))}
      </ul>
    </li>
  );
}
