/** Declarative corrections to the generic reader for one platform. Data, never code. */
import type { Reading } from '../dossier/sighting';

/** How a profile fared on a page: it read blocks, its blocks are gone or no longer read, or it names none here. */
export type Layout = 'fits' | 'misfit' | 'none';

export type ReadingField = Exclude<keyof Reading, 'channel' | 'payment' | 'overdueShown'>;

/** Where a field stands inside its block: first selector that matches wins; `attr` reads an attribute instead of text. */
export interface FieldSource {
  selector: string;
  attr?: string;
  /** Only a match whose own text, folded, begins so. */
  text?: string;
  /** Take the sibling element after the match's parent (VBDLIS: "Tiếp nhận:" and its date). */
  parentNext?: boolean;
  /** Believed only as a known status: the place also shows names of steps. */
  known?: boolean;
}

export interface ReadingProfile {
  platform: string;
  /** Parts of the page never read (other tools' panels, loading layers). */
  ignore?: string[];
  /** Blocks that hold one dossier each, and where its fields stand in the block. */
  blocks?: { selector: string; fields: Partial<Record<ReadingField, FieldSource>> }[];
  /** Extra labels by field, folded, e.g. { code: ['so bien nhan'] }. */
  labels?: Partial<Record<ReadingField, string[]>>;
  /** Labels that are settled for this platform although in doubt elsewhere, e.g. dueAt: ['han xu ly']. */
  settled?: Partial<Record<ReadingField, string[]>>;
}
