/** What the content script hands to the painted layer and gets back from it. Types only. */
import type { DossierCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import type { Place } from '../reading/place';
import type { DossierView } from '../view/dossier-view';

/** A component line (thành phần hồ sơ) that a database replaces, already worded for showing. */
export interface ComponentPrompt {
  /** `not-required`: need not be asked for. `check-first`: look it up before asking for it. */
  level: 'not-required' | 'check-first';
  /** A few words beside the line: "Không cần nộp". */
  chip: string;
  title: string;
  lines: string[];
  link?: { text: string; url: string };
}

export interface OverlayOptions {
  /** The sentences of `OVERLAY_TEXT_KEYS` by key; a key that is missing is a bug and throws. */
  texts: Record<string, string>;
  /** Paint a mark for a dossier of which nothing can be told. */
  showCannotTell?: boolean;
  /** The officer asks; absent `systems`: all that can hold the dossier. */
  onAsk(code: DossierCode, systems?: SystemId[]): void;
  onOpen(code: DossierCode, system: SystemId): void;
  onPanel(code: DossierCode): void;
  /** The officer wants a system left alone for today, or no longer. */
  onPause(code: DossierCode, system: SystemId, paused: boolean): void;
  /** A card was opened for this dossier. */
  onRead?(code: DossierCode): void;
  /** The officer follows a component's link; without this the link is shown as words alone. */
  onLink?(url: string): void;
}

export interface Overlay {
  /** The full set of this page now; what is not in it loses its mark. */
  setDossiers(marks: { code: DossierCode; places: Place[] }[]): void;
  /** Adds or replaces views by code; the others stay. */
  setViews(views: DossierView[]): void;
  /** The full set of this page's component lines that have a prompt. */
  setComponents(marks: { place: Place; prompt: ComponentPrompt }[]): void;
  /** Opens the card of a dossier beside its first mark in view, else in the corner. */
  openCard(code: DossierCode): void;
  closeCard(): void;
  /** The page changed in a way that no scroll or resize tells: measure what is in view again. */
  refresh(): void;
  /** Moves the keyboard's focus to the first mark in view. @returns false when there is none. */
  focusMarks(): boolean;
  /** Takes everything off the page; calling it again does nothing. */
  destroy(): void;
}
