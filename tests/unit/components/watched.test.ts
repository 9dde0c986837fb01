import { describe, expect, it, vi } from 'vitest';
import { everyMs, shared, switched, together, watchedBy } from '../../../components/shared/watched';
import { movable } from './made-up';

describe('a value that is loaded and then told of', () => {
  it('is what was loaded, then what is told', async () => {
    let tell: (value: number) => void = () => undefined;
    const heard: number[] = [];
    watchedBy(
      () => Promise.resolve(1),
      (changed) => {
        tell = changed;
        return () => undefined;
      },
    ).subscribe((value) => heard.push(value));
    await vi.waitFor(() => expect(heard).toEqual([1]));
    tell(2);
    expect(heard).toEqual([1, 2]);
  });

  it('never falls back to what was loaded before a change', async () => {
    const heard: number[] = [];
    let loaded: (value: number) => void = () => undefined;
    const loading = new Promise<number>((resolve) => {
      loaded = resolve;
    });
    watchedBy(
      () => loading,
      (changed) => {
        changed(2);
        return () => undefined;
      },
    ).subscribe((value) => heard.push(value));
    loaded(1);
    await loading;
    await Promise.resolve();
    expect(heard).toEqual([2]);
  });

  it('tells of a failure to load', async () => {
    const failed = vi.fn();
    watchedBy(
      () => Promise.reject(new Error('storage')),
      () => () => undefined,
    ).subscribe(() => undefined, failed);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  });
});

describe('a value that several look at', () => {
  it('is looked for once, is at hand for who comes later, and is let go with the last of them', () => {
    const source = movable('a');
    let looks = 0;
    const watched = together<string>({
      subscribe: (next, failed) => {
        looks += 1;
        const one = source.subscribe(next, failed);
        return {
          unsubscribe() {
            looks -= 10;
            one.unsubscribe();
          },
        };
      },
    });
    expect(watched.hasValue?.()).toBe(false);
    const heard: string[] = [];
    const [first, second] = [0, 1].map((n) => watched.subscribe((value) => heard.push(`${n} ${value}`)));
    expect([looks, watched.getValue?.()]).toEqual([1, 'a']);
    source.set('b');
    first?.unsubscribe();
    source.set('c');
    second?.unsubscribe();
    source.set('d');
    expect(heard).toEqual(['0 a', '1 a', '0 b', '1 b', '1 c']);
    expect([looks, watched.hasValue?.()]).toEqual([-9, false]);
    watched.subscribe((value) => heard.push(value)).unsubscribe();
    expect(heard.at(-1)).toBe('d');
  });

  it('that cannot be had is told as such to who comes later too, until it is there again', () => {
    let say: { next: (value: string) => void; failed?: (error: unknown) => void } | undefined;
    const watched = together<string>({
      subscribe(next, failed) {
        say = { next, failed };
        return { unsubscribe: () => undefined };
      },
    });
    const heard: unknown[] = [];
    const listen = () =>
      watched.subscribe(
        (value) => heard.push(value),
        (error) => heard.push(error),
      );
    watched.subscribe(() => undefined);
    say?.failed?.('broken');
    listen();
    expect(heard).toEqual(['broken']);
    say?.next('a');
    listen();
    expect(heard).toEqual(['broken', 'a', 'a']);
  });
});

describe('a value that hangs on another', () => {
  it('follows the newest one alone, and nothing once it is let go', () => {
    const outer = movable('a');
    const inner = { a: movable(1), b: movable(10) };
    const heard: number[] = [];
    const subscription = switched(outer, (name) => inner[name as 'a' | 'b']).subscribe((value) =>
      heard.push(value),
    );
    inner.a.set(2);
    outer.set('b');
    inner.a.set(3);
    inner.b.set(11);
    subscription.unsubscribe();
    inner.b.set(12);
    outer.set('a');
    expect(heard).toEqual([1, 2, 10, 11]);
  });
});

describe('a value that hangs on the clock', () => {
  it('is made anew at every tick until it is let go', () => {
    vi.useFakeTimers();
    let made = 0;
    const heard: number[] = [];
    const subscription = everyMs(60_000, () => movable(++made)).subscribe((value) => heard.push(value));
    vi.advanceTimersByTime(120_000);
    subscription.unsubscribe();
    vi.advanceTimersByTime(120_000);
    vi.useRealTimers();
    expect(heard).toEqual([1, 2, 3]);
  });
});

describe('a value that many listen to', () => {
  it('is watched once; who comes later is told the latest at once, and who left nothing', () => {
    const source = movable(1);
    let watchings = 0;
    const all = shared<number>({
      subscribe(next, failed) {
        watchings += 1;
        return source.subscribe(next, failed);
      },
    });
    const heard: string[] = [];
    const first = all.subscribe((value) => heard.push(`first ${value}`));
    source.set(2);
    first.unsubscribe();
    all.subscribe((value) => heard.push(`second ${value}`));
    source.set(3);
    expect(heard).toEqual(['first 1', 'first 2', 'second 2', 'second 3']);
    expect(watchings).toBe(1);
  });

  it('is begun anew by the next listener after a failure', async () => {
    const failed = vi.fn();
    let tries = 0;
    const all = shared<number>(
      watchedBy(
        () => {
          tries += 1;
          return tries === 1 ? Promise.reject(new Error('storage')) : Promise.resolve(7);
        },
        () => () => undefined,
      ),
    );
    all.subscribe(() => undefined, failed);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    const heard: number[] = [];
    all.subscribe((value) => heard.push(value));
    await vi.waitFor(() => expect(heard).toEqual([7]));
  });
});
