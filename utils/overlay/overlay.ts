/** What the content script hands to the painted layer and gets back from it. Types only. */
import type { DossierCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import type { Place } from '../reading/place';
import type { DossierView } from '../view/dossier-view';
import type { Stretch } from './underlines';

/** A paper that a database may replace, at a component line (thành phần hồ sơ) or a request; worded for showing. */
export interface ComponentPrompt {
  /** `not-required`: need not be asked for. `check-first`: look it up before asking for it. `as-before`: take it. */
  level: 'not-required' | 'check-first' | 'as-before';
  /** A few words beside the line: "Không cần nộp". */
  chip: string;
  title: string;
  lines: { text: string; as?: 'name' | 'soft' }[];
  links?: { text: string; url: string }[];
  /** A text the officer may copy; what its button says before, after, and when it could not be done. */
  copy?: { label: string; done: string; failed: string; text: string };
}

/** The page's papers in one line, and the dossier whose they are, where that is known. */
export interface ComponentSummary {
  text: string;
  code?: DossierCode;
}

export interface OverlayOptions {
  /** The sentences of `OVERLAY_TEXT_KEYS` by key; a key that is missing is a bug and throws. */
  texts: Record<string, string>;
  /** Paint a mark for a dossier of which nothing can be told. */
  showCannotTell?: boolean;
  /** The officer asks; absent `systems`: all that can hold the dossier. */
  onAsk(code: DossierCode, systems?: SystemId[]): void;
  onOpen(code: DossierCode, system: SystemId): void;
  /** @param why the officer wants to know why the page was read as it was */
  onPanel(code: DossierCode, why?: boolean): void;
  /** The officer wants a system left alone for today, or no longer. */
  onPause(code: DossierCode, system: SystemId, paused: boolean): void;
  /** A card was opened for this dossier. */
  onRead?(code: DossierCode): void;
  /** The officer follows a component's link; without this the link is shown as words alone. */
  onLink?(url: string): void;
  /** The officer copies a prompt's text. @returns whether it is in the clipboard; without this there is no button */
  onCopy?(text: string): Promise<boolean>;
}

export interface Overlay {
  /**
   * The full set of this page now; what is not in it loses its mark.
   * @param note what is to be said of how the page was read: every card tells it
   */
  setDossiers(marks: { code: DossierCode; places: Place[] }[], note?: string): void;
  /** Adds or replaces views by code; the others stay. */
  setViews(views: DossierView[]): void;
  /**
   * The full set of this page's prompts; the summary stands in the card of its dossier. A `key` stays over calls.
   * `under`: the typed words that a prompt is about, of the place's text node or its control's value.
   */
  setComponents(
    marks: { key: string; place: Place; prompt: ComponentPrompt; under?: readonly Stretch[] }[],
    summary?: ComponentSummary,
  ): void;
  /** The page's elements or texts changed: what no longer stands where it was read loses its mark at once. Cheap. */
  follow(): void;
  /** Takes everything off the page; calling it again does nothing. */
  destroy(): void;
}
