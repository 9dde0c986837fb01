/** The timeline in words: every stretch in which a system was seen in one state, and those in which it was not seen. */
import { nowInstant, showTime } from '../../utils/dossier/time';
import type { Lane, Timeline } from '../../utils/view/timeline';
import { useWords } from '../shared/settings-context';

interface Row {
  key: string;
  name: string;
  text: string;
  from: number;
  until: number;
  since?: number;
}

/** Less than this between two sightings is no gap worth a row, ms. */
const GAP_MS = 5 * 60_000;

function rowsOf({ system, shortName, runs }: Lane, now: number, unseen: string): Row[] {
  return runs.flatMap(({ text, from, until, since }, i) => {
    const next = runs[i + 1]?.since ?? now;
    const row: Row = { key: `${system} ${from} ${i}`, name: shortName, text, from, until };
    if (since < from) row.since = since;
    const gap = {
      key: `${system} after ${until} ${i}`,
      name: shortName,
      text: unseen,
      from: until,
      until: next,
    };
    return next - until > GAP_MS ? [row, gap] : [row];
  });
}

export function TimelineTable({ timeline, shown }: { timeline: Timeline; shown: boolean }) {
  const t = useWords();
  const rows = timeline.lanes.flatMap((lane) => rowsOf(lane, timeline.now, t('timeline_unseen')));
  return (
    <div className={shown ? 'overflow-x-auto' : 'sr-only'}>
      <table id="timeline-table" className="w-full border-collapse text-left text-xs">
        <caption className="sr-only">{t('timeline_title')}</caption>
        <thead className="text-muted">
          <tr className="border-b border-line">
            {['system', 'said', 'from', 'until'].map((column) => (
              <th key={column} scope="col" className="py-1 pr-2 font-semibold">
                {t(`timeline_column_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, text, from, until, since }) => (
            <tr key={key} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="py-1 pr-2 font-normal">
                {name}
              </th>
              <td className="py-1 pr-2">
                {text}
                {since !== undefined && (
                  <span className="block text-muted">
                    {t('timeline_since', [showTime(nowInstant(since))])}
                  </span>
                )}
              </td>
              <td className="py-1 pr-2 tabular-nums">{showTime(nowInstant(from))}</td>
              <td className="py-1 tabular-nums">{showTime(nowInstant(until))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
