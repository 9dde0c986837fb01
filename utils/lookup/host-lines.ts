/**
 * One line of questions for each host: one in flight, the most wanted first. A line looks anew who is next before every
 * request, so that the officer's click overtakes what was asked before it by nobody in particular.
 */

/** A question that waits for its host's turn. */
export interface Waiting {
  key: string;
  /** Lower goes first; among equals the one that came first. */
  rank: number;
}

/** What came of serving a question: it is over, it stays in line, or nobody may be served before then (ms to wait). */
export type Served = 'done' | 'again' | { waitMs: number };

export interface HostLines<Q extends Waiting> {
  /** Puts a question in line, or moves it forward when it stands there already. */
  add(host: string, question: Q): void;
  has(key: string): boolean;
  /** True while it is being served. */
  isServed(key: string): boolean;
  /** Takes a question out of its line, also one that is under way. */
  remove(key: string): void;
  /** Something changed (settings, a pause): whoever waits looks again. */
  wake(): void;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
}

/**
 * @param serve serves the first of a line; must not throw, a rejection ends the line and the browser reports it
 * @param wait waits so many milliseconds
 */
export function createHostLines<Q extends Waiting>(
  serve: (host: string, question: Q) => Promise<Served>,
  wait: (ms: number) => Promise<void>,
): HostLines<Q> {
  const lines = new Map<string, Map<string, Q>>();
  const running = new Set<Promise<void>>();
  const serving = new Set<string>();
  let wakers: (() => void)[] = [];
  /** How often somebody called: one that comes while a question is served ends the wait that follows. */
  let calls = 0;

  const wake = (): void => {
    calls += 1;
    const woken = wakers;
    wakers = [];
    for (const waker of woken) waker();
  };

  const run = async (host: string, line: Map<string, Q>): Promise<void> => {
    try {
      for (let next = firstOf(line); next; next = firstOf(line)) {
        serving.add(next.key);
        const before = calls;
        const served = await serve(host, next).finally(() => serving.delete(next.key));
        if (served === 'done') {
          if (line.get(next.key) === next) line.delete(next.key);
        } else if (served !== 'again' && calls === before) {
          await Promise.race([wait(served.waitMs), new Promise<void>((resolve) => wakers.push(resolve))]);
        }
      }
    } finally {
      // In the same turn as the last look, so that whoever comes next starts a line of its own.
      lines.delete(host);
    }
  };

  return {
    add(host, question) {
      const line = lines.get(host);
      const known = line?.get(question.key);
      if (known && known.rank <= question.rank) return;
      if (line) {
        if (known) Object.assign(known, question);
        else line.set(question.key, question);
        wake();
        return;
      }
      const begun = new Map([[question.key, question]]);
      lines.set(host, begun);
      const runs = run(host, begun);
      running.add(runs);
      // A question that fails is a bug: the browser reports it, and the ledger still holds the line's questions.
      void runs.finally(() => running.delete(runs));
    },
    isServed: (key) => serving.has(key),
    has: (key) => [...lines.values()].some((line) => line.has(key)),
    remove(key) {
      for (const line of lines.values()) line.delete(key);
    },
    wake,
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

function firstOf<Q extends Waiting>(line: ReadonlyMap<string, Q>): Q | undefined {
  return [...line.values()].reduce<Q | undefined>(
    (first, one) => (first && first.rank <= one.rank ? first : one),
    undefined,
  );
}
