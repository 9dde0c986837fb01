/**
 * Where the extension's pages get what they show and what they can do: one seam between React and the rest. The real
 * one is `live-sources.ts`; tests and drawings hand in made-up ones.
 */
import { createContext, useContext } from 'react';
import type { DossierCode } from '../../utils/dossier/code';
import type { RuleId, Verdict } from '../../utils/dossier/finding';
import type { Sighting, SystemId } from '../../utils/dossier/sighting';
import type { IsoInstant, LocalTime } from '../../utils/dossier/time';
import type { HostCount } from '../../utils/ledger/activity';
import type { Activity, Batch, Dismissal, PilotFinding } from '../../utils/ledger/database';
import type { PilotAnswer, RuleTally } from '../../utils/ledger/pilot';
import type { WrongFile } from '../../utils/ledger/read-transfer';
import type { WhyAsked } from '../../utils/platform/explain-tab';
import type { LedgerNotices } from '../../utils/platform/ledger-notices';
import type { Messages, Refusal } from '../../utils/platform/messages';
import type { Settings } from '../../utils/policy/settings';
import type { PageExplanation } from '../../utils/reading/explanation';
import type { System } from '../../utils/systems/system';
import type { Concern } from '../../utils/view/concern';
import type { DossierView } from '../../utils/view/dossier-view';
import type { PanelView } from '../../utils/view/panel-view';
import type { SystemHealth } from '../../utils/view/system-health';
import type { BatchRow } from '../batch/batch-rows';

/** A value that changes; the shape of Dexie's `liveQuery`. */
export interface Watched<T> {
  subscribe(next: (value: T) => void, failed?: (error: unknown) => void): { unsubscribe(): void };
  /** Whether a value is at hand already. Absent: whoever shows it listens twice to find out, and it is looked for twice. */
  hasValue?(): boolean;
  getValue?(): T | undefined;
}

/** One of the last ten codes looked up. */
export interface RecentLookup {
  code: DossierCode;
  at: IsoInstant;
}

/** One dossier of the board, straight from the ledger: no free text beyond masked status words. */
export interface BoardEntry {
  code: DossierCode;
  verdict: Verdict;
  /** Out of sync, and all that says so was set aside: not counted as out of sync. */
  quiet?: true;
  /** What each system said last, latest first; `statusText` is absent where none was shown. */
  said: {
    system: SystemId;
    shortName: string;
    statusText?: string;
    via: Sighting['via'];
    seenAt: IsoInstant;
  }[];
  /** The earliest due date that a system shows, and which one shows it. */
  due?: { at: LocalTime; shortName: string };
  /** When any system was last seen to speak of it. */
  seenAt: IsoInstant;
}

export type DismissReason = Dismissal['reason'];

/** A dossier about which there is something to do. */
export interface TodayEntry {
  code: DossierCode;
  concern: Concern;
  /** The finding that says so. */
  reason: string;
  /** When any system was last seen to speak of it. */
  seenAt: IsoInstant;
}

/** A finding of pilot mode that still stands: was it right? */
export type PilotQuestion = Pick<PilotFinding, 'code' | 'finding' | 'facts'> & {
  verdictText: string;
  reason: string;
};

/** How a rule did in pilot mode. */
export interface RuleResult extends RuleTally {
  rule: RuleId;
  /** "Wrong" among "right" and "wrong", percent; null while nobody has said either. */
  wrongPercent: number | null;
  muted: boolean;
}

/** Papers not asked for: a sum that names no dossier. */
export interface SparedCount {
  database: string;
  papers: number;
}

/** What the officer may change; policy goes before it. */
export type OwnSettings = Partial<
  Pick<
    Settings,
    | 'disabled'
    | 'officeProvince'
    | 'graceMinutes'
    | 'databases'
    | 'coveredProcedures'
    | 'retentionDays'
    | 'showCannotTell'
    | 'language'
    | 'pauseAsking'
    | 'askAutomatically'
    | 'askGuardedAutomatically'
  >
>;

/** A list of dossiers and what it has brought so far. */
export interface BatchNow {
  state: Batch['state'];
  /** It stopped because nobody is signed in there. */
  waitsFor?: SystemId;
  rows: BatchRow[];
}

/** What the ledger takes. */
export interface KeptSize {
  bytes: number;
  sightings: number;
}

/** Of so many rows so many are done, in this step; false: stop. */
export type Progress = (step: 'check' | 'keep' | 'write', done: number, of: number) => boolean;

export type ImportOutcome =
  | WrongFile
  | { outcome: 'done' | 'stopped' | 'failed'; taken: number; tooOld: number };

