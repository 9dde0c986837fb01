/**
 * A week of the sandbox's world, whose truth is known: dossiers move, the faulty job synchronises them, officers see them
 * at random as their work goes, and every verdict is held against what the systems showed at that moment.
 * `npx tsx tests/bench/simulated-week.ts` prints precision and recall; with `--list` what was wrong and what was missed.
 */
import { pathToFileURL } from 'node:url';
import type { Sighting } from '../../utils/dossier/sighting';
import { classifyStatus } from '../../utils/dossier/status';
import { reconcile } from '../../utils/reconcile';
import { gather } from '../../utils/reconcile/gather';
import { nationalNumber } from '../sandbox/world/national-list';
import { Random } from '../sandbox/world/random';
import type { Dossier, Holding, SandboxSystem } from '../sandbox/world/types';
import { MINUTE, moveWorkingMinutes, VIETNAM_OFFSET, WORKING_DAY } from '../sandbox/world/working-time';
import { World } from '../sandbox/world/world';

const GRACE = 60 * MINUTE;
const BEGIN = Date.parse('2026-11-09T07:30:00+07:00');
const WEEK = 5 * WORKING_DAY;
/** Sightings of one dossier in the week, least and most, beside those that come with the work. */
const SIGHTINGS = [60, 120] as const;

export interface Week {
  dossiers: number;
  sightings: number;
  verdicts: number;
  /** Verdicts out of sync, and how many of them were true. */
  told: number;
  right: number;
  /** Disagreements beyond the grace of which both sides were seen late enough to know it, and how many were told. */
  knowable: number;
  found: number;
  wrong: string[];
  missed: string[];
}

type Pair = [SandboxSystem, SandboxSystem];

/** A stretch of time in which two systems did not show the same. */
interface Apart {
  from: number;
  to: number;
}

interface Look {
  system: SandboxSystem;
  at: number;
  /** The dossier's own page or answer; a list shows less. */
  detail: boolean;
}

function local(at: number): string {
  return new Date(at + VIETNAM_OFFSET).toISOString().slice(0, 16);
}

function sightingOf({ system, at, detail }: Look, dossier: Dossier, held: Holding | null): Sighting {
  const seenAt = new Date(at).toISOString();
  if (!held) {
    return { code: dossier.code, system, outcome: 'not-found', via: 'lookup', seenAt };
  }
  const { code, text, since, receivedAt, dueAt, finishedAt } = held;
  return {
    code,
    system,
    outcome: 'found',
    via: detail ? 'lookup' : 'page',
    seenAt,
    statusText: text,
    ...(system === dossier.owner && dossier.nationCode && { otherCode: dossier.nationCode }),
    ...(dueAt && { dueAt: local(dueAt) }),
    ...(detail && { statusAt: local(since), procedureCode: dossier.procedure.code }),
    ...(detail && receivedAt && { receivedAt: local(receivedAt) }),
    ...(detail && finishedAt && { resolvedAt: local(finishedAt) }),
  };
}

/** When officers come upon the dossier: at its work, in a list, and looking it up elsewhere a moment later. */
function looksAt(dossier: Dossier, random: Random): Look[] {
  const looks: Look[] = [];
  const add = (system: SandboxSystem, at: number): void => {
    looks.push({ system, at, detail: random.next() < 0.6 });
  };
  const copies: SandboxSystem[] = ['national-portal', 'national-portal', 'coordination'];
  const end = moveWorkingMinutes(BEGIN, WEEK);
  for (const { at } of dossier.happenings) {
    const works = at > BEGIN && at < end && random.next() < 0.6;
    if (works) add(dossier.owner, at + random.between(1, 10) * MINUTE);
  }
  for (let left = random.between(...SIGHTINGS); left > 0; left--) {
    const at = moveWorkingMinutes(BEGIN, random.between(1, WEEK));
    add(random.next() < 0.5 ? dossier.owner : random.pick(copies), at);
    if (random.next() < 0.4) add(random.pick(copies), at + random.between(1, 20) * MINUTE);
  }
  return looks.sort((a, b) => a.at - b.at);
}

/** What the systems really showed of one dossier. */
class Truth {
  constructor(
    readonly world: World,
    readonly dossier: Dossier,
  ) {}

  at(system: SandboxSystem, at: number): Holding | null {
    this.world.setNow(at);
    return this.world.holding(system, this.dossier);
  }

  /** Other numbers of the national list; only the portal must hold a dossier, and only once it was received. */
  isApart([one, other]: Pair, at: number): boolean {
    const [a, b] = [this.at(one, at), this.at(other, at)];
    if (!a || !b) return other === 'national-portal' && !b && Boolean(a?.receivedAt);
    return nationalNumber(a.state) !== nationalNumber(b.state);
  }

  /** The stretches that lasted longer than the grace. */
  apart(pair: Pair): Apart[] {
    const { happenings, messages } = this.dossier;
    const moments = [
      ...happenings.map(({ at }) => at),
      ...messages.flatMap(({ arrivesAt }) => arrivesAt ?? []),
    ].sort((a, b) => a - b);
    const found: Apart[] = [];
    moments.forEach((from, i) => {
      const to = moments[i + 1] ?? Number.POSITIVE_INFINITY;
      if (!this.isApart(pair, from)) return;
      const last = found.at(-1);
      if (last?.to === from) last.to = to;
      else found.push({ from, to });
    });
    return found.filter(({ from, to }) => to - from > GRACE);
  }

