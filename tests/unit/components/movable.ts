/** Values that a test moves by hand. */
import type { Watched } from '../../../components/shared/sources';

/** Another value for each one that comes. */
export function mapped<A, B>(source: Watched<A>, make: (value: A) => B): Watched<B> {
  return { subscribe: (next, failed) => source.subscribe((value) => next(make(value)), failed) };
}

/** A `Watched` that a test moves by hand. */
export interface Movable<T> extends Watched<T> {
  set(value: T): void;
  fail(error: unknown): void;
}

export function movable<T>(first?: T): Movable<T> {
  const ears = new Set<{ next: (value: T) => void; failed?: (error: unknown) => void }>();
  let value = first;
  return {
    subscribe(next, failed) {
      const ear = { next, failed };
      ears.add(ear);
      if (value !== undefined) next(value);
      return { unsubscribe: () => void ears.delete(ear) };
    },
    set(changed) {
      value = changed;
      for (const { next } of [...ears]) next(changed);
    },
    fail(error) {
      for (const { failed } of [...ears]) failed?.(error);
    },
  };
}
