/** Who said what when, at a glance: lanes by system, bars of one state, dotted where nothing was seen, apart spans marked. */
import { useState } from 'react';
import { nowInstant, showTime } from '../../utils/dossier/time';
import type { RunLook, Timeline } from '../../utils/view/timeline';
import { Button } from '../shared/Button';
import { useWords } from '../shared/settings-context';
import { RUN_LOOKS, RunSample, TimelinePatterns } from './TimelinePatterns';
import { TimelineTable } from './TimelineTable';
import { type Bar, layoutOf, type TimelineLayout } from './timeline-layout';
import { useWidth } from './use-width';

const HALO = 'fill-ink [paint-order:stroke] stroke-ground [stroke-width:3px] [stroke-linejoin:round]';

export function TimelinePicture({ timeline }: { timeline: Timeline }) {
  const t = useWords();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [table, setTable] = useState(false);
  const layout = layoutOf(timeline, width);
  const looks = [...new Set(timeline.lanes.flatMap(({ runs }) => runs.map(({ look }) => look)))];
  const when = (time: number) => showTime(nowInstant(time));
  const nameOf = (system: string) =>
    timeline.lanes.find((lane) => lane.system === system)?.shortName ?? system;
  const spans = timeline.apart.map(({ from, until, systems: [ahead, behind] }) =>
    t('timeline_apart_span', [nameOf(ahead), nameOf(behind), when(from), when(until)]),
  );
  return (
    <section aria-labelledby="timeline" className="flex flex-col gap-1">
      <h3 id="timeline" className="text-xs font-semibold text-muted">
        {t('timeline_title')}
      </h3>
      <div ref={frame} className="min-w-0">
        <svg
          role="img"
          aria-label={[
            t('timeline_picture', [String(timeline.lanes.length), when(timeline.from), when(timeline.now)]),
            ...spans,
          ].join(' ')}
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          className="max-w-full text-[0.6875rem]"
        >
          <TimelinePatterns />
          <Spans layout={layout} word={t('timeline_apart')} />
          <Lanes layout={layout} />
          <Axis layout={layout} />
        </svg>
      </div>
      {spans.map((span) => (
        <p key={span} className="text-xs">
          {span}
        </p>
      ))}
      <Legend looks={looks} apart={spans.length > 0} />
      <div>
        <Button
          look="quiet"
          className="-mx-2"
          aria-expanded={table}
          aria-controls="timeline-table"
          onClick={() => setTable(!table)}
        >
          {t(table ? 'timeline_hide_table' : 'timeline_show_table')}
        </Button>
      </div>
      <TimelineTable timeline={timeline} shown={table} />
    </section>
  );
}

function Spans({ layout, word }: { layout: TimelineLayout; word: string }) {
  return layout.apart.map(({ x, width, top, bottom, middle, aside, named }) => (
    <g key={`${x} ${top}`} className={aside ? 'stroke-edge' : 'stroke-off'}>
      <rect
        x={x}
        y={top - 2}
        width={width}
        height={bottom - top + 2}
        className={aside ? 'fill-line' : 'fill-off-soft'}
        strokeDasharray="3 2"
      />
      <path d={`M${x} ${top - 2}V6H${x + width}V${top - 2}`} fill="none" />
      {named && (
        <text x={middle} y={12} textAnchor="middle" className={`${HALO} font-semibold`}>
          {word}
        </text>
      )}
    </g>
  ));
}

function Lanes({ layout }: { layout: TimelineLayout }) {
  const { barTop, barHeight, wordsBaseline, width } = layout;
  return layout.lanes.map(({ system, y, name, words, from, bars }) => (
    <g key={system}>
      <text x={4} y={y + wordsBaseline} className={HALO}>
        <tspan className="font-semibold">{name}</tspan>
        <tspan dx="7">{words}</tspan>
      </text>
      <path
        d={`M${from} ${y + barTop + barHeight / 2}H${width - 4}`}
        className="stroke-edge"
        strokeWidth="1.5"
        strokeDasharray="1.5 4"
      />
      {bars.map((bar) => (
        <Stretch key={`${bar.x} ${bar.title}`} bar={bar} y={y + barTop} height={barHeight} />
      ))}
    </g>
  ));
}

/** One bar; the thin line left of it is since when the system itself says so. */
function Stretch({ bar, y, height }: { bar: Bar; y: number; height: number }) {
  const { box, pattern } = RUN_LOOKS[bar.look];
  const at = { x: bar.x, y, width: bar.width, height, rx: 2 };
  return (
    <g>
      <title>{bar.title}</title>
      {bar.since < bar.x - 1 && (
        <rect x={bar.since} y={y + height / 2 - 2} width={bar.x - bar.since} height={4} className={box} />
      )}
      <rect {...at} className={box} strokeWidth="1.25" />
      {pattern && <rect {...at} fill={`url(#${pattern})`} />}
      {bar.words && (
        <text x={bar.x + 3} y={y + height - 4.5} className={HALO}>
          {bar.words}
        </text>
      )}
    </g>
  );
}

function Axis({ layout: { ticks, axis, width } }: { layout: TimelineLayout }) {
  return (
    <g>
      <path d={`M2 ${axis}H${width - 2}`} className="stroke-line" />
      {ticks.map(({ x, anchor, clock, day }) => (
        <g key={x}>
          <path d={`M${x} ${axis}v4`} className="stroke-edge" />
          <text x={x} y={axis + 15} textAnchor={anchor} className="fill-muted tabular-nums">
            {clock}
          </text>
          <text x={x} y={axis + 27} textAnchor={anchor} className="fill-muted tabular-nums">
            {day}
          </text>
        </g>
      ))}
    </g>
  );
}

function Legend({ looks, apart }: { looks: RunLook[]; apart: boolean }) {
  const t = useWords();
  return (
    <ul aria-label={t('timeline_legend')} className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
      {looks.map((look) => (
        <li key={look} className="flex items-center gap-1">
          <RunSample look={look} />
          {t(`timeline_look_${look}`)}
        </li>
      ))}
      <li className="flex items-center gap-1">
        <svg width="22" height="12" aria-hidden="true">
          <path d="M1 6H21" className="stroke-edge" strokeWidth="1.5" strokeDasharray="1.5 4" />
        </svg>
        {t('timeline_unseen')}
      </li>
      {apart && (
        <li className="flex items-center gap-1">
          <svg width="22" height="12" aria-hidden="true">
            <rect
              x="1"
              y="1"
              width="20"
              height="10"
              className="fill-off-soft stroke-off"
              strokeDasharray="3 2"
            />
          </svg>
          {t('timeline_apart')}
        </li>
      )}
      <li>{t('timeline_shortened')}</li>
    </ul>
  );
}