  describe(pair: Pair, at: number): string {
    const said = pair.map((system) => {
      const held = this.at(system, at);
      return held ? `${system} ${held.state} since ${local(held.since)}` : `${system} none`;
    });
    return `${this.dossier.code} ${local(at)}: ${said.join(', ')}`;
  }
}

/**
 * Verdicts are as seen: when the one behind was last seen, it did not show what the other had shown for longer than the
 * grace (less a minute of rounding).
 */
function isTrue(truth: Truth, pair: Pair, looks: Look[]): boolean {
  const at = looks.findLast(({ system }) => system === pair[1])?.at ?? 0;
  const ahead = truth.at(pair[0], at);
  const since = Math.max(ahead?.since ?? at, truth.at(pair[1], at) ? 0 : (ahead?.receivedAt ?? at));
  const long = truth.apart(pair).some(({ from, to }) => from + GRACE - MINUTE <= at && at < to);
  return truth.isApart(pair, at) && (long || since + GRACE - MINUTE <= at);
}

/** Since when a system's last state could be known: the event that a page showed, else the first of the looks at it. */
function knownSince(truth: Truth, looks: Look[]): number {
  const last = looks.at(-1);
  const state = last && truth.at(last.system, last.at)?.state;
  let since = Number.POSITIVE_INFINITY;
  for (const { system, at, detail } of [...looks].reverse()) {
    const held = truth.at(system, at);
    if (held?.state !== state) break;
    since = Math.min(since, detail && held ? held.since : at);
  }
  return since;
}

/** Some systems show a step's name in place of a state: nobody can tell from that. */
function isWorded(held: Holding | null): boolean {
  return !held || classifyStatus(held.text).kind === 'status';
}

/** Each side was seen in the stretch later than the other's state was known since, plus the grace. */
function isKnowable(truth: Truth, pair: Pair, looks: Look[], { from, to }: Apart): boolean {
  const [ones = [], others = []] = pair.map((system) =>
    looks.filter((look) => look.system === system && look.at >= from && look.at < to),
  );
  const [one, other] = [ones.at(-1), others.at(-1)];
  if (!one || !other || ![one, other].every((look) => isWorded(truth.at(look.system, look.at)))) return false;
  const limit = GRACE + MINUTE;
  return one.at > knownSince(truth, others) + limit && other.at > knownSince(truth, ones) + limit;
}

function judgeDossier(truth: Truth, looks: Look[], week: Week): void {
  const { dossier } = truth;
  const told: { at: number; pairs: Pair[] }[] = [];
  const sightings: Sighting[] = [];
  looks.forEach((look, i) => {
    sightings.push(sightingOf(look, dossier, truth.at(look.system, look.at)));
    const files = gather(sightings, [], look.at);
    const [judgement] = reconcile({ now: look.at, files, graceMinutes: 60 });
    week.verdicts++;
    if (judgement?.verdict !== 'out-of-sync') return;
    const errors = judgement.findings.filter(({ severity }) => severity === 'error');
    const pairs = errors.map(({ systems }) => systems as Pair);
    told.push({ at: look.at, pairs });
    week.told++;
    const wrong = pairs.find((pair) => !isTrue(truth, pair, looks.slice(0, i + 1)));
    if (pairs.some((pair) => isTrue(truth, pair, looks.slice(0, i + 1)))) week.right++;
    else if (wrong)
      week.wrong.push(`${errors.map(({ rule }) => rule).join()} ${truth.describe(wrong, look.at)}`);
  });
  week.sightings += looks.length;
  for (const copy of ['national-portal', 'coordination'] as const) {
    const pair: Pair = [dossier.owner, copy];
    for (const stretch of truth.apart(pair)) {
      if (!isKnowable(truth, pair, looks, stretch)) continue;
      week.knowable++;
      const within = told.filter(({ at }) => at >= stretch.from && at < stretch.to);
      const isNamed = (named: Pair): boolean => named.includes(copy);
      if (within.some(({ pairs }) => pairs.some(isNamed))) week.found++;
      else {
        const last = looks.findLast(({ at }) => at >= stretch.from && at < stretch.to);
        week.missed.push(truth.describe(pair, last?.at ?? stretch.from));
      }
    }
  }
}

/** Worlds of some hundred dossiers each, until there are enough. */
export function simulateWeek(dossiers: number, seed = 1): Week {
  const none = { dossiers: 0, sightings: 0, verdicts: 0, told: 0, right: 0, knowable: 0, found: 0 };
  const week: Week = { ...none, wrong: [], missed: [] };
  for (let at = seed; week.dossiers < dossiers; at++) {
    const world = new World({ seed: at, now: BEGIN });
    for (const dossier of world.dossiers.slice(0, dossiers - week.dossiers)) {
      const looks = looksAt(dossier, new Random(at * 7919 + dossier.index));
      judgeDossier(new Truth(world, dossier), looks, week);
      week.dossiers++;
    }
  }
  return week;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const week = simulateWeek(2000);
  const share = (part: number, whole: number): string => (whole ? part / whole : 1).toFixed(4);
  process.stdout.write(
    `simulated week: ${week.dossiers} dossiers, ${week.sightings} sightings, ${week.verdicts} verdicts\n` +
      `precision of out-of-sync ${share(week.right, week.told)} (${week.right} of ${week.told}), at least 0.99\n` +
      `recall ${share(week.found, week.knowable)} (${week.found} of ${week.knowable}), at least 0.95\n`,
  );
  if (process.argv.includes('--list')) {
    process.stdout.write(`wrong:\n${week.wrong.join('\n')}\nmissed:\n${week.missed.join('\n')}\n`);
  }
}
