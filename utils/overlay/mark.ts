/** A mark: what it stands for, where, how it looks, and its button once it was painted. */
import type { Place } from '../reading/place';
import type { Spot } from './free-space';
import type { Stretch } from './underlines';

/** How a mark looks and what it says to a screen reader. */
export interface Look {
  /** Classes: the shape and the severity. */
  shape: string;
  /** What a chip may say, the longest first. A shorter one names no value: a value needs its where and when. */
  chips: string[];
  /** The whole line is meant: the chip may stand after what else stands in it. */
  lineEnd?: boolean;
  label: string;
}

export interface Target<Subject> {
  /** Stable over calls: the same id keeps its element, and so the focus. */
  id: string;
  subject: Subject;
  place: Place;
  /** Typed words that the mark is about: they get a line. */
  under?: readonly Stretch[];
}

export interface Mark<Subject> extends Target<Subject> {
  /** What stood at the place when it was read: a recycled row must not carry the mark of another dossier. */
  words: string | null;
  /** Made when it is first painted: of thousands of marks few ever are. */
  button: HTMLButtonElement;
  look?: Look | null;
  found?: { spot: Spot; region: Element; chips: string; round: number } | null;
  /** At the last look something lay over the code or the mark. */
  hidden?: boolean;
  /** The sweep of its last look. */
  looked: number;
  /** Where it is painted, in px of the document; absent while it is not. */
  box?: Painted;
}

export interface Painted {
  left: number;
  top: number;
  width: number;
  height: number;
}
