/** Every request to another system, newest first, with today's counts; the officer can take it away as a file. */
import { useObservable } from 'dexie-react-hooks';
import { useState } from 'react';
import type { HostCount } from '../../utils/ledger/activity';
import { Pager } from '../board/Pager';
import { Section } from '../options/Section';
import { Button } from '../shared/Button';
import { csvOf } from '../shared/csv';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { type ActivityRow, activityRow, HEADS } from './activity-row';

const ROWS_A_PAGE = 50;

export function ActivityLog() {
  const { settings, t } = useInForce();
  const sources = useSources();
  const [page, setPage] = useState(0);
  const [notSaved, setNotSaved] = useState(false);
  const activity = useObservable(() => sources.activity, [sources]) ?? [];
  const today = useObservable(() => sources.activityToday, [sources]) ?? [];
  const pages = Math.max(1, Math.ceil(activity.length / ROWS_A_PAGE));
  const shown = Math.min(page, pages - 1);
  const rows = activity
    .slice(shown * ROWS_A_PAGE, (shown + 1) * ROWS_A_PAGE)
    .map((one) => activityRow(one, settings, t));
  const exported = () =>
    csvOf([HEADS.map((head) => t(head)), ...activity.map((one) => activityRow(one, settings, t).cells)]);
  return (
    <Section id="activity" title={t('activity_title')} lead={t('activity_lead')}>
      <Today counts={today} />
      {activity.length === 0 ? (
        <p className="py-2">{t('activity_none')}</p>
      ) : (
        <>
          <ActivityTable rows={rows} />
          <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
            <Button
              onClick={() =>
                void sources
                  .saveFile('soi-ho-so-nhat-ky.csv', exported())
                  .then((saved) => setNotSaved(!saved))
              }
            >
              {t('activity_export')}
            </Button>
            {pages > 1 && <Pager page={shown} pages={pages} onPage={setPage} />}
          </div>
        </>
      )}
      <p role="status">{notSaved ? t('shared_file_failed') : ''}</p>
    </Section>
  );
}

function Today({ counts }: { counts: HostCount[] }) {
  const t = useInForce().t;
  const sum = counts.reduce((all, { requests }) => all + requests, 0);
  return (
    <div className="py-2">
      <p className="font-medium">{t('activity_today', [String(sum)])}</p>
      <ul className="list-disc pl-5 text-muted">
        {counts.map(({ host, requests, answered, bytes }) => (
          <li key={host}>
            {t('activity_today_host', [host, String(requests), String(answered), kilobytes(bytes)])}
          </li>
        ))}
      </ul>
    </div>
  );
}

function kilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1_000));
}

function ActivityTable({ rows }: { rows: ActivityRow[] }) {
  const t = useInForce().t;
  return (
    // A wide table scrolls inside its own frame, reachable by keyboard.
    <section
      className="overflow-x-auto rounded border border-line"
      aria-label={t('activity_table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left text-xs">
        <thead className="border-b border-line text-muted">
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="px-2 py-1 font-semibold whitespace-nowrap">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id} className="border-b border-line last:border-b-0">
              {cells.map((text, at) => (
                <td key={HEADS[at]} className="px-2 py-1 whitespace-nowrap tabular-nums">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
