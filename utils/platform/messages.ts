/**
 * The one table of messages between the content script, the extension's pages and the background. Types only;
 * `messages-schema.ts` holds the zod twin the background checks them by.
 */
import type { DossierCode } from '../dossier/code';
import type { DatabaseState } from '../dossier/database';
import type { PaperId } from '../dossier/paper';
import type { Reading, SystemId } from '../dossier/sighting';
import type { Dismissal } from '../ledger/database';
import type { PilotAnswer } from '../ledger/pilot';
import type { TransferRows } from '../ledger/transfer-schema';
import type { Asked } from '../lookup/asker';
import type { ProcedureKnown } from '../reuse/page-papers';
import type { ProcedureSaid } from '../reuse/procedure-here';
import type { ReusePrompt } from '../reuse/prompt';
import type { Layout, ReadingProfile } from '../systems/profile';
import type { DossierView } from '../view/dossier-view';

/** Everything a page needs to read itself and to paint; null when its system is switched off. */
export interface PageSetup {
  system: { id: SystemId; name: string; shortName: string };
  profile: ReadingProfile | null;
  /** Places of the system (`pagePlace`) on which the profile's blocks were read before. */
  fitted: string[];
  /** The overlay's sentences by key, in the interface's language. */
  texts: Record<string, string>;
  /** States of the nine databases at this office, by database id; what the reuse prompts word themselves by. */
  databases: Record<string, DatabaseState>;
  /** Paint a mark for cannot-tell too. */
  showCannotTell: boolean;
  /** Pilot mode: everything is read and counted, nothing is painted. */
  unpainted?: true;
}

/** Scripts that only some pages need. */
export type PageScript = 'reading' | 'reading-rest' | 'overlay' | 'reuse' | 'in-view';

/** name → what is sent, what is answered. Every message goes to the background; every answer is this or a `Refusal`. */
export interface Messages {
  /**
   * A page of an enabled system came up, or begins anew; the top frame says since when (ms since 1970) its page stands in
   * the tab. `opened`: it came before the officer's eyes just now, which is said once.
   */
  'page/hello': { in: { url: string; since?: number; opened?: true }; out: PageSetup | null };
  /** What the page says now; answered with what is to be shown of each dossier. `anew`: it stood there without any before. */
  'page/record': {
    in: { url: string; readings: Reading[]; layout?: Layout; anew?: true };
    out: DossierView[];
  };
  /** The ledger changed: what is to be shown now. */
  'page/view': { in: { url: string; codes: DossierCode[] }; out: DossierView[] };
  /** The procedure of the page's components: is it covered here? Its papers' ids are kept for pages that name it alone. */
  'page/procedure': {
    in: { url: string; procedure: ProcedureSaid; papers: PaperId[] };
    out: ProcedureKnown;
  };
  /** Procedures that a page names without components or dossiers: what is known of the papers of each, in their order. */
  'page/named': { in: { url: string; procedures: ProcedureSaid[] }; out: (ReusePrompt | null)[] };
  /** Papers that this dossier's page need not ask for: they count, each once. */
  'page/spared': { in: { url: string; code: DossierCode; papers: PaperId[] }; out: { ok: boolean } };
  /** The officer has these dossiers of the page before his eyes. */
  'page/in-view': { in: { url: string; codes: DossierCode[] }; out: { ok: boolean } };
  /** The dossiers of this frame about which there is something to do: the toolbar's badge counts them. */
  'page/concerns': { in: { url: string; codes: DossierCode[]; unread: boolean }; out: { ok: boolean } };
  /** The officer looks at this dossier on the page: the side panel follows. */
  'page/looked-at': { in: { url: string; code: DossierCode }; out: { ok: boolean } };
  /** The page holds something to paint, or component lines: put that script into this frame. */
  'page/need-script': { in: { script: PageScript }; out: { ok: boolean } };
  /** The officer opened the popup and will ask: the worker, which may sleep, makes ready while he types. */
  'asking/soon': { in: Record<string, never>; out: { ok: boolean } };
  /** The officer asks other systems by a click. Absent `systems`: all that can hold the dossier. */
  'dossier/ask': {
    in: { code: DossierCode; systems?: SystemId[]; why: 'card' | 'panel' | 'popup' };
    out: Asked;
  };
  /** Leave this system alone until the end of the day, or no longer; `code` is the dossier at which it was said. */
  'system/pause': {
    in: { code: DossierCode; system: SystemId; paused: boolean };
    out: { ok: boolean };
  };
  /** Work this list of dossiers through; `id` is made up by the page, so that a message sent twice is one list. */
  'batch/start': { in: { id: string; codes: DossierCode[] }; out: { ok: boolean } };
  /** Stop the list at hand, go on (leaving a system out), or give it up. */
  'batch/steer': {
    in: { deed: 'pause' | 'resume' | 'cancel'; leaveOut?: SystemId };
    out: { ok: boolean };
  };
  /** Show this dossier in the side panel of the sender's window; `why`: with why the page was read as it was. */
  'panel/open': { in: { code: DossierCode; why?: boolean }; out: { ok: boolean } };
  /** Open the dossier (or the login) on that system in a new tab. */
  'dossier/open': { in: { code: DossierCode; system: SystemId }; out: { ok: boolean } };
  /** Say that two codes are one dossier, or that they are not. */
  'dossier/link': { in: { code: DossierCode; other: DossierCode; linked: boolean }; out: { ok: boolean } };
  /** Set a finding aside until its facts change, or take that back (no reason). */
  'finding/dismiss': {
    in: { code: DossierCode; finding: string; facts: string; reason?: Dismissal['reason'] };
    out: { ok: boolean };
  };
  /** What the officer says of a finding in pilot mode. */
  'pilot/answer': {
    in: { code: DossierCode; finding: string; facts: string; answer: PilotAnswer };
    out: { ok: boolean };
  };
  /** A page of the extension could not read the ledger: it is mended where it must be. `ok`: it works now. */
  'ledger/check': { in: Record<string, never>; out: { ok: boolean } };
  /** Take in a part of a file that another ledger wrote; the same part twice is once. */
  'ledger/import': { in: { part: TransferRows }; out: { taken: number; tooOld: number } };
  /** Erase everything kept of dossiers; only from the extension's own pages. */
  'ledger/erase': { in: Record<string, never>; out: { ok: boolean } };
}

export type MessageName = keyof Messages;
/** An error value: the message was malformed, from a foreign sender, or could not be served. */
export interface Refusal {
  refused: 'malformed' | 'foreign' | 'failed';
}

/** Pushed by the background to pages: these dossiers changed, or the settings did. */
export type Push = { push: 'ledger-changed'; codes: DossierCode[] } | { push: 'settings-changed' };
