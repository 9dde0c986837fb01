import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { type Settled, watchPage } from '../../../utils/reading/watch-page';

/** A page, a clock that is turned by hand, and what was called. */
function stage(found: () => unknown = () => true, roots: () => Promise<ShadowRoot[]> = async () => []) {
  const window = new Window({ url: 'https://dichvucong.example/danh-sach' });
  const document = window.document as unknown as Document;
  let now = 0;
  const waiting: { at: number; work: () => void }[] = [];
  const settled: Settled[] = [];
  const watch = watchPage(
    document,
    (what) => {
      settled.push(what);
      return found();
    },
    {
      now: () => now,
      roots,
      later(work, ms) {
        const entry = { at: now + ms, work };
        waiting.push(entry);
        return () => {
          if (waiting.includes(entry)) waiting.splice(waiting.indexOf(entry), 1);
        };
      },
    },
  );
  /** Lets observers report, then turns the clock. */
  const turn = async (ms: number) => {
    await window.happyDOM.waitUntilComplete();
    const until = now + ms;
    for (;;) {
      const next = waiting.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      waiting.splice(waiting.indexOf(next), 1);
      now = next.at;
      next.work();
      await window.happyDOM.waitUntilComplete();
    }
    now = until;
  };
  const add = (count: number) => {
    for (let i = 0; i < count; i++) document.body.appendChild(document.createElement('p'));
  };
  return { window, document, watch, settled, turn, add, waiting };
}

describe('a page is read when it has settled', () => {
  it('once after loading, when two looks see the same', async () => {
    const { settled, turn, waiting } = stage();
    await turn(400);
    expect(settled).toHaveLength(0);
    await turn(400);
    expect(settled).toMatchObject([{ anew: true }]);
    await turn(60_000);
    expect(settled).toHaveLength(1);
    expect(waiting, 'nothing ticks on a page at rest').toHaveLength(0);
  });

  it('again after a change, not while the list still grows', async () => {
    const { settled, turn, add } = stage();
    await turn(1_000);
    add(3);
    await turn(400);
    add(3);
    await turn(400);
    expect(settled).toHaveLength(1);
    await turn(400);
    expect(settled).toHaveLength(2);
    expect(settled[1]).toMatchObject({ anew: false });
  });

  it('in between all the same when a list never stops growing', async () => {
    const { settled, turn, add } = stage();
    await turn(1_000);
    for (let i = 0; i < 6; i++) {
      add(1);
      await turn(400);
    }
    expect(settled.length).toBeGreaterThan(1);
  });

  it('more than a thousand records mean everything is read anew', async () => {
    const { settled, turn, add } = stage();
    await turn(1_000);
    add(1_001);
    await turn(1_000);
    expect(settled[1]).toMatchObject({ anew: true });
  });

  it('another route is a new page', async () => {
    const { window, settled, turn } = stage();
    await turn(1_000);
    window.location.hash = '#/chi-tiet';
    await turn(1_000);
    expect(settled[1]).toMatchObject({ anew: true });
  });

  it('stops after five fruitless minutes, and begins again on another route', async () => {
    const { window, settled, turn, add, waiting } = stage(() => false);
    for (let minute = 0; minute < 7; minute++) {
      add(1);
      await turn(60_000);
    }
    const then = settled.length;
    add(1);
    await turn(60_000);
    expect(settled).toHaveLength(then);
    expect(waiting).toHaveLength(0);
    window.location.hash = '#/danh-sach/2';
    await turn(20_000);
    expect(settled.length).toBeGreaterThan(then);
  });

  it('a promise may tell the fruit too', async () => {
    const { settled, turn, add } = stage(() => Promise.resolve(false));
    for (let minute = 0; minute < 7; minute++) {
      add(1);
      await turn(60_000);
    }
    const then = settled.length;
    add(1);
    await turn(60_000);
    expect(settled).toHaveLength(then);
  });

  it('a change while the page is searched for shadow roots is read by the next settling', async () => {
    const walks: ((roots: ShadowRoot[]) => void)[] = [];
    const { settled, turn, add, waiting } = stage(
      () => true,
      () => new Promise((resolve) => walks.push(resolve)),
    );
    await turn(1_000);
    add(1);
    await turn(5_000);
    expect(walks, 'one walk at a time').toHaveLength(1);
    expect(settled).toHaveLength(0);
    walks[0]?.([]);
    await turn(1_000);
    expect(settled).toHaveLength(1);
    walks[1]?.([]);
    await turn(1_000);
    expect(settled).toMatchObject([{ anew: true }, { anew: false }]);
    expect(waiting).toHaveLength(0);
  });

  it('says nothing when it is stopped while the page is searched', async () => {
    let found: (roots: ShadowRoot[]) => void = () => undefined;
    const { watch, settled, turn } = stage(
      () => true,
      () =>
        new Promise((resolve) => {
          found = resolve;
        }),
    );
    await turn(1_000);
    watch.stop();
    found([]);
    await turn(1_000);
    expect(settled).toHaveLength(0);
  });

  it('says nothing after stop()', async () => {
    const { watch, settled, turn, add } = stage();
    watch.stop();
    add(1);
    await turn(5_000);
    expect(settled).toHaveLength(0);
  });
});
