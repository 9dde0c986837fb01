/**
 * Why a page was read as it was: for each field which rule, which label, which text. Made only when somebody asks, from
 * what the reader traces then. Everything in it is masked (`mask-field.ts`): it may be shown, copied and sent on.
 */
import type { DossierCode } from '../dossier/code';
import type { Reading } from '../dossier/sighting';
import type { Layout } from '../systems/profile';
import type { Candidate, Doubt } from './candidates';
import type { Label } from './labels';
import type { Unread } from './limits';

/** The rule by which a field was read. */
export type ReadBy =
  /** Where the platform's profile says that it stands. */
  | 'profile'
  /** Under the header of a column. */
  | 'column'
  /** Under a label of its own inside a cell. */
  | 'cell-label'
  /** In a row that opens below the dossier's. */
  | 'row-below'
  /** Beside its label on a card or a detail page. */
  | 'label'
  /** By its own words, without a label: a badge, a heading, a channel. */
  | 'words'
  /** A code of a known shape. */
  | 'code-shape'
  /** A code of another shape, believed for the label beside it. */
  | 'code-label'
  /** The second code of the same dossier. */
  | 'second-code'
  /** The page's own history dates the present state. */
  | 'history'
  /** Words of lateness beside the state or the due date. */
  | 'lateness';

/** Label and text as shown, masked. */
export interface ReadFrom {
  /** Absent: it stood under no label. */
  label?: string;
  /** Absent: put together from several places. */
  text?: string;
}

export interface FieldExplanation extends ReadFrom {
  field: keyof Reading;
  by: ReadBy;
  /** The value believed, masked; times as `LocalTime`, yes and no as "true" and "false". */
  value: string;
}

/** A field that the page may show and that was left out in doubt. */
export interface LeftOut {
  field: Doubt['field'];
  reason: Doubt['reason'];
  /** What stood there. */
  from: ReadFrom[];
}

export interface DossierExplanation {
  code: DossierCode;
  fields: FieldExplanation[];
  leftOut: LeftOut[];
}

/** One frame's reading explained. */
export interface PageExplanation {
  layout: Layout;
  /** Why the page was not read, or only its lists. */
  unread?: Unread;
  dossiers: DossierExplanation[];
  /** Of no dossier. */
  leftOut: LeftOut[];
}

/** What one block or row of a dossier offered. Holds the page's own texts: it never leaves the reader's world. */
export interface Traced {
  code: DossierCode | null;
  candidates: Candidate[];
  codeLabel?: Label;
  /** Texts that were asked for lateness. */
  late?: string[];
  /** By a profile: the values alone. */
  reading?: Reading;
}

export type Trace = (by: 'profile' | 'row' | 'text', read: Traced) => void;
