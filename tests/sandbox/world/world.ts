/**
 * Dossiers that move through their states, and what each system shows of them at a moment. Everything is decided by
 * the seed and by the moment the world begins; the clock alone moves what is shown.
 */
import { codeDay, makeCode } from './codes';
import { walk } from './paths';
import { OFFICERS, PEOPLE } from './people';
import { PROCEDURES } from './procedures';
import { Random } from './random';
import { messagesOf } from './sync';
import type { Dossier, Holding, Owner, SandboxSystem, Shown, ShownStep, State } from './types';
import { SANDBOX_SYSTEMS } from './types';
import { wordState } from './wording';
import { dueAfter, moveWorkingMinutes, WORKING_DAY } from './working-time';

/** The default seed gives every kind of disagreement at any hour of the week; a test holds this. */
export const DEFAULT_SEED = 298;

const HOW_MANY: readonly [Owner, number][] = [
  ['province-h26', 44],
  ['ministry-g18', 24],
  ['ministry-g11', 18],
  ['land', 22],
];
/** The oldest dossier began this many working days ago: about ten days of the calendar. */
const WORKING_DAYS_BACK = 8;
const FINISHED: readonly State[] = ['resolved', 'returned', 'stopped', 'rejected'];

export class World {
  readonly dossiers: Dossier[] = [];
  readonly seed: number;
  #frozenAt: number | null;
  #byCode = new Map<string, Dossier>();

  /** With `now` the clock stands still until it is turned; without it follows the real one. */
  constructor(options: { seed?: number; now?: number } = {}) {
    this.seed = options.seed ?? DEFAULT_SEED;
    this.#frozenAt = options.now ?? null;
    const begin = options.now ?? Date.now();
    const taken = new Set<string>();
    for (const [owner, count] of HOW_MANY) {
      for (let number = 0; number < count; number += 1) this.#add(owner, number, begin, taken);
    }
    this.#makeLooseFamily();
  }

  now(): number {
    return this.#frozenAt ?? Date.now();
  }

  /** Stops the clock at this moment. */
  setNow(ms: number): void {
    this.#frozenAt = ms;
  }

  /** The dossier of a code in any case, be it the local or the national one. */
  find(code: string): Dossier | undefined {
    return this.#byCode.get(code.trim().toUpperCase());
  }

  /** What a system holds of a dossier now; null: it does not know it. */
  holding(system: SandboxSystem, dossier: Dossier): Holding | null {
    const steps = this.#steps(system, dossier);
    const last = steps.at(-1);
    if (!last) return null;
    const history = steps.map(({ step, at }): ShownStep => ({ ...wordState(system, step, at), at }));
    const shown = wordState(system, last.step, last.at);
    const finished = FINISHED.includes(last.step)
      ? steps.find(({ step }, index) => index >= lastRunStart(steps) && FINISHED.includes(step))
      : undefined;
    const isCopy = system !== dossier.owner;
    return {
      code: isCopy ? (dossier.nationCode ?? dossier.code) : dossier.code,
      state: shown.state,
      text: shown.text,
      since: sinceOf(steps),
      dossier,
      history,
      ...receipt(dossier, steps),
      ...(finished ? { finishedAt: finished.happenedAt } : {}),
      ...(last.step === 'returned' ? { returnedAt: last.happenedAt } : {}),
    };
  }

  /** Everything a system holds now, the latest change first. */
  held(system: SandboxSystem): Holding[] {
    return this.dossiers
      .map((dossier) => this.holding(system, dossier))
      .filter((holding) => holding !== null)
      .sort((a, b) => b.since - a.since || a.dossier.index - b.dossier.index);
  }

  /** What every system shows of a dossier now, and since when. */
  truth(code: string): Record<SandboxSystem, Shown | null> {
    const dossier = this.find(code);
    const of = (system: SandboxSystem): Shown | null => {
      const holding = dossier ? this.holding(system, dossier) : null;
      if (!holding) return null;
      return { code: holding.code, state: holding.state, text: holding.text, since: holding.since };
    };
    return Object.fromEntries(SANDBOX_SYSTEMS.map((system) => [system, of(system)])) as Record<
      SandboxSystem,
      Shown | null
    >;
  }

