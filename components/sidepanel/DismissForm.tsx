/** Sets a finding aside until its facts change; why is one of a few reasons, since words of one's own could name a citizen. */
import { useEffect, useRef, useState } from 'react';
import { DISMISS_REASONS } from '../../utils/ledger/dismissals';
import { Button } from '../shared/Button';
import { Notice } from '../shared/Notice';
import { useWords } from '../shared/settings-context';
import type { DismissReason } from '../shared/sources';

export function DismissForm({
  onDismiss,
  onLeave,
}: {
  /** @returns whether it is kept */
  onDismiss: (reason: DismissReason) => Promise<boolean>;
  onLeave: () => void;
}) {
  const t = useWords();
  const [reason, setReason] = useState<DismissReason>('checked');
  const [failed, setFailed] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      className="mt-1 flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void onDismiss(reason).then((kept) => setFailed(!kept));
      }}
      onKeyDown={({ key }) => key === 'Escape' && onLeave()}
    >
      <fieldset>
        <legend className="font-semibold">{t('panel_dismiss_why')}</legend>
        {DISMISS_REASONS.map((one, i) => (
          <label key={one} className="flex min-h-6 items-center gap-2">
            <input
              ref={i === 0 ? first : undefined}
              type="radio"
              name="reason"
              className="accent-accent"
              checked={reason === one}
              onChange={() => setReason(one)}
            />
            {t(`dismiss_${one}`)}
          </label>
        ))}
      </fieldset>
      <p className="text-xs text-muted">{t('panel_dismiss_until')}</p>
      {failed && <Notice>{t('panel_not_kept')}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="main">
          {t('panel_dismiss')}
        </Button>
        <Button onClick={onLeave}>{t('panel_leave')}</Button>
      </div>
    </form>
  );
}
