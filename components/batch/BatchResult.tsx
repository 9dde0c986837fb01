/** What the systems say of each dossier of the list; as a whole it can be copied into a spreadsheet or saved as CSV. */
import { useState } from 'react';
import { Button } from '../shared/Button';
import { CopyButton } from '../shared/CopyButton';
import { csvOf } from '../shared/csv';
import { Notice } from '../shared/Notice';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { VerdictBadge } from '../shared/VerdictBadge';
import { type BatchRow, batchTable } from './batch-rows';

export function BatchResult({ rows }: { rows: BatchRow[] }) {
  const t = useWords();
  const sources = useSources();
  const [notSaved, setNotSaved] = useState(false);
  const asText = () =>
    batchTable(rows, t)
      .map((cells) => cells.join('\t'))
      .join('\n');
  const save = () =>
    void sources
      .saveFile('soi-ho-so-danh-sach.csv', csvOf(batchTable(rows, t)))
      .then((saved) => setNotSaved(!saved));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <CopyButton text={asText} label={t('batch_copy')} />
        <Button onClick={save}>{t('batch_csv')}</Button>
      </div>
      {notSaved && <Notice>{t('shared_file_failed')}</Notice>}
      <section
        className="overflow-x-auto rounded border border-line bg-ground"
        aria-label={t('batch_result')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <table className="w-full border-collapse text-left align-top">
          <thead className="border-b border-line text-xs text-muted">
            <tr>
              {['batch_code', 'batch_verdict', 'batch_said'].map((key) => (
                <th key={key} scope="col" className="px-3 py-2 font-semibold">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.code} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Row({ row: { code, state, verdict, verdictText, said } }: { row: BatchRow }) {
  const t = useWords();
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="px-3 py-2 align-top font-semibold whitespace-nowrap tabular-nums">
        {code}
      </th>
      <td className="px-3 py-2 align-top whitespace-nowrap">
        {state === 'done' ? (
          <VerdictBadge verdict={verdict} text={verdictText} />
        ) : (
          <span className="text-muted">{t(`batch_item_${state}`)}</span>
        )}
      </td>
      <td className="min-w-80 px-3 py-2 align-top">
        <ul>
          {said.map(({ system, shortName, text, seenText }) => (
            <li key={system}>
              <span className="font-semibold">{shortName}</span>: {text}{' '}
              {seenText && <span className="text-xs text-muted">{seenText}</span>}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
