/** One page of the board. Due date and time seen are the two orders; both are sorted from their headers. */
import type { ReactNode } from 'react';
import { showTime } from '../../utils/dossier/time';
import { CopyButton } from '../shared/CopyButton';
import { useWords } from '../shared/settings-context';
import type { BoardEntry } from '../shared/sources';
import { VerdictBadge } from '../shared/VerdictBadge';
import { verdictKey } from '../shared/verdict-key';
import type { BoardOrder } from './board-rows';

export function BoardTable({
  rows,
  order,
  onOrder,
}: {
  rows: BoardEntry[];
  order: BoardOrder;
  onOrder: (order: BoardOrder) => void;
}) {
  const t = useWords();
  return (
    // A wide table scrolls inside its own frame, reachable by keyboard.
    <section
      className="overflow-x-auto rounded border border-line bg-ground"
      aria-label={t('board_table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left align-top">
        <thead className="border-b border-line text-xs text-muted">
          <tr>
            <Head>{t('board_code')}</Head>
            <Head>{t('board_verdict')}</Head>
            <Head>{t('board_said')}</Head>
            <Sorted by="due" {...{ order, onOrder }} arrow="▲">
              {t('board_due')}
            </Sorted>
            <Sorted by="seen" {...{ order, onOrder }} arrow="▼">
              {t('board_seen')}
            </Sorted>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="px-3 py-2 font-semibold">
      {children}
    </th>
  );
}

function Sorted({
  by,
  order,
  onOrder,
  arrow,
  children,
}: {
  by: BoardOrder;
  order: BoardOrder;
  onOrder: (order: BoardOrder) => void;
  arrow: string;
  children: ReactNode;
}) {
  const chosen = by === order;
  const direction = by === 'due' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      aria-sort={chosen ? direction : 'none'}
      className="px-3 py-2 font-semibold whitespace-nowrap"
    >
      <button
        type="button"
        className="min-h-6 font-semibold underline underline-offset-2"
        onClick={() => onOrder(by)}
      >
        {children} <span aria-hidden="true">{chosen ? arrow : '↕'}</span>
      </button>
    </th>
  );
}

function Row({ row }: { row: BoardEntry }) {
  const t = useWords();
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="px-3 py-2 align-top font-normal">
        <span className="flex items-center justify-between gap-2">
          <span className="font-semibold whitespace-nowrap tabular-nums">{row.code}</span>
          <CopyButton text={() => row.code} label={t('board_copy')} name={t('board_copy_one', [row.code])} />
        </span>
      </th>
      <td className="px-3 py-2 align-top whitespace-nowrap">
        <VerdictBadge verdict={row.verdict} text={t(row.quiet ? 'verdict_quiet' : verdictKey(row.verdict))} />
      </td>
      <td className="min-w-80 px-3 py-2 align-top">
        <ul>
          {row.said.map((one) => (
            <li key={one.system}>
              <span className="font-semibold">{one.shortName}</span>:{' '}
              {one.statusText ?? t('shared_no_status')}{' '}
              <time dateTime={one.seenAt} className="text-xs whitespace-nowrap text-muted">
                {t(`board_seen_${one.via}`, [showTime(one.seenAt)])}
              </time>
            </li>
          ))}
        </ul>
      </td>
      <td className="px-3 py-2 align-top whitespace-nowrap tabular-nums">
        {row.due ? (
          <>
            <time dateTime={row.due.at}>{showTime(row.due.at)}</time>
            <span className="block text-xs text-muted">{t('board_due_by', [row.due.shortName])}</span>
          </>
        ) : (
          t('board_no_due')
        )}
      </td>
      <td className="px-3 py-2 align-top whitespace-nowrap tabular-nums">
        <time dateTime={row.seenAt}>{showTime(row.seenAt)}</time>
      </td>
    </tr>
  );
}
