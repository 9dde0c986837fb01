/** Every dossier that was seen on this machine, in one table: what is out of sync first to find, codes ready to copy. */
import { useObservable } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { Verdict } from '../../utils/dossier/finding';
import { CopyButton } from '../shared/CopyButton';
import { EmptyState } from '../shared/EmptyState';
import { PageHead } from '../shared/PageHead';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { BoardTable } from './BoardTable';
import { type BoardOrder, boardRows, countVerdicts, PAGE_SIZE } from './board-rows';
import { Pager } from './Pager';
import { SparedPapers } from './SparedPapers';
import { VerdictFilter } from './VerdictFilter';

export function Board() {
  const t = useWords();
  const sources = useSources();
  const entries = useObservable(() => sources.board, [sources]);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [order, setOrder] = useState<BoardOrder>('due');
  const [page, setPage] = useState(0);
  const rows = useMemo(() => boardRows(entries ?? [], verdict, order), [entries, verdict, order]);
  const counts = useMemo(() => countVerdicts(entries ?? []), [entries]);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const shown = Math.min(page, pages - 1);
  const visible = rows.slice(shown * PAGE_SIZE, (shown + 1) * PAGE_SIZE);

  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4 sm:p-6">
      <PageHead title={t('board_title')} lead={t('board_lead')} pages={['batch', 'options', 'help']} />
      <main className="flex flex-col gap-3">
        <SparedPapers />
        {!entries && <p role="status">{t('board_loading')}</p>}
        {entries?.length === 0 && (
          <EmptyState title={t('board_empty_title')}>{t('board_empty_text')}</EmptyState>
        )}
        {entries && entries.length > 0 && (
          <>
            <VerdictFilter
              chosen={verdict}
              counts={counts}
              all={entries.length}
              onChoose={(next) => {
                setVerdict(next);
                setPage(0);
              }}
            />
            <div className="flex flex-wrap items-center gap-2">
              <p role="status" className="mr-auto text-muted">
                {t('board_count', [String(rows.length)])}
              </p>
              <CopyButton
                text={() => visible.map(({ code }) => code).join('\n')}
                label={t('board_copy_page', [String(visible.length)])}
              />
              <CopyButton
                text={() => rows.map(({ code }) => code).join('\n')}
                label={t('board_copy_all', [String(rows.length)])}
              />
            </div>
            <BoardTable
              rows={visible}
              order={order}
              onOrder={(next) => {
                setOrder(next);
                setPage(0);
              }}
            />
            {pages > 1 && <Pager page={shown} pages={pages} onPage={setPage} />}
          </>
        )}
      </main>
    </div>
  );
}
