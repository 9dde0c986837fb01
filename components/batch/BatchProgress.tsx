/** How far the list is, why it stands still, and what can be done about it. */
import type { Ref } from 'react';
import { Button } from '../shared/Button';
import { Notice } from '../shared/Notice';
import { useInForce } from '../shared/settings-context';
import { type BatchNow, useSources } from '../shared/sources';

export function BatchProgress({ now, ref }: { now: BatchNow; ref?: Ref<HTMLElement> }) {
  const { settings, t } = useInForce();
  const sources = useSources();
  const { state, waitsFor, rows } = now;
  const done = rows.filter((row) => row.state === 'done').length;
  // The dossier that met the login there: another may not be that system's at all.
  const met = rows.find(({ said }) => said.some((one) => one.system === waitsFor && one.signedOut))?.code;
  const name = settings.systems.find(({ id }) => id === waitsFor)?.name ?? waitsFor ?? '';
  return (
    <section ref={ref} tabIndex={-1} aria-label={t('batch_progress')} className="flex flex-col gap-2">
      <p role="status" className="font-medium">
        {t(`batch_state_${state}`)} {t('batch_done_of', [String(done), String(rows.length)])}
      </p>
      <progress className="h-2 w-full" aria-label={t('batch_progress')} value={done} max={rows.length} />
      {state === 'running' && settings.pauseAsking && <Notice>{t('view_paused_all')}</Notice>}
      {waitsFor && <Notice>{t('batch_signed_out', [name])}</Notice>}
      <div className="flex flex-wrap gap-2">
        {waitsFor && met && (
          <Button look="main" onClick={() => void sources.open(met, waitsFor)}>
            {t('batch_open', [name])}
          </Button>
        )}
        {state === 'running' && (
          <Button onClick={() => void sources.steerBatch('pause')}>{t('batch_pause')}</Button>
        )}
        {state === 'paused' && (
          <Button look={waitsFor ? 'plain' : 'main'} onClick={() => void sources.steerBatch('resume')}>
            {t('batch_resume')}
          </Button>
        )}
        {waitsFor && (
          <Button onClick={() => void sources.steerBatch('resume', waitsFor)}>
            {t('batch_leave_out', [name])}
          </Button>
        )}
        {(state === 'running' || state === 'paused') && (
          <Button look="danger" onClick={() => void sources.steerBatch('cancel')}>
            {t('batch_cancel')}
          </Button>
        )}
      </div>
    </section>
  );
}
