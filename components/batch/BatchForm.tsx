/** The list: pasted, typed, dropped or chosen as a text or CSV file; what of it is a dossier code is counted as it comes. */
import { type ChangeEvent, type DragEvent, useEffect, useMemo, useState } from 'react';
import type { DossierCode } from '../../utils/dossier/code';
import { BATCH_MOST, batchCodes, shorthandsIn, textOfList } from '../../utils/lookup/batch-codes';
import { Button } from '../shared/Button';
import { Notice } from '../shared/Notice';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';

/** A list of 500 codes is 20 kB; a larger file is none. */
const MAX_FILE = 2_000_000;

export function BatchForm({ onStart }: { onStart: (codes: DossierCode[]) => void }) {
  const t = useWords();
  const [text, setText] = useState('');
  /** Why the file that was given is not in the list. */
  const [unread, setUnread] = useState<'batch_file_large' | 'batch_file_unread' | null>(null);
  const { shortFor } = useSources();
  const [meant, setMeant] = useState<ReadonlyMap<string, DossierCode[]>>();
  useEffect(() => {
    const shorthands = shorthandsIn(text);
    if (shorthands.length > 0) void shortFor(shorthands).then(setMeant);
  }, [text, shortFor]);
  const { codes, without, left } = useMemo(() => batchCodes(text, meant), [text, meant]);

  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read = file.size <= MAX_FILE ? textOfList(await file.arrayBuffer()) : null;
    setUnread(read !== null ? null : file.size > MAX_FILE ? 'batch_file_large' : 'batch_file_unread');
    if (read !== null) setText(read);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) void take(file);
    else setText(event.dataTransfer.getData('text'));
  };
  const counted = [
    t('batch_count', [String(codes.length)]),
    without > 0 && t('batch_without', [String(without)]),
    left > 0 && t('batch_left', [String(left), String(BATCH_MOST)]),
  ].filter((one) => one !== false);

  return (
    <form
      className="flex flex-col gap-2 rounded border border-line bg-ground p-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onSubmit={(event) => {
        event.preventDefault();
        if (codes.length > 0) onStart(codes);
      }}
    >
      <label htmlFor="list" className="font-semibold">
        {t('batch_label')}
      </label>
      <textarea
        id="list"
        rows={8}
        spellCheck={false}
        value={text}
        aria-describedby="list-count"
        className="rounded border border-edge bg-ground p-2 tabular-nums"
        placeholder={t('batch_placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <p id="list-count" role="status" className="text-xs text-muted">
        {text.trim() === '' ? t('batch_hint', [String(BATCH_MOST)]) : counted.join('. ')}
      </p>
      {unread && <Notice>{t(unread)}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="main" aria-disabled={codes.length === 0}>
          {t('batch_start')}
        </Button>
        <label className="text-[0.8125rem]">
          {t('batch_file')}{' '}
          <input
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event: ChangeEvent<HTMLInputElement>) => void take(event.target.files?.[0])}
          />
        </label>
      </div>
    </form>
  );
}