  #steps(system: SandboxSystem, dossier: Dossier): Step[] {
    const now = this.now();
    if (system === dossier.owner) {
      return dossier.happenings
        .filter(({ at }) => at <= now)
        .map(({ state, at }) => ({ step: state, at, happenedAt: at }));
    }
    return dossier.messages
      .flatMap(({ target, state, happenedAt, arrivesAt }) =>
        target === system && arrivesAt !== null && arrivesAt <= now
          ? [{ step: state, at: arrivesAt, happenedAt }]
          : [],
      )
      .sort((a, b) => a.at - b.at || a.happenedAt - b.happenedAt);
  }

  #add(owner: Owner, number: number, begin: number, taken: Set<string>): void {
    const index = this.dossiers.length;
    // Each dossier draws from its own stream, so that adding one does not move the others.
    const random = new Random(this.seed * 100_003 + index * 7919);
    const back = random.between(5, WORKING_DAYS_BACK * WORKING_DAY);
    const channel =
      owner === 'land' ? 'in-person' : random.pick(['in-person', 'online', 'online', 'post'] as const);
    const happenings = walk(moveWorkingMinutes(begin, -back), channel === 'in-person', random);
    const first = happenings[0];
    if (!first) throw new Error('a path without a step');
    const acceptedAt = happenings.find(({ state }) => state === 'accepted')?.at;
    const procedure = random.pick(PROCEDURES[owner]);
    const { code, agency } = makeCode(owner, first.at, random, taken);
    const dossier: Dossier = {
      code,
      owner,
      index,
      agency,
      procedure,
      applicant: random.pick(PEOPLE),
      handler: random.pick(OFFICERS),
      channel,
      paid: procedure.fee > 0 && random.next() < 0.6,
      happenings,
      messages: messagesOf(owner, channel === 'online', happenings, random),
      submittedAt: first.at - (channel === 'online' ? 0 : random.between(2, 15) * 60_000),
      ...(acceptedAt === undefined ? {} : { acceptedAt }),
      hexId: `65${random.hex(22)}`,
      numericId: 990_000 + index,
      guid: `00000000-0000-4000-8000-${random.hex(12)}`,
    };
    // Every eighth dossier of the Ministry of Health has a second code by which the national systems know it.
    if (owner === 'ministry-g18' && number % 8 === 5) {
      dossier.nationCode = `G22.99.08-${codeDay(first.at)}-${random.between(100_000, 999_999)}`;
    }
    this.dossiers.push(dossier);
    this.#byCode.set(code, dossier);
    if (dossier.nationCode) this.#byCode.set(dossier.nationCode, dossier);
  }

  /** Three codes of the Ministry of Health of which one begins both others: a loose search finds all three. */
  #makeLooseFamily(): void {
    const [shortest, ...longer] = this.dossiers.filter(
      (dossier) => dossier.owner === 'ministry-g18' && !dossier.nationCode,
    );
    if (!shortest) return;
    longer.slice(0, 2).forEach((dossier, index) => {
      this.#byCode.delete(dossier.code);
      dossier.code = `${shortest.code}${index * 4 + 3}`;
      dossier.agency = shortest.agency;
      this.#byCode.set(dossier.code, dossier);
    });
  }
}

interface Step {
  step: State;
  at: number;
  happenedAt: number;
}

/** Days that follow from the receipt, once the steps a system knows reach so far. */
function receipt(
  { acceptedAt, procedure }: Dossier,
  steps: readonly Step[],
): Pick<Holding, 'receivedAt' | 'dueAt' | 'stepDueAt'> {
  if (acceptedAt === undefined || steps.every(({ happenedAt }) => happenedAt < acceptedAt)) return {};
  return {
    receivedAt: acceptedAt,
    dueAt: dueAfter(acceptedAt, procedure.workingDays),
    stepDueAt: dueAfter(acceptedAt, Math.max(1, Math.floor(procedure.workingDays / 2))),
  };
}

/** Index of the first step of the unbroken finished run at the end. */
function lastRunStart(steps: readonly Step[]): number {
  const lastOpen = steps.findLastIndex(({ step }) => !FINISHED.includes(step));
  return lastOpen + 1;
}

/** The present state began with the first of the equal steps at the end. */
function sinceOf(steps: readonly Step[]): number {
  const state = steps.at(-1)?.step;
  const first = steps[steps.findLastIndex(({ step }) => step !== state) + 1];
  return first?.at ?? 0;
}
