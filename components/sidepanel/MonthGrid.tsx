/** One month as a small calendar. What a day is stands in its look, in its letter, and in words for a screen reader. */
import type { DayMark, DeadlineView } from '../../utils/view/deadline-view';
import type { GridDay, Month } from '../../utils/view/month-grid';
import { useWords } from '../shared/settings-context';

const MARKS: Record<DayMark, string> = {
  receipt: 'outline-2 -outline-offset-2 outline-accent font-semibold',
  due: 'bg-accent text-accent-ink font-semibold',
  'due-computed': 'outline-2 outline-dashed -outline-offset-2 outline-accent font-semibold',
  today: 'underline decoration-2 underline-offset-2 font-semibold',
  pause: 'bg-warn-soft text-ink',
};

const KINDS: Record<GridDay['kind'], string> = {
  working: 'text-ink',
  weekend: 'text-muted',
  off: 'text-off line-through',
  'make-up': 'text-sync font-semibold',
};

export function MonthGrid({ month, marks }: { month: Month; marks: DeadlineView['marks'] }) {
  const t = useWords();
  const long = t('deadline_weekdays').split(',');
  const short = t('deadline_weekdays_short').split(',');
  const title = t(month.official ? 'deadline_month' : 'deadline_month_unofficial', [
    String(month.month),
    String(month.year),
  ]);
  return (
    <table className="border-separate border-spacing-0.5 text-center text-xs tabular-nums">
      <caption className="pb-0.5 text-left font-semibold">{title}</caption>
      <thead className="text-muted">
        <tr>
          {short.map((name, i) => (
            <th key={name} scope="col" className="w-7 font-normal">
              <span aria-hidden="true">{name}</span>
              <span className="sr-only">{long[i]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week.find((day) => day)?.day}>
            {week.map((day, place) =>
              day ? (
                <DayCell key={day.day} day={day} marks={marks[day.day] ?? []} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has no other name
                <td key={place} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, marks }: { day: GridDay; marks: DayMark[] }) {
  const t = useWords();
  const words = [
    ...marks.map((mark) => t(`deadline_mark_${mark.replaceAll('-', '_')}`)),
    ...(day.kind === 'off' || day.kind === 'make-up'
      ? [t(`deadline_kind_${day.kind.replaceAll('-', '_')}`)]
      : []),
  ];
  const isDue = marks.includes('due');
  // The due day's ground and ink go before those of its kind and of a pause.
  const look = [
    ...(isDue ? [] : [KINDS[day.kind]]),
    ...(['pause', 'receipt', 'due-computed', 'due', 'today'] as const).flatMap((mark) =>
      marks.includes(mark) && !(isDue && mark === 'pause') ? MARKS[mark] : [],
    ),
  ];
  return (
    <td
      className={`h-6 w-7 rounded ${look.join(' ')}`}
      aria-current={marks.includes('today') ? 'date' : undefined}
      title={words.join(', ') || undefined}
    >
      {day.date}
      {words.length > 0 && <span className="sr-only"> ({words.join(', ')})</span>}
    </td>
  );
}
