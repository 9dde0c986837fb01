/** What is in and out of sync in the world now, so that tests can hold the extension's findings against it. */
import { nationalNumber } from './national-list';
import type { Dossier, SandboxSystem, Shown, State } from './types';
import { SANDBOX_SYSTEMS } from './types';
import { HOUR } from './working-time';
import type { World } from './world';

export interface Disagreement {
  code: string;
  ahead: SandboxSystem;
  behind: SandboxSystem;
  aheadState: State;
  behindState: State;
  /** Since when the system ahead shows its state. */
  aheadSince: number;
}

export interface Census {
  /** Codes whose systems (two or more) all show the same national state. */
  agreeing: string[];
  /** The system of record is ahead of another for longer than two hours. */
  disagreeing: Disagreement[];
  /** A national system says done while the system of record waits for papers, money, or has stopped. */
  doneButOwed: string[];
  /** Known to the system of record for over a day, and never created on the national portal. */
  missingOnNationalPortal: string[];
  /** Codes that one system alone shows. */
  alone: string[];
}

const OWED: readonly State[] = ['supplement-required', 'payment-required', 'stopped'];
const DONE: readonly State[] = ['resolved', 'returned'];

/** Counts the world as it stands now. */
export function takeCensus(world: World): Census {
  const census: Census = {
    agreeing: [],
    disagreeing: [],
    doneButOwed: [],
    missingOnNationalPortal: [],
    alone: [],
  };
  for (const dossier of world.dossiers) count(census, world, dossier);
  return census;
}

function count(census: Census, world: World, dossier: Dossier): void {
  const truth = world.truth(dossier.code);
  const record = truth[dossier.owner];
  if (!record) return;
  const shown = SANDBOX_SYSTEMS.flatMap((system): [SandboxSystem, Shown][] => {
    const one = truth[system];
    return one ? [[system, one]] : [];
  });
  const others = shown.filter(([system]) => system !== dossier.owner);
  if (others.length === 0) census.alone.push(dossier.code);
  const firstAt = dossier.happenings[0]?.at ?? 0;
  if (!truth['national-portal'] && world.now() - firstAt > 24 * HOUR) {
    census.missingOnNationalPortal.push(dossier.code);
  }
  const different = others.filter(([, one]) => nationalNumber(one.state) !== nationalNumber(record.state));
  if (others.length > 0 && different.length === 0) census.agreeing.push(dossier.code);
  for (const [behind, one] of different) {
    if (OWED.includes(record.state) && DONE.includes(one.state)) {
      if (!census.doneButOwed.includes(dossier.code)) census.doneButOwed.push(dossier.code);
    } else if (world.now() - record.since > 2 * HOUR) {
      census.disagreeing.push({
        code: dossier.code,
        ahead: dossier.owner,
        behind,
        aheadState: record.state,
        behindState: one.state,
        aheadSince: record.since,
      });
    }
  }
}
