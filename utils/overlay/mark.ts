/** A mark: what it stands for, where, how it looks, and its button once it was painted. */
import type { Place } from '../reading/place';
import type { Spot } from './free-space';
import { wordsAt } from './place-words';
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
  /** Made when it is first painted. */
  readonly button: HTMLButtonElement;
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

/** Of thousands of marks few are ever painted: each makes its button when that is asked for. */
export class LazyMark<Subject> implements Mark<Subject> {
  looked = 0;
  words: string | null;
  id: string;
  subject: Subject;
  place: Place;
  under: readonly Stretch[] | undefined;
  look?: Mark<Subject>['look'];
  found?: Mark<Subject>['found'];
  hidden?: boolean;
  box?: Painted;

  #button: HTMLButtonElement | undefined;

  constructor(target: Target<Subject>) {
    this.id = target.id;
    this.subject = target.subject;
    this.place = target.place;
    this.under = target.under;
    this.words = wordsAt(target.place);
  }

  get button(): HTMLButtonElement {
    this.#button ??= document.createElement('button');
    return this.#button;
  }

  /** The same mark by a newer reading. */
  renew({ subject, place, under }: Target<Subject>): this {
    this.subject = subject;
    this.place = place;
    this.under = under;
    this.words = wordsAt(place);
    return this;
  }

  remove(): void {
    this.#button?.remove();
  }
}
