/** What the systems of the sandbox's world really held of one dossier, and when two of them did not hold the same. */
import { nationalNumber } from '../sandbox/world/national-list';
import type { Dossier, Holding, SandboxSystem } from '../sandbox/world/types';
import { MINUTE } from '../sandbox/world/working-time';
import type { World } from '../sandbox/world/world';

export type Pair = [SandboxSystem, SandboxSystem];

/** A stretch of time in which two systems did not hold the same. */
export interface Apart {
  from: number;
  to: number;
}

export class Truth {
  #apart = new Map<string, Apart[]>();
  /** When anything of the dossier changed anywhere. */
  #moments: number[];

  constructor(
    readonly world: World,
    readonly dossier: Dossier,
  ) {
    const { happenings, messages } = dossier;
    const times = [
      ...happenings.map(({ at }) => at),
      ...messages.flatMap(({ arrivesAt }) => arrivesAt ?? []),
    ];
    this.#moments = times.sort((a, b) => a - b);
  }

  at(system: SandboxSystem, at: number): Holding | null {
    this.world.setNow(at);
    return this.world.holding(system, this.dossier);
  }

  /** Other numbers of the national list; only the portal must hold a dossier, and only once it was received. */
  #isApart([one, other]: Pair, at: number): boolean {
    const [a, b] = [this.at(one, at), this.at(other, at)];
    if (a && b) return nationalNumber(a.state) !== nationalNumber(b.state);
    const lacking = a ? other : one;
    return lacking === 'national-portal' && Boolean((a ?? b)?.receivedAt);
  }

  /** All stretches, however short, in order. */
  apart(pair: Pair): Apart[] {
    const key = pair.join();
    const known = this.#apart.get(key);
    if (known) return known;
    const found: Apart[] = [];
    this.#moments.forEach((from, i) => {
      const to = this.#moments[i + 1] ?? Number.POSITIVE_INFINITY;
      if (!this.#isApart(pair, from)) return;
      const last = found.at(-1);
      if (last?.to === from) last.to = to;
      else found.push({ from, to });
    });
    this.#apart.set(key, found);
    return found;
  }

  /** At that moment, when the second was last seen, the two had not held the same for longer than the grace. */
  isTrue(pair: Pair, at: number, grace: number): boolean {
    // Pages show no seconds.
    return this.apart(pair).some(({ from, to }) => from + grace - MINUTE <= at && at < to);
  }

  describe(pair: Pair, at: number): string {
    const said = pair.map((system) => {
      const held = this.at(system, at);
      return held ? `${system} ${held.state} since ${new Date(held.since).toISOString()}` : `${system} none`;
    });
    return `${this.dossier.code} ${new Date(at).toISOString()}: ${said.join(', ')}`;
  }
}
