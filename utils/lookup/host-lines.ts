/** One line of questions for each host: one in flight, the next when the host's pace allows. */

/** A question that waits for its host's turn. */
export type Turn = () => Promise<void>;

export interface HostLines {
  /** Puts a turn at the end of its host's line. */
  add(host: string, turn: Turn): void;
  /** Resolves when nothing waits or runs. */
  idle(): Promise<void>;
}

export function createHostLines(): HostLines {
  const lines = new Map<string, Promise<void>>();
  return {
    add(host, turn) {
      const before = lines.get(host) ?? Promise.resolve();
      const after = before.then(turn, turn);
      lines.set(host, after);
      const forget = () => {
        if (lines.get(host) === after) lines.delete(host);
      };
      // A turn that fails is a bug: the line goes on, and the browser reports the rejection.
      void after.finally(forget);
    },
    async idle() {
      while (lines.size > 0) await Promise.allSettled(lines.values());
    },
  };
}
