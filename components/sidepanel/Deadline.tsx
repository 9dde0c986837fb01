/** The deadline on its working-day calendar: whose dates these are, how many days are left, and what is not certain. */
import type { DayMark, DeadlineView } from '../../utils/view/deadline-view';
import type { GridDay } from '../../utils/view/month-grid';
import { useWords } from '../shared/settings-context';
import { MonthGrid } from './MonthGrid';

const SAMPLES: Record<DayMark, string> = {
  receipt: 'outline-2 -outline-offset-2 outline-accent',
  due: 'bg-accent text-accent-ink',
  'due-computed': 'outline-2 outline-dashed -outline-offset-2 outline-accent',
  today: 'underline decoration-2 underline-offset-2 font-semibold',
  pause: 'bg-warn-soft',
};

export function Deadline({ deadline }: { deadline: DeadlineView }) {
  const t = useWords();
  const { lines, state, notes, months, marks } = deadline;
  const shown = [...new Set(Object.values(marks).flat())];
  const kinds = new Set(months.flatMap(({ weeks }) => weeks.flat().map((day) => day?.kind)));
  return (
    <section aria-labelledby="deadline" className="flex flex-col gap-1">
      <h3 id="deadline" className="text-xs font-semibold text-muted">
        {t('deadline_title')}
      </h3>
      <ul>
        {lines.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {state && <p className="font-semibold">{state}</p>}
      {notes.map((note) => (
        <p key={note} className="text-xs text-muted">
          {note}
        </p>
      ))}
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {months.map((month) => (
          <MonthGrid key={`${month.year} ${month.month}`} month={month} marks={marks} />
        ))}
      </div>
      <ul aria-label={t('timeline_legend')} className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
        {shown.map((mark) => (
          <li key={mark} className="flex items-center gap-1">
            <span aria-hidden="true" className={`inline-block w-5 rounded text-center ${SAMPLES[mark]}`}>
              1
            </span>
            {t(`deadline_mark_${mark.replaceAll('-', '_')}`)}
          </li>
        ))}
        {(['off', 'make-up'] as const satisfies GridDay['kind'][])
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <li key={kind} className="flex items-center gap-1">
              <span
                aria-hidden="true"
                className={`inline-block w-5 text-center ${kind === 'off' ? 'text-off line-through' : 'font-semibold text-sync'}`}
              >
                1
              </span>
              {t(`deadline_kind_${kind.replaceAll('-', '_')}`)}
            </li>
          ))}
      </ul>
    </section>
  );
}
