/**
 * A week of the sandbox's world, whose truth is known: dossiers move, the faulty job synchronises them, officers see them
 * at random as their work goes, and every verdict is held against what the systems held at that moment.
 */
import type { Judgement } from '../../utils/dossier/finding';
import type { Sighting } from '../../utils/dossier/sighting';
import { classifyStatus } from '../../utils/dossier/status';
import { type History, insertSighting } from '../../utils/ledger/runs-of-system';
import { reconcile, type SightedDossier } from '../../utils/reconcile';
import { withStatus } from '../../utils/reconcile/gather';
import { Random } from '../sandbox/world/random';
import { type Dossier, type Holding, SANDBOX_SYSTEMS, type SandboxSystem } from '../sandbox/world/types';
import { MINUTE, moveWorkingMinutes, VIETNAM_OFFSET, WORKING_DAY } from '../sandbox/world/working-time';
import { World } from '../sandbox/world/world';
import { type Pair, Truth } from './week-truth';

const GRACE = 60 * MINUTE;
const BEGIN = Date.parse('2026-11-09T07:30:00+07:00');
const DAYS = 5;
/** How often a day lists that show the dossier are opened: where it is worked on, and on each of the copies. */
const LISTS_A_DAY = { owner: [2, 6], copy: [1, 4] } as const;
/** Share of looks that open the dossier's own page, which tells since when its state holds. */
const DETAIL = 0.2;
/** Share of questions that get an answer; the others meet a lost session, a captcha, a cap. */
const ANSWERED = 0.85;
/** What was seen so lately is not asked again. */
const FRESH = 15 * MINUTE;
/** Share of steps of the work that the tool sees, because the officer who takes it has it. */
const AT_WORK = 0.6;

export interface Look {
  system: SandboxSystem;
  at: number;
  /** The dossier's own page or answer; a list shows less. */
  detail: boolean;
}

export interface Week {
  dossiers: number;
  sightings: number;
  /** Verdicts out of sync at a look, before their findings were asked again, and how many of them were true. */
  shown: number;
  shownRight: number;
  /** The same once the systems that the findings name had been asked again, as far as they answered. */
  told: number;
  right: number;
  /** Disagreements beyond the grace that were seen on both sides; how many were told at a look, and once asked again. */
  seen: number;
  shownFound: number;
  found: number;
  wrong: string[];
  missed: string[];
}

export function local(at: number): string {
  return new Date(at + VIETNAM_OFFSET).toISOString().slice(0, 16);
}

function sightingOf({ system, at, detail }: Look, dossier: Dossier, held: Holding | null): Sighting {
  const seenAt = new Date(at).toISOString();
  if (!held) return { code: dossier.code, system, outcome: 'not-found', via: 'lookup', seenAt };
  const { code, text, since, receivedAt, dueAt, finishedAt } = held;
  return {
    code,
    system,
    outcome: 'found',
    via: 'page',
    seenAt,
    statusText: text,
    ...(dueAt && { dueAt: local(dueAt) }),
    ...(detail && { statusAt: local(since), procedureCode: dossier.procedure.code }),
    ...(detail && receivedAt && { receivedAt: local(receivedAt) }),
    ...(detail && finishedAt && { resolvedAt: local(finishedAt) }),
  };
}

/** When officers come upon the dossier: at their work, and in lists all day. */
function looksAt(dossier: Dossier, random: Random): Look[] {
  const looks: Look[] = [];
  const add = (system: SandboxSystem, at: number): void => {
    looks.push({ system, at, detail: random.next() < DETAIL });
  };
  const end = moveWorkingMinutes(BEGIN, DAYS * WORKING_DAY);
  for (const { at } of dossier.happenings) {
    if (at > BEGIN && at < end && random.next() < AT_WORK)
      add(dossier.owner, at + random.between(1, 10) * MINUTE);
  }
  for (let day = 0; day < DAYS; day++) {
    for (const system of [dossier.owner, 'national-portal', 'coordination'] as const) {
      const often = system === dossier.owner ? LISTS_A_DAY.owner : LISTS_A_DAY.copy;
      for (let left = random.between(often[0], often[1]); left > 0; left--) {
        add(system, moveWorkingMinutes(BEGIN, day * WORKING_DAY + random.between(1, WORKING_DAY)));
      }
    }
  }
  return looks.sort((a, b) => a.at - b.at);
}

/** What the ledger holds of one dossier, sighting by sighting. */
class Kept {
  #known = new Map<string, History>();

  constructor(private readonly dossier: Dossier) {}

  add(sighting: Sighting): void {
    const key = `${sighting.code} ${sighting.system}`;
    const before = this.#known.get(key) ?? { latest: undefined, ended: [], touched: new Set() };
    this.#known.set(key, insertSighting(before, withStatus(sighting)));
  }

