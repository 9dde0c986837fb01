/** Small builders of `Watched` values, so that settings, ledger and clock join into one thing that changes. */
import type { Watched } from './sources';

/** A value that is loaded once and then told of by a callback. */
export function watchedBy<T>(
  load: () => Promise<T>,
  watch: (changed: (value: T) => void) => () => void,
): Watched<T> {
  return {
    subscribe(next, failed) {
      let told = false;
      let ended = false;
      const stop = watch((value) => {
        told = true;
        next(value);
      });
      // A change that came while loading is newer than what was loaded.
      load().then(
        (value) => {
          if (!told && !ended) next(value);
        },
        (error: unknown) => failed?.(error),
      );
      return {
        unsubscribe() {
          ended = true;
          stop();
        },
      };
    },
  };
}

/**
 * One watching for all who listen; who comes later is told the latest value at once. It goes on when nobody listens: for
 * what lives as long as the page. After a failure the next listener begins anew.
 */
export function shared<T>(source: Watched<T>): Watched<T> {
  const listeners = new Set<{ next: (value: T) => void; failed?: (error: unknown) => void }>();
  let latest: { value: T } | undefined;
  let begun = false;
  const begin = () => {
    begun = true;
    source.subscribe(
      (value) => {
        latest = { value };
        for (const { next } of [...listeners]) next(value);
      },
      (error) => {
        begun = false;
        for (const { failed } of [...listeners]) failed?.(error);
      },
    );
  };
  return {
    subscribe(next, failed) {
      const listener = { next, failed };
      listeners.add(listener);
      if (latest) next(latest.value);
      if (!begun) begin();
      return { unsubscribe: () => void listeners.delete(listener) };
    },
  };
}

/** One watching for all who listen at a time; who comes later has the latest value, or the failure, at once. It ends with the last of them. */
export function together<T>(source: Watched<T>): Watched<T> {
  const listeners = new Set<{ next: (value: T) => void; failed?: (error: unknown) => void }>();
  let latest: { value: T } | undefined;
  let failure: { error: unknown } | undefined;
  let watching: { unsubscribe(): void } | undefined;
  const tell = (value: T) => {
    latest = { value };
    failure = undefined;
    for (const { next } of [...listeners]) next(value);
  };
  const fail = (error: unknown) => {
    failure = { error };
    for (const { failed } of [...listeners]) failed?.(error);
  };
  return {
    hasValue: () => latest !== undefined,
    getValue: () => latest?.value,
    subscribe(next, failed) {
      const listener = { next, failed };
      listeners.add(listener);
      // Who comes after a failure is told of it: else he would wait without end.
      if (failure) failed?.(failure.error);
      else if (latest) next(latest.value);
      watching ??= source.subscribe(tell, fail);
      return {
        unsubscribe() {
          listeners.delete(listener);
          if (listeners.size > 0) return;
          watching?.unsubscribe();
          watching = undefined;
          latest = failure = undefined;
        },
      };
    },
  };
}

/** Follows the inner value of the latest outer one; the inner one before it is let go. */
export function switched<A, B>(outer: Watched<A>, inner: (value: A) => Watched<B>): Watched<B> {
  return {
    hasValue: () => false,
    subscribe(next, failed) {
      let current: { unsubscribe(): void } | undefined;
      const all = outer.subscribe((value) => {
        current?.unsubscribe();
        current = inner(value).subscribe(next, failed);
      }, failed);
      return {
        unsubscribe() {
          all.unsubscribe();
          current?.unsubscribe();
        },
      };
    },
  };
}

/** Makes the inner value anew every `ms`: words such as "2 hours ago" and the grace time move with the clock. */
export function everyMs<T>(ms: number, inner: () => Watched<T>): Watched<T> {
  return {
    hasValue: () => false,
    subscribe(next, failed) {
      let current = inner().subscribe(next, failed);
      const timer = setInterval(() => {
        current.unsubscribe();
        current = inner().subscribe(next, failed);
      }, ms);
      return {
        unsubscribe() {
          clearInterval(timer);
          current.unsubscribe();
        },
      };
    },
  };
}