export interface Sources {
  settings: Watched<Settings>;
  /** Every system of the built-in catalogue, switched on or not. */
  catalogue: System[];
  /** Ids of the nine databases. */
  databases: string[];
  /** What is known of a dossier now, and again whenever the ledger or the settings change. */
  view(code: DossierCode): Watched<DossierView>;
  /** The same with its history and deadline, for the side panel. */
  panel(code: DossierCode): Watched<PanelView>;
  /** Says that another code is the same dossier, or is not. @returns whether it is kept */
  link(code: DossierCode, other: DossierCode, linked: boolean): Promise<boolean>;
  /** Sets a finding aside; without a reason takes that back. @returns whether it is kept */
  dismiss(code: DossierCode, finding: string, facts: string, reason?: DismissReason): Promise<boolean>;
  /** Dossiers that are out of sync, late or due today, as last seen; newest first. */
  today: Watched<TodayEntry[]>;
  /** What pilot mode would like to know; null: nothing now. */
  pilotQuestion: Watched<PilotQuestion | null>;
  /** @returns whether it is kept */
  answerPilot(question: PilotQuestion, answer: PilotAnswer): Promise<boolean>;
  /** Rules that came up in pilot mode, the most often wrong first. */
  pilotResults: Watched<RuleResult[]>;
  recent: Watched<RecentLookup[]>;
  board: Watched<BoardEntry[]>;
  /** Papers that pages said need not be asked for, by database, most first. */
  spared: Watched<SparedCount[]>;
  /** The latest requests to other systems, newest first. */
  activity: Watched<Activity[]>;
  /** What each host was asked today. */
  activityToday: Watched<HostCount[]>;
  /** By system, the pages that Chrome does not let us read yet. */
  missingAccess: Watched<Record<SystemId, string[]>>;
  /** Called by a click itself: Chrome asks the officer. @returns whether it is allowed now. */
  askForAccess(patterns: string[]): Promise<boolean>;
  /** How reading and asking each system went lately. */
  health(): Promise<SystemHealth[]>;
  /** The list of dossiers at hand; null: there is none. */
  batch: Watched<BatchNow | null>;
  /** @returns whether the list was begun. */
  startBatch(codes: DossierCode[]): Promise<boolean>;
  /** @param leaveOut a system that the rest of the list is not asked of. @returns whether it is done. */
  steerBatch(deed: 'pause' | 'resume' | 'cancel', leaveOut?: SystemId): Promise<boolean>;
  /** The dossier chosen on a page of this window; null while none is. */
  current: Watched<DossierCode | null>;
  /** The dossier whose card asked why it was read so; null: none in this tab. */
  whyAsked: Watched<Pick<WhyAsked, 'code' | 'at'> | null>;
  /** Why the active tab's page was read so, one a frame; empty where it does not show the dossier. Masked, not kept. */
  explain(code: DossierCode): Promise<PageExplanation[]>;
  /** Text with which the lookup was opened from the address bar or a menu; empty when it was not. */
  given: string;
  /** Codes that the ledger knows for each of the staff's shorthands ("17-1436"). */
  shortFor(shorthands: string[]): Promise<Map<string, DossierCode[]>>;
  /** Text selected on the active page, or null where it cannot be read. */
  selectedText(): Promise<string | null>;
  ask(
    code: DossierCode,
    why: 'panel' | 'popup',
    systems?: SystemId[],
  ): Promise<Messages['dossier/ask']['out'] | Refusal>;
  /** @returns whether the dossier (or that system's login) was opened in a tab. */
  open(code: DossierCode, system: SystemId): Promise<boolean>;
  /** Leaves a system alone until the end of the day, or no longer. @returns whether it is done. */
  pause(code: DossierCode, system: SystemId, paused: boolean): Promise<boolean>;
  openPanel(code: DossierCode): Promise<boolean>;
  /** @returns whether it was kept. */
  saveSettings(patch: OwnSettings): Promise<boolean>;
  /** Erases every dossier kept on this machine; settings stay. @returns whether it is done. */
  eraseAll(): Promise<boolean>;
  /** What happened to the ledger that the officer should know of. */
  ledgerNotices: Watched<LedgerNotices>;
  /** The officer has read what was lost. */
  noticesRead(): Promise<void>;
  /** How much is kept. */
  keptSize(): Promise<KeptSize>;
  /** After a page could not read the ledger. @returns whether it can be read now */
  checkLedger(): Promise<boolean>;
  /** Hands the officer a file of the ledger. `told` hears how far it is; false ends it. */
  exportLedger(told: Progress): Promise<'done' | 'stopped' | 'failed'>;
  /** Takes such a file in; nothing of one that is wrong. */
  importLedger(file: Blob, told: Progress): Promise<ImportOutcome>;
  /** Hands the officer a file. @returns whether the browser took it. */
  saveFile(name: string, text: string, type?: 'text/csv' | 'text/plain'): Promise<boolean>;
  /** @returns whether the text is in the clipboard. */
  copy(text: string): Promise<boolean>;
}

export const SourcesContext = createContext<Sources | null>(null);

/** @throws when a page was mounted without sources: a bug. */
export function useSources(): Sources {
  const sources = useContext(SourcesContext);
  if (!sources) throw new Error('no sources above this component');
  return sources;
}
