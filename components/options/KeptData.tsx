/** What is kept on this machine: how much, what had to go, and the way out and in as a file. */
import { useObservable } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { showTime } from '../../utils/dossier/time';
import { Button } from '../shared/Button';
import { Notice } from '../shared/Notice';
import { useInForce } from '../shared/settings-context';
import { type ImportOutcome, type KeptSize, type Progress, useSources } from '../shared/sources';
import { Section } from './Section';

interface UnderWay {
  step: Parameters<Progress>[0];
  done: number;
  of: number;
}

export function KeptData() {
  const { settings, t } = useInForce();
  const sources = useSources();
  const [size, setSize] = useState<KeptSize | null>(null);
  const [now, setNow] = useState<UnderWay | null>(null);
  const [said, setSaid] = useState<{ text: string; bad?: true } | null>(null);
  const stopped = useRef(false);
  const chooser = useRef<HTMLInputElement>(null);
  const purged = useObservable(() => sources.ledgerNotices, [sources])?.purged;
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew after whatever was said
  useEffect(() => {
    let gone = false;
    const tell = (kept: KeptSize | null) => {
      if (!gone) setSize(kept);
    };
    sources.keptSize().then(tell, () => tell(null));
    return () => {
      gone = true;
    };
  }, [sources, said]);

  const told: Progress = (step, done, of) => {
    setNow({ step, done, of });
    return !stopped.current;
  };
  const begin = () => {
    stopped.current = false;
    setSaid(null);
  };
  const end = (text: string, bad?: true) => {
    setNow(null);
    setSaid({ text, ...(bad && { bad }) });
  };
  const write = async () => {
    begin();
    const outcome = await sources.exportLedger(told);
    end(t(`options_export_${outcome}`), outcome === 'failed' ? true : undefined);
  };
  const read = async (file: File) => {
    begin();
    const outcome = await sources.importLedger(file, told);
    end(wordsOf(outcome, t), 'wrong' in outcome || outcome.outcome === 'failed' ? true : undefined);
  };

  return (
    <Section id="kept" title={t('options_kept')} lead={t('options_kept_lead')}>
      {size && (
        <p>
          {t('options_kept_size', [
            (size.bytes / 1e6).toFixed(1),
            String(settings.ledgerMegabytes),
            size.sightings.toLocaleString(settings.language),
          ])}
        </p>
      )}
      {purged && (
        <p className="mt-1 text-warn">
          {t('options_kept_purged', [showTime(purged.at), String(purged.dossiers)])}
        </p>
      )}
      {now ? (
        <div className="mt-2 flex flex-col items-start gap-2">
          <p role="status">{t(`options_transfer_${now.step}`)}</p>
          <progress
            className="h-2 w-full"
            aria-label={t(`options_transfer_${now.step}`)}
            value={now.done}
            max={Math.max(1, now.of)}
          />
          <Button
            onClick={() => {
              stopped.current = true;
            }}
          >
            {t('options_transfer_stop')}
          </Button>
        </div>
      ) : (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button onClick={() => void write()}>{t('options_export')}</Button>
          <Button onClick={() => chooser.current?.click()}>{t('options_import')}</Button>
          <input
            ref={chooser}
            id="import-file"
            type="file"
            accept=".json,application/json"
            className="hidden"
            aria-label={t('options_import')}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              // The same file may be chosen again.
              event.target.value = '';
              if (file) void read(file);
            }}
          />
        </div>
      )}
      {said?.bad ? (
        <div className="mt-2">
          <Notice>{said.text}</Notice>
        </div>
      ) : (
        <p role="status" className="mt-2 empty:hidden">
          {said?.text ?? ''}
        </p>
      )}
    </Section>
  );
}

function wordsOf(outcome: ImportOutcome, t: (key: string, params?: string[]) => string): string {
  if ('wrong' in outcome) return t(`options_import_wrong_${outcome.wrong}`, outcome.params);
  const { taken, tooOld } = outcome;
  return t(`options_import_${outcome.outcome}`, [String(taken), String(tooOld)]);
}
