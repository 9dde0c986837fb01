/** Where everything of the timeline's picture stands, in pixels of a given width: pure, so that it can be tested. */
import { nowInstant, showTime } from '../../utils/dossier/time';
import { timeScale } from '../../utils/view/time-scale';
import type { RunLook, Timeline } from '../../utils/view/timeline';

const TOP = 18;
const LANE = 42;
/** Below a lane's top: its words' baseline, its bars. */
const WORDS = 13;
const BAR = { top: 18, height: 16 };
const AXIS = 30;
/** What was seen once is still to be seen. */
const LEAST_BAR = 7;
/** Room of one letter of 11 px; a little more than the mean of Vietnamese words. */
const LETTER = 6.2;
/** The same for a system's name, which is bold and may be of capitals. */
const WIDE_LETTER = 8.5;
const TICK_ROOM = 62;
/** Of the word above two systems that are apart. */
const WORD_ROOM = 36;
const SIDE = 4;

export interface Bar {
  look: RunLook;
  x: number;
  width: number;
  /** Where the system itself says that the state began, left of the bar. */
  since: number;
  /** Its words, where they fit. */
  words: string;
  title: string;
}

export interface LaneLayout {
  y: number;
  system: string;
  name: string;
  /** Its latest words, cut where they do not fit. */
  words: string;
  /** The dotted line of "not seen": from the first that is known to now. */
  from: number;
  bars: Bar[];
}

export interface ApartLayout {
  x: number;
  width: number;
  top: number;
  bottom: number;
  middle: number;
  aside: boolean;
  /** The word stands above it: not where another's stands already. */
  named: boolean;
}

export interface TimelineLayout {
  width: number;
  height: number;
  barTop: number;
  barHeight: number;
  wordsBaseline: number;
  lanes: LaneLayout[];
  apart: ApartLayout[];
  ticks: { x: number; anchor: 'start' | 'middle' | 'end'; clock: string; day: string }[];
  axis: number;
}

function cut(words: string, room: number): string {
  const letters = Math.floor(room / LETTER);
  if (words.length <= letters) return words;
  return letters < 5 ? '' : `${words.slice(0, letters - 1).trimEnd()}…`;
}

function clockAndDay(time: number): [clock: string, day: string] {
  const [clock = '', day = ''] = showTime(nowInstant(time)).split(' ');
  return [clock, day.slice(0, 5)];
}

/** @param width of the picture in px; less than 200 is drawn as 200 */
export function layoutOf(timeline: Timeline, width: number): TimelineLayout {
  const { lanes, apart, from, now } = timeline;
  const whole = Math.max(200, Math.round(width));
  const instants = [
    from,
    now,
    ...lanes.flatMap(({ runs }) => runs.flatMap((run) => [run.since, run.from, run.until])),
  ];
  const scale = timeScale(instants, whole - 2 * SIDE - LEAST_BAR);
  const at = (time: number) => Math.round(SIDE + scale(time));
  const laneY = new Map(lanes.map(({ system }, i) => [system, TOP + i * LANE]));
  const height = TOP + lanes.length * LANE + AXIS;

  return {
    width: whole,
    height,
    barTop: BAR.top,
    barHeight: BAR.height,
    wordsBaseline: WORDS,
    axis: height - AXIS,
    lanes: lanes.map(({ system, shortName, runs }, i) => {
      const latest = runs.findLast((run) => run.latest);
      const nameEnd = SIDE + shortName.length * WIDE_LETTER + 7;
      return {
        y: TOP + i * LANE,
        system,
        name: shortName,
        words: cut(latest?.text ?? '', whole - nameEnd - SIDE),
        from: at(Math.min(...runs.map(({ since }) => since))),
        bars: runs.map((run, n) => {
          const x = at(run.from);
          const next = runs[n + 1];
          const room = next ? at(next.from) - x - 1 : Number.POSITIVE_INFINITY;
          const long = Math.max(LEAST_BAR, Math.min(at(run.until) - x, room));
          return {
            look: run.look,
            x,
            width: Math.max(3, Math.min(long, room)),
            since: at(run.since),
            words: run.latest ? '' : cut(run.text, long - 6),
            title: `${shortName}: ${run.text}`,
          };
        }),
      };
    }),
    apart: apartsOf(apart, { at, laneY, whole }),
    ticks: ticksOf(instants, at, whole),
  };
}

interface Places {
  at: (time: number) => number;
  laneY: ReadonlyMap<string, number>;
  whole: number;
}

function apartsOf(apart: Timeline['apart'], { at, laneY, whole }: Places): ApartLayout[] {
  const words: number[] = [];
  return apart.map(({ from, until, systems, aside }) => {
    const tops = systems.map((system) => laneY.get(system) ?? TOP);
    const x = at(from);
    const end = Math.max(at(until) + LEAST_BAR, x + LEAST_BAR);
    const middle = Math.min(Math.max((x + end) / 2, 40), whole - 40);
    const named = words.every((other) => Math.abs(other - middle) >= WORD_ROOM);
    if (named) words.push(middle);
    return {
      x,
      width: end - x,
      top: Math.min(...tops),
      bottom: Math.max(...tops) + LANE - 4,
      middle,
      aside,
      named,
    };
  });
}

/** Now and the beginning first, then as many between them as have room, latest first. */
function ticksOf(instants: number[], at: (time: number) => number, width: number): TimelineLayout['ticks'] {
  const times = [...new Set(instants)].sort((a, b) => b - a);
  const [last] = times;
  const first = times.at(-1);
  if (last === undefined || first === undefined) return [];
  const taken: number[] = [];
  const ends = [last, first];
  for (const time of [...ends, ...times]) {
    const x = at(time);
    if (taken.every((other) => Math.abs(at(other) - x) >= TICK_ROOM)) taken.push(time);
  }
  return taken.map((time) => {
    const [clock, day] = clockAndDay(time);
    const x = at(time);
    const anchor = x < TICK_ROOM / 2 ? 'start' : x > width - TICK_ROOM / 2 ? 'end' : 'middle';
    return { x, anchor, clock, day };
  });
}