  file(): SightedDossier {
    const { code, nationCode } = this.dossier;
    const known = [...this.#known.values()];
    return {
      codes: nationCode ? [code, nationCode] : [code],
      sightings: known.flatMap(({ latest }) => latest ?? []),
      history: known.flatMap(({ ended }) => ended),
    };
  }
}

/** Some systems show a step's name in place of a state: nobody can tell from that. */
function isWorded(held: Holding | null): boolean {
  return !held || classifyStatus(held.text).kind === 'status';
}

/** The systems that findings name and that were not seen a moment ago. */
function toAsk({ findings }: Judgement, seen: ReadonlyMap<string, number>, now: number): SandboxSystem[] {
  const named = new Set(findings.flatMap(({ systems, ask }) => [...systems, ...ask]));
  return SANDBOX_SYSTEMS.filter((system) => named.has(system) && (seen.get(system) ?? 0) < now - FRESH);
}

interface Told {
  at: number;
  pairs: Pair[];
}

/** What officers and the tool saw of one dossier, told to the rules sighting by sighting. */
class Watch {
  readonly looks: Look[] = [];
  #kept: Kept;
  #seen = new Map<string, number>();

  constructor(readonly truth: Truth) {
    this.#kept = new Kept(truth.dossier);
  }

  see(look: Look): Judgement {
    const { truth } = this;
    this.#kept.add(sightingOf(look, truth.dossier, truth.at(look.system, look.at)));
    this.#seen.set(look.system, look.at);
    this.looks.push(look);
    const [judged] = reconcile({ now: look.at, files: [this.#kept.file()], graceMinutes: GRACE / MINUTE });
    if (!judged) throw new Error('a dossier was not judged');
    return judged;
  }

  /** Asks what the findings name; the verdict that stands then. */
  askAgain(judged: Judgement, at: number, random: Random): Judgement {
    let last = judged;
    for (const system of toAsk(judged, this.#seen, at)) {
      if (random.next() < ANSWERED) last = this.see({ system, at, detail: true });
    }
    return last;
  }

  /** Undefined for other verdicts; the pairs it names, and whether each of them is true. */
  told({ verdict, findings }: Judgement, at: number): (Told & { isTrue: boolean }) | undefined {
    if (verdict !== 'out-of-sync') return undefined;
    const errors = findings.filter(({ severity }) => severity === 'error');
    const pairs = errors.map(({ systems }) => systems as Pair);
    const isTrue = pairs.every((pair) => this.truth.isTrue(pair, this.#seen.get(pair[1]) ?? at, GRACE));
    return { at, pairs, isTrue };
  }
}

function judgeDossier(truth: Truth, planned: Look[], random: Random, week: Week): void {
  const { dossier } = truth;
  const watch = new Watch(truth);
  const shownTold: Told[] = [];
  const told: Told[] = [];
  for (const look of planned) {
    const shown = watch.see(look);
    const first = watch.told(shown, look.at);
    if (first) {
      shownTold.push(first);
      week.shown++;
      if (first.isTrue) week.shownRight++;
    }
    const at = look.at + MINUTE;
    const second =
      shown.verdict === 'in-sync' ? undefined : watch.told(watch.askAgain(shown, at, random), at);
    if (!second) continue;
    told.push(second);
    week.told++;
    if (second.isTrue) week.right++;
    else week.wrong.push(second.pairs.map((pair) => truth.describe(pair, at)).join('; '));
  }
  const { looks } = watch;
  week.sightings += looks.length;
  for (const copy of ['national-portal', 'coordination'] as const) {
    const pair: Pair = [dossier.owner, copy];
    for (const stretch of truth.apart(pair)) {
      if (stretch.to - stretch.from <= GRACE) continue;
      const within = looks.filter(({ at }) => at >= stretch.from + GRACE && at < stretch.to);
      const sides = pair.map((system) => within.filter((look) => look.system === system));
      const [owner = [], other = []] = sides;
      // One side was seen beyond the grace after the other had been: before that nothing can be known.
      const known = [...owner, ...other].sort((a, b) => a.at - b.at);
      const [first] = known;
      const later = known.find((look) => first && look.system !== first.system && look.at > first.at + GRACE);
      if (!first || !later || ![first, later].every((look) => isWorded(truth.at(look.system, look.at))))
        continue;
      week.seen++;
      const isTold = ({ at, pairs }: Told): boolean =>
        at >= stretch.from && at < stretch.to && pairs.some((named) => named.includes(copy));
      if (shownTold.some(isTold)) week.shownFound++;
      if (told.some(isTold)) week.found++;
      else week.missed.push(truth.describe(pair, later.at));
    }
  }
}

/** Worlds of some hundred dossiers each, until there are enough. */
export function simulateWeek(dossiers: number, seed = 1): Week {
  const counts = { shown: 0, shownRight: 0, told: 0, right: 0, seen: 0, shownFound: 0, found: 0 };
  const week: Week = { dossiers: 0, sightings: 0, ...counts, wrong: [], missed: [] };
  for (let at = seed; week.dossiers < dossiers; at++) {
    const world = new World({ seed: at, now: BEGIN });
    for (const dossier of world.dossiers.slice(0, dossiers - week.dossiers)) {
      const random = new Random(at * 7919 + dossier.index);
      const looks = looksAt(dossier, random);
      judgeDossier(new Truth(world, dossier), looks, random, week);
      week.dossiers++;
    }
  }
  return week;
}
